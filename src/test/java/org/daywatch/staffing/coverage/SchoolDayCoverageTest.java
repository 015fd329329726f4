package org.daywatch.staffing.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.staffing.coverage.CoverageState.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A school's post from 07:00 to 15:00, with five minutes of grace: how the board names it, minute by minute. */
class SchoolDayCoverageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 10);
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Campus SCHOOL = new Campus(UUID.randomUUID(), UUID.randomUUID(), "Ocotillo High", "AZ",
            SchoolLevel.HIGH, ZoneOffset.UTC);

    @Test
    void aPostNobodyHasIsAtRiskUntilItBeginsAndUncoveredFromThen() {
        assertThat(state("06:59", post())).isEqualTo(AT_RISK);
        assertThat(state("07:01", post())).isEqualTo(UNCOVERED);
        assertThat(state("15:00", post())).isEqualTo(OVER);
    }

    @Test
    void anOfficerWhoIsLateIsARiskWithinTheirGraceAndAGapAfterIt() {
        var promised = attendance("SCHEDULED", null, true);
        assertThat(state("06:59", post(promised))).isEqualTo(PROMISED);
        assertThat(state("07:04", post(promised))).isEqualTo(AT_RISK);
        assertThat(state("07:05", post(promised))).isEqualTo(UNCOVERED);
    }

    @Test
    void whoAcceptsAfterTheStartIsARiskForAGraceOfTheirOwn() {
        var accepted = post(
                new Attendance(UUID.randomUUID(), "Dana Vega", "SCHEDULED", at("09:06"), null, null, true, List.of()));
        assertThat(state("09:10", accepted)).isEqualTo(AT_RISK);
        assertThat(state("09:11", accepted)).isEqualTo(UNCOVERED);
    }

    @Test
    void anOfficerOnPostCoversItOnceTheSchoolHasConfirmedThem() {
        assertThat(state("09:00", post(attendance("ON_POST", "06:55", true)))).isEqualTo(COVERED);
        assertThat(state("09:00", post(attendance("ON_POST", "06:55", false)))).isEqualTo(UNPROVEN);
        assertThat(state("09:00", post(attendance("NO_SHOW", null, true)))).isEqualTo(UNCOVERED);
    }

    @Test
    void aSchoolStandsAsItsMostUrgentPostDoes() {
        var covered = post(attendance("ON_POST", "06:55", true));
        assertThat(state("09:00", covered, post())).isEqualTo(UNCOVERED);
        assertThat(state("06:00", post(attendance("SCHEDULED", null, true)), post())).isEqualTo(AT_RISK);
        assertThat(Arrays.asList(CoverageState.values())).as("the order of the board").startsWith(UNCOVERED, AT_RISK);
    }

    @Test
    void minutesOfSeveralPostsAddUp() {
        var day = day("08:00", post(attendance("ON_POST", "07:10", true)), post());
        assertThat(List.of(day.required(), day.covered(), day.uncovered(), day.toCome())).containsExactly(960L, 50L,
                70L, 840L);
        assertThat(day.unfilled()).isEqualTo(1);
        assertThat(day.worstPost()).isEqualTo(day.seats().getLast().row().post().postId());
    }

    private static CoverageState state(String now, CoverageQueries.Row... posts) {
        return day(now, posts).state();
    }

    private static SchoolDayCoverage day(String now, CoverageQueries.Row... posts) {
        return SchoolDayCoverage.of(SCHOOL, "Mesquite Unified", List.of(posts), at(now), GRACE);
    }

    private static CoverageQueries.Row post(Attendance... attendances) {
        var window = new Window(at("07:00"), at("15:00"));
        return new CoverageQueries.Row(new PostDay(UUID.randomUUID(), SCHOOL.id(), window, List.of(attendances)),
                SCHOOL.districtId(), DAY, "SSO",
                "OPEN", 1, "REGULAR");
    }

    private static Attendance attendance(String state, @Nullable String in, boolean proven) {
        return new Attendance(UUID.randomUUID(), "Dana Vega", state, Instant.EPOCH, in == null ? null : at(in), null,
                proven, List.of());
    }

    private static Instant at(String time) {
        return Instant.parse(DAY + "T" + time + ":00Z");
    }
}
