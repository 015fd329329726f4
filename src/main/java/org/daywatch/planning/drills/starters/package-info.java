/** Who may begin a drill of a whole school, and when. */
@NullMarked
package org.daywatch.planning.drills.starters;

import org.jspecify.annotations.NullMarked;
