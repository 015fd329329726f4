/**
 * What officers are paid an hour: dated data for a department, a role or all. Prices to schools are another matter and
 * not kept here.
 */
@NullMarked
package org.daywatch.staffing.fairness.rates;

import org.jspecify.annotations.NullMarked;
