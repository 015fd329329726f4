/** The record of a drill: how it was, who watched, how well it went, on paper and as a file. */
@NullMarked
package org.daywatch.planning.drills.record;

import org.jspecify.annotations.NullMarked;
