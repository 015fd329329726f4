package org.daywatch.planning.agreements.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.daywatch.planning.agreements.AgreementQueries.Standing;

/**
 * When an agreement is spoken of: while a quarter of its time to sign is left, once it is over, and before its term
 * ends without a renewal.
 */
public enum AgreementTimes {

    /** A quarter of the days from start to the last day in time is left. */
    SOON,
    /** The last day is over and a signature is missing. */
    LATE,
    /** Not more days of the term are left than a renewal has to be signed, and nothing follows it. */
    ENDING;

    public static Optional<AgreementTimes> of(Standing g, LocalDate today) {
        long span = ChronoUnit.DAYS.between(g.start(), g.due());
        if (g.state().open()) {
            if (today.isAfter(g.due())) return Optional.of(LATE);
            return today.isBefore(g.due().minusDays(span / 4)) ? Optional.empty() : Optional.of(SOON);
        }
        return g.renewed() || today.isAfter(g.ends()) || today.isBefore(g.ends().minusDays(span))
                ? Optional.empty()
                : Optional.of(ENDING);
    }
}
