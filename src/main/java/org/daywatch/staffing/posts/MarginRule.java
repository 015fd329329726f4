package org.daywatch.staffing.posts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many minutes before the first or after the last bell a post begins or ends, by law or agreement, from one date on. */
public record MarginRule(String id, Side side, String scope, int minutes, LocalDate validFrom, @Nullable LocalDate validTo) {

    public enum Side { BEFORE, AFTER }

    public MarginRule {
        if (minutes < 0 || minutes > 180) {
            throw new IllegalArgumentException("Margin rule " + id + " says " + minutes + " minutes; a margin is between 0 and 180.");
        }
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
