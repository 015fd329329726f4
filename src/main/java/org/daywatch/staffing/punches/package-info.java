/**
 * What a punch says about itself that somebody should look at: signals for the desk and the coordinator, never a
 * refusal.
 */
@NullMarked
package org.daywatch.staffing.punches;

import org.jspecify.annotations.NullMarked;
