package org.daywatch.transparency.programs.meters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.daywatch.directory.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * How far one requirement is met that asks for so much in a school year. Time is in whole minutes.
 *
 * @param amount done so far; null where that is not known
 * @param pace what the school days gone by ask for, rounded to the nearest whole; null without a calendar
 * @param forecast at the year's end, if the rest goes as the last school days went; null where that cannot be said
 * @param missing to the target; null where the amount is not known
 * @param perWeek of what is missing, for each week left, rounded up; null where nothing is missing or no week is left
 * @param lines how many activity lines stand behind the amount
 */
public record Meter(Requirement requirement, Standing standing, @Nullable Long amount, long target, @Nullable Long pace,
        @Nullable Long forecast, @Nullable Long missing,
        @Nullable Long perWeek, int lines) {

    private static final Set<String> HOURS = Set.of("hour", "hours", "h");
    private static final Set<String> MINUTES = Set.of("minute", "minutes", "min");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    public static Meter of(Requirement requirement, Counted counted, YearDays year, LocalDate asOf) {
        long target = target(requirement);
        if (asOf.isBefore(requirement.rule().validFrom()))
            return new Meter(requirement, Standing.NOT_YET_IN_FORCE, null, target, null, null, null, null, 0);
        if (!counted.known())
            return new Meter(requirement, Standing.UNKNOWN, null, target, pace(target, year, asOf), null, null, null,
                    0);
        long missing = Math.max(0, target - counted.amount());
        return new Meter(requirement, standing(requirement, counted.amount(), target, year, asOf), counted.amount(),
                target, pace(target, year, asOf),
                forecast(counted, year, asOf), missing, perWeek(missing, year, asOf), counted.lines());
    }

    private static Standing standing(Requirement requirement, long amount, long target, YearDays year, LocalDate asOf) {
        if (requirement.kind() == Requirement.Kind.CEILING)
            return amount <= target ? Standing.ON_PACE : Standing.MISSED;
        if (amount >= target) return Standing.MET;
        if (!year.known()) return Standing.UNKNOWN;
        if (year.left(asOf) == 0) return Standing.MISSED;
        return Math.multiplyExact(amount, year.total()) >= Math.multiplyExact(target, year.passed(asOf))
                ? Standing.ON_PACE
                : Standing.BEHIND;
    }

    private static @Nullable Long pace(long target, YearDays year, LocalDate asOf) {
        return year.known() ? rounded(target * year.passed(asOf), year.total()) : null;
    }

    private static @Nullable Long forecast(Counted counted, YearDays year, LocalDate asOf) {
        if (!year.known() || year.passed(asOf) == 0) return null;
        return counted.amount() + rounded(counted.recent() * year.left(asOf), year.recent(asOf));
    }

    private static @Nullable Long perWeek(long missing, YearDays year, LocalDate asOf) {
        long weeks = year.weeksLeft(asOf);
        return missing == 0 || weeks == 0 ? null : (missing + weeks - 1) / weeks;
    }

    private static long rounded(long amount, long parts) {
        return (2 * amount + parts) / (2 * parts);
    }

    /** In minutes where the rule speaks of time, and in the rule's own unit otherwise. */
    static long target(Requirement requirement) {
        var rule = requirement.rule();
        return (HOURS.contains(rule.unit()) ? rule.value().multiply(SIXTY) : rule.value())
                .setScale(0, java.math.RoundingMode.CEILING).longValueExact();
    }

    /** Whether its figures are minutes. */
    public boolean time() {
        return HOURS.contains(requirement.rule().unit()) || MINUTES.contains(requirement.rule().unit());
    }
}
