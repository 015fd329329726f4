package org.daywatch.staffing.calloffs;

import java.time.Instant;

/**
 * How a shift may be given back: by the officer alone until a moment, and what is left to them after it.
 *
 * @param rule the text and the day on which it began
 */
public record CallOff(Instant freeUntil, Late late, String rule) {

    /** In the order of their numbers in the rule. */
    public enum Late { COORDINATOR, NAMED_COLLEAGUE, FREELY }

    public boolean byTheOfficer(Instant now) {
        return late == Late.FREELY || now.isBefore(freeUntil);
    }

    public boolean byNamedColleague(Instant now) {
        return now.isBefore(freeUntil) || late != Late.COORDINATOR;
    }
}
