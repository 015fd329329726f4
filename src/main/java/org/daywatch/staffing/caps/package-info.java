/** The limits that departments publish, as stored, and the page that shows them. */
@NullMarked
package org.daywatch.staffing.caps;

import org.jspecify.annotations.NullMarked;
