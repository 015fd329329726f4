package org.daywatch.transparency.programs.meters;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.daywatch.directory.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * What is due so many days after an officer began at a school: the service agreement, a certificate.
 *
 * @param start their first day there in the school year; the day is not counted, so the thirtieth day after it is the
 * last in time
 * @param on when it was done; null while it is not
 */
public record StartDue(Requirement requirement, LocalDate start, LocalDate by, @Nullable LocalDate on, State state) {

    public enum State { IN_TIME, LATE, OPEN, OVERDUE, NOT_YET_IN_FORCE }

    public static StartDue of(Requirement requirement, LocalDate start, @Nullable LocalDate on, LocalDate asOf) {
        var by = last(requirement, start);
        return new StartDue(requirement, start, by, on == null || on.isAfter(asOf) ? null : on,
                state(requirement, by, on, asOf));
    }

    private static LocalDate last(Requirement requirement, LocalDate start) {
        var rule = requirement.rule();
        return rule.unit().startsWith("month") ? start.plusMonths(rule.number()) : start.plusDays(rule.number());
    }

    private static State state(Requirement requirement, LocalDate by, @Nullable LocalDate on, LocalDate asOf) {
        if (on != null && !on.isAfter(asOf)) return on.isAfter(by) ? State.LATE : State.IN_TIME;
        if (asOf.isBefore(requirement.rule().validFrom())) return State.NOT_YET_IN_FORCE;
        return asOf.isAfter(by) ? State.OVERDUE : State.OPEN;
    }

    public boolean done() {
        return state == State.IN_TIME || state == State.LATE;
    }

    /** Days left, or days over where it is below zero. */
    public long daysLeft(LocalDate asOf) {
        return ChronoUnit.DAYS.between(asOf, by);
    }
}
