package org.daywatch.staffing.whatif;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourKind;
import org.jspecify.annotations.Nullable;

/** Limits with other numbers, and new ones of a shape. */
final class Shapes {

    static final List<String> ALL = List.of("CALENDAR_DAY", "WEEK", "MONTH", "ROLLING", "REST_AFTER", "CONTINUOUS",
            "REST_BETWEEN", "BEFORE_SHIFT");
    private static final Set<HourKind> DUTY = Set.of(HourKind.DUTY);

    private Shapes() {}

    /** @param length null keeps the one it has; shapes without one do not read it */
    static CapShape with(CapShape shape, Duration limit, @Nullable Duration length) {
        return switch (shape) {
            case PeriodCap.CalendarDay day -> new PeriodCap.CalendarDay(limit, day.counts(), day.days());
            case PeriodCap.Week w ->
                new PeriodCap.Week(limit, w.startsOn(), w.startsAt(), w.counts(), w.credit(), w.relief());
            case PeriodCap.Month month -> new PeriodCap.Month(limit, month.counts());
            case CapShape.Rolling r -> new CapShape.Rolling(limit, or(length, r.length()), r.counts());
            case CapShape.RestAfter r -> new CapShape.RestAfter(limit, or(length, r.rest()), r.counts());
            case CapShape.Continuous c -> new CapShape.Continuous(limit, or(length, c.pause()), c.counts());
            case CapShape.RestBetween r -> new CapShape.RestBetween(limit, r.other());
            case CapShape.BeforeShift b ->
                new CapShape.BeforeShift(limit, or(length, b.lookBack()), b.counts(), b.shifts());
        };
    }

    /**
     * A new one: weeks begin on Sunday at midnight, rest is rest from duty, hours before a shift are hours before duty.
     */
    static CapShape of(String name, Duration limit, @Nullable Duration length, String counted) {
        var counts = HourKind.set(List.of(counted));
        return switch (name) {
            case "CALENDAR_DAY" -> new PeriodCap.CalendarDay(limit, counts, PeriodCap.Days.ALL);
            case "WEEK" ->
                new PeriodCap.Week(limit, DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, counts, Set.of(), Optional.empty());
            case "MONTH" -> new PeriodCap.Month(limit, counts);
            case "ROLLING" -> new CapShape.Rolling(limit, or(length, Duration.ofHours(24)), counts);
            case "REST_AFTER" -> new CapShape.RestAfter(limit, or(length, Duration.ofHours(8)), counts);
            case "CONTINUOUS" -> new CapShape.Continuous(limit, or(length, Duration.ofMinutes(30)), counts);
            case "REST_BETWEEN" -> new CapShape.RestBetween(limit, DUTY);
            case "BEFORE_SHIFT" -> new CapShape.BeforeShift(limit, or(length, Duration.ofHours(8)), counts, DUTY);
            default -> throw new IllegalArgumentException("No limit has the shape " + name + ".");
        };
    }

    private static Duration or(@Nullable Duration given, Duration own) {
        return given == null ? own : given;
    }
}
