/** Whom a school's drills reach, and by which ways. */
@NullMarked
package org.daywatch.planning.drills.audience;

import org.jspecify.annotations.NullMarked;
