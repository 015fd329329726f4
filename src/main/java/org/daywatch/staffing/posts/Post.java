package org.daywatch.staffing.posts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.StaffingEvent.PostCancelled;
import org.daywatch.staffing.StaffingEvent.PostEndedEarly;
import org.daywatch.staffing.StaffingEvent.PostHeld;
import org.daywatch.staffing.StaffingEvent.PostReleased;
import org.daywatch.staffing.StaffingEvent.PostsPosted;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.posts.PostCommand.Cancel;
import org.daywatch.staffing.posts.PostCommand.Hold;
import org.daywatch.staffing.posts.PostCommand.Open;
import org.daywatch.staffing.posts.PostCommand.Release;
import org.daywatch.staffing.posts.PostCommand.Reopen;

/**
 * One seat at one school on one day, with the window it must be filled.
 *
 * @param postedRank departments asked so far: those with a rank up to this; 0 before it is opened
 */
public record Post(UUID id, UUID agencyId, UUID districtId, UUID schoolId, UUID requestId, LocalDate day, int seat,
        Window window,
        int postedRank, State state, int version) {

    private static final int MOST_DEPARTMENTS = 1000;
    private static final Duration LONGEST_HOLD = Duration.ofHours(72);

    public sealed interface State {

        record Draft() implements State {}

        record Open() implements State {}

        record Held(UUID officerId, Instant until, String reason) implements State {}

        /** Set by the officer's own act, in the transaction in which their shift is written. */
        record Filled() implements State {}

        record Cancelled(String reason, boolean byCalendar) implements State {}

        default PostState code() {
            return PostState.valueOf(getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT));
        }
    }

    public Decision<Post> decide(PostCommand command, Instant now) {
        if (state instanceof State.Cancelled && !(command instanceof Reopen))
            return Decision.refuse(StaffingRefusal.POST_CANCELLED);
        if (!(command instanceof Cancel) && !window.end().isAfter(now))
            return Decision.refuse(StaffingRefusal.POST_STARTED);
        return switch (command) {
            case Open(var rank) when rank < 1 || rank > MOST_DEPARTMENTS ->
                Decision.refuse(StaffingRefusal.NO_SUCH_RANK);
            case Open(var rank) -> switch (state) {
                case State.Draft _ ->
                    accept(new State.Open(), rank, new PostsPosted(agencyId, id, now, 1, rank, day, day));
                case State.Open _ when rank > postedRank ->
                    accept(state, rank, new PostsPosted(agencyId, id, now, 1, rank, day, day));
                case State.Filled _ -> Decision.refuse(StaffingRefusal.POST_FILLED);
                default -> Decision.refuse(StaffingRefusal.POST_NOT_DRAFT);
            };
            case Hold hold -> held(hold, now);
            case Release _ -> state instanceof State.Held
                    ? accept(new State.Open(), postedRank, new PostReleased(agencyId, id, now))
                    : Decision.refuse(StaffingRefusal.POST_NOT_HELD);
            case Cancel(var reason) -> {
                if (reason.isBlank()) yield Decision.refuse(StaffingRefusal.REASON_MISSING);
                if (!window.end().isAfter(now)) yield Decision.refuse(StaffingRefusal.POST_STARTED);
                if (window.start().isBefore(minute(now))) yield endsNow(reason.strip(), now);
                yield accept(new State.Cancelled(reason.strip(), false), postedRank,
                        new PostCancelled(agencyId, id, now, schoolId, day, reason.strip(),
                                state instanceof State.Filled));
            }
            case Reopen _ -> state instanceof State.Cancelled
                    ? accept(new State.Open(), Math.max(1, postedRank),
                            new PostsPosted(agencyId, id, now, 1, Math.max(1, postedRank), day, day))
                    : Decision.refuse(StaffingRefusal.POST_NOT_CANCELLED);
        };
    }

    /** What has stood until now was required and stays in the ledger; only the rest is not needed any more. */
    private Decision<Post> endsNow(String reason, Instant now) {
        var until = new Window(window.start(), minute(now));
        return Decision.accept(
                new Post(id, agencyId, districtId, schoolId, requestId, day, seat, until, postedRank, state, version),
                new PostEndedEarly(agencyId, id, now, schoolId, window, until, reason));
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private Decision<Post> held(Hold hold, Instant now) {
        if (hold.reason().isBlank()) return Decision.refuse(StaffingRefusal.REASON_MISSING);
        if (state instanceof State.Filled) return Decision.refuse(StaffingRefusal.POST_FILLED);
        if (!(state instanceof State.Open)) return Decision.refuse(StaffingRefusal.POST_NOT_OPEN);
        if (hold.until().isAfter(now.plus(LONGEST_HOLD)) || hold.until().isAfter(window.start())
                || !hold.until().isAfter(now)) {
            return Decision.refuse(StaffingRefusal.HOLD_TOO_LONG);
        }
        return accept(new State.Held(hold.officerId(), hold.until(), hold.reason().strip()), postedRank,
                new PostHeld(agencyId, id, now, hold.officerId(), hold.until(), hold.reason().strip()));
    }

    private Decision<Post> accept(State next, int rank, StaffingEvent fact) {
        return Decision.accept(
                new Post(id, agencyId, districtId, schoolId, requestId, day, seat, window, rank, next, version), fact);
    }
}
