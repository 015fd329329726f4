package org.daywatch.planning.drills;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.PlanningEvent.DrillCalledOff;
import org.daywatch.planning.PlanningEvent.DrillConcluded;
import org.daywatch.planning.PlanningEvent.DrillMissed;
import org.daywatch.planning.PlanningEvent.DrillReviewed;
import org.daywatch.planning.PlanningEvent.DrillScheduled;
import org.daywatch.planning.PlanningEvent.DrillStarted;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.DrillCommand.*;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A drill of a school, from its schedule to what was learned from it.
 *
 * @param id that of the exercise raised for it
 * @param fixed a person chose its day: planning anew leaves it
 * @param unconfirmed pressed without a schedule; what it counts as is a guess until somebody says so
 * @param why lines of CODE|value, why this day and hour
 */
public record Drill(UUID agencyId, UUID id, UUID districtId, UUID schoolId, DrillKind kind, LocalDate day, LocalTime at,
        boolean announced, String description, boolean fixed,
        boolean unconfirmed, Origin origin, String why, State state, int version) {

    public enum Origin { PLANNED, BY_HAND, UNSCHEDULED }

    /** @param ended null while it runs */
    public record Times(Instant started, @Nullable Instant secured, @Nullable Instant accounted,
            @Nullable Instant ended) {

        /** What was measured where people stood is put in for what nobody timed. */
        Times with(Hear heard) {
            return new Times(heard.started().isBefore(started) ? heard.started() : started,
                    secured != null ? secured : heard.secured(),
                    accounted != null ? accounted : heard.accounted(),
                    ended != null ? ended : later(heard.ended(), started));
        }

        /** Whole minutes from the first moment to the last, one at least; null while it runs. */
        public @Nullable Integer minutes() {
            return ended == null
                    ? null
                    : (int) Math.max(1, Math.round(Duration.between(started, ended).toSeconds() / 60.0));
        }

        private static Instant later(Instant a, Instant b) {
            return a.isBefore(b) ? b : a;
        }
    }

    public sealed interface State {

        record Scheduled() implements State {}

        record Running(Times times, String by) implements State {}

        record Held(Times times, String by, boolean brokenOff) implements State {}

        record Reviewed(Times times, String by, boolean brokenOff, String reviewer) implements State {}

        record CalledOff(String why, String by) implements State {}

        record Missed() implements State {}

        default @Nullable Times times() {
            return null;
        }

        default String code() {
            return this instanceof CalledOff
                    ? "CALLED_OFF"
                    : getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        }
    }

    public boolean held() {
        return state instanceof State.Held || state instanceof State.Reviewed;
    }

    /** Whether it may stand as done: over, not broken off, and somebody knows what it was. */
    public boolean counts() {
        return !unconfirmed && (state instanceof State.Held h && !h.brokenOff()
                || state instanceof State.Reviewed r && !r.brokenOff());
    }

    DrillScheduled scheduled(Instant now, String by) {
        return new DrillScheduled(agencyId, id, now, districtId, schoolId, kind.subject(), day, announced, by);
    }

    public Decision<Drill> decide(DrillCommand command, Instant now) {
        return switch (command) {
            case Move move -> move(move, now);
            case CallOff off -> callOff(off, now);
            case Start start -> start(start, now);
            case Secured _ -> timed(command, now);
            case Accounted _ -> timed(command, now);
            case End end -> end(end, now);
            case Hear heard -> hear(heard, now);
            case Miss(var today) -> !(state instanceof State.Scheduled) || !day.isBefore(today)
                    ? refuse(PlanningRefusal.DRILL_NOT_SCHEDULED)
                    : Decision.accept(in(new State.Missed()),
                            new DrillMissed(agencyId, id, now, schoolId, kind.subject(), day, "Daywatch"));
            case Confirm confirm -> confirm(confirm, now);
            case Review review -> review(review, now);
        };
    }

    private Decision<Drill> move(Move move, Instant now) {
        if (!(state instanceof State.Scheduled)) return refuse(PlanningRefusal.DRILL_NOT_SCHEDULED);
        if (move.day().isBefore(move.firstDay()))
            return Decision.refuse(PlanningRefusal.DRILL_NOTICE_TOO_SHORT, Map.of("day", move.firstDay()));
        var moved = new Drill(agencyId, id, districtId, schoolId, kind, move.day(), move.at(), announced, description,
                true, unconfirmed, origin, "MOVED|" + move.by().name(), state, version + 1);
        return Decision.accept(moved, moved.scheduled(now, move.by().name()));
    }

    private Decision<Drill> callOff(CallOff off, Instant now) {
        if (!(state instanceof State.Scheduled)) return refuse(PlanningRefusal.DRILL_NOT_SCHEDULED);
        if (off.why().isBlank()) return refuse(PlanningRefusal.DRILL_REASON_MISSING);
        return Decision.accept(in(new State.CalledOff(off.why().strip(), off.by().name())),
                new DrillCalledOff(agencyId, id, now, schoolId, kind.subject(), off.why().strip(), off.by().name()));
    }

    private Decision<Drill> start(Start start, Instant now) {
        if (!(state instanceof State.Scheduled))
            return refuse(state instanceof State.Running
                    ? PlanningRefusal.DRILL_RUNNING
                    : PlanningRefusal.DRILL_NOT_SCHEDULED);
        if (!day.equals(now.atZone(start.zone()).toLocalDate()))
            return Decision.refuse(PlanningRefusal.DRILL_ANOTHER_DAY, Map.of("day", day));
        var by = start.by();
        return Decision.accept(in(new State.Running(new Times(now, null, null, null), by.name())),
                new DrillStarted(agencyId, id, now, districtId, schoolId, kind.subject(), kind.action(), kind.detail(),
                        by.person(), by.name(),
                        start.audience().peopleCodes(), start.audience().wayCodes()));
    }

    /** A second tap changes nothing: the first moment counts. */
    private Decision<Drill> timed(DrillCommand what, Instant now) {
        if (!(state instanceof State.Running(var t, var by))) return refuse(PlanningRefusal.DRILL_NOT_RUNNING);
        boolean secured = what instanceof Secured;
        if (secured ? t.secured() != null : t.accounted() != null) return Decision.accept(this);
        return Decision.accept(in(new State.Running(
                new Times(t.started(), secured ? now : t.secured(), secured ? t.accounted() : now, null), by)));
    }

    private Decision<Drill> end(End end, Instant now) {
        if (!(state instanceof State.Running(var t, var by))) return refuse(PlanningRefusal.DRILL_NOT_RUNNING);
        return concluded(new State.Held(new Times(t.started(), t.secured(), t.accounted(), now), by, end.brokenOff()),
                end.zone(), end.officers(), end.by().name(), now);
    }

    /** However late it comes: what was timed by hand stays, and what nobody timed is put in. */
    private Decision<Drill> hear(Hear heard, Instant now) {
        return switch (state) {
            case State.Running(var t, var by) -> concluded(new State.Held(t.with(heard), by, heard.cancelled()),
                    heard.zone(), heard.officers(), heard.by(), now);
            case State.Scheduled _,State.Missed _ -> concluded(
                    new State.Held(new Times(heard.started(), heard.secured(), heard.accounted(), heard.ended()),
                            heard.by(), heard.cancelled()),
                    heard.zone(), heard.officers(), heard.by(), now);
            case State.Held(var t, var by, var broken) ->
                Decision.accept(t.with(heard).equals(t) ? this : in(new State.Held(t.with(heard), by, broken)));
            case State.Reviewed(var t, var by, var broken, var reviewer) -> Decision.accept(
                    t.with(heard).equals(t) ? this : in(new State.Reviewed(t.with(heard), by, broken, reviewer)));
            case State.CalledOff _ -> refuse(PlanningRefusal.DRILL_NOT_SCHEDULED);
        };
    }

    /** What was broken off is told to nobody as a drill, and neither is what nobody has confirmed. */
    private Decision<Drill> concluded(State.Held after, ZoneId zone, List<UUID> officers, String by, Instant now) {
        var held = in(after);
        var then = new Drill(agencyId, id, districtId, schoolId, kind,
                after.times().started().atZone(zone).toLocalDate(), at, announced, description, fixed, unconfirmed,
                origin, why,
                after, held.version());
        return after.brokenOff() || unconfirmed
                ? Decision.accept(then)
                : Decision.accept(then, then.fact(zone, officers, by, now));
    }

    private DrillConcluded fact(ZoneId zone, List<UUID> officers, String by, Instant now) {
        var t = java.util.Objects.requireNonNull(state.times());
        return new DrillConcluded(agencyId, id, now, districtId, schoolId, kind.subject(),
                t.started().atZone(zone).toLocalDate(), t.started(), java.util.Objects.requireNonNull(t.minutes()),
                officers, by);
    }

    /** Why what somebody saw is not taken now, so that no page asks for it; null where it is. */
    public @Nullable PlanningRefusal unobserved() {
        if (state.times() == null) return PlanningRefusal.DRILL_NOT_RUNNING;
        return state instanceof State.Reviewed ? PlanningRefusal.DRILL_REVIEWED : null;
    }

    private Decision<Drill> confirm(Confirm confirm, Instant now) {
        if (!unconfirmed) return refuse(PlanningRefusal.DRILL_CONFIRMED);
        if (!held()) return refuse(PlanningRefusal.DRILL_NOT_HELD);
        if (!confirm.kind().action().equals(kind.action()) && confirm.kind() != DrillKind.EMERGENCY)
            return refuse(PlanningRefusal.DRILL_ANOTHER_ACTION);
        var sure = new Drill(agencyId, id, districtId, schoolId, confirm.kind(), day, at, announced, description, fixed,
                false, origin, why, state, version + 1);
        return sure.counts()
                ? Decision.accept(sure, sure.fact(confirm.zone(), confirm.officers(), confirm.by().name(), now))
                : Decision.accept(sure);
    }

    private Decision<Drill> review(Review review, Instant now) {
        if (state instanceof State.Reviewed) return refuse(PlanningRefusal.DRILL_REVIEWED);
        if (!(state instanceof State.Held(var t, var by, var broken))) return refuse(PlanningRefusal.DRILL_NOT_HELD);
        if (unconfirmed) return refuse(PlanningRefusal.DRILL_UNCONFIRMED);
        if (review.rating().isEmpty()) return refuse(PlanningRefusal.DRILL_NOT_RATED);
        return Decision.accept(in(new State.Reviewed(t, by, broken, review.by().name())),
                new DrillReviewed(agencyId, id, now, schoolId, review.rating(), review.improvements(),
                        review.by().name()));
    }

    private Drill in(State then) {
        return new Drill(agencyId, id, districtId, schoolId, kind, day, at, announced, description, fixed, unconfirmed,
                origin, why, then, version + 1);
    }

    private static Decision<Drill> refuse(PlanningRefusal why) {
        return Decision.refuse(why);
    }
}
