/** Hours left under each limit, for an officer themselves and for their department. */
@NullMarked
package org.daywatch.staffing.hoursleft;

import org.jspecify.annotations.NullMarked;
