/** When an officer is glad to be asked, when he is away, and where he would like to be sent. */
@NullMarked
package org.daywatch.staffing.availability;

import org.jspecify.annotations.NullMarked;
