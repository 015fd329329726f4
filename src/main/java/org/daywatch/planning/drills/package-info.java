/** Drills: due, planned, announced, run as an exercise, recorded, reviewed. */
@NullMarked
package org.daywatch.planning.drills;

import org.jspecify.annotations.NullMarked;
