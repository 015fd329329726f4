/** What a district pays an hour: dated data for a district or for all, by role. */
@NullMarked
package org.daywatch.billing.rates;

import org.jspecify.annotations.NullMarked;
