package org.daywatch.transparency.programs.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.daywatch.directory.ProgramRule;
import org.daywatch.transparency.programs.meters.YearDays;
import org.jspecify.annotations.Nullable;

/** By when, and when to remind. Pure. */
public final class ClockDue {

    private static final Duration LATEST_WARNING = Duration.ofDays(60);
    private static final int SHARE_OF_SPAN = 4;

    private ClockDue() {}

    /**
     * Hours run by the clock; days, months and years end with their last day at the school, and so do school days.
     *
     * @return null where the rule counts school days and the school's calendar does not reach so far
     */
    public static @Nullable Instant of(ProgramRule rule, Instant started, ZoneId zone, YearDays year) {
        LocalDate day = started.atZone(zone).toLocalDate();
        return switch (rule.unit()) {
            case "hour", "hours" -> started
                    .plus(Duration.ofMinutes(rule.value().multiply(java.math.BigDecimal.valueOf(60)).longValueExact()));
            case "day", "days" -> endOf(day.plusDays(rule.number()), zone);
            case "month", "months" -> endOf(day.plusMonths(rule.number()), zone);
            case "year", "years" -> endOf(day.plusYears(rule.number()), zone);
            case "school day",
                    "school days" ->
                year.passed(day) + rule.number() > year.total()
                        ? null
                        : endOf(year.days().get(year.passed(day) + rule.number() - 1), zone);
            default -> throw new IllegalStateException("The rule " + rule.id() + " counts in " + rule.unit()
                    + "; a clock counts in hours, days, school days, months or years.");
        };
    }

    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The last day of what runs to the end of a day; null where it is due at a time of day. */
    public static @Nullable LocalDate day(Instant due, ZoneId zone) {
        var at = due.atZone(zone);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().minusDays(1) : null;
    }

    /** How many days of the calendar lie between its last day and now, as a person counts them. */
    public static long days(LocalDate last, Instant now, ZoneId zone) {
        return Math.abs(ChronoUnit.DAYS.between(last, now.atZone(zone).toLocalDate()));
    }

    /** A quarter of the time before its end, at most sixty days. */
    public static Instant warnAt(Instant started, Instant due) {
        var quarter = Duration.between(started, due).dividedBy(SHARE_OF_SPAN);
        return due.minus(quarter.compareTo(LATEST_WARNING) > 0 ? LATEST_WARNING : quarter);
    }
}
