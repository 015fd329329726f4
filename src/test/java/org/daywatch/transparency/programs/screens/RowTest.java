package org.daywatch.transparency.programs.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.staffing.CoverageNow.AtSchool;
import org.daywatch.staffing.CoverageNow.State;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.exceptions.CampusException;
import org.daywatch.transparency.programs.meters.Rules;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.schools.SchoolRow.Answer;
import org.daywatch.transparency.programs.schools.SchoolRow;
import org.daywatch.transparency.programs.totals.SchoolMeters.Wanting;
import org.daywatch.transparency.programs.totals.Schools;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final Requirement OFFICER = Rules.of(Kind.GATE, "OFFICER:CAMPUS", Counting.ONCE, 1, "officers");

    @Test
    void onlyAnOfficerWhoStandsThereCountsAsOneAndWhatIsNotSaidNowIsNeitherYesNorNo() {
        assertThat(row(State.COVERED, false).answer()).isEqualTo(Answer.OFFICER);
        assertThat(row(State.AT_RISK, false).answer()).isEqualTo(Answer.AT_RISK);
        assertThat(row(State.UNPROVEN, false).answer()).isEqualTo(Answer.AT_RISK);
        assertThat(row(State.UNCOVERED, false).answer()).isEqualTo(Answer.BARE);
        assertThat(row(State.PROMISED, false).answer()).isEqualTo(Answer.NOT_NOW);
        assertThat(row(State.OVER, false).answer()).isEqualTo(Answer.NOT_NOW);
        assertThat(row(null, false).answer()).as("no post, and nothing is required of it").isEqualTo(Answer.BARE);
    }

    @Test
    void onADayWithoutSchoolNobodyIsMissing() {
        assertThat(new SchoolRow(Schools.with(OFFICER).metersOn(Schools.AS_OF.plusDays(5)), null, null, List.of())
                .answer()).as("a Sunday").isEqualTo(Answer.NOT_NOW);
        assertThat(new SchoolRow(Schools.with(OFFICER).metersOn(Schools.AS_OF.plusDays(6)), null, null, List.of())
                .answer()).as("the Monday after it").isEqualTo(Answer.BARE);
    }

    @Test
    void anExceptionCountsWhereNobodyStandsThere() {
        assertThat(row(State.UNCOVERED, true).answer()).isEqualTo(Answer.EXCEPTION);
        assertThat(row(null, true).answer()).isEqualTo(Answer.EXCEPTION);
        assertThat(row(State.COVERED, true).answer()).isEqualTo(Answer.OFFICER);
    }

    @Test
    void aBareCampusLacksItsOfficerWhereTheLawAsksForOne() {
        assertThat(row(State.UNCOVERED, false).wanting()).extracting(Wanting::subject)
                .containsExactly("OFFICER:CAMPUS");
        assertThat(row(State.UNCOVERED, true).wanting()).isEmpty();
        assertThat(new SchoolRow(Schools.with().meters(), null, null, List.of()).wanting()).as("no rule asks for one")
                .isEmpty();
    }

    @Test
    void clocksThatRanOutAndPapersNobodyHoldsAreLackingEachOnce() {
        var certificate = Rules.of(Kind.GATE, "GATE:FIREARMS", Counting.YEAR, 1, "times");
        var papers = List.of(paper(certificate, Certificates.State.MISSING),
                paper(certificate, Certificates.State.HELD), paper(certificate, Certificates.State.IN_GRACE));
        var clocks = List.of(clock(ClockKind.INCIDENT_REPORT, NOW.minusSeconds(60)),
                clock(ClockKind.INCIDENT_REPORT, NOW.minusSeconds(90)),
                clock(ClockKind.INSPECTION_REPORT, NOW.plusSeconds(60)));
        assertThat(Lacking.of(Schools.with().meters(), clocks, papers, 0, NOW))
                .extracting(Wanting::subject, Wanting::standing, Wanting::times)
                .containsExactly(tuple("REPORT:INCIDENT", Standing.MISSED, 2),
                        tuple("GATE:FIREARMS", Standing.MISSED, 1));
    }

    @Test
    void aPastDayTellsNothingOfWhoStandsThereNowAndCountsTheDaysNobodyStoodThere() {
        var school = Schools.with(OFFICER).meters();
        var past = new SchoolRow(school, null, null, Lacking.of(school, List.of(), List.of(), 3, NOW), true);
        assertThat(past.bare()).isFalse();
        assertThat(past.wanting()).extracting(Wanting::subject, Wanting::times)
                .containsExactly(tuple("OFFICER:CAMPUS", 3));
        assertThat(Lacking.of(Schools.with().meters(), List.of(), List.of(), 3, NOW)).as("no rule asks for one")
                .isEmpty();
    }

    @Test
    void theSecondHalfOwesNothingOfTheFirst() {
        var lockdown = Rules.of(Kind.DRILL, "DRILL:LOCKDOWN", Counting.EACH_HALF, 2, "drills");
        var secure = Rules.of(Kind.DRILL, "DRILL:SECURE", Counting.YEAR, 1, "drills");
        var first = new Due(lockdown, 1, day("2026-08-10"), day("2026-12-18"), Due.State.DONE, day("2026-09-16"),
                "/drills/1");
        var second = new Due(lockdown, 2, day("2027-01-05"), day("2027-05-27"), Due.State.COMING, null, "");
        var heldInAutumn = new Due(secure, 1, day("2026-08-10"), day("2027-05-27"), Due.State.DONE, day("2026-10-01"),
                "/drills/2");
        var all = List.of(first, second, heldInAutumn);
        assertThat(FirstScreenWords.ofHalf(all, day("2026-11-17"))).containsExactly(first);
        assertThat(FirstScreenWords.ofHalf(all, day("2027-02-01"))).containsExactly(second);
        assertThat(FirstScreenWords.ofHalf(List.of(heldInAutumn), day("2027-02-01"))).as("nothing is told by halves")
                .containsExactly(heldInAutumn);
    }

    private static SchoolRow row(@Nullable State state, boolean excepted) {
        var today = state == null ? null : new AtSchool(Schools.SCHOOL, state, List.of(), List.of(), 1, 1);
        var exception = new CampusException(new UUID(1, 1), Schools.SCHOOL, CampusException.Reason.FUNDING, "a marshal",
                Schools.AS_OF.minusDays(30), Schools.AS_OF.plusYears(1), "", "");
        return new SchoolRow(Schools.with(OFFICER).meters(), today, excepted ? exception : null, List.of());
    }

    private static Certificates.Line paper(Requirement gate, Certificates.State state) {
        return new Certificates.Line(new UUID(2, state.ordinal()), "Ana Cruz", "FIREARMS", state, null, gate);
    }

    private static ProgramClock clock(ClockKind kind, Instant due) {
        return new ProgramClock(new UUID(0, 1), UUID.randomUUID(), new UUID(0, 3), Schools.SCHOOL, null, kind, "", "",
                NOW.minusSeconds(9_000), NOW.minusSeconds(6_000), due, "R@2020", false,
                new ProgramClock.State.Running(), 0);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
