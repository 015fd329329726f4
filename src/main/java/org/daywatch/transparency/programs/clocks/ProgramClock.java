package org.daywatch.transparency.programs.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.transparency.ProgramEvent.ProgramClockAnswered;
import org.daywatch.transparency.ProgramEvent.ProgramClockConfirmed;
import org.daywatch.transparency.ProgramEvent.ProgramClockEscalated;
import org.daywatch.transparency.ProgramEvent.ProgramClockReopened;
import org.daywatch.transparency.ProgramEvent.ProgramClockWarned;
import org.daywatch.transparency.ProgramEvent.ProgramClockWithdrawn;
import org.daywatch.transparency.ProgramRefusal;
import org.daywatch.transparency.programs.clocks.ClockCommand.Answer;
import org.daywatch.transparency.programs.clocks.ClockCommand.Confirm;
import org.daywatch.transparency.programs.clocks.ClockCommand.Escalate;
import org.daywatch.transparency.programs.clocks.ClockCommand.Reopen;
import org.daywatch.transparency.programs.clocks.ClockCommand.Warn;
import org.daywatch.transparency.programs.clocks.ClockCommand.Withdraw;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done by a moment: started by an event, reminded of, escalated when nobody answered, answered
 * in time or late.
 *
 * @param about in the starter's words, such as whose agreement it is
 * @param source what else knows of it, as "agreement ID"; empty where a person started it
 * @param ruleVersion the rule that says how long it runs; empty where a person said by when
 * @param toConfirm that rule is marked so
 */
public record ProgramClock(UUID agencyId, UUID id, UUID districtId, UUID schoolId, @Nullable UUID officerId,
        ClockKind kind, String about, String source, Instant startedAt, Instant warnAt,
        Instant dueAt, String ruleVersion, boolean toConfirm, State state, int version) {

    private static final int SHORTEST_REASON = 5;
    /** So long may one write at it: what was done within that time before was done now. */
    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    public sealed interface State {

        record Running() implements State {}

        record Warned(Instant at) implements State {}

        record Escalated(Instant at) implements State {}

        /**
         * @param at when somebody said so
         * @param doneAt when it was done, or is said to have been
         * @param late it was done late, or somebody says afterward that it was not and nobody has confirmed it
         * @param person who said so; null where Daywatch saw it itself
         * @param proof whether a second person is asked
         */
        record Answered(Instant at, Instant doneAt, boolean late, String words, String by, @Nullable UUID person,
                Proof proof) implements State {

            /** It was written down later than it is said to have been done. */
            public boolean backdated() {
                return person != null && doneAt.isBefore(at.minus(AT_ONCE));
            }

            public boolean unconfirmed() {
                return proof instanceof Proof.Wanted;
            }
        }

        record Withdrawn(Instant at, String reason, String by) implements State {}

        /** What a second person has to say of an answer. */
        sealed interface Proof {

            record None() implements Proof {}

            /** It turns a clock that ran out into one that was answered in time: one person's word is not enough. */
            record Wanted() implements Proof {}

            record Given(Instant at, String by) implements Proof {}
        }

        default String code() {
            return switch (this) {
                case Running _ -> "RUNNING";
                case Warned _ -> "WARNED";
                case Escalated _ -> "ESCALATED";
                case Answered _ -> "ANSWERED";
                case Withdrawn _ -> "WITHDRAWN";
            };
        }

        default boolean open() {
            return this instanceof Running || this instanceof Warned || this instanceof Escalated;
        }
    }

    public Decision<ProgramClock> decide(ClockCommand command, Instant now) {
        return switch (command) {
            case Warn _ -> warn(now);
            case Escalate _ -> escalate(now);
            case Answer answer -> answer(answer, now);
            case Confirm confirm -> confirm(confirm, now);
            case Reopen(var reason, var by) -> reopen(reason, by, now);
            case Withdraw(var reason, var by) -> withdraw(reason, by, now);
        };
    }

    private Decision<ProgramClock> warn(Instant now) {
        if (!state.open()) return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_OVER);
        if (!(state instanceof State.Running) || now.isBefore(warnAt) || now.isAfter(dueAt))
            return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_NOT_DUE);
        return Decision.accept(in(new State.Warned(now)),
                new ProgramClockWarned(agencyId, id, now, schoolId, kind.name(), dueAt));
    }

    private Decision<ProgramClock> escalate(Instant now) {
        if (!state.open()) return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_OVER);
        if (state instanceof State.Escalated || !now.isAfter(dueAt))
            return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_NOT_DUE);
        return Decision.accept(in(new State.Escalated(now)),
                new ProgramClockEscalated(agencyId, id, now, schoolId, kind.name(), dueAt));
    }

    private Decision<ProgramClock> answer(Answer said, Instant now) {
        if (!state.open()) return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_OVER);
        if (said.doneAt().isBefore(startedAt) && !kind.mayBeEarly() || said.doneAt().isAfter(now))
            return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_DONE_WHEN);
        long missing = kind.items().stream().filter(item -> !said.items().contains(item)).count();
        if (missing > 0)
            return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_ITEMS_MISSING,
                    Map.of("missing", missing, "of", kind.items().size()));
        boolean backdated = said.person() != null && said.doneAt().isBefore(now.minus(AT_ONCE));
        if (backdated && said.words().strip().length() < SHORTEST_REASON)
            return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_WORDS_MISSING);
        boolean wanted = backdated && now.isAfter(dueAt) && !said.doneAt().isAfter(dueAt);
        boolean late = wanted || said.doneAt().isAfter(dueAt);
        return Decision.accept(
                in(new State.Answered(now, said.doneAt(), late, said.words().strip(), said.by(), said.person(),
                        wanted ? new State.Proof.Wanted() : new State.Proof.None())),
                new ProgramClockAnswered(agencyId, id, now, schoolId, kind.name(), said.doneAt(), late, said.by()));
    }

    private Decision<ProgramClock> confirm(Confirm said, Instant now) {
        if (!(state instanceof State.Answered a) || !a.unconfirmed())
            return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_NOTHING_TO_CONFIRM);
        if (said.person().equals(a.person())) return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_OWN_WORD);
        return Decision.accept(
                in(new State.Answered(a.at(), a.doneAt(), a.doneAt().isAfter(dueAt), a.words(), a.by(), a.person(),
                        new State.Proof.Given(now, said.by()))),
                new ProgramClockConfirmed(agencyId, id, now, schoolId, kind.name(), a.doneAt(), said.by()));
    }

    private Decision<ProgramClock> reopen(String reason, String by, Instant now) {
        if (!(state instanceof State.Answered))
            return Decision
                    .refuse(state.open() ? ProgramRefusal.PROGRAM_CLOCK_RUNS : ProgramRefusal.PROGRAM_CLOCK_OVER);
        if (reason.strip().length() < SHORTEST_REASON) return Decision.refuse(ProgramRefusal.PROGRAM_REASON_MISSING);
        return Decision.accept(in(new State.Running()),
                new ProgramClockReopened(agencyId, id, now, schoolId, kind.name(), reason.strip(), by));
    }

    private Decision<ProgramClock> withdraw(String reason, String by, Instant now) {
        if (!state.open()) return Decision.refuse(ProgramRefusal.PROGRAM_CLOCK_OVER);
        if (reason.strip().length() < SHORTEST_REASON) return Decision.refuse(ProgramRefusal.PROGRAM_REASON_MISSING);
        return Decision.accept(in(new State.Withdrawn(now, reason.strip(), by)),
                new ProgramClockWithdrawn(agencyId, id, now, schoolId, kind.name(), reason.strip(), by));
    }

    private ProgramClock in(State next) {
        return new ProgramClock(agencyId, id, districtId, schoolId, officerId, kind, about, source, startedAt, warnAt,
                dueAt, ruleVersion, toConfirm, next, version);
    }

    /** At the end of a past day, with what is known of it today: it ran, and nothing was done yet. */
    public boolean waitedAt(Instant end) {
        if (!startedAt.isBefore(end)) return false;
        return state.open() || state instanceof State.Answered a && !a.doneAt().isBefore(end);
    }

    /** Nobody answered, and its time is over. */
    public boolean late(Instant now) {
        return state.open() && now.isAfter(dueAt);
    }
}
