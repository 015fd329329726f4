/** Sums of many as they are stored. */
@NullMarked
package org.daywatch.relationships.sums;

import org.jspecify.annotations.NullMarked;
