/** When an officer is missing: who is asked next, in which order, until somebody comes. */
@NullMarked
package org.daywatch.staffing.replacement;

import org.jspecify.annotations.NullMarked;
