package org.daywatch.staffing.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.time.SchoolDay;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final LocalDate MONDAY = LocalDate.parse("2026-08-10");

    @Test
    void whoeverStatesNothingMayBeAskedAtAnyTime() {
        assertThat(free(Availability.ANY_TIME, MONDAY, 7, 15)).isTrue();
    }

    @Test
    void aDayAwayWinsOverTheWeekAndOverADayFree() {
        var week = List.of(new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(6, 0), LocalTime.of(18, 0)));
        var away = new DatedTime(MONDAY, MONDAY.plusDays(4), true, null, null);
        var free = new DatedTime(MONDAY, MONDAY, false, null, null);
        assertThat(free(new Availability(week, List.of()), MONDAY, 7, 15)).isTrue();
        assertThat(free(new Availability(week, List.of(away)), MONDAY, 7, 15)).isFalse();
        assertThat(free(new Availability(week, List.of(free, away)), MONDAY, 7, 15)).isFalse();
        assertThat(free(new Availability(week, List.of(away)), MONDAY.plusDays(7), 7, 15)).isTrue();
    }

    @Test
    void aDayFreeOpensAWeekdayTheOfficerUsuallyLeavesOutWithinItsHours() {
        var week = List.of(new WeeklyTime(DayOfWeek.TUESDAY, LocalTime.of(6, 0), LocalTime.of(18, 0)));
        var free = new DatedTime(MONDAY, MONDAY, false, LocalTime.of(7, 0), LocalTime.of(15, 0));
        var availability = new Availability(week, List.of(free));
        assertThat(free(availability, MONDAY, 7, 15)).isTrue();
        assertThat(free(availability, MONDAY, 7, 16)).isFalse();
        assertThat(free(availability, MONDAY.plusDays(7), 7, 15)).isFalse();
    }

    @Test
    void aNightThatEndsOnADayAwayIsNotFree() {
        var away = new Availability(List.of(), List.of(new DatedTime(MONDAY, MONDAY, true, null, null)));
        var sundayNight = new SchoolDay(MONDAY.minusDays(1), PHOENIX).window(LocalTime.of(20, 0), LocalTime.of(2, 0));
        assertThat(away.covers(sundayNight, PHOENIX)).isFalse();
        var sundayEvening = new SchoolDay(MONDAY.minusDays(1), PHOENIX).window(LocalTime.of(16, 0), LocalTime.MIDNIGHT);
        assertThat(away.covers(sundayEvening, PHOENIX)).isTrue();
    }

    @Test
    void aPostGrantsTheWishesItFits() {
        var school = UUID.randomUUID();
        var wishes = new Wishes(List.of(school), List.of("HIGH"), Set.of(DayOfWeek.FRIDAY), 3);
        assertThat(wishes.granted(school, "HIGH", DayOfWeek.MONDAY)).containsExactly("SCHOOL", "LEVEL");
        assertThat(wishes.granted(UUID.randomUUID(), "MIDDLE", DayOfWeek.FRIDAY)).containsExactly("DAY");
        assertThat(Wishes.NONE.granted(school, "HIGH", DayOfWeek.FRIDAY)).isEmpty();
    }

    private static boolean free(Availability availability, LocalDate day, int from, int to) {
        return availability.covers(new SchoolDay(day, PHOENIX).window(LocalTime.of(from, 0), LocalTime.of(to, 0)),
                PHOENIX);
    }
}
