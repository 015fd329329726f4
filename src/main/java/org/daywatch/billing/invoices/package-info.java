/** Invoices and credit notes: numbered in one series, issued in one transaction each, never changed. */
@NullMarked
package org.daywatch.billing.invoices;

import org.jspecify.annotations.NullMarked;
