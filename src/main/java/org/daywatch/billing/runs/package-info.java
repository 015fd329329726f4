/** A month's shifts turned into invoices, district by district; it goes on where it was interrupted. */
@NullMarked
package org.daywatch.billing.runs;

import org.jspecify.annotations.NullMarked;
