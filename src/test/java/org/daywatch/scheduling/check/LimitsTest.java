package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Each shape of limit, kept to the minute and broken by one. Phoenix has no summer time: -07:00 all year. Monday is 16
 * November 2026.
 */
class LimitsTest {

    private static final String PHOENIX = "America/Phoenix";

    private static String mon(String time) {
        return "2026-11-16T" + time + ":00-07:00";
    }

    private static String tue(String time) {
        return "2026-11-17T" + time + ":00-07:00";
    }

    @Test
    void aDayHoldsSoMuchAndNoMinuteMore() {
        // 8 h of duty and 8 h here are 16 h.
        var day = Draft.in(PHOENIX).limit("CALENDAR_DAY", "{hours: '16:00', counts: ['WORKED']}").hours("DUTY",
                mon("00:00"), mon("08:00"));
        assertThat(day.copy().worked("A", mon("08:00"), mon("16:00")).found()).isEmpty();
        assertThat(day.copy().worked("A", mon("08:00"), mon("16:01")).figures())
                .isEqualTo("961 of 960, " + mon("00:00") + " to " + tue("00:00"));
    }

    @Test
    void aShiftOverMidnightIsCountedInBothDays() {
        // Tuesday: 4 h of the shift and 12:01 of duty.
        var night = Draft.in(PHOENIX).limit("CALENDAR_DAY", "{hours: '16:00', counts: ['WORKED']}").worked("A",
                mon("20:00"), tue("04:00"));
        assertThat(night.copy().hours("DUTY", tue("04:00"), tue("16:00")).found()).isEmpty();
        assertThat(night.copy().hours("DUTY", tue("04:00"), tue("16:01")).figures())
                .isEqualTo("961 of 960, " + tue("00:00") + " to 2026-11-18T00:00:00-07:00");
    }

    @Test
    void entriesThatOverlapCountOnce() {
        // Duty 00-08 and overtime 06-10 are 10 h; the shift makes 16.
        var day = Draft.in(PHOENIX).limit("CALENDAR_DAY", "{hours: '16:00', counts: ['WORKED']}")
                .hours("DUTY", mon("00:00"), mon("08:00"))
                .hours("OVERTIME", mon("06:00"), mon("10:00"));
        assertThat(day.copy().worked("A", mon("10:00"), mon("16:00")).found()).isEmpty();
        assertThat(day.copy().worked("A", mon("10:00"), mon("16:01")).figures()).startsWith("961 of 960");
    }

    @Test
    void aWorkDayIsOneOnWhichDutyNotDisplacedBegins() {
        // Duty from Monday 22:00 with leave until 02:00 begins on Tuesday at 02:00.
        var duty = Draft.in(PHOENIX).hours("DUTY", mon("22:00"), tue("06:00"))
                .hours("LEAVE", mon("22:00"), tue("02:00"))
                .worked("A", mon("08:00"), mon("13:00")).worked("B", tue("08:00"), tue("13:00"));
        assertThat(
                duty.copy().limit("CALENDAR_DAY", "{hours: '04:59', counts: ['OFF_DUTY'], days: 'WORK_DAY'}").found())
                .containsExactly("CAP_CALENDAR_DAY B/O/P");
        assertThat(duty.copy().limit("CALENDAR_DAY", "{hours: '04:59', counts: ['OFF_DUTY'], days: 'DAY_OFF'}").found())
                .containsExactly("CAP_CALENDAR_DAY A/O/P");
        assertThat(duty.copy().limit("CALENDAR_DAY", "{hours: '05:00', counts: ['OFF_DUTY']}").found()).isEmpty();
    }

    @Test
    void dutyThatTouchesIsOneStretchAndStartsOnce() {
        // Duty to midnight and duty from midnight are one stretch that begins on Monday; Tuesday is a day off.
        var duty = Draft.in(PHOENIX).hours("DUTY", mon("20:00"), tue("00:00")).hours("DUTY", tue("00:00"), tue("04:00"))
                .worked("B", tue("08:00"), tue("13:00"));
        assertThat(
                duty.copy().limit("CALENDAR_DAY", "{hours: '04:59', counts: ['OFF_DUTY'], days: 'WORK_DAY'}").found())
                .isEmpty();
        assertThat(duty.copy().limit("CALENDAR_DAY", "{hours: '04:59', counts: ['OFF_DUTY'], days: 'DAY_OFF'}").found())
                .containsExactly("CAP_CALENDAR_DAY B/O/P");
    }

    @Test
    void aWeekFromSaturdayThreeOClock() {
        // Saturday 21st, 00:00 to 06:00: three hours in each week. 7 h on Friday make 10 in the first.
        var week = Draft.in(PHOENIX)
                .limit("WEEK", "{hours: '10:00', starts_on: 'SATURDAY', starts_at: '03:00', counts: ['WORKED']}")
                .worked("A", "2026-11-21T00:00:00-07:00", "2026-11-21T06:00:00-07:00");
        assertThat(week.copy().hours("DUTY", "2026-11-20T12:00:00-07:00", "2026-11-20T19:00:00-07:00").found())
                .isEmpty();
        assertThat(week.copy().hours("DUTY", "2026-11-20T12:00:00-07:00", "2026-11-20T19:01:00-07:00").figures())
                .isEqualTo("601 of 600, 2026-11-14T03:00:00-07:00 to 2026-11-21T03:00:00-07:00");
        assertThat(week.copy().hours("COURT", "2026-11-27T12:00:00-07:00", "2026-11-27T19:01:00-07:00").figures())
                .isEqualTo("601 of 600, 2026-11-21T03:00:00-07:00 to 2026-11-28T03:00:00-07:00");
        // The week before both is too full, and none of the shift's business.
        assertThat(week.copy().hours("COURT", "2026-11-13T12:00:00-07:00", "2026-11-14T03:00:00-07:00").found())
                .isEmpty();
    }

    @Test
    void creditAndReliefChangeNothing() {
        var week = Draft.in(PHOENIX).worked("A", mon("08:00"), mon("16:01")).hours("LEAVE", tue("08:00"), tue("16:00"));
        assertThat(week.limit("WEEK",
                "{hours: '08:00', starts_on: 'SUNDAY', starts_at: '00:00', counts: ['WORKED'], credit: ['LEAVE'], "
                        + "relief: {up_to: '12:00', once_in_days: 28}}")
                .figures()).startsWith("481 of 480");
    }

    @Test
    void aMonthEndsAtItsLastMidnight() {
        // Two hours in November and two in December: of two equal breaches the earlier is named.
        var month = Draft.in(PHOENIX).worked("A", "2026-11-30T22:00:00-07:00", "2026-12-01T02:00:00-07:00");
        assertThat(month.copy().limit("MONTH", "{hours: '02:00', counts: ['OFF_DUTY']}").found()).isEmpty();
        assertThat(month.copy().limit("MONTH", "{hours: '01:59', counts: ['OFF_DUTY']}").figures())
                .isEqualTo("120 of 119, 2026-11-01T00:00:00-07:00 to 2026-12-01T00:00:00-07:00");
    }

    @Test
    void aRollingStretchBeginsAtAnyMinute() {
        // 8 h on Monday noon, 4 h in the night, 5 h on Tuesday from 08:00: the 24 h from Monday 12:00 or 13:00, and all between, hold 16.
        var rolling = Draft.in(PHOENIX).limit("ROLLING", "{hours: '16:00', length: '24:00', counts: ['WORKED']}")
                .hours("DUTY", mon("12:00"), mon("20:00")).hours("DUTY", tue("08:00"), tue("13:00"));
        assertThat(rolling.copy().worked("A", tue("02:00"), tue("06:00")).found()).isEmpty();
        assertThat(rolling.copy().worked("A", tue("02:00"), tue("06:01")).figures())
                .isEqualTo("961 of 960, " + mon("12:00") + " to " + tue("12:00"));
    }

    @Test
    void aRollingStretchMustHoldAMinuteOfTheShift() {
        // Their own duty breaks the limit on Monday from 00:00; a shift 24 h after it began is not in that stretch, one a minute earlier is.
        var rolling = Draft.in(PHOENIX).limit("ROLLING", "{hours: '16:00', length: '24:00', counts: ['DUTY']}")
                .hours("DUTY", mon("00:00"), mon("16:01"));
        assertThat(rolling.copy().worked("A", tue("00:00"), tue("01:00")).found()).isEmpty();
        assertThat(rolling.copy().worked("A", mon("23:59"), tue("01:00")).figures())
                .isEqualTo("961 of 960, " + mon("00:00") + " to " + tue("00:00"));
        // And at the other end: the only full stretch begins with the last minute before 08:00.
        var later = Draft.in(PHOENIX).limit("ROLLING", "{hours: '16:00', length: '24:00', counts: ['DUTY']}")
                .hours("DUTY", mon("15:58"), tue("07:59"));
        assertThat(later.copy().worked("A", mon("07:00"), mon("07:59")).found()).isEmpty();
        assertThat(later.copy().worked("A", mon("07:00"), mon("08:00")).figures())
                .isEqualTo("961 of 960, " + mon("07:59") + " to " + tue("07:59"));
    }

    @Test
    void aSpellGoesOnUntilAWholeRest() {
        // 8 h, 7:59 rest, 4:01 here, 7:59 rest, 4:01: one spell of 16:02. With 8:00 before the last it is two.
        var spell = Draft.in(PHOENIX).limit("REST_AFTER", "{hours: '16:00', rest: '08:00', counts: ['WORKED']}")
                .hours("DUTY", mon("00:00"), mon("08:00")).worked("A", mon("15:59"), mon("20:00"));
        assertThat(spell.copy().hours("DUTY", tue("04:00"), tue("08:01")).found()).isEmpty();
        assertThat(spell.copy().hours("DUTY", tue("03:59"), tue("08:00")).figures())
                .isEqualTo("962 of 960, " + mon("00:00") + " to " + tue("08:00"));
    }

    @Test
    void theShiftItselfIsNoRestEvenWhereItIsNotCounted() {
        // Only duty counts: 6 h until 06:00 and 5 h from 20:00, between them 14 h with a shift from 07:00 to 19:00.
        var spell = Draft.in(PHOENIX).limit("REST_AFTER", "{hours: '10:00', rest: '08:00', counts: ['DUTY']}")
                .hours("DUTY", mon("00:00"), mon("06:00")).hours("DUTY", mon("20:00"), tue("01:00"));
        assertThat(spell.copy().worked("A", mon("07:00"), mon("19:00")).figures())
                .isEqualTo("660 of 600, " + mon("00:00") + " to " + tue("01:00"));
        assertThat(spell.copy().worked("A", mon("07:00"), mon("12:00")).found()).isEmpty();
    }

    @Test
    void withoutAPauseOnlyWorkThatTouchesIsOneStretch() {
        var stretch = Draft.in(PHOENIX).limit("CONTINUOUS", "{hours: '10:00', pause: '00:00', counts: ['OFF_DUTY']}")
                .worked("A", mon("06:00"), mon("11:00"));
        assertThat(stretch.copy().worked("B", mon("11:00"), mon("16:00")).found()).isEmpty();
        assertThat(stretch.copy().worked("B", mon("11:00"), mon("16:01")).found())
                .containsExactly("CAP_CONTINUOUS A/O/P", "CAP_CONTINUOUS B/O/P");
        assertThat(stretch.copy().worked("B", mon("11:01"), mon("16:30")).found()).isEmpty();
    }

    @Test
    void aPauseShorterThanAskedDoesNotInterrupt() {
        var stretch = Draft.in(PHOENIX).limit("CONTINUOUS", "{hours: '10:00', pause: '00:30', counts: ['OFF_DUTY']}")
                .worked("A", mon("06:00"), mon("11:00"));
        assertThat(stretch.copy().worked("B", mon("11:30"), mon("16:31")).found()).isEmpty();
        assertThat(stretch.copy().worked("B", mon("11:29"), mon("16:30")).found())
                .containsExactly("CAP_CONTINUOUS A/O/P", "CAP_CONTINUOUS B/O/P");
    }

    @Test
    void restFromDutyBeforeAndAfter() {
        var rest = Draft.in(PHOENIX).limit("REST_BETWEEN", "{rest: '06:00', other: ['DUTY']}").hours("DUTY",
                mon("00:00"), mon("08:00"));
        assertThat(rest.copy().worked("A", mon("14:00"), mon("18:00")).found()).isEmpty();
        assertThat(rest.copy().worked("A", mon("13:59"), mon("18:00")).figures())
                .isEqualTo("359 of 360, " + mon("08:00") + " to " + mon("13:59"));
        assertThat(rest.copy().worked("A", "2026-11-15T14:00:00-07:00", "2026-11-15T18:01:00-07:00").figures())
                .isEqualTo("359 of 360, 2026-11-15T18:01:00-07:00 to " + mon("00:00"));
        // Leave from 06:00 displaces the end of the duty: they rest from then.
        assertThat(
                rest.copy().hours("LEAVE", mon("06:00"), mon("09:00")).worked("A", mon("12:00"), mon("18:00")).found())
                .isEmpty();
    }

    @Test
    void aShiftIsNotItsOwnNeighborButTheOfficersOtherShiftsAre() {
        var rest = Draft.in(PHOENIX).limit("REST_BETWEEN", "{rest: '06:00', other: ['OFF_DUTY_HERE']}").worked("A",
                mon("06:00"), mon("10:00"));
        assertThat(rest.found()).isEmpty();
        assertThat(rest.copy().worked("B", mon("16:00"), mon("20:00")).found()).isEmpty();
        assertThat(rest.copy().worked("B", mon("15:59"), mon("20:00")).found())
                .containsExactly("CAP_REST_BETWEEN A/O/P", "CAP_REST_BETWEEN B/O/P");
        assertThat(rest.copy().shift("B", mon("15:59"), mon("20:00")).seat("B", "O").pin("B", "O").found())
                .containsExactly("CAP_REST_BETWEEN A/O/P");
    }

    @Test
    void lessThanFourHoursBeforeDutyBegins() {
        // Duty from Tuesday 00:00: the eight hours from Monday 16:00.
        var before = Draft.in(PHOENIX)
                .limit("BEFORE_SHIFT",
                        "{less_than: '04:00', look_back: '08:00', counts: ['OFF_DUTY'], shifts: ['DUTY']}")
                .hours("DUTY", tue("00:00"), tue("08:00"));
        assertThat(before.copy().worked("A", mon("15:00"), mon("19:59")).found()).isEmpty();
        assertThat(before.copy().worked("A", mon("15:00"), mon("20:00")).figures())
                .isEqualTo("240 of 240, " + mon("16:00") + " to " + tue("00:00"));
        assertThat(
                before.copy().hours("SICK", tue("00:00"), tue("08:00")).worked("A", mon("15:00"), mon("20:00")).found())
                .isEmpty();
        // Leave until 02:00 moves the beginning, and with it the eight hours.
        assertThat(before.copy().hours("LEAVE", tue("00:00"), tue("02:00")).worked("A", mon("15:00"), mon("22:00"))
                .figures())
                .isEqualTo("240 of 240, " + mon("18:00") + " to " + tue("02:00"));
    }

    @Test
    void absenceCountsWhereALimitSaysSo() {
        var day = Draft.in(PHOENIX).limit("CALENDAR_DAY", "{hours: '10:00', counts: ['WORKED', 'ABSENT']}")
                .hours("COMP", mon("00:00"), mon("06:00"));
        assertThat(day.copy().worked("A", mon("06:00"), mon("10:00")).found()).isEmpty();
        assertThat(day.copy().worked("A", mon("06:00"), mon("10:01")).figures()).startsWith("601 of 600");
    }
}
