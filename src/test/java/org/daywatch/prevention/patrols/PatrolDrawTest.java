package org.daywatch.prevention.patrols;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.daywatch.prevention.patrols.PatrolDraw.Day;
import org.daywatch.prevention.patrols.PatrolDraw.Hour;
import org.daywatch.prevention.patrols.PatrolDraw.Reason;
import org.daywatch.prevention.patrols.PatrolDraw.Route;
import org.daywatch.prevention.patrols.PatrolDraw.Weighed;
import tools.jackson.databind.json.JsonMapper;

class PatrolDrawTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Property(tries = 500)
    void everyZoneComesOnceAWeekAtLeastAndOnceADayAtMost(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int zones, @ForAll @IntRange(min = 1, max = 5) int days,
            @ForAll @IntRange(min = 1, max = 8) int stops) {
        var week = draw(seed, zones, days, stops, List.of()).week();
        var seen = new HashSet<UUID>();
        for (var route : week) {
            assertThat(route.order()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(Math.min(stops, zones));
            seen.addAll(route.order());
        }
        assertThat(week).hasSize(days);
        assertThat(seen).hasSize(zones);
    }

    /** Over many weeks, each of which knows the last walk of the one before. */
    @Property(tries = 200)
    void noDayHasTheOrderOfTheDayBefore(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int zones,
            @ForAll @IntRange(min = 2, max = 8) int stops) {
        List<UUID> before = List.of();
        for (int w = 0; w < 8; w++) {
            for (var route : draw(seed + w, zones, 5, stops, before).week()) {
                assertThat(route.order()).isNotEqualTo(before);
                before = route.order();
            }
        }
    }

    @Property(tries = 200)
    void theSameNumberGivesTheSameWeekAlsoFromWhatWasStored(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int zones) {
        var draw = draw(seed, zones, 5, 5, List.of(zone(1)));
        var json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(draw), PatrolDraw.class).week()).isEqualTo(draw.week());
    }

    @Example
    void anotherNumberGivesAnotherWeek() {
        assertThat(LongStream.range(0, 200)
                .mapToObj(seed -> draw(seed, 8, 5, 5, List.of()).week().stream().map(Route::order).toList()).distinct()
                .count()).isGreaterThan(195);
    }

    /** The three parts where things happen are walked more often than their turn; the hour too. */
    @Example
    void moreIsWalkedWhereAndWhenThingsHappen() {
        int heavy = 0;
        int light = 0;
        int lateHours = 0;
        for (long seed = 0; seed < 300; seed++) {
            for (var route : draw(seed, 12, 5, 5, List.of()).week()) {
                heavy += (int) route.order().stream().filter(z -> z.getLeastSignificantBits() <= 3).count();
                light += (int) route.order().stream().filter(z -> z.getLeastSignificantBits() > 3).count();
                if (route.fromHour() >= 12) lateHours++;
                route.stops().stream().filter(s -> s.reason() == Reason.PLACE)
                        .forEach(s -> assertThat(s.zone().getLeastSignificantBits()).isLessThanOrEqualTo(3));
            }
        }
        assertThat(heavy / 3.0).as("each of the three, against each of the nine").isGreaterThan(1.5 * light / 9.0);
        assertThat(lateHours).as("of 1,500 walks").isBetween(900, 1350);
    }

    @Example
    void aSchoolWithoutPartsOrWithoutSchoolDaysHasNoWalk() {
        assertThat(draw(1, 0, 5, 5, List.of()).week()).isEmpty();
        assertThat(draw(1, 4, 0, 5, List.of()).week()).isEmpty();
    }

    private static PatrolDraw draw(long seed, int zones, int days, int stops, List<UUID> before) {
        var weighed = new ArrayList<Weighed>();
        for (int z = 1; z <= zones; z++) weighed.add(new Weighed(zone(z), z <= 3 ? 6 : 1));
        var hours = List.of(new Hour(8, 1), new Hour(10, 1), new Hour(12, 4), new Hour(14, 2));
        return new PatrolDraw(seed, IntStream.range(0, days).mapToObj(d -> new Day(MONDAY.plusDays(d), hours)).toList(),
                List.copyOf(weighed), stops, before);
    }

    private static UUID zone(int n) {
        return new UUID(0, n);
    }
}
