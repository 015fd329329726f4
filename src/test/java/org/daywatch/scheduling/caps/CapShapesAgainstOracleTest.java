package org.daywatch.scheduling.caps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;

/** Every shape against an oracle that counts minute by minute, over both US clock changes and over zones with none. */
class CapShapesAgainstOracleTest {

    private static final int DAYS = 24;
    private static final Set<HourKind> ALL = HourKind.set(List.of("WORKED", "ABSENT"));

    record Case(ZoneId zone, Instant origin, List<HourEntry> entries, Window job, Set<HourKind> counts) {

        HourLedger ledger() {
            return HourLedger.of(entries).with(HourEntry.planned(HourKind.OFF_DUTY_HERE, job));
        }

        CapOracle oracle() {
            var all = new ArrayList<>(entries);
            all.add(HourEntry.planned(HourKind.OFF_DUTY_HERE, job));
            return new CapOracle(origin, DAYS * 24 * 60, all, job);
        }
    }

    @Property(tries = 300)
    void aDayHoldsWhatItsMinutesHold(@ForAll("cases") Case c) {
        var shape = new PeriodCap.CalendarDay(Duration.ofHours(10), c.counts(), PeriodCap.Days.ALL);
        assertThat(reached(shape, c)).isEqualTo(c.oracle().mostIn(CapOracle.day(c.zone()), c.counts()));
    }

    @Property(tries = 300)
    void aWeekHoldsWhatItsMinutesHoldWhereverItBegins(@ForAll("cases") Case c, @ForAll DayOfWeek on,
            @ForAll("times") LocalTime time) {
        var shape = new PeriodCap.Week(Duration.ofHours(30), on, time, c.counts(), Set.of(), Optional.empty());
        assertThat(reached(shape, c)).isEqualTo(c.oracle().mostIn(CapOracle.week(on, time, c.zone()), c.counts()));
    }

    @Property(tries = 200)
    void aMonthHoldsWhatItsMinutesHold(@ForAll("cases") Case c) {
        var shape = new PeriodCap.Month(Duration.ofHours(80), c.counts());
        assertThat(reached(shape, c)).isEqualTo(c.oracle().mostIn(CapOracle.month(c.zone()), c.counts()));
    }

    @Property(tries = 150)
    void theFullestStretchIsFoundWhereverItBegins(@ForAll("cases") Case c, @ForAll("lengths") int minutes) {
        var shape = new CapShape.Rolling(Duration.ofHours(16), Duration.ofMinutes(minutes), c.counts());
        assertThat(reached(shape, c)).isEqualTo(c.oracle().mostInAny(minutes, c.counts()));
    }

    @Property(tries = 400)
    void aSpellEndsAtTheFirstRestOnEitherSide(@ForAll("cases") Case c, @ForAll("rests") int rest) {
        var counts = withJob(c.counts());
        var shape = new CapShape.RestAfter(Duration.ofHours(16), Duration.ofMinutes(rest), counts);
        assertThat(reached(shape, c)).isEqualTo(c.oracle().spell(rest, counts));
    }

    @Property(tries = 200)
    void aStretchWithoutABreakIsMeasuredWhole(@ForAll("cases") Case c) {
        var counts = withJob(c.counts());
        var shape = new CapShape.Continuous(Duration.ofHours(10), Duration.ZERO, counts);
        assertThat(reached(shape, c)).isEqualTo(c.oracle().spell(0, counts));
    }

    @Property(tries = 200)
    void theShorterRestOnEitherSideIsMeasured(@ForAll("cases") Case c) {
        var duty = Set.of(HourKind.DUTY);
        assertThat(reached(new CapShape.RestBetween(Duration.ofHours(6), duty), c)).isEqualTo(c.oracle().rest(duty));
    }

    @Property(tries = 600)
    void whatLiesBeforeAShiftIsMeasured(@ForAll("cases") Case c, @ForAll("rests") int lookBack) {
        var duty = Set.of(HourKind.DUTY);
        var shape = new CapShape.BeforeShift(Duration.ofHours(4), Duration.ofMinutes(lookBack + 60), HourKind.OFF_DUTY,
                duty);
        assertThat(reached(shape, c)).isEqualTo(c.oracle().beforeShift(lookBack + 60, HourKind.OFF_DUTY, duty));
    }

    @Property(tries = 200)
    void addingAJobNeverLowersWhatIsReached(@ForAll("cases") Case c) {
        var shape = new CapShape.Rolling(Duration.ofHours(16), Duration.ofHours(24), HourKind.WORKED);
        var before = shape.read(HourLedger.of(c.entries()), c.job(), c.zone()).orElseThrow().reached();
        assertThat(shape.read(c.ledger(), c.job(), c.zone()).orElseThrow().reached()).isGreaterThanOrEqualTo(before);
    }

    private static int reached(CapShape shape, Case c) {
        return shape.read(c.ledger(), c.job(), c.zone()).map(r -> (int) r.reached().toMinutes()).orElse(-1);
    }

    private static Set<HourKind> withJob(Set<HourKind> counts) {
        var all = new ArrayList<>(counts.stream().map(HourKind::name).toList());
        all.add("OFF_DUTY");
        return HourKind.set(all);
    }

    @Provide
    Arbitrary<Case> cases() {
        var zones = Arbitraries.of("America/Phoenix", "America/Los_Angeles", "America/New_York", "America/Denver")
                .map(ZoneId::of);
        var firstDays = Arbitraries.of(LocalDate.of(2026, 2, 24), LocalDate.of(2026, 10, 19), LocalDate.of(2027, 3, 1),
                LocalDate.of(2026, 6, 1));
        var counts = Arbitraries.of(Set.of(HourKind.DUTY), HourKind.WORKED, HourKind.OFF_DUTY, ALL);
        var entries = entry().list().ofMaxSize(14);
        var jobs = Combinators
                .combine(Arbitraries.integers().between(6 * 96, 15 * 96),
                        Arbitraries.oneOf(Arbitraries.integers().between(1, 24 * 60),
                                Arbitraries.integers().between(1, 48).map(half -> half * 30)))
                .as((quarter, minutes) -> new int[] {quarter * 15, minutes});
        return Combinators.combine(zones, firstDays, entries, jobs, counts).as((zone, first, rows, job, counted) -> {
            var origin = first.atStartOfDay(zone).toInstant();
            var hours = rows.stream().map(r -> HourEntry.planned(HourKind.values()[r[0]], window(origin, r[1], r[2])))
                    .toList();
            return new Case(zone, origin, hours, window(origin, job[0], job[1]), counted);
        });
    }

    private static Arbitrary<int[]> entry() {
        return Combinators.combine(Arbitraries.integers().between(0, HourKind.values().length - 1),
                Arbitraries.integers().between(5 * 48, 17 * 48).map(half -> half * 2),
                Arbitraries.integers().between(1, 24))
                .as((kind, quarter, length) -> new int[] {kind, quarter * 15, length * 30});
    }

    private static Window window(Instant origin, int from, int minutes) {
        return Window.of(origin.plus(Duration.ofMinutes(from)), Duration.ofMinutes(minutes));
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.of(3, 0), LocalTime.of(2, 30), LocalTime.of(18, 0));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(24 * 60, 48 * 60, 7 * 24 * 60, 90);
    }

    @Provide
    Arbitrary<Integer> rests() {
        return Arbitraries.of(30, 60, 6 * 60, 8 * 60, 10 * 60 + 7);
    }
}
