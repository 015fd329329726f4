/**
 * Lines assembled from what other rooms tell and what the clock says; each thing is assembled anew whenever it is heard
 * of again.
 */
@NullMarked
package org.daywatch.transparency.activitylog.assembly;

import org.jspecify.annotations.NullMarked;
