/**
 * Open posts as an officer sees them: accept, trade, answer for a held one; and acceptances recorded from the phone.
 */
@NullMarked
package org.daywatch.staffing.offers.pages;

import org.jspecify.annotations.NullMarked;
