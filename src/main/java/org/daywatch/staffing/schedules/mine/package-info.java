/** The officer's own pages of schedules: their standing consent, and why a place went to somebody else. */
@NullMarked
package org.daywatch.staffing.schedules.mine;

import org.jspecify.annotations.NullMarked;
