package org.daywatch.prevention.rounds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.prevention.PreventionEvent.RoundAbandoned;
import org.daywatch.prevention.PreventionEvent.RoundWalked;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.rounds.RoundCommand.Abandon;
import org.daywatch.prevention.rounds.RoundCommand.By;
import org.daywatch.prevention.rounds.RoundCommand.Finish;
import org.daywatch.prevention.rounds.RoundCommand.Leave;
import org.daywatch.prevention.rounds.RoundCommand.See;
import org.jspecify.annotations.Nullable;

/**
 * Somebody walks past checkpoints. It is theirs alone. One that nobody finished counts as left, until what their phone
 * still has finishes it.
 *
 * @param day on the school's own calendar
 */
public record Round(UUID agencyId, UUID id, UUID districtId, UUID schoolId, Kind kind, LocalDate day, Instant startedAt,
        Walker walker, State state, int version) {

    public enum Kind { PATROL, SWEEP, INSPECTION }

    /** @param officer null where somebody of the school walks */
    public record Walker(UUID person, String name, @Nullable UUID officer) {}

    public sealed interface State {

        record Walking() implements State {}

        record Finished(Instant at, int minutes, RoundTally tally, String by) implements State {}

        /** @param left nobody said so: hours went by */
        record Abandoned(Instant at, String why, boolean left, String by) implements State {}

        default String code() {
            return getClass().getSimpleName().toUpperCase(Locale.ROOT);
        }
    }

    public Decision<Round> decide(RoundCommand command, Instant now) {
        return switch (command) {
            case See(var sighting, var by) ->
                theirs(by, state instanceof State.Walking ? this : in(new State.Walking()));
            case Finish(var at, var tally, var week, var longest, var by) ->
                finish(clip(at, now), tally, week, longest, by);
            case Abandon(var at, var why, var by) -> abandon(clip(at, now), why.strip(), by);
            case Leave() -> state instanceof State.Walking
                    ? Decision.accept(in(new State.Abandoned(now, "", true, "")),
                            new RoundAbandoned(agencyId, id, now, schoolId, "", ""))
                    : Decision.refuse(PreventionRefusal.ROUND_OVER);
        };
    }

    /** Only who walks it, and only while it is open; one that was left is open for what comes late. */
    private Decision<Round> theirs(By by, Round then) {
        if (!by.person().equals(walker.person())) return Decision.refuse(PreventionRefusal.ROUND_OF_ANOTHER);
        return open() ? Decision.accept(then) : Decision.refuse(PreventionRefusal.ROUND_OVER);
    }

    public boolean open() {
        return state instanceof State.Walking || state instanceof State.Abandoned(_, _, boolean left, _) && left;
    }

    private Decision<Round> finish(Instant at, RoundTally tally, boolean week, Duration longest, By by) {
        if (!(theirs(by, this) instanceof Decision.Accepted<Round>)) return theirs(by, this);
        int minutes = minutes(at, tally, longest);
        return Decision.accept(in(new State.Finished(at, minutes, tally, by.name())),
                new RoundWalked(agencyId, id, at, districtId, schoolId, walker.officer(), kind == Kind.SWEEP, day,
                        startedAt,
                        minutes, tally.checked(), tally.checkpoints(), tally.breaches(),
                        kind == Kind.SWEEP && (week || tally.complete()), walker.name()));
    }

    /** A round whose end somebody forgot lasted until the last thing they saw. */
    private int minutes(Instant at, RoundTally tally, Duration longest) {
        var walked = Duration.between(startedAt, at);
        if (walked.compareTo(longest) > 0)
            walked = tally.last() == null || tally.last().isBefore(startedAt)
                    ? Duration.ZERO
                    : Duration.between(startedAt, tally.last());
        return (int) Math.min(longest.toMinutes(), walked.plusSeconds(59).toMinutes());
    }

    private Decision<Round> abandon(Instant at, String why, By by) {
        if (!(theirs(by, this) instanceof Decision.Accepted<Round>)) return theirs(by, this);
        if (why.isEmpty()) return Decision.refuse(PreventionRefusal.ROUND_WHY_MISSING);
        return Decision.accept(in(new State.Abandoned(at, why, false, by.name())),
                new RoundAbandoned(agencyId, id, at, schoolId, why, by.name()));
    }

    /** A phone's clock that is fast or was set back writes neither into the future nor before the beginning. */
    private Instant clip(Instant at, Instant now) {
        return at.isBefore(startedAt) ? startedAt : at.isAfter(now) ? now : at;
    }

    private Round in(State then) {
        return new Round(agencyId, id, districtId, schoolId, kind, day, startedAt, walker, then, version + 1);
    }
}
