package org.daywatch.transparency.activitylog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done at a school, and when.
 *
 * @param officer null where it was the school's doing and no officer's
 * @param day on the school's own calendar
 * @param from when it began; of an agreement or an emergency plan the first day it is for
 * @param to null while it goes on, or where nobody measured it; of an agreement or an emergency plan the last day it is
 * for
 * @param subject what a program counts it as, such as LRE:COHORT; empty where none does
 * @param reason why away from campus
 * @param origin what told it, as "shift ID"; empty for what was typed
 * @param evidence address of the page that shows it
 */
public record Activity(UUID district, UUID school, @Nullable UUID officer, LocalDate day, @Nullable Instant from,
        @Nullable Instant to, int minutes, ActivityKind kind,
        String subject, String reason, Details details, Source source, String origin, String evidence) {

    public enum Source {
        /** Check-in, check-out and what lies between them. */
        CLOCK,
        /** Another room told it. */
        FACT,
        /** The officer's own word. */
        TYPED
    }

    /**
     * @param people how many took part; null: not counted
     * @param label the class or the audience; no student
     * @param lesson which of {@code lessons}
     * @param teacher a teacher was there; null: nobody said
     */
    public record Details(@Nullable Integer people, String label, @Nullable Integer lesson, @Nullable Integer lessons,
            @Nullable Boolean teacher, String note) {

        public static final Details NONE = new Details(null, "", null, null, null, "");

        public static Details of(@Nullable Integer people) {
            return new Details(people, "", null, null, null, "");
        }
    }

    /** A stretch by the clock or by a fact: whole minutes, cut so that stretches that touch add up. */
    public static int minutes(Instant from, @Nullable Instant to) {
        if (to == null) return 0;
        return (int) Math.min(1440,
                Duration.between(from.truncatedTo(ChronoUnit.MINUTES), to.truncatedTo(ChronoUnit.MINUTES)).toMinutes());
    }

    public boolean onCampus() {
        return kind != ActivityKind.OFF_CAMPUS;
    }

    /** Stands in the weekly log of its officer. An agreement is about them and no work of theirs. */
    boolean ofTheWeek() {
        return officer != null && kind != ActivityKind.AGREEMENT;
    }

    /** Begun by the clock and not over. */
    public boolean goesOn() {
        return source == Source.CLOCK && to == null;
    }

    /** The same thing at the same time by the same officer, whatever else is said of it. */
    boolean sameAs(Activity other) {
        return kind == other.kind && java.util.Objects.equals(officer, other.officer)
                && java.util.Objects.equals(from, other.from);
    }

    /** This line, going on, with its end. */
    boolean closedBy(Activity other) {
        return goesOn() && other.to != null && sameAs(other) && reason.equals(other.reason) && day.equals(other.day);
    }
}
