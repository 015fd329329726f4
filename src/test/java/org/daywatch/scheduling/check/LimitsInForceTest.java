package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a limit speaks at all, on days of odd length, and how pins stand to it. */
class LimitsInForceTest {

    private static final String DAY_8 = "{hours: '08:00', counts: ['WORKED']}";

    private static String mon(String time) {
        return "2026-11-16T" + time + ":00-07:00";
    }

    @Test
    void warnIsNoRuleApproveIs() {
        var shift = Draft.in("America/Phoenix").worked("A", mon("08:00"), mon("16:01"));
        assertThat(shift.copy().limit("P", "CALENDAR_DAY", "WARN", "'2020-01-01'", DAY_8).found()).isEmpty();
        assertThat(shift.copy().limit("P", "CALENDAR_DAY", "APPROVE", "'2020-01-01'", DAY_8).found())
                .containsExactly("CAP_CALENDAR_DAY A/O/P");
    }

    @Test
    void aLimitOfAnotherDepartmentOrOfNoneIsNotTheirs() {
        var shift = Draft.in("America/Phoenix").worked("A", mon("08:00"), mon("16:01")).limit("CALENDAR_DAY", DAY_8);
        assertThat(shift.copy().without("officers", "O", "department").found()).isEmpty();
        assertThat(shift.copy().add("departments", "{id: 'E', zone: 'America/Phoenix'}")
                .set("officers", "O", "department", "'E'").found()).isEmpty();
    }

    @Test
    void inForceOnTheDayTheShiftStartsInTheDepartmentsZone() {
        // Monday 23:30 in Phoenix is Tuesday 01:30 in New York.
        var shift = Draft.in("America/Phoenix").worked("A", mon("23:30"), "2026-11-17T07:31:00-07:00").limit("P",
                "ROLLING", "BLOCK", "'2026-11-17'",
                "{hours: '08:00', length: '24:00', counts: ['WORKED']}");
        assertThat(shift.copy().found()).isEmpty();
        assertThat(shift.copy().set("departments", "D", "zone", "'America/New_York'").found())
                .containsExactly("CAP_ROLLING A/O/P");
    }

    @Test
    void theLastDayOfALimitIsOneOfIts() {
        var shift = Draft.in("America/Phoenix").worked("A", mon("08:00"), mon("16:01")).limit("CALENDAR_DAY", DAY_8);
        assertThat(shift.copy().set("policies", "P", "valid_to", "'2026-11-16'").found())
                .containsExactly("CAP_CALENDAR_DAY A/O/P");
        assertThat(shift.copy().set("policies", "P", "valid_to", "'2026-11-15'").found()).isEmpty();
    }

    @Test
    void aNightThatLosesAnHourIsAnHourShorter() {
        // New York, 8 March 2026: 00:00 to 05:00 on the clock are four hours.
        var spring = Draft.in("America/New_York").worked("A", "2026-03-08T00:00:00-05:00", "2026-03-08T05:00:00-04:00");
        assertThat(spring.copy().limit("CALENDAR_DAY", "{hours: '04:00', counts: ['WORKED']}").found()).isEmpty();
        assertThat(spring.copy().limit("CALENDAR_DAY", "{hours: '03:59', counts: ['WORKED']}").figures())
                .isEqualTo("240 of 239, 2026-03-08T00:00:00-05:00 to 2026-03-09T00:00:00-04:00");
    }

    @Test
    void aDayThatGainsAnHourHasTwentyFive() {
        // New York, 1 November 2026, from midnight to midnight: 25 hours.
        var autumn = Draft.in("America/New_York").worked("A", "2026-11-01T00:00:00-04:00", "2026-11-02T00:00:00-05:00");
        assertThat(autumn.copy().limit("CALENDAR_DAY", "{hours: '25:00', counts: ['WORKED']}").found()).isEmpty();
        assertThat(autumn.copy().limit("CALENDAR_DAY", "{hours: '24:59', counts: ['WORKED']}").figures())
                .startsWith("1500 of 1499");
        assertThat(autumn.copy().limit("ROLLING", "{hours: '23:59', length: '24:00', counts: ['WORKED']}").figures())
                .startsWith("1440 of 1439");
    }

    @Test
    void aWeekThatBeginsInTheHourThatDoesNotExistBeginsAnHourLater() {
        // Sunday 8 March 2026, 02:30 is 03:30: until then it is the old week. 00:00 to 03:30 on the clock are 2:30 hours.
        var week = Draft.in("America/New_York").limit("WEEK",
                "{hours: '02:29', starts_on: 'SUNDAY', starts_at: '02:30', counts: ['WORKED']}");
        assertThat(week.copy().worked("A", "2026-03-08T00:00:00-05:00", "2026-03-08T03:30:00-04:00").figures())
                .isEqualTo("150 of 149, 2026-03-01T02:30:00-05:00 to 2026-03-08T03:30:00-04:00");
        assertThat(week.copy().worked("A", "2026-03-08T00:01:00-05:00", "2026-03-08T05:00:00-04:00").found()).isEmpty();
    }

    @Test
    void pinsMayBreakALimitButNothingMayBeAdded() {
        // 8 h of duty and a pinned 8:30 are over 16 by themselves. An hour more, not pinned, makes 17:30 and is wrong.
        var pinned = Draft.in("America/Phoenix").limit("CALENDAR_DAY", "{hours: '16:00', counts: ['WORKED']}")
                .hours("DUTY", mon("00:00"), mon("08:00"))
                .worked("A", mon("08:00"), mon("16:30")).pin("A", "O");
        assertThat(pinned.found()).isEmpty();
        assertThat(pinned.copy().worked("B", mon("20:00"), mon("21:00")).found())
                .containsExactly("CAP_CALENDAR_DAY B/O/P");
        assertThat(pinned.copy().worked("B", mon("20:00"), mon("21:00")).figures()).startsWith("1050 of 960");
    }

    @Test
    void pinsBreakNoRuleAmongThemselves() {
        // Two on a shift that needs one, both at another shift at the same time, on duty, without the role: all accepted already.
        var pinned = Draft.in("America/Phoenix").add("officers", "{id: 'N', roles: ['JPO']}")
                .hours("DUTY", mon("08:00"), mon("16:00"))
                .worked("A", mon("08:00"), mon("16:00")).worked("B", mon("08:00"), mon("16:00")).seat("A", "N")
                .seat("B", "N")
                .pin("A", "O").pin("B", "O").pin("A", "N").pin("B", "N");
        assertThat(pinned.found()).isEmpty();
        assertThat(pinned.check().judged()).containsEntry("PIN_BROKEN", 4L).containsEntry("ELSEWHERE", 0L)
                .containsEntry("TOO_MANY", 2L);
        assertThat(pinned.copy().add("officers", "{id: 'M'}").seat("A", "M").found()).containsExactly("TOO_MANY A");
    }

    @Test
    void aLimitBrokenByOtherHoursAloneStopsEveryShiftItsPeriodTouches() {
        // Only duty is counted, and there is too much of it; the shift adds nothing and is still not allowed there.
        var day = Draft.in("America/Phoenix").limit("CALENDAR_DAY", "{hours: '08:00', counts: ['DUTY']}").hours("DUTY",
                mon("00:00"), mon("08:01"));
        assertThat(day.worked("A", mon("20:00"), mon("21:00")).found()).containsExactly("CAP_CALENDAR_DAY A/O/P");
    }
}
