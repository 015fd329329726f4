/** Limits on hours and rest as departments publish them: dated data, judged by one reading of the ledger. */
@NullMarked
package org.daywatch.staffing.caps;

import org.jspecify.annotations.NullMarked;
