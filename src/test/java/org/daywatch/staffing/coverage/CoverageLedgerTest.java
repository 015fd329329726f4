package org.daywatch.staffing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.PostDay.Absence;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.junit.jupiter.api.Test;

class CoverageLedgerTest {

    private static final Instant EVENING = at("18:00");

    @Test
    void aPostNobodyTookIsUncoveredFromTheFirstMinuteToTheLast() {
        assertThat(told(post(), EVENING)).isEqualTo("480 = 0 + 480 + 0 | 07:00-15:00 NOT_FILLED");
    }

    @Test
    void anOfficerWhoCameEarlyAndStayedCoversTheWholeWindowAndNoMoreThanThat() {
        assertThat(told(post(shift("ENDED", "06:41", "15:12")), EVENING))
                .isEqualTo("480 = 480 + 0 + 0 | 07:00-15:00 COVERED");
    }

    @Test
    void theMinutesBeforeALateOfficerCameAreUncovered() {
        assertThat(told(post(shift("ENDED", "07:18", "15:00")), EVENING))
                .isEqualTo("480 = 462 + 18 + 0 | 07:00-07:18 LATE, 07:18-15:00 COVERED");
    }

    @Test
    void leavingBeforeTheLastBellLeavesAGap() {
        assertThat(told(post(shift("ENDED", "06:55", "14:20")), EVENING))
                .isEqualTo("480 = 440 + 40 + 0 | 07:00-14:20 COVERED, 14:20-15:00 LEFT_EARLY");
    }

    @Test
    void offCampusForCourtIsAGapWithItsOwnReason() {
        var shift = shift("ENDED", "06:55", "15:00", absence("10:00", "11:30"));
        assertThat(told(post(shift), EVENING))
                .isEqualTo("480 = 390 + 90 + 0 | 07:00-10:00 COVERED, 10:00-11:30 OFF_CAMPUS, 11:30-15:00 COVERED");
    }

    @Test
    void aReliefWhoTakesOverAfterANoShowCoversFromTheirCheckIn() {
        assertThat(told(post(shift("NO_SHOW", null, null), shift("ENDED", "08:10", "15:00")), EVENING))
                .isEqualTo("480 = 410 + 70 + 0 | 07:00-08:10 NO_SHOW, 08:10-15:00 COVERED");
    }

    @Test
    void minutesBeforeAnOfficerAcceptedAreNobodysLateness() {
        var accepted = new Attendance(UUID.randomUUID(), "A", "NO_SHOW", at("09:06"), null, null, true, List.of());
        assertThat(told(post(accepted), at("10:00")))
                .isEqualTo("480 = 0 + 180 + 300 | 07:00-09:06 NOT_FILLED, 09:06-10:00 NO_SHOW, 10:00-15:00 TO_COME");
        assertThat(told(post(shift("GIVEN_BACK", null, null),
                new Attendance(UUID.randomUUID(), "B", "ENDED", at("09:06"), at("09:20"), at("15:00"), true,
                        List.of())),
                EVENING))
                .isEqualTo("480 = 340 + 140 + 0 | 07:00-09:06 CALLED_OFF, 09:06-09:20 LATE, 09:20-15:00 COVERED");
    }

    @Test
    void whatIsStillToComeIsNeitherCoveredNorUncovered() {
        assertThat(told(post(shift("ON_POST", "06:58", null)), at("09:40")))
                .isEqualTo("480 = 160 + 0 + 320 | 07:00-09:40 COVERED, 09:40-15:00 TO_COME");
        assertThat(told(post(), at("06:00"))).isEqualTo("480 = 0 + 0 + 480 | 07:00-15:00 TO_COME");
    }

    @Test
    void aCheckInByPositionAloneDoesNotCoverUntilTheSchoolConfirmsIt() {
        var unproven = new Attendance(UUID.randomUUID(), "A", "ON_POST", Instant.EPOCH, at("07:00"), null, false,
                List.of());
        assertThat(told(post(unproven), at("08:00")))
                .isEqualTo("480 = 0 + 60 + 420 | 07:00-08:00 CHECK_IN_UNPROVEN, 08:00-15:00 TO_COME");
    }

    @Test
    void secondsNeverMakeTheSumWrong() {
        var shift = new Attendance(UUID.randomUUID(), "A", "ON_POST", Instant.EPOCH, at("07:18").plusSeconds(41), null,
                true, List.of());
        assertThat(told(post(shift), at("09:00").plusSeconds(59)))
                .isEqualTo("480 = 102 + 18 + 360 | 07:00-07:18 LATE, 07:18-09:00 COVERED, 09:00-15:00 TO_COME");
    }

    @Test
    void aShiftGivenBackWithNobodyInsteadIsCalledOff() {
        assertThat(told(post(shift("GIVEN_BACK", null, null)), EVENING))
                .isEqualTo("480 = 0 + 480 + 0 | 07:00-15:00 CALLED_OFF");
    }

    static PostDay post(Attendance... attendances) {
        return new PostDay(UUID.randomUUID(), UUID.randomUUID(), new Window(at("07:00"), at("15:00")),
                List.of(attendances));
    }

    static Attendance shift(String state, String in, String out, Absence... absences) {
        return new Attendance(UUID.randomUUID(), "A", state, Instant.EPOCH, in == null ? null : at(in),
                out == null ? null : at(out), true,
                Arrays.asList(absences));
    }

    static Absence absence(String from, String to) {
        return new Absence(at(from), to == null ? null : at(to));
    }

    static Instant at(String time) {
        return Instant.parse("2026-08-03T" + time + ":00Z");
    }

    /** "required = covered + uncovered + to come | stretch, stretch": one line a coordinator could have written. */
    static String told(PostDay post, Instant now) {
        var result = CoverageLedger.of(post, now);
        var line = new StringBuilder(result.required() + " = " + result.covered() + " + " + result.uncovered() + " + "
                + result.toCome() + " | ");
        for (int i = 0; i < result.stretches().size(); i++) {
            var s = result.stretches().get(i);
            line.append(i == 0 ? "" : ", ").append(s.window().start().toString(), 11, 16).append('-')
                    .append(s.window().end().toString(), 11, 16)
                    .append(' ').append(s.reason() != null ? s.reason().name() : s.kind().name());
        }
        return line.toString();
    }
}
