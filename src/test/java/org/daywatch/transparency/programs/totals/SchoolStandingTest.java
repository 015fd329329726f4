package org.daywatch.transparency.programs.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.transparency.programs.meters.LogWeeks;
import org.daywatch.transparency.programs.meters.Quarter;
import org.daywatch.transparency.programs.meters.Rules;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.totals.SchoolMeters.Figures;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfOfficer;
import org.daywatch.transparency.programs.totals.SchoolMeters.Wanting;
import org.junit.jupiter.api.Test;

class SchoolStandingTest {

    private static final LocalDate JULY_30 = LocalDate.of(2026, 7, 30);

    @Test
    void aClockThatRanOutIsTheFirstThatASchoolLacksThoughAllElseIsOnPace() {
        var sweep = new Due(Rules.of(Kind.SWEEP, "SWEEP:DOORS", Counting.WEEK, 1, "sweeps"), 1, Schools.AS_OF,
                Schools.AS_OF.plusDays(3), Due.State.DUE, null, "");
        var school = Schools.with().due(sweep).meters();
        assertThat(school.worst(List.of())).isEqualTo(Standing.ON_PACE);
        var late = new Wanting("REPORT:INCIDENT", Standing.MISSED, 1);
        assertThat(school.worst(List.of(late))).isEqualTo(Standing.MISSED);
        assertThat(school.wanting(List.of(late))).containsExactly(late);
    }

    @Test
    void logsThatNobodyAsksForAreMissedByNobody() {
        var officer = new OfOfficer(new UUID(1, 1), new Figures(List.of(), null, 0), logs());
        assertThat(Schools.with().officers(officer).meters().wanting(List.of())).isEmpty();
        var asked = Schools.with(Rules.of(Kind.DOCUMENT, "LOG:WEEK", Counting.WEEK, 1, "logs")).officers(officer)
                .meters();
        assertThat(asked.wanting(List.of())).extracting(Wanting::subject, Wanting::times)
                .containsExactly(tuple("LOG:WEEK", 1));
    }

    private static LogWeeks logs() {
        var monday = LocalDate.of(2026, 11, 2);
        return LogWeeks.of(List.of(monday), List.of(), Map.of(), null, Schools.AS_OF);
    }

    @Test
    void aMeetingHeldBeforeSchoolBeganIsHeldAndNotMissedBesideIt() {
        var team = Rules.of(Kind.MEETING, "MEETING:SAFETY_TEAM", Counting.QUARTER, 1, "meetings");
        var window = new Due(team, 1, LocalDate.of(2026, 8, 3), LocalDate.of(2026, 9, 30), Due.State.MISSED, null, "");
        var held = Quarter.of(team, Schools.YEAR, List.of(JULY_30, LocalDate.of(2026, 10, 5)), Schools.AS_OF);
        var school = Schools.with(team).quarters(held).due(window).meters();
        assertThat(school.worst(List.of())).isEqualTo(Standing.ON_PACE);
        assertThat(school.dated()).isEmpty();
        assertThat(Schools.with(team).due(window).meters().worst(List.of())).as("without quarters the day speaks")
                .isEqualTo(Standing.MISSED);
    }

    @Test
    void whatIsUnknownDoesNotHideBehindWhatIsWell() {
        assertThat(Schools.with().meters()
                .worst(List.of(new Wanting("LRE", Standing.UNKNOWN, 1), new Wanting("SWEEP:DOORS", Standing.MET, 1))))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(Standing.values()).startsWith(Standing.MISSED, Standing.BEHIND, Standing.UNKNOWN);
    }

    @Test
    void drillsBeyondTheLimitAreTooManyAndNoDrillThatWasMissed() {
        var year = Rules.of(Kind.CEILING, "DRILL:ANY", Counting.AT_MOST_YEAR, 16, "drills");
        var school = Schools.with(year)
                .due(new Due(year, 17, JULY_30, Schools.AS_OF, Due.State.MISSED, Schools.AS_OF, "/drills/1")).meters();
        assertThat(school.wanting(List.of())).extracting(Wanting::subject).containsExactly("CEILING");
        assertThat(school.drills().missed()).isZero();
    }
}
