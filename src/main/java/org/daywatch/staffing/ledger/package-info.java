/**
 * The coverage ledger, kept: days that are over with their minutes, gaps that are closed with what is said about them.
 */
@NullMarked
package org.daywatch.staffing.ledger;

import org.jspecify.annotations.NullMarked;
