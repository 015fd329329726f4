package org.daywatch.restorative.repair;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A word by which people say where, why or with whom something happened: a row with dates. */
public record Label(Kind kind, String code, int place, LocalDate validFrom, @Nullable LocalDate validTo) {

    public enum Kind {
        PLACE, MOTIVE, OTHERS, CAUSE,
        /** What was tried before a student was held. */
        TRIED,
        /** What help is offered before exclusion. */
        OFFER
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
