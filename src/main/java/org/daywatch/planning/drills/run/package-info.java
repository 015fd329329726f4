/** A drill on the phone: begun, timed, watched, announced. */
@NullMarked
package org.daywatch.planning.drills.run;

import org.jspecify.annotations.NullMarked;
