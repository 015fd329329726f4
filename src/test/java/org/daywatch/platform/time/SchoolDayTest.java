package org.daywatch.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.daywatch.platform.time.SchoolDay.Reading;
import org.junit.jupiter.api.Test;

class SchoolDayTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final ZoneId NAVAJO = ZoneId.of("America/Denver"); // the Navajo Nation keeps daylight saving time
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 14);
    private static final LocalDate AUTUMN = LocalDate.of(2027, 11, 7);

    @Test
    void theNightThatLosesAnHourIsSevenHoursLong() {
        assertThat(night(SPRING.minusDays(1), NEW_YORK)).isEqualTo(Duration.ofHours(7));
        assertThat(night(SPRING.minusDays(1), NAVAJO)).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void theNightThatGainsAnHourIsNineHoursLong() {
        assertThat(night(AUTUMN.minusDays(1), NEW_YORK)).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void arizonaOutsideTheNavajoNationNeverChangesItsClocks() {
        assertThat(night(SPRING.minusDays(1), PHOENIX)).isEqualTo(Duration.ofHours(8));
        assertThat(night(AUTUMN.minusDays(1), PHOENIX)).isEqualTo(Duration.ofHours(8));
        assertThat(new SchoolDay(SPRING, PHOENIX).reading(LocalTime.of(2, 30))).isEqualTo(Reading.PLAIN);
    }

    @Test
    void eightOClockAtTwoArizonaSchoolsIsAnHourApartInSummerAndTheSameInWinter() {
        var eight = LocalTime.of(8, 0);
        var summer = LocalDate.of(2026, 8, 10);
        var winter = LocalDate.of(2027, 1, 11);
        assertThat(Duration.between(new SchoolDay(summer, NAVAJO).at(eight), new SchoolDay(summer, PHOENIX).at(eight)))
                .hasHours(1);
        assertThat(new SchoolDay(winter, NAVAJO).at(eight)).isEqualTo(new SchoolDay(winter, PHOENIX).at(eight));
    }

    @Test
    void aSkippedTimeIsReadAsMuchLaterAsTheClocksJumped() {
        var day = new SchoolDay(SPRING, NEW_YORK);
        assertThat(day.reading(LocalTime.of(2, 30))).isEqualTo(Reading.SKIPPED);
        assertThat(day.at(LocalTime.of(2, 30))).isEqualTo(Instant.parse("2027-03-14T07:30:00Z"))
                .isEqualTo(day.at(LocalTime.of(3, 30)));
    }

    @Test
    void aTimeShownTwiceStartsAtTheFirstAndEndsAtTheSecond() {
        var day = new SchoolDay(AUTUMN, NEW_YORK);
        assertThat(day.reading(LocalTime.of(1, 30))).isEqualTo(Reading.TWICE);
        assertThat(day.window(LocalTime.of(1, 30), LocalTime.of(4, 0)).minutes()).isEqualTo(210);
        assertThat(day.window(LocalTime.of(0, 0), LocalTime.of(1, 30)).minutes()).isEqualTo(150);
    }

    @Test
    void aWindowStartingInTheGapStartsWhenTheClocksHaveJumped() {
        var day = new SchoolDay(SPRING, NEW_YORK);
        assertThat(day.window(LocalTime.of(2, 30), LocalTime.of(3, 15)).minutes()).isEqualTo(15);
        assertThatThrownBy(() -> day.window(LocalTime.of(2, 30), LocalTime.of(3, 0))).hasMessageContaining("jump over");
    }

    @Test
    void theWholeDayHasTwentyThreeTwentyFourOrTwentyFiveHours() {
        assertThat(new SchoolDay(SPRING, NEW_YORK).whole().length()).hasHours(23);
        assertThat(new SchoolDay(AUTUMN, NEW_YORK).whole().length()).hasHours(25);
        assertThat(new SchoolDay(AUTUMN, PHOENIX).whole().length()).hasHours(24);
    }

    @Property(tries = 4000)
    void wallTimeIsKeptInEveryZoneAndRealLengthFollowsFromTheOffsets(
            @ForAll("usZones") ZoneId zone, @ForAll("days") LocalDate date,
            @ForAll @IntRange(max = 1439) int from, @ForAll @IntRange(min = 30, max = 720) int wallMinutes) {
        var day = new SchoolDay(date, zone);
        var start = LocalTime.ofSecondOfDay(from * 60L);
        var end = start.plusMinutes(wallMinutes);
        var endDay = end.isAfter(start) ? day : new SchoolDay(date.plusDays(1), zone);
        if (day.reading(start) != Reading.PLAIN || endDay.reading(end) != Reading.PLAIN) return;
        var window = day.window(start, end);
        assertThat(window.start().atZone(zone).toLocalTime()).isEqualTo(start);
        assertThat(window.end().atZone(zone).toLocalTime()).isEqualTo(end);
        var rules = zone.getRules();
        var shift = rules.getOffset(window.end()).getTotalSeconds() - rules.getOffset(window.start()).getTotalSeconds();
        assertThat(window.minutes()).isEqualTo(wallMinutes - shift / 60);
    }

    /** Weekly posts over ten years: one a week, never lost or doubled, always at the same wall time. */
    @Property(tries = 60)
    void aWeeklyPostIsNeverLostOrDoubledFrom2026To2035(@ForAll("usZones") ZoneId zone,
            @ForAll @IntRange(max = 1439) int from) {
        var start = LocalTime.ofSecondOfDay(from * 60L);
        var last = LocalDate.of(2035, 12, 31);
        Instant before = Instant.MIN;
        for (var date = LocalDate.of(2026, 1, 4); !date.isAfter(last); date = date.plusDays(7)) {
            var window = new SchoolDay(date, zone).window(start, start.plusHours(8));
            assertThat(window.start()).isAfter(before);
            assertThat(window.start().atZone(zone).toLocalDate()).isEqualTo(date);
            assertThat(window.minutes()).isBetween(390L, 570L);
            before = window.end();
        }
    }

    @Provide
    Arbitrary<ZoneId> usZones() {
        return Arbitraries.of(UsZones.ALL);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        var changes = Arbitraries.of(UsZones.daysAroundChanges(2026, 2035));
        return Arbitraries.oneOf(Dates.dates().between(LocalDate.of(2026, 1, 1), LocalDate.of(2035, 12, 31)), changes);
    }

    private static Duration night(LocalDate evening, ZoneId zone) {
        return new SchoolDay(evening, zone).window(LocalTime.of(22, 0), LocalTime.of(6, 0)).length();
    }
}
