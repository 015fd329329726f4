package org.daywatch.directory.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How one title of a calendar was read.
 *
 * @param title as it stands in the file, the first of those that differ in case and signs only
 * @param reads a kind of day, NONE, or YEAR, FIRST_DAY, LAST_DAY; empty where nothing can be suggested
 * @param reason why it was read so, a word of the message files (titles.reason)
 * @param decidedOn when people of the district decided it
 * @param applied the days follow the reading; otherwise they stay as they were and somebody is asked
 * @param line of its first event
 * @param days of the school year that it means, and that would differ
 */
public record ReadTitle(String title, String reads, Sureness sureness, String reason, @Nullable LocalDate decidedOn, boolean applied, int line, int events, int days,
        @Nullable LocalDate firstDay) {

    /** Days would differ, and nobody has said yet whether they do. */
    public boolean isOpenQuestion() {
        return !applied && days > 0;
    }
}
