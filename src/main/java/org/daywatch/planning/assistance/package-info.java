/**
 * Individual emergency plans of students who need help: written in quiet times, read by the adults of their classes,
 * taken along in the go-kit.
 */
@NullMarked
package org.daywatch.planning.assistance;

import org.jspecify.annotations.NullMarked;
