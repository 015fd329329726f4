package org.daywatch.scheduling.caps;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;

/** At most so much in each calendar period of the department's own clock; hours are real, elapsed ones. */
public sealed interface PeriodCap extends CapShape {

    LocalDate periodOf(Instant at, ZoneId zone);

    Window period(LocalDate first, ZoneId zone);

    LocalDate next(LocalDate first);

    Optional<CapReading> readPeriod(HourLedger ledger, LocalDate first, ZoneId zone);

    @Override
    default Optional<CapReading> read(HourLedger ledger, Window around, ZoneId zone) {
        var last = periodOf(around.end().minusMillis(1), zone);
        var firsts = Stream.iterate(periodOf(around.start(), zone), day -> !day.isAfter(last), this::next);
        return CapShape.worst(firsts.flatMap(first -> readPeriod(ledger, first, zone).stream()));
    }

    /** Which days a daily limit speaks of. A day on which no shift of duty begins is a day off, leave included. */
    enum Days {
        ALL, WORK_DAY, DAY_OFF
    }

    record CalendarDay(Duration limit, Set<HourKind> counts, Days days) implements PeriodCap {

        private static final Set<HourKind> DUTY = Set.of(HourKind.DUTY);

        @Override
        public LocalDate periodOf(Instant at, ZoneId zone) {
            return at.atZone(zone).toLocalDate();
        }

        @Override
        public Window period(LocalDate first, ZoneId zone) {
            return new Window(first.atStartOfDay(zone).toInstant(), first.plusDays(1).atStartOfDay(zone).toInstant());
        }

        @Override
        public LocalDate next(LocalDate first) {
            return first.plusDays(1);
        }

        @Override
        public Optional<CapReading> readPeriod(HourLedger ledger, LocalDate first, ZoneId zone) {
            var day = period(first, zone);
            if (days != Days.ALL && isWorkDay(ledger, day) != (days == Days.WORK_DAY)) return Optional.empty();
            return Optional.of(CapReading.atMost(limit, ledger.work(counts).within(day), day));
        }

        private static boolean isWorkDay(HourLedger ledger, Window day) {
            return ledger.work(DUTY).nextStart(day.start()).filter(day::contains).isPresent();
        }
    }

    /**
     * @param credit kinds of absence that buy other hours one for one: shown in what is reached and in the limit
     * @param relief how far, and how seldom, somebody may approve more
     */
    record Week(Duration limit, DayOfWeek startsOn, LocalTime startsAt, Set<HourKind> counts, Set<HourKind> credit,
            Optional<Relief> relief) implements PeriodCap {

        @Override
        public LocalDate periodOf(Instant at, ZoneId zone) {
            var local = at.atZone(zone);
            var begin = local.toLocalDate().with(TemporalAdjusters.previousOrSame(startsOn));
            return begin.atTime(startsAt).atZone(zone).toInstant().isAfter(at) ? begin.minusWeeks(1) : begin;
        }

        @Override
        public Window period(LocalDate first, ZoneId zone) {
            return new Window(first.atTime(startsAt).atZone(zone).toInstant(),
                    first.plusWeeks(1).atTime(startsAt).atZone(zone).toInstant());
        }

        @Override
        public LocalDate next(LocalDate first) {
            return first.plusWeeks(1);
        }

        @Override
        public Optional<CapReading> readPeriod(HourLedger ledger, LocalDate first, ZoneId zone) {
            var week = period(first, zone);
            var bought = credit.isEmpty() ? Duration.ZERO : ledger.work(credit).within(week);
            var plain = CapReading.atMost(limit.plus(bought), ledger.work(counts).within(week).plus(bought), week);
            return Optional.of(
                    plain.broken() && relief.isPresent() ? relieved(plain, relief.get(), ledger, first, zone) : plain);
        }

        /** Beyond the relief, or used in another week too near, nobody may approve. */
        private CapReading relieved(CapReading over, Relief relief, HourLedger ledger, LocalDate first, ZoneId zone) {
            boolean tooMuch = over.reached().compareTo(relief.upTo()) > 0;
            var work = ledger.work(counts);
            boolean usedNear = Stream.iterate(first.minusWeeks((relief.onceInDays() - 1) / 7), this::next)
                    .takeWhile(week -> ChronoUnit.DAYS.between(first, week) < relief.onceInDays())
                    .filter(week -> !week.equals(first))
                    .anyMatch(week -> work.within(period(week, zone)).compareTo(limit) > 0);
            return new CapReading(over.reached(), tooMuch ? relief.upTo() : over.limit(), over.period(), true,
                    tooMuch || usedNear);
        }
    }

    record Relief(Duration upTo, int onceInDays) {}

    record Month(Duration limit, Set<HourKind> counts) implements PeriodCap {

        @Override
        public LocalDate periodOf(Instant at, ZoneId zone) {
            return at.atZone(zone).toLocalDate().withDayOfMonth(1);
        }

        @Override
        public Window period(LocalDate first, ZoneId zone) {
            return new Window(first.atStartOfDay(zone).toInstant(), first.plusMonths(1).atStartOfDay(zone).toInstant());
        }

        @Override
        public LocalDate next(LocalDate first) {
            return first.plusMonths(1);
        }

        @Override
        public Optional<CapReading> readPeriod(HourLedger ledger, LocalDate first, ZoneId zone) {
            var month = period(first, zone);
            return Optional.of(CapReading.atMost(limit, ledger.work(counts).within(month), month));
        }
    }
}
