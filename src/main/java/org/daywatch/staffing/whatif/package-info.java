/**
 * A proposed change of limits, days or margins replayed over what was worked: posts lost, hours moved, who is affected.
 * Changes nothing.
 */
@NullMarked
package org.daywatch.staffing.whatif;

import org.jspecify.annotations.NullMarked;
