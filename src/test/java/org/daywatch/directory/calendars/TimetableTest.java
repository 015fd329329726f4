package org.daywatch.directory.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final UUID DISTRICT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID CALENDAR = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final Campus HIGH = campus(11, SchoolLevel.HIGH);
    private static final Campus GRADE = campus(12, SchoolLevel.ELEMENTARY);
    private static final Campus OTHER_GRADE = campus(13, SchoolLevel.ELEMENTARY);
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 21);

    @Test
    void everyWeekdayOfTheYearIsARegularDayAndWeekendsAreNot() {
        var calendar = calendar();
        assertThat(calendar.dayKind(HIGH.id(), HIGH.level(), MONDAY)).contains(DayKind.REGULAR);
        assertThat(calendar.dayKind(HIGH.id(), HIGH.level(), LAST)).contains(DayKind.REGULAR);
        assertThat(calendar.dayKind(HIGH.id(), HIGH.level(), MONDAY.plusDays(5))).isEmpty();
        assertThat(calendar.dayKind(HIGH.id(), HIGH.level(), MONDAY.minusDays(3))).isEmpty();
        assertThat(calendar.dayKind(HIGH.id(), HIGH.level(), LAST.plusDays(3))).isEmpty();
    }

    @Test
    void theMostSpecificExceptionWinsWhateverTheirOrder() {
        var district = day(CalendarScope.all(DISTRICT), DayKind.HOLIDAY);
        var level = day(new CalendarScope(DISTRICT, null, SchoolLevel.ELEMENTARY), DayKind.EARLY_RELEASE);
        var school = day(new CalendarScope(DISTRICT, GRADE.id(), null), DayKind.WEATHER);
        for (var order : List.of(List.of(district, level, school), List.of(school, level, district),
                List.of(level, school, district))) {
            var calendar = calendar(order.toArray(CalendarDay[]::new));
            assertThat(calendar.dayKind(HIGH.id(), HIGH.level(), MONDAY)).contains(DayKind.HOLIDAY);
            assertThat(calendar.dayKind(OTHER_GRADE.id(), OTHER_GRADE.level(), MONDAY)).contains(DayKind.EARLY_RELEASE);
            assertThat(calendar.dayKind(GRADE.id(), GRADE.level(), MONDAY)).contains(DayKind.WEATHER);
        }
    }

    @Test
    void anExceptionCanMakeASaturdayASchoolDayButNotADayOutsideTheYear() {
        var saturday = new CalendarDay(UUID.randomUUID(), MONDAY.plusDays(5), CalendarScope.all(DISTRICT),
                DayKind.REGULAR, "make-up day");
        var july = new CalendarDay(UUID.randomUUID(), MONDAY.minusDays(30), CalendarScope.all(DISTRICT),
                DayKind.REGULAR, "");
        var calendar = calendar(saturday, july);
        assertThat(calendar.dayKind(HIGH.id(), HIGH.level(), saturday.day())).contains(DayKind.REGULAR);
        assertThat(calendar.dayKind(HIGH.id(), HIGH.level(), july.day())).isEmpty();
    }

    @Test
    void puttingADayReplacesWhatStoodInItsSlotAndNothingElse() {
        var calendar = calendar(day(CalendarScope.all(DISTRICT), DayKind.HOLIDAY))
                .with(day(new CalendarScope(DISTRICT, GRADE.id(), null), DayKind.HALF_DAY))
                .with(day(CalendarScope.all(DISTRICT), DayKind.EXAM));
        assertThat(calendar.days().map(CalendarDay::kind)).containsExactly(DayKind.EXAM, DayKind.HALF_DAY);
    }

    @Test
    void anEntryIsForASchoolOrForALevelNotForBoth() {
        assertThatThrownBy(() -> new CalendarScope(DISTRICT, GRADE.id(), SchoolLevel.HIGH))
                .hasMessageContaining("not for both");
    }

    @Test
    void aDayRingsTheBellsOfItsKind() {
        var table = Timetable.of(List.of(calendar(day(CalendarScope.all(DISTRICT), DayKind.EARLY_RELEASE))),
                List.of(bells(GRADE, DayKind.REGULAR, "08:40", "15:15", 2000),
                        bells(GRADE, DayKind.EARLY_RELEASE, "08:40", "12:30", 2000)));
        assertThat(table.bellDay(GRADE, MONDAY)).contains(new BellDay(GRADE.id(), MONDAY, DayKind.EARLY_RELEASE,
                LocalTime.of(8, 40), LocalTime.of(12, 30), false));
        assertThat(table.bellDay(GRADE, MONDAY.plusDays(1)).orElseThrow().lastBell()).isEqualTo(LocalTime.of(15, 15));
    }

    @Test
    void aKindWithoutBellsOfItsOwnRingsTheRegularOnesAndSaysSo() {
        var table = Timetable.of(List.of(calendar(day(CalendarScope.all(DISTRICT), DayKind.EXAM))),
                List.of(bells(HIGH, DayKind.REGULAR, "07:25", "14:25", 2000)));
        assertThat(table.bellDay(HIGH, MONDAY).orElseThrow().assumed()).isTrue();
        assertThat(table.bellDay(GRADE, MONDAY)).as("no bells at all").isEmpty();
    }

    @Test
    void theBellsThatBeganLastAreInForce() {
        var table = Timetable.of(List.of(calendar()), List.of(bells(HIGH, DayKind.REGULAR, "07:25", "14:25", 2000),
                bells(HIGH, DayKind.REGULAR, "08:30", "15:30", 2027)));
        assertThat(table.bellDay(HIGH, MONDAY).orElseThrow().firstBell()).isEqualTo(LocalTime.of(7, 25));
        assertThat(table.bellDay(HIGH, LocalDate.of(2027, 1, 4)).orElseThrow().firstBell())
                .isEqualTo(LocalTime.of(8, 30));
    }

    @Test
    void whereTwoYearsOfADistrictOverlapTheLaterOneSpeaks() {
        var summer = SchoolCalendar.of(UUID.randomUUID(), DISTRICT, "Summer", LAST.minusDays(4), LAST.plusDays(40),
                List.of(
                        new CalendarDay(UUID.randomUUID(), LAST, CalendarScope.all(DISTRICT), DayKind.HOLIDAY, "")));
        var table = Timetable.of(List.of(calendar(), summer), List.of());
        assertThat(table.dayKind(HIGH, LAST)).contains(DayKind.HOLIDAY);
        assertThat(table.dayKind(HIGH, LAST.minusDays(7))).contains(DayKind.REGULAR);
    }

    @Test
    void aYearLikeThePublishedOneHas178StudentDays() {
        var table = Timetable.of(List.of(publishedYear()),
                List.of(bells(GRADE, DayKind.REGULAR, "08:40", "15:15", 2000)));
        assertThat(table.bellDays(List.of(GRADE), LocalDate.of(2019, 8, 1), LocalDate.of(2020, 6, 30))).hasSize(178);
    }

    /** The shape of a published 2019-20 Arizona year: breaks, staff days and holidays. */
    private static SchoolCalendar publishedYear() {
        var off = new java.util.ArrayList<LocalDate>();
        for (String range : List.of("2019-08-30/2019-08-30", "2019-09-02/2019-09-02", "2019-10-14/2019-10-18",
                "2019-11-11/2019-11-11",
                "2019-11-28/2019-11-29", "2019-12-20/2019-12-20", "2019-12-23/2020-01-03", "2020-01-17/2020-01-17",
                "2020-01-20/2020-01-20", "2020-02-20/2020-02-21", "2020-03-16/2020-03-20")) {
            var ends = range.split("/");
            LocalDate.parse(ends[0]).datesUntil(LocalDate.parse(ends[1]).plusDays(1)).forEach(off::add);
        }
        return SchoolCalendar.of(CALENDAR, DISTRICT, "2019-20", LocalDate.of(2019, 8, 5), LocalDate.of(2020, 5, 20), off
                .stream()
                .map(d -> new CalendarDay(UUID.randomUUID(), d, CalendarScope.all(DISTRICT), DayKind.HOLIDAY, ""))
                .toList());
    }

    private static SchoolCalendar calendar(CalendarDay... days) {
        return SchoolCalendar.of(CALENDAR, DISTRICT, "2026-27", MONDAY, LAST, List.of(days));
    }

    private static CalendarDay day(CalendarScope scope, DayKind kind) {
        return new CalendarDay(UUID.randomUUID(), MONDAY, scope, kind, "");
    }

    private static BellSchedule bells(Campus campus, DayKind kind, String first, String last, int fromYear) {
        return new BellSchedule(UUID.randomUUID(), campus.id(), kind, LocalTime.parse(first), LocalTime.parse(last),
                LocalDate.of(fromYear, 1, 1), null);
    }

    private static Campus campus(int n, SchoolLevel level) {
        return new Campus(new UUID(0x7000, 0x8000000000000000L + n), DISTRICT, "School " + n, "AZ", level,
                ZoneId.of("America/Phoenix"));
    }
}
