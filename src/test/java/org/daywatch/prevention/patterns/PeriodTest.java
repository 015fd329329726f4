package org.daywatch.prevention.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.prevention.patterns.Happening.Kind;
import org.daywatch.prevention.patterns.Happening.Source;
import org.daywatch.prevention.patterns.Period.Noted;
import org.daywatch.prevention.zones.Zone;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final ZoneId ZONE = ZoneId.of("America/Phoenix");
    private static final LocalDate BEGINS = LocalDate.of(2026, 3, 1);
    private static final int SMALL = 3;
    private static final List<Zone> ZONES = List.of(zone(1, "Cafeteria"), zone(2, "Gym"), zone(3, "Bus loop"));

    @Test
    void everyDayIsInOnePeriodAndItIsShownAWeekAfterItsEnd() {
        assertThat(Period.of(LocalDate.of(2026, 10, 31))).isEqualTo(new Period(LocalDate.of(2026, 7, 1)));
        assertThat(Period.of(LocalDate.of(2027, 2, 28)).from()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(Period.shown(LocalDate.of(2026, 11, 7)).getFirst().from()).as("what is written late finds its place")
                .isEqualTo(LocalDate.of(2026, 3, 1));
        var shown = Period.shown(LocalDate.of(2026, 11, 8));
        assertThat(shown.getFirst().from()).isEqualTo(LocalDate.of(2026, 7, 1));
        for (int i = 1; i < shown.size(); i++)
            assertThat(shown.get(i).to().plusDays(1)).as("one after the other, none in another")
                    .isEqualTo(shown.get(i - 1).from());
    }

    @Test
    void aGuesserWhoLooksEveryDayLearnsOfNoSingleDay() {
        for (int school = 0; school < 12; school++) {
            var all = school(new Random(school));
            assertThat(guessed(all, PeriodTest::fixed)).as("school %d", school).isEmpty();
        }
    }

    /** That the guesser is no fool: where the year grows by a month at a time, they take one month from the next. */
    @Test
    void theSameGuesserLearnsEverythingWhereAYearGrowsMonthByMonth() {
        assertThat(guessed(school(new Random(0)), PeriodTest::growing)).isNotEmpty();
    }

    /**
     * What they know after two years: cells of which one number and another, shown later, differ by less than may be
     * shown.
     */
    private static TreeSet<String> guessed(List<Noted> all, BiFunction<List<Noted>, LocalDate, List<View>> shown) {
        var seen = new HashMap<String, Integer>();
        var learned = new TreeSet<String>();
        for (var today = BEGINS; today.isBefore(BEGINS.plusYears(2)); today = today.plusDays(1)) {
            for (var view : shown.apply(knownOn(all, today), today)) {
                numbers(view).forEach((cell, number) -> {
                    var before = seen.put(cell, number);
                    if (before != null && !before.equals(number) && Math.abs(before - number) < SMALL)
                        learned.add(cell + ": " + before + " and then " + number);
                });
            }
        }
        return learned;
    }

    /** @param name what the guesser takes for the same time */
    private record View(String name, Pattern pattern) {}

    private static List<View> fixed(List<Noted> known, LocalDate today) {
        return Period.shown(today).stream()
                .map(p -> new View(p.from().toString(), Pattern.of(p.counted(known, ZONE), ZONES, SMALL))).toList();
    }

    private static List<View> growing(List<Noted> known, LocalDate today) {
        var month = today.withDayOfMonth(1);
        return List.of(new View("this year",
                Pattern.of(known.stream().filter(n -> n.dropped() == null && n.what().day().isBefore(month))
                        .map(Noted::what).toList(), ZONES, SMALL)));
    }

    private static HashMap<String, Integer> numbers(View view) {
        var numbers = new HashMap<String, Integer>();
        var p = view.pattern();
        for (int r = 0; r < p.grid().size(); r++)
            for (int b = 0; b < p.grid().get(r).size(); b++)
                if (!p.grid().get(r).get(b).hidden())
                    numbers.put(view.name() + " time " + r + "/" + b, p.grid().get(r).get(b).number());
        p.places().forEach(x -> {
            if (!x.count().hidden())
                numbers.put(view.name() + " place " + (x.zone() == null ? "unknown" : x.zone().name()),
                        x.count().number());
        });
        p.kinds().forEach(
                x -> { if (!x.count().hidden()) numbers.put(view.name() + " kind " + x.kind(), x.count().number()); });
        if (p.total() != null) numbers.put(view.name() + " in all", p.total());
        return numbers;
    }

    /** As the tables were on that evening. */
    private static List<Noted> knownOn(List<Noted> all, LocalDate today) {
        var night = today.plusDays(1).atStartOfDay(ZONE).toInstant();
        var known = new ArrayList<Noted>();
        for (var n : all) {
            if (!n.written().isBefore(night)) continue;
            boolean placed = n.placed() == null || n.placed().isBefore(night);
            known.add(new Noted(placed ? n.what() : n.what().nowhere(), n.written(), placed ? n.placed() : null,
                    n.dropped() == null || !n.dropped().isBefore(night) ? null : n.dropped()));
        }
        return known;
    }

    /** Some written late, some placed later, some found to be none. */
    private static List<Noted> school(Random lot) {
        var all = new ArrayList<Noted>();
        for (int i = 0; i < 120; i++) {
            var day = BEGINS.plusDays(lot.nextInt(700));
            var written = day.plusDays(lot.nextInt(4) == 0 ? lot.nextInt(90) : 0).atTime(16, 0).atZone(ZONE)
                    .toInstant();
            var what = new Happening(new UUID(0, 1), new UUID(1, i), new UUID(0, 2), new UUID(0, 3), day,
                    7 + lot.nextInt(9), Kind.values()[lot.nextInt(4)], Source.BY_HAND, "",
                    ZONES.get(lot.nextInt(3)).id());
            all.add(new Noted(what, written, later(written, lot), later(written, lot)));
        }
        return all;
    }

    private static Instant later(Instant than, Random lot) {
        return lot.nextInt(5) > 0 ? null : than.plusSeconds(86_400L * lot.nextInt(150));
    }

    private static Zone zone(int number, String name) {
        return new Zone(new UUID(0, 1), new UUID(5, number), new UUID(0, 2), new UUID(0, 3), name, number, null);
    }
}
