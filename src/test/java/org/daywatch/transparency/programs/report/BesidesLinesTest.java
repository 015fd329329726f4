package org.daywatch.transparency.programs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.CoverageDays.Day;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.exceptions.CampusException;
import org.daywatch.transparency.programs.meters.Rules;
import org.daywatch.transparency.programs.report.RequirementLines.Read;
import org.daywatch.transparency.programs.report.SiteVisit.Evidence;
import org.daywatch.transparency.programs.report.SiteVisit.Line;
import org.daywatch.transparency.programs.screens.Certificates;
import org.daywatch.transparency.programs.standards.PlanStandardsTold;
import org.daywatch.transparency.programs.totals.Schools;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a file says of a school whose law asks for an officer at the campus and not for hours. */
class BesidesLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final Requirement OFFICER = Rules.of(Kind.GATE, "OFFICER:CAMPUS", Counting.ONCE, 1, "officers");
    private static final Requirement FIREARMS = Rules.of(Kind.GATE, "GATE:FIREARMS", Counting.YEAR, 1, "times");
    private static final Requirement PLAN = Rules.of(Kind.DOCUMENT, "PLAN:EMERGENCY", Counting.ONCE, 1, "plans");
    private static final UUID ANA = new UUID(5, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 5);

    private final Page page;

    BesidesLinesTest() throws java.io.IOException {
        page = new Page("", "en", new Texts(), null, "", List.of(), new Page.Csrf("", ""), Page.Kind.REAL, null, "/",
                false, 0,
                Map.of(), Map.of());
    }

    @Test
    void eachDayWithoutAnOfficerIsAGap() {
        var read = read(new Besides(NOW, List.of(covered(OCTOBER), bare(OCTOBER.plusDays(1), 45)), List.of(), List.of(),
                Optional.empty()), OFFICER);
        assertThat(read.lines()).extracting(Line::what, Line::asked, Line::done, Line::standing)
                .containsExactly(tuple("Officer on campus", "2 days", "1 day", "Missed"));
        assertThat(read.gaps()).containsExactly("Officer on campus: no officer on Oct 6, 2026 for 0 h 45 min");
    }

    @Test
    void aDayUnderTheBoardsExceptionIsNone() {
        var exception = exception(OCTOBER.minusDays(10), OCTOBER.plusYears(1));
        var read = read(new Besides(NOW, List.of(bare(OCTOBER, 420)), List.of(exception), List.of(), Optional.empty()),
                OFFICER);
        assertThat(read.gaps()).isEmpty();
        assertThat(read.lines()).extracting(Line::what).containsExactly("Officer on campus", "Board exception");
    }

    @Test
    void anExceptionThatRanOutIsAGapUntilAnOfficerStoodThereEveryDaySince() {
        var over = exception(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 10, 1));
        assertThat(
                read(new Besides(NOW, List.of(bare(OCTOBER, 420)), List.of(over), List.of(), Optional.empty()), OFFICER)
                        .gaps())
                .contains("Board exception: decided Oct 1, 2025, expired Oct 1, 2026");
        assertThat(
                read(new Besides(NOW, List.of(covered(OCTOBER)), List.of(over), List.of(), Optional.empty()), OFFICER)
                        .gaps())
                .isEmpty();
    }

    @Test
    void withoutAClosedDayNothingIsKnownAndThatIsSaid() {
        assertThat(read(new Besides(NOW, List.of(), List.of(), List.of(), Optional.empty()), OFFICER).gaps())
                .containsExactly("Officer on campus: nothing recorded; this means unknown, not zero");
    }

    @Test
    void aYearWithoutAnOfficerDoesNotHideTheOtherGaps() {
        var days = new ArrayList<Day>();
        for (int i = 0; i < 50; i++) days.add(bare(OCTOBER.plusDays(i), 420));
        assertThat(read(new Besides(NOW, days, List.of(), List.of(), Optional.empty()), OFFICER).gaps()).hasSize(21)
                .last().asString().contains("30 more days");
    }

    @Test
    void aClockThatRanOutAndOneAnsweredLateAreGapsAndOneInTimeIsNone() {
        var due = Instant.parse("2026-11-10T17:00:00Z");
        var clocks = List.of(clock(ClockKind.INCIDENT_REPORT, due, new State.Escalated(due)),
                clock(ClockKind.INSPECTION_FINDING, due,
                        new State.Answered(NOW, NOW, true, "sent", "Ana", ANA, new State.Proof.None())),
                clock(ClockKind.INSPECTION_REPORT, due,
                        new State.Answered(due, due, false, "sent", "Ana", ANA, new State.Proof.None())));
        var read = read(new Besides(NOW, List.of(), List.of(), clocks, Optional.empty()));
        assertThat(read.lines()).extracting(Line::standing).containsExactly("Missed", "Missed", "Met");
        assertThat(read.gaps()).hasSize(2);
        assertThat(read.gaps().getFirst())
                .startsWith("Report to the state: discipline, dismissal or discharge: not done, was due");
        assertThat(read.gaps().getLast()).startsWith("Answer to a finding: done late");
    }

    @Test
    void anAnswerWrittenLaterSaysSoAndReadsLateUntilASecondPersonConfirmsIt() {
        var due = Instant.parse("2026-11-10T17:00:00Z");
        var wanted = clock(ClockKind.INSPECTION_FINDING, due,
                new State.Answered(NOW, due.minusSeconds(3_600), true, "sent", "Ana", ANA, new State.Proof.Wanted()));
        var read = read(new Besides(NOW, List.of(), List.of(), List.of(wanted), Optional.empty()));
        assertThat(read.lines()).extracting(Line::standing).containsExactly("Missed");
        assertThat(read.gaps().getFirst()).contains("recorded Tue, Nov 17", "reported done Tue, Nov 10",
                "not confirmed yet", "counts as late");
        var given = clock(ClockKind.INSPECTION_FINDING, due, new State.Answered(NOW, due.minusSeconds(3_600), false,
                "sent", "Ana", ANA, new State.Proof.Given(NOW, "Ben Ortiz")));
        var confirmed = read(new Besides(NOW, List.of(), List.of(), List.of(given), Optional.empty()));
        assertThat(confirmed.gaps()).isEmpty();
        assertThat(confirmed.lines().getFirst().done()).contains("reported done", "confirmed by Ben Ortiz");
    }

    @Test
    void certificatesStandInTheFileOfWhoeverMaySeeOfficersFilesAndInNoOther() {
        var papers = List.of(
                new Certificates.Line(new UUID(1, 1), "Ana Cruz", "FIREARMS", Certificates.State.HELD, null, FIREARMS),
                new Certificates.Line(new UUID(1, 2), "Ben Ortiz", "FIREARMS", Certificates.State.MISSING, null,
                        FIREARMS));
        var named = new BesidesLines(page, Schools.with(FIREARMS).meters(), Map.of(new UUID(1, 2), "Ben Ortiz"),
                new Besides(NOW, List.of(), List.of(), List.of(), Optional.of(papers))).read();
        assertThat(named.gaps()).containsExactly("Firearms qualification: Ben Ortiz does not have it");
        assertThat(named.lines()).extracting(Line::asked, Line::done, Line::standing)
                .containsExactly(tuple("2 officers", "1 officer", "Missed"));
        assertThat(read(new Besides(NOW, List.of(), List.of(), List.of(), Optional.of(papers)), FIREARMS).gaps())
                .as("no names, so counted").containsExactly("Firearms qualification: one officer does not have it");
        var closed = new Besides(NOW, List.of(), List.of(), List.of(), Optional.empty());
        assertThat(RequirementLines.of(page, Schools.with(FIREARMS).meters(), Map.of(), closed).lines())
                .extracting(Line::done).containsExactly("in the officers' files");
    }

    @Test
    void aCertificateThatCameAfterItsDayIsMetAndLate() {
        var late = new Certificates.Late(LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 6));
        var papers = List.of(new Certificates.Line(new UUID(1, 1), "Ana Cruz", "FIREARMS", Certificates.State.HELD,
                null, FIREARMS, late));
        var besides = new Besides(NOW, List.of(), List.of(), List.of(), Optional.of(papers));
        var named = new BesidesLines(page, Schools.with(FIREARMS).meters(), Map.of(new UUID(1, 1), "Ana Cruz"), besides)
                .read();
        assertThat(named.lines()).extracting(Line::asked, Line::done, Line::standing, Line::outlook)
                .containsExactly(tuple("1 officer", "1 officer", "Met, 1 day late", "issued late: 1"));
        assertThat(named.gaps()).containsExactly(
                "Firearms qualification: Ana Cruz: issued late on Sep 6, 2026, was due by Sep 5, 2026");
        assertThat(read(besides, FIREARMS).gaps()).as("late cannot be made good: without names it is no gap of today")
                .isEmpty();
    }

    @Test
    void theEmergencyPlanSaysHowManyStandardsItMeetsAndNamesThoseItDoesNot() {
        var read = read(standards(List.of("AZ-1", "AZ-2", "AZ-3"), List.of("AZ-2")), PLAN);
        assertThat(read.lines()).extracting(Line::what, Line::asked, Line::done, Line::standing, Line::outlook)
                .containsExactly(tuple("Emergency plan standards", "3 standards", "1 standard", "Missed",
                        "as recorded on Aug 5, 2026"));
        assertThat(read.gaps()).containsExactly("Emergency plan standards: 2 of 3 not shown as met: AZ-1, AZ-3");
        var one = new VisitRecords(page, Schools.with(PLAN).meters(), standards(List.of("AZ-1"), List.of()), Map.of())
                .standards();
        assertThat(one).extracting(Evidence::what, Evidence::amount)
                .containsExactly(tuple("AZ-1: The plan holds a map.", "not shown as met"));
        var all = read(standards(List.of("AZ-1"), List.of("AZ-1")), PLAN);
        assertThat(all.lines()).extracting(Line::standing).containsExactly("Met");
        assertThat(all.gaps()).isEmpty();
    }

    @Test
    void standardsNobodyToldOfAreUnknownAndNotNone() {
        var read = read(standards(null, null), PLAN);
        assertThat(read.lines()).extracting(Line::asked, Line::done, Line::standing)
                .containsExactly(tuple("", "unknown", "Unknown"));
        assertThat(read.gaps()).singleElement().asString().contains("is not recorded; this means unknown, not zero");
        assertThat(read(new Besides(NOW, List.of(), List.of(), List.of(), Optional.empty()), PLAN).gaps())
                .as("without a plan the missing plan is the gap").isEmpty();
        assertThat(read(standards(List.of("AZ-1"), List.of())).gaps()).as("no program asks for a plan").isEmpty();
    }

    @Test
    void whatIsDueByADayHasALineOfItsOwnAndOpensOntoWhatDidIt() {
        var rule = Rules.of(Kind.REPORT, "REPORT:PROPOSAL", Counting.BY_DATE, 1, "proposals");
        var late = new Due(rule, 1, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 11, 1), Due.State.LATE, null, "");
        var besides = new Besides(NOW, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(),
                List.of(late));
        assertThat(read(besides, rule).lines())
                .extracting(Line::what, Line::asked, Line::done, Line::standing, Line::rule)
                .containsExactly(tuple("Proposal", "1", "0", "Behind", rule.rule().version()));
        assertThat(read(besides, rule).gaps()).containsExactly("Proposal: overdue since Nov 1, 2026");
        var done = new Due(rule, 1, LocalDate.of(2026, 7, 1), LocalDate.of(2027, 4, 15), Due.State.DONE, OCTOBER, "");
        var filed = new Besides(NOW, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(),
                List.of(done));
        assertThat(read(filed, rule).gaps()).isEmpty();
        var tooLate = new Due(rule, 1, LocalDate.of(2026, 7, 1), LocalDate.of(2027, 4, 15), Due.State.DONE_LATE,
                LocalDate.of(2027, 4, 18), "");
        assertThat(read(
                new Besides(NOW, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(tooLate)),
                rule).lines()).extracting(Line::standing).containsExactly("Met, 3 days late");
        assertThat(new VisitRecords(page, Schools.with(rule).meters(), filed, Map.of()).of(rule.rule().id(), List.of(),
                List.of())).extracting(SiteVisit.Evidence::day).containsExactly(OCTOBER);
    }

    @Test
    void asManyReportsAnsweredAsVisitsWereIsMetAndOneThatStillRunsIsNot() {
        var rule = Rules.of(Kind.REPORT, "REPORT:INSPECTION", Counting.SCHOOL_DAYS_AFTER, 3, "school days");
        var due = NOW.minusSeconds(200_000);
        var answered = clock(ClockKind.INSPECTION_REPORT, due,
                new State.Answered(due, due.minusSeconds(60), false, "sent", "Ana", ANA, new State.Proof.None()));
        var running = clock(ClockKind.INSPECTION_REPORT, NOW.plusSeconds(60), new State.Running());
        assertThat(standings(rule, answered)).containsExactly("Met");
        assertThat(standings(rule, answered, running)).containsExactly("On pace");
        assertThat(standings(rule, answered, clock(ClockKind.INSPECTION_REPORT, due, new State.Running())))
                .containsExactly("Missed");
    }

    private List<String> standings(Requirement rule, ProgramClock... clocks) {
        return ClockLine.of(page, Schools.with(rule).meters(), List.of(clocks), NOW).stream()
                .map(l -> page.t("program.standing." + l.standing())).toList();
    }

    @Test
    void theMarshalsApprovalIsCalledSoAndNamesItsLetter() {
        var approved = new CampusException(new UUID(1, 1), Schools.SCHOOL, CampusException.Reason.MARSHAL_APPROVAL,
                "SSM-26-114", "two deputies", OCTOBER, LocalDate.of(2027, 7, 31), "KY@2000", "");
        assertThat(read(new Besides(NOW, List.of(), List.of(approved), List.of(), Optional.empty())).lines())
                .extracting(Line::what, Line::done, Line::outlook)
                .containsExactly(tuple("State marshal’s written approval",
                        "decided Oct 5, 2026, valid until Jul 31, 2027", "SSM-26-114 two deputies"));
    }

    private static Besides standards(@Nullable List<String> asked, @Nullable List<String> met) {
        var told = new PlanStandardsTold(new UUID(4, 1), 2, Instant.parse("2026-08-05T17:00:00Z"), asked, met,
                Map.of("AZ-1", "The plan holds a map."));
        return new Besides(NOW, List.of(), List.of(), List.of(), Optional.empty(), Optional.of(told));
    }

    private Read read(Besides besides, Requirement... rules) {
        return new BesidesLines(page, Schools.with(rules).meters(), Map.of(), besides).read();
    }

    private static Day covered(LocalDate day) {
        return new Day(Schools.SCHOOL, day, 1, 1, 420, 420, 0);
    }

    private static Day bare(LocalDate day, int uncovered) {
        return new Day(Schools.SCHOOL, day, 1, 0, 420, 420 - uncovered, uncovered);
    }

    private static CampusException exception(LocalDate from, LocalDate to) {
        return new CampusException(new UUID(1, 1), Schools.SCHOOL, CampusException.Reason.PERSONNEL,
                "a trained marshal", from, to, "R@2023", "");
    }

    private static ProgramClock clock(ClockKind kind, Instant due, State state) {
        return new ProgramClock(new UUID(0, 1), UUID.randomUUID(), new UUID(0, 3), Schools.SCHOOL, null, kind, "", "",
                due.minusSeconds(259_200), due.minusSeconds(60), due, "R@2020", false, state, 0);
    }
}
