/** Limits on hours and rest as departments publish them: dated data, judged by one reading of the ledger. */
@org.springframework.modulith.NamedInterface("caps")
@NullMarked
package org.daywatch.scheduling.caps;

import org.jspecify.annotations.NullMarked;
