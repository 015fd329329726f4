package org.daywatch.scheduling.caps;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;

/**
 * The forms in which departments limit hours. Each reads a ledger around a window: the worst period that window
 * touches. To judge a job, read the ledger that already holds it, around it; to say what is left, read around now.
 */
public sealed interface CapShape permits PeriodCap, CapShape.Rolling, CapShape.RestAfter, CapShape.Continuous,
        CapShape.RestBetween, CapShape.BeforeShift {

    /** Empty where the limit does not apply there: no day of its kind, no duty near. */
    Optional<CapReading> read(HourLedger ledger, Window around, ZoneId zone);

    /** As it is stored, and as sentences about it are found. */
    default String name() {
        return switch (this) {
            case PeriodCap.CalendarDay day -> "CALENDAR_DAY";
            case PeriodCap.Week week -> "WEEK";
            case PeriodCap.Month month -> "MONTH";
            case Rolling rolling -> "ROLLING";
            case RestAfter rest -> "REST_AFTER";
            case Continuous stretch -> "CONTINUOUS";
            case RestBetween rest -> "REST_BETWEEN";
            case BeforeShift before -> "BEFORE_SHIFT";
        };
    }

    /** What it allows; for a rest, what it asks. */
    default Duration limit() {
        return switch (this) {
            case PeriodCap.CalendarDay day -> day.limit();
            case PeriodCap.Week week -> week.limit();
            case PeriodCap.Month month -> month.limit();
            case Rolling rolling -> rolling.limit();
            case RestAfter rest -> rest.limit();
            case Continuous stretch -> stretch.limit();
            case RestBetween rest -> rest.rest();
            case BeforeShift before -> before.lessThan();
        };
    }

    default boolean measuresRest() {
        return this instanceof RestBetween;
    }

    /** At most so much in any stretch of {@code length}, wherever it begins. */
    record Rolling(Duration limit, Duration length, Set<HourKind> counts) implements CapShape {

        private static final Duration MINUTE = Duration.ofMinutes(1);

        /**
         * The fullest stretch begins where work begins or ends where work ends, or is the first or last one possible.
         */
        @Override
        public Optional<CapReading> read(HourLedger ledger, Window around, ZoneId zone) {
            var work = ledger.work(counts);
            var reach = around.widen(length, length);
            var begins = Stream.concat(Stream.of(around.start().minus(length).plus(MINUTE), around.end().minus(MINUTE)),
                    work.touching(reach).stream().flatMap(w -> Stream.of(w.start(), w.end().minus(length))));
            return begins.map(begin -> Window.of(begin, length)).filter(around::overlaps)
                    .map(period -> CapReading.atMost(limit, work.within(period), period))
                    .max(Comparator.comparing(CapReading::reached).thenComparing(CapReading::period));
        }
    }

    /** Once so much has been worked without a rest of {@code rest}, nothing more before that rest. */
    record RestAfter(Duration limit, Duration rest, Set<HourKind> counts) implements CapShape {

        @Override
        public Optional<CapReading> read(HourLedger ledger, Window around, ZoneId zone) {
            return spell(ledger, around, limit, rest, counts);
        }
    }

    /** At most so much at a stretch; a break shorter than {@code pause} does not interrupt it. */
    record Continuous(Duration limit, Duration pause, Set<HourKind> counts) implements CapShape {

        @Override
        public Optional<CapReading> read(HourLedger ledger, Window around, ZoneId zone) {
            return spell(ledger, around, limit, pause, counts);
        }
    }

    /** At least so much rest between a job and work of the other kind, before and after. */
    record RestBetween(Duration rest, Set<HourKind> other) implements CapShape {

        @Override
        public Optional<CapReading> read(HourLedger ledger, Window around, ZoneId zone) {
            var work = ledger.work(other);
            if (!work.within(around).isZero()) return Optional.of(shortRest(Duration.ZERO, around));
            var before = work.lastEnd(around.start()).map(end -> gap(end, around.start()));
            var after = work.nextStart(around.end()).map(start -> gap(around.end(), start));
            return Stream.of(before, after).flatMap(Optional::stream).min(Comparator.comparing(CapReading::reached));
        }

        private CapReading gap(Instant from, Instant to) {
            return Window.between(from, to).map(w -> shortRest(w.length(), w))
                    .orElseGet(() -> shortRest(Duration.ZERO, Window.of(from, Duration.ofMinutes(1))));
        }

        private CapReading shortRest(Duration reached, Window gap) {
            return new CapReading(reached, rest, gap, reached.compareTo(rest) < 0, false);
        }
    }

    /** Less than so much work of one kind in the hours before a shift of another kind begins. */
    record BeforeShift(Duration lessThan, Duration lookBack, Set<HourKind> counts,
            Set<HourKind> shifts) implements CapShape {

        @Override
        public Optional<CapReading> read(HourLedger ledger, Window around, ZoneId zone) {
            var work = ledger.work(counts);
            return ledger.work(shifts).touching(around.widen(lookBack, lookBack)).stream()
                    .map(shift -> Window.of(shift.start().minus(lookBack), lookBack)).filter(around::overlaps)
                    .map(before -> reading(work.within(before), before)).max(Comparator.comparing(CapReading::reached));
        }

        private CapReading reading(Duration reached, Window before) {
            return new CapReading(reached, lessThan, before, reached.compareTo(lessThan) >= 0, false);
        }
    }

    private static Optional<CapReading> spell(HourLedger ledger, Window around, Duration limit, Duration rest,
            Set<HourKind> counts) {
        return ledger.work(counts).spellAround(around, rest).map(s -> CapReading.atMost(limit, s.worked(), s.window()))
                .or(() -> Optional.of(CapReading.atMost(limit, Duration.ZERO, around)));
    }

    static Optional<CapReading> worst(Stream<CapReading> readings) {
        return readings.max(Comparator.comparing(CapReading::excess)
                .thenComparing(Comparator.comparing(CapReading::period).reversed()));
    }
}
