package org.daywatch.relationships.triage.lines;

import java.time.Instant;
import java.time.LocalDate;
import org.daywatch.directory.Campus;
import org.daywatch.relationships.triage.TipCategory;
import org.jspecify.annotations.Nullable;

/**
 * A tip as a state's line hands it over.
 *
 * @param number the line's own
 * @param category as the line sees it; null where it does not say
 * @param life somebody may die
 * @param language of whoever called or wrote
 */
record LineTip(String line, String number, Instant receivedAt, Campus school, @Nullable TipCategory category,
        boolean life, String language, String words) {

    LocalDate day() {
        return LocalDate.ofInstant(receivedAt, school.zone());
    }
}
