package org.daywatch.transparency.programs.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.transparency.programs.clocks.ClockCommand.Answer;
import org.daywatch.transparency.programs.clocks.ClockCommand.Confirm;
import org.daywatch.transparency.programs.clocks.ClockCommand.Escalate;
import org.daywatch.transparency.programs.clocks.ClockCommand.Reopen;
import org.daywatch.transparency.programs.clocks.ClockCommand.Warn;
import org.daywatch.transparency.programs.clocks.ClockCommand.Withdraw;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.meters.Rules;
import org.daywatch.transparency.programs.meters.YearDays;
import org.junit.jupiter.api.Test;

class ProgramClockTest {

    private static final UUID ANA = new UUID(9, 1);
    private static final UUID BEN = new UUID(9, 2);
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final Instant STARTED = Instant.parse("2026-10-30T20:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-02T20:00:00Z");
    private static final Instant WARN = Instant.parse("2026-11-02T02:00:00Z");

    private static ProgramClock clock(ClockKind kind, State state) {
        return new ProgramClock(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), null, kind, "", "",
                STARTED, WARN, DUE, "R@2020-01-01", false, state, 0);
    }

    @Test
    void everyStateAnswersEveryCommandAsThisTableSays() {
        var states = List.<State>of(new State.Running(), new State.Warned(WARN), new State.Escalated(DUE),
                new State.Answered(DUE, DUE, true, "sent by post", "Ana", ANA, new State.Proof.Wanted()),
                new State.Withdrawn(DUE, "a mistake", "Ana"));
        var lines = new ArrayList<String>();
        for (var state : states) {
            lines.add(line(state, new Warn(), WARN));
            lines.add(line(state, new Escalate(), DUE.plusSeconds(1)));
            lines.add(line(state, new Answer(DUE, "", Set.of(), "Ana", ANA), DUE.plusSeconds(1)));
            lines.add(line(state, new Confirm(BEN, "Ben"), DUE.plusSeconds(1)));
            lines.add(line(state, new Reopen("told the wrong office", "Ana"), DUE.plusSeconds(1)));
            lines.add(line(state, new Withdraw("it was another school", "Ana"), DUE.plusSeconds(1)));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                RUNNING Warn → WARNED ProgramClockWarned
                RUNNING Escalate → ESCALATED ProgramClockEscalated
                RUNNING Answer → ANSWERED ProgramClockAnswered
                RUNNING Confirm → PROGRAM_CLOCK_NOTHING_TO_CONFIRM
                RUNNING Reopen → PROGRAM_CLOCK_RUNS
                RUNNING Withdraw → WITHDRAWN ProgramClockWithdrawn
                WARNED Warn → PROGRAM_CLOCK_NOT_DUE
                WARNED Escalate → ESCALATED ProgramClockEscalated
                WARNED Answer → ANSWERED ProgramClockAnswered
                WARNED Confirm → PROGRAM_CLOCK_NOTHING_TO_CONFIRM
                WARNED Reopen → PROGRAM_CLOCK_RUNS
                WARNED Withdraw → WITHDRAWN ProgramClockWithdrawn
                ESCALATED Warn → PROGRAM_CLOCK_NOT_DUE
                ESCALATED Escalate → PROGRAM_CLOCK_NOT_DUE
                ESCALATED Answer → ANSWERED ProgramClockAnswered
                ESCALATED Confirm → PROGRAM_CLOCK_NOTHING_TO_CONFIRM
                ESCALATED Reopen → PROGRAM_CLOCK_RUNS
                ESCALATED Withdraw → WITHDRAWN ProgramClockWithdrawn
                ANSWERED Warn → PROGRAM_CLOCK_OVER
                ANSWERED Escalate → PROGRAM_CLOCK_OVER
                ANSWERED Answer → PROGRAM_CLOCK_OVER
                ANSWERED Confirm → ANSWERED ProgramClockConfirmed
                ANSWERED Reopen → RUNNING ProgramClockReopened
                ANSWERED Withdraw → PROGRAM_CLOCK_OVER
                WITHDRAWN Warn → PROGRAM_CLOCK_OVER
                WITHDRAWN Escalate → PROGRAM_CLOCK_OVER
                WITHDRAWN Answer → PROGRAM_CLOCK_OVER
                WITHDRAWN Confirm → PROGRAM_CLOCK_NOTHING_TO_CONFIRM
                WITHDRAWN Reopen → PROGRAM_CLOCK_OVER
                WITHDRAWN Withdraw → PROGRAM_CLOCK_OVER""");
        new StatePicture().answers(lines).isCommittedAs("program-clock");
    }

    private static String line(State state, ClockCommand command, Instant now) {
        return state.code() + " " + command.getClass().getSimpleName() + " → "
                + switch (clock(ClockKind.INCIDENT_REPORT, state).decide(command, now)) {
                    case Decision.Accepted<ProgramClock>(var next, var facts) ->
                        next.state().code() + " " + facts.getFirst().getClass().getSimpleName();
                    case Decision.Rejected<ProgramClock>(var code, var details) -> code.toString();
                };
    }

    @Test
    void aReportIsInTimeByTheHourItWasMadeWhereDaywatchSawIt() {
        var inTime = clock(ClockKind.INCIDENT_REPORT, new State.Escalated(DUE))
                .decide(Answer.seen(DUE, "", "Ana"), DUE.plusSeconds(90_000)).orThrow().state();
        assertThat(((State.Answered) inTime.state()).late()).isFalse();
        assertThat(((State.Answered) inTime.state()).backdated()).isFalse();
        var late = clock(ClockKind.INCIDENT_REPORT, new State.Running())
                .decide(new Answer(DUE.plusSeconds(1), "", Set.of(), "Ana", ANA), DUE.plusSeconds(2)).orThrow().state();
        assertThat(((State.Answered) late.state()).late()).isTrue();
    }

    @Test
    void whoWritesItLaterSaysWhatWasDone() {
        var clock = clock(ClockKind.INCIDENT_REPORT, new State.Running());
        assertThat(code(clock.decide(new Answer(WARN, " ", Set.of(), "Ana", ANA), DUE)))
                .isEqualTo("PROGRAM_CLOCK_WORDS_MISSING");
        assertThat(clock.decide(new Answer(DUE.minusSeconds(240), "", Set.of(), "Ana", ANA), DUE))
                .as("four minutes are the time one writes").isInstanceOf(Decision.Accepted.class);
        var said = (State.Answered) clock.decide(new Answer(WARN, "sent by post", Set.of(), "Ana", ANA), DUE).orThrow()
                .state().state();
        assertThat(said.backdated()).isTrue();
        assertThat(said.late()).as("the clock had not run out, so that nothing is won by it").isFalse();
        assertThat(said.unconfirmed()).isFalse();
    }

    @Test
    void aWordThatMakesALateClockAnEarlyOneNeedsASecondPerson() {
        var answered = clock(ClockKind.INCIDENT_REPORT, new State.Escalated(DUE))
                .decide(new Answer(WARN, "sent by post", Set.of(), "Ana", ANA), DUE.plusSeconds(7_200)).orThrow()
                .state();
        var waits = (State.Answered) answered.state();
        assertThat(waits.late()).as("until then it reads late").isTrue();
        assertThat(waits.unconfirmed()).isTrue();
        assertThat(code(answered.decide(new Confirm(ANA, "Ana"), DUE.plusSeconds(7_300)))).as("not by whoever said so")
                .isEqualTo("PROGRAM_CLOCK_OWN_WORD");
        var confirmed = answered.decide(new Confirm(BEN, "Ben"), DUE.plusSeconds(7_300)).orThrow().state();
        assertThat(((State.Answered) confirmed.state()).late()).isFalse();
        assertThat(((State.Answered) confirmed.state()).at()).as("answered since it was")
                .isEqualTo(DUE.plusSeconds(7_200));
        assertThat(code(confirmed.decide(new Confirm(BEN, "Ben"), DUE.plusSeconds(7_400))))
                .isEqualTo("PROGRAM_CLOCK_NOTHING_TO_CONFIRM");
    }

    @Test
    void aClockThatRunsAgainIsNotMadeEarlyByOnePersonEither() {
        var again = clock(ClockKind.INCIDENT_REPORT, new State.Running()); // reopened, its last moment long gone
        var said = (State.Answered) again
                .decide(new Answer(WARN, "it was sent then", Set.of(), "Ana", ANA), DUE.plusSeconds(90_000)).orThrow()
                .state().state();
        assertThat(said.unconfirmed()).isTrue();
    }

    private static String code(Decision<ProgramClock> decision) {
        return decision instanceof Decision.Rejected<ProgramClock>(var code, var details)
                ? code.toString()
                : "accepted";
    }

    @Test
    void whatIsDoneInTheFutureOrBeforeItBeganIsRefusedUnlessItMayBeEarly() {
        var before = new Answer(STARTED.minusSeconds(1), "signed before", Set.of(), "Ana", ANA);
        assertThat(clock(ClockKind.INCIDENT_REPORT, new State.Running()).decide(before, DUE))
                .isInstanceOf(Decision.Rejected.class);
        assertThat(clock(ClockKind.SERVICE_AGREEMENT, new State.Running()).decide(before, DUE))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(clock(ClockKind.SERVICE_AGREEMENT, new State.Running())
                .decide(new Answer(DUE.plusSeconds(1), "", Set.of(), "Ana", ANA), DUE))
                .isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void aNoticeOfAssignmentIsAnsweredOnlyWithAllSevenItems() {
        var six = Set.copyOf(ClockKind.NOTICE_ITEMS.subList(0, 6));
        var notice = clock(ClockKind.NOTICE_OF_ASSIGNMENT, new State.Running());
        assertThat(ClockKind.NOTICE_ITEMS).hasSize(7);
        assertThat(notice.decide(new Answer(DUE, "", six, "Ana", ANA), DUE)).isInstanceOfSatisfying(
                Decision.Rejected.class,
                no -> assertThat(no.details()).as("one of seven is missing").containsEntry("missing", 1L)
                        .containsEntry("of", 7));
        assertThat(lateness(notice, DUE)).as("all seven, in the second in which the shift begins").isFalse();
        assertThat(lateness(notice, DUE.plusSeconds(1))).as("a second after the shift began").isTrue();
    }

    private static boolean lateness(ProgramClock notice, Instant told) {
        var decided = notice.decide(new Answer(told, "", Set.copyOf(ClockKind.NOTICE_ITEMS), "Ana", ANA), told)
                .orThrow().state();
        return ((State.Answered) decided.state()).late();
    }

    @Test
    void seventyTwoHoursRunByTheClockThroughTheChangeOfTime() {
        assertThat(ClockDue.of(Rules.of(Kind.CLOCK, "REPORT:INCIDENT", Counting.HOURS_AFTER, 72, "hours").rule(),
                STARTED, EASTERN, YearDays.of(List.of()))).isEqualTo(DUE);
    }

    @Test
    void threeSchoolDaysLeaveOutTheHolidayAndEndWithTheirDay() {
        var days = YearDays.of(List.of(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 2)));
        var rule = Rules.of(Kind.REPORT, "REPORT:INSPECTION", Counting.SCHOOL_DAYS_AFTER, 3, "school days").rule();
        assertThat(ClockDue.of(rule, Instant.parse("2026-11-24T16:00:00Z"), EASTERN, days))
                .isEqualTo(Instant.parse("2026-12-03T05:00:00Z"));
        assertThat(ClockDue.of(rule, Instant.parse("2026-12-01T16:00:00Z"), EASTERN, days))
                .as("the calendar ends before").isNull();
    }

    @Test
    void theReminderComesAQuarterBeforeTheEndAndAtMostSixtyDays() {
        assertThat(ClockDue.warnAt(STARTED, DUE)).isEqualTo(WARN);
        var start = Instant.parse("2024-03-20T00:00:00Z");
        var end = Instant.parse("2027-03-21T00:00:00Z");
        assertThat(ClockDue.warnAt(start, end)).isEqualTo(Instant.parse("2027-01-20T00:00:00Z"));
    }

    /**
     * A service agreement due by September 9 is 69 days late on November 17, here as on its own page, at any hour of
     * that day.
     */
    @Test
    void aDueDayHasNoTimeOfDayAndItsDaysAreThoseOfTheCalendar() {
        var due = ClockDue.endOf(LocalDate.of(2026, 9, 9), EASTERN);
        assertThat(ClockDue.day(due, EASTERN)).isEqualTo(LocalDate.of(2026, 9, 9));
        assertThat(ClockDue.days(LocalDate.of(2026, 9, 9), Instant.parse("2026-11-17T14:40:00Z"), EASTERN))
                .isEqualTo(69);
        assertThat(ClockDue.days(LocalDate.of(2026, 9, 9), Instant.parse("2026-11-18T04:59:00Z"), EASTERN))
                .as("a minute before midnight").isEqualTo(69);
        assertThat(ClockDue.day(Instant.parse("2026-09-09T14:40:00Z"), EASTERN)).as("due at a time of day").isNull();
    }
}
