package org.daywatch.scheduling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.scheduling.engine.Small.mon;
import static org.daywatch.scheduling.engine.Small.seats;
import static org.daywatch.scheduling.engine.Small.tue;

import org.daywatch.scheduling.check.Draft;
import org.junit.jupiter.api.Test;

/**
 * Each shape of limit, alone: the engine fills to the last minute that is allowed and leaves open what is one minute
 * too much.
 */
class HourLimitsTest {

    /** The one shift is filled with the first end and left open with the second. */
    private static void lastMinute(Draft draft, String start, String allowed, String tooMuch) {
        assertThat(seats(draft.copy().shift("A", start, allowed))).as("ends " + allowed).containsExactly("A O");
        assertThat(seats(draft.copy().shift("A", start, tooMuch))).as("ends " + tooMuch).isEmpty();
    }

    @Test
    void aDayOfSixteenHoursIsFilledAndNoMinuteMore() {
        var day = Small.field().limit("CALENDAR_DAY", "{hours: '16:00', counts: ['WORKED']}").hours("DUTY",
                mon("00:00"), mon("08:00"));
        lastMinute(day, mon("08:00"), mon("16:00"), mon("16:01"));
    }

    @Test
    void aLimitForWorkDaysAloneLeavesDaysOffAlone() {
        var working = Small.field().limit("CALENDAR_DAY", "{hours: '04:00', counts: ['OFF_DUTY'], days: 'WORK_DAY'}");
        assertThat(seats(working.copy().shift("A", mon("12:00"), mon("18:00")))).containsExactly("A O");
        lastMinute(working.hours("DUTY", mon("00:00"), mon("08:00")), mon("12:00"), mon("16:00"), mon("16:01"));
        var off = Small.field().limit("CALENDAR_DAY", "{hours: '04:00', counts: ['OFF_DUTY'], days: 'DAY_OFF'}");
        assertThat(seats(off.copy().hours("DUTY", mon("00:00"), mon("08:00")).shift("A", mon("12:00"), mon("18:00"))))
                .containsExactly("A O");
        lastMinute(off, mon("12:00"), mon("16:00"), mon("16:01"));
    }

    @Test
    void aNightCountsInBothDaysItTouches() {
        var day = Small.field().limit("CALENDAR_DAY", "{hours: '06:00', counts: ['OFF_DUTY']}");
        lastMinute(day, mon("20:00"), tue("06:00"), tue("06:01"));
    }

    @Test
    void aWeekIsFilledToItsLastMinuteAndTheNextBeginsAtItsOwnHour() {
        var week = Small.field()
                .limit("WEEK", "{hours: '10:00', starts_on: 'TUESDAY', starts_at: '03:00', counts: ['WORKED']}")
                .hours("DUTY", mon("00:00"), mon("06:00"));
        lastMinute(week, mon("08:00"), mon("12:00"), mon("12:01"));
        // Of eight hours from 23:00 four fall into the old week and fill it.
        lastMinute(week, mon("23:00"), tue("07:00"), tue("13:01"));
        assertThat(seats(week.copy().shift("A", mon("22:59"), tue("07:00")))).isEmpty();
    }

    @Test
    void twoShiftsShareAWeekOnlyWhereBothFitIntoIt() {
        var two = Small.field().shift("A", mon("08:00"), mon("13:00"));
        var week = "{hours: '10:00', starts_on: 'SUNDAY', starts_at: '00:00', counts: ['OFF_DUTY']}";
        assertThat(seats(two.copy().limit("WEEK", week).shift("B", tue("08:00"), tue("13:00")))).containsExactly("A O",
                "B O");
        assertThat(seats(two.copy().limit("WEEK", week).shift("B", tue("08:00"), tue("13:01"))))
                .as("the longer is worth more").containsExactly("B O");
    }

    @Test
    void aMonthEndsAtItsLastMidnight() {
        var month = Small.field().limit("MONTH", "{hours: '20:00', counts: ['OFF_DUTY']}").hours("OFF_DUTY_ELSEWHERE",
                mon("00:00"), mon("16:00"));
        lastMinute(month, tue("08:00"), tue("12:00"), tue("12:01"));
        assertThat(seats(month.copy().shift("A", "2026-11-30T20:00:00-07:00", "2026-12-01T08:00:00-07:00")))
                .containsExactly("A O");
        assertThat(seats(month.copy().shift("A", "2026-11-30T19:59:00-07:00", "2026-12-01T08:00:00-07:00"))).isEmpty();
    }

    @Test
    void anyTwentyFourHoursWhicheverMinuteTheyBeginWith() {
        var rolling = Small.field().limit("ROLLING", "{hours: '16:00', length: '24:00', counts: ['WORKED']}")
                .hours("DUTY", mon("12:00"), mon("20:00"))
                .hours("DUTY", tue("08:00"), tue("13:00"));
        lastMinute(rolling, tue("02:00"), tue("06:00"), tue("06:01"));
    }

    @Test
    void fullHoursThatTheShiftDoesNotTouchAreNotItsBusiness() {
        var full = Small.field().limit("ROLLING", "{hours: '16:00', length: '24:00', counts: ['DUTY']}").hours("DUTY",
                mon("00:00"), mon("16:01"));
        assertThat(seats(full.copy().shift("A", tue("00:00"), tue("01:00")))).containsExactly("A O");
        assertThat(seats(full.copy().shift("A", mon("23:59"), tue("01:00")))).isEmpty();
    }

    @Test
    void aSpellGoesOnUntilAWholeRest() {
        // 8 h of duty; with 7:59 of rest before the shift all is one spell, with 8:00 it is two.
        var spell = Small.field().limit("REST_AFTER", "{hours: '12:00', rest: '08:00', counts: ['WORKED']}")
                .hours("DUTY", mon("00:00"), mon("08:00"));
        lastMinute(spell, mon("15:59"), mon("19:59"), mon("20:00"));
        assertThat(seats(spell.copy().shift("A", mon("16:00"), mon("20:01")))).containsExactly("A O");
    }

    @Test
    void aPauseInterruptsWorkAndAShorterOneDoesNot() {
        var stretch = Small.field().limit("CONTINUOUS", "{hours: '10:00', pause: '00:30', counts: ['WORKED']}")
                .hours("COURT", mon("06:00"), mon("11:00"));
        lastMinute(stretch, mon("11:29"), mon("16:29"), mon("16:30"));
        assertThat(seats(stretch.copy().shift("A", mon("11:30"), mon("16:31")))).containsExactly("A O");
    }

    @Test
    void workWithoutAPauseMayNotGoOnAMinuteLonger() {
        var touching = Small.field().limit("CONTINUOUS", "{hours: '10:00', pause: '00:00', counts: ['OFF_DUTY']}")
                .shift("A", mon("06:00"), mon("11:00"));
        assertThat(seats(touching.copy().shift("B", mon("11:00"), mon("16:00")))).containsExactly("A O", "B O");
        assertThat(seats(touching.copy().shift("B", mon("11:00"), mon("16:01")))).containsExactly("B O");
        assertThat(seats(touching.copy().shift("B", mon("11:01"), mon("16:02")))).as("a minute between")
                .containsExactly("A O", "B O");
    }

    @Test
    void restFromDutyBeforeAndAfter() {
        var rest = Small.field().limit("REST_BETWEEN", "{rest: '06:00', other: ['DUTY']}").hours("DUTY", mon("08:00"),
                mon("12:00"));
        assertThat(seats(rest.copy().shift("A", mon("18:00"), mon("20:00")))).containsExactly("A O");
        assertThat(seats(rest.copy().shift("A", mon("17:59"), mon("20:00")))).isEmpty();
        lastMinute(rest, mon("00:00"), mon("02:00"), mon("02:01"));
    }

    @Test
    void restBetweenTwoShiftsOfTheRoster() {
        var rest = Small.field().limit("REST_BETWEEN", "{rest: '06:00', other: ['OFF_DUTY_HERE']}").shift("A",
                mon("06:00"), mon("10:00"));
        assertThat(seats(rest.copy().shift("B", mon("16:00"), mon("21:00")))).containsExactly("A O", "B O");
        assertThat(seats(rest.copy().shift("B", mon("15:59"), mon("21:00")))).containsExactly("B O");
    }

    @Test
    void lessThanFourHoursBeforeDutyBegins() {
        var before = Small.field()
                .limit("BEFORE_SHIFT",
                        "{less_than: '04:00', look_back: '08:00', counts: ['OFF_DUTY'], shifts: ['DUTY']}")
                .hours("DUTY", tue("00:00"), tue("08:00"));
        lastMinute(before, mon("15:00"), mon("19:59"), mon("20:00"));
    }

    @Test
    void approvalIsAWordTheEngineCannotGiveAndAWarningNone() {
        var shift = Small.field().shift("A", mon("08:00"), mon("16:01"));
        var eight = "{hours: '08:00', counts: ['WORKED']}";
        assertThat(seats(shift.copy().limit("P", "CALENDAR_DAY", "APPROVE", "'2020-01-01'", eight))).isEmpty();
        assertThat(seats(shift.copy().limit("P", "CALENDAR_DAY", "WARN", "'2020-01-01'", eight)))
                .containsExactly("A O");
    }

    @Test
    void aLimitRulesFromItsFirstDayToItsLast() {
        var shift = Small.field().shift("A", mon("08:00"), mon("16:01")).limit("CALENDAR_DAY",
                "{hours: '08:00', counts: ['WORKED']}");
        assertThat(seats(shift.copy().set("policies", "P", "valid_from", "'2026-11-16'"))).isEmpty();
        assertThat(seats(shift.copy().set("policies", "P", "valid_from", "'2026-11-17'"))).containsExactly("A O");
        assertThat(seats(shift.copy().set("policies", "P", "valid_to", "'2026-11-16'"))).isEmpty();
        assertThat(seats(shift.copy().set("policies", "P", "valid_to", "'2026-11-15'"))).containsExactly("A O");
    }

    @Test
    void aNightThatLosesAnHourIsAnHourShorter() {
        // New York, 8 March 2026: 00:00 to 05:00 on the clock are four hours.
        var spring = Draft.in("America/New_York").set("objective", "{weights: {" + Small.FILL + "}}")
                .set("horizon", "{first: '2026-03-01', last: '2026-03-31'}")
                .limit("CALENDAR_DAY", "{hours: '04:00', counts: ['WORKED']}");
        lastMinute(spring, "2026-03-08T00:00:00-05:00", "2026-03-08T05:00:00-04:00", "2026-03-08T05:01:00-04:00");
    }
}
