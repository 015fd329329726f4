/** What officers did, line by line: assembled from facts and clock records, or tapped on the phone. */
@NullMarked
package org.daywatch.transparency.activitylog;

import org.jspecify.annotations.NullMarked;
