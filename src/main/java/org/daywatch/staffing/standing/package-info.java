/** How an officer stands: hours left under each limit, for themselves and for their department. */
@NullMarked
package org.daywatch.staffing.standing;

import org.jspecify.annotations.NullMarked;
