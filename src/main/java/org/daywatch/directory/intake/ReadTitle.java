package org.daywatch.directory.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.daywatch.directory.DayKind;
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
public record ReadTitle(String title, String reads, Sureness sureness, String reason, @Nullable LocalDate decidedOn,
        boolean applied, int line, int events, int days,
        @Nullable LocalDate firstDay) {

    private static final Set<String> CLOSED = Arrays.stream(DayKind.values()).filter(kind -> !kind.isSchoolDay())
            .map(Enum::name).collect(Collectors.toSet());

    /** Students stay at home on its days, and the calendar follows it. */
    public boolean closes() {
        return applied && CLOSED.contains(reads);
    }

    /** Days would differ, and nobody has said yet whether they do. */
    public boolean isOpenQuestion() {
        return !applied && days > 0;
    }
}
