/** Whether invoices are what was issued: sums, numbers, seals, and what the audit chain was told. */
@NullMarked
package org.daywatch.billing.verify;

import org.jspecify.annotations.NullMarked;
