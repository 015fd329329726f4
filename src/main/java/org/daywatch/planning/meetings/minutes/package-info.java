/** What a meeting talks about and decides: agenda, attendance, minutes, decisions with the voices behind them, follow-ups. */
@NullMarked
package org.daywatch.planning.meetings.minutes;

import org.jspecify.annotations.NullMarked;
