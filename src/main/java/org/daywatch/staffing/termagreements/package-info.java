/** Term coverage agreed for many schools at once: chosen by filter, looked at first, then made in one go. */
@NullMarked
package org.daywatch.staffing.termagreements;

import org.jspecify.annotations.NullMarked;
