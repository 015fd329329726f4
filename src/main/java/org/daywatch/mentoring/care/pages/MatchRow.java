package org.daywatch.mentoring.care.pages;

import java.time.LocalDate;
import java.util.Comparator;
import org.daywatch.mentoring.care.MatchDoor.Seen;
import org.daywatch.mentoring.matches.MatchDue;
import org.daywatch.mentoring.times.LostMeeting;
import org.jspecify.annotations.Nullable;

/**
 * A match in the list.
 *
 * @param own its reader carries it. @param next when the two can meet next, for the mentor; null: nothing is planned
 * @param lost the first meeting to come that falls away
 */
public record MatchRow(Seen seen, MatchDue due, boolean late, boolean own, @Nullable LocalDate next,
        @Nullable LostMeeting lost) {

    /** One's own of which the student waits for nobody first, then one's own that is late, then what is due next. */
    public static final Comparator<MatchRow> ORDER = Comparator
            .comparing((MatchRow r) -> !(r.own && r.lost != null && r.lost.isUntold()))
            .thenComparing(r -> !(r.late && r.own))
            .thenComparing(r -> !r.late).thenComparing(r -> r.due.by()).thenComparing(r -> r.seen.match().id());

    public boolean isOver() { return seen.match().stage().isOver(); }
}
