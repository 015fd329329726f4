package org.daywatch.staffing.fairness.rows;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.daywatch.platform.time.Window;

/**
 * One post an officer could have taken.
 *
 * @param asked they were asked for it by name
 */
public record Chance(UUID post, LocalDate day, String school, ZoneId zone, Window window, boolean asked,
        Outcome outcome) {

    /**
     * What became of it. MISSED: gone or over without an answer. CANCELLED: the school or its calendar took it away, so
     * nobody missed it.
     */
    public enum Outcome {
        ACCEPTED, GIVEN_BACK, DECLINED, MISSED, OPEN, CANCELLED
    }
}
