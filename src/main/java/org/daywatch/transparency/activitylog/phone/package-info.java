/** What no room knows: written down by the officer with one tap, also without a connection. */
@NullMarked
package org.daywatch.transparency.activitylog.phone;

import org.jspecify.annotations.NullMarked;
