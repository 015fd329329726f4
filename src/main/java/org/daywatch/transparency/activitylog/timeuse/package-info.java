/** What officers' time goes into, beside what national surveys found: information, never a score. */
@NullMarked
package org.daywatch.transparency.activitylog.timeuse;

import org.jspecify.annotations.NullMarked;
