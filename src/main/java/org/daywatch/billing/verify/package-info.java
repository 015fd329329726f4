/**
 * Whether invoices are what was issued: sums, numbers, seals, and what the audit chain was told; and the command that
 * says so.
 */
@org.springframework.modulith.NamedInterface("verify")
@NullMarked
package org.daywatch.billing.verify;

import org.jspecify.annotations.NullMarked;
