/** The officer's own pages of rosters: their standing consent, and why a place went to somebody else. */
@NullMarked
package org.daywatch.staffing.rosters.mine;

import org.jspecify.annotations.NullMarked;
