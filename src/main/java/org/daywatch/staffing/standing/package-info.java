/** How an officer stands: hours left under each limit, for himself and for his department. */
@NullMarked
package org.daywatch.staffing.standing;

import org.jspecify.annotations.NullMarked;
