/**
 * A meeting of a safety team: called, held with or without quorum, with its agenda, attendance, decisions and the
 * voices behind them, and what follows.
 */
@NullMarked
package org.daywatch.planning.meetings.meeting;

import org.jspecify.annotations.NullMarked;
