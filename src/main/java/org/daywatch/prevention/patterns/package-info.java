/** Where and when things happen at a school, counted so that no number leads to a student. */
@NullMarked
package org.daywatch.prevention.patterns;

import org.jspecify.annotations.NullMarked;
