package org.daywatch.scheduling.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daywatch.scheduling.check.files.Kind;
import org.daywatch.scheduling.check.files.Limit;
import org.daywatch.scheduling.check.files.ProblemFacts.Shift;

/**
 * A limit counted around one shift of one officer.
 *
 * @param all their hours and all their shifts
 * @param others the same without this shift
 */
record LimitCount(Limit limit, Shift shift, ZoneId zone, MinuteBits all, MinuteBits others) {

    /** The worst of all periods the shift touches. Empty where the limit speaks of none of them. */
    Optional<LimitReading> worst() {
        return switch (limit.shape()) {
            case CALENDAR_DAY, WEEK, MONTH -> periods();
            case ROLLING -> rolling();
            case REST_AFTER, CONTINUOUS -> Optional.of(spell());
            case REST_BETWEEN -> rest();
            case BEFORE_SHIFT -> beforeOthers();
        };
    }

    private Optional<LimitReading> periods() {
        var readings = new ArrayList<LimitReading>();
        for (var first = begin(); moment(first) < shift.end(); first = next(first)) {
            long from = moment(first);
            long to = moment(next(first));
            if (to <= shift.start() || !speaksOf(from, to)) continue;
            readings.add(LimitReading.atMost(limit.hours(), all.work(limit.counts()).within(from, to), from, to));
        }
        return worst(readings);
    }

    /** A first day early enough; periods that end before the shift are passed over. */
    private LocalDate begin() {
        var day = date(shift.start());
        return switch (limit.shape()) {
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> {
                var weekday = day.minusDays(13);
                while (weekday.getDayOfWeek() != limit.weekBegins()) weekday = weekday.plusDays(1);
                yield weekday;
            }
            default -> day;
        };
    }

    private LocalDate next(LocalDate first) {
        return switch (limit.shape()) {
            case MONTH -> first.plusMonths(1);
            case WEEK -> first.plusDays(7);
            default -> first.plusDays(1);
        };
    }

    private long moment(LocalDate day) {
        var local = limit.weekBeginsAt() == null
                ? day.atStartOfDay(zone)
                : day.atTime(limit.weekBeginsAt()).atZone(zone);
        return Math.floorDiv(local.toEpochSecond(), 60L);
    }

    private LocalDate date(long minute) {
        return Instant.ofEpochSecond(minute * 60).atZone(zone).toLocalDate();
    }

    private boolean speaksOf(long from, long to) {
        if (limit.days() == Limit.Days.ALL) return true;
        var duty = all.work(Set.of(Kind.DUTY));
        boolean workDay = false;
        for (long m = from; m < to; m++) workDay |= duty.begins(m);
        return workDay == (limit.days() == Limit.Days.WORK_DAY);
    }

    /** Every stretch that holds a minute of the shift, one beginning at each minute. */
    private Optional<LimitReading> rolling() {
        var work = all.work(limit.counts());
        LimitReading worst = null;
        for (long from = shift.start() - limit.span() + 1; from < shift.end(); from++) {
            int reached = work.within(from, from + limit.span());
            if (worst == null || reached > worst.reached())
                worst = LimitReading.atMost(limit.hours(), reached, from, from + limit.span());
        }
        return Optional.ofNullable(worst);
    }

    /** Walks away from the shift in both directions until a whole rest has gone by. */
    private LimitReading spell() {
        var work = all.work(limit.counts());
        int rest = Math.max(1, limit.span());
        long from = shift.start();
        for (long m = shift.start() - 1, idle = 0; idle < rest && m >= work.first(); m--) {
            idle = work.at(m) ? 0 : idle + 1;
            if (idle == 0) from = m;
        }
        long to = shift.end();
        for (long m = shift.end(), idle = 0; idle < rest && m < work.end(); m++) {
            idle = work.at(m) ? 0 : idle + 1;
            if (idle == 0) to = m + 1;
        }
        return LimitReading.atMost(limit.hours(), work.within(from, to), from, to);
    }

    private Optional<LimitReading> rest() {
        var work = others.work(limit.counts());
        if (work.within(shift.start(), shift.end()) > 0)
            return Optional.of(LimitReading.noRest(limit.hours(), shift.start(), shift.end()));
        var gaps = new ArrayList<LimitReading>();
        long before = shift.start();
        while (before > work.first() && !work.at(before - 1)) before--;
        if (work.at(before - 1)) gaps.add(LimitReading.restOf(limit.hours(), before, shift.start()));
        long after = shift.end();
        while (after < work.end() && !work.at(after)) after++;
        if (work.at(after)) gaps.add(LimitReading.restOf(limit.hours(), shift.end(), after));
        return worst(gaps);
    }

    private Optional<LimitReading> beforeOthers() {
        var work = all.work(limit.counts());
        var toward = all.work(limit.toward());
        var readings = new ArrayList<LimitReading>();
        for (long begin = shift.start() + 1; begin - limit.span() < shift.end(); begin++) {
            long from = begin - limit.span();
            if (toward.begins(begin))
                readings.add(LimitReading.lessThan(limit.hours(), work.within(from, begin), from, begin));
        }
        return worst(readings);
    }

    private static Optional<LimitReading> worst(List<LimitReading> readings) {
        return readings.stream().max(LimitReading.BADNESS);
    }
}
