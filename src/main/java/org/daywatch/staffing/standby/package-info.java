/** Who could take a post, in the order in which they would be asked, worked out before anybody is missing. */
@NullMarked
package org.daywatch.staffing.standby;

import org.jspecify.annotations.NullMarked;
