/** When an officer is glad to be asked, when they are away, and where they would like to be sent. */
@NullMarked
package org.daywatch.staffing.availability;

import org.jspecify.annotations.NullMarked;
