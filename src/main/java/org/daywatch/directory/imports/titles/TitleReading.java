package org.daywatch.directory.imports.titles;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.intake.Sureness;
import org.jspecify.annotations.Nullable;

/**
 * What a title was read as.
 *
 * @param kind null: it changes nothing, or nothing can be suggested
 * @param reason a word of the message files (titles.reason)
 * @param levels whom it names; none means everybody
 * @param decidedOn when people of the district decided it
 */
public record TitleReading(@Nullable DayKind kind, Marks marks, Sureness sureness, String reason,
        List<SchoolLevel> levels, @Nullable LocalDate decidedOn) {

    static final String NOTHING = "NONE";

    /** Given by whoever wrote the file, or decided by the district. */
    static TitleReading said(@Nullable DayKind kind, String reason, @Nullable LocalDate on) {
        return new TitleReading(kind, Marks.NOTHING, Sureness.SURE, reason, List.of(), on);
    }

    public static TitleReading given(@Nullable DayKind kind) {
        return said(kind, "GIVEN", null);
    }

    /** Somebody has to say first whether it is so. */
    public TitleReading asked(String why) {
        return new TitleReading(kind, marks, Sureness.ASK, why, levels, null);
    }

    /** So it reads, unless a word nobody knows says otherwise. */
    TitleReading likely(String why) {
        return new TitleReading(kind, marks, Sureness.LIKELY, why, levels, null);
    }

    TitleReading forLevels(List<SchoolLevel> whom) {
        return new TitleReading(kind, marks, sureness, reason, whom, decidedOn);
    }

    public TitleReading with(Marks other, String why) {
        return new TitleReading(kind, other, sureness, why, levels, decidedOn);
    }

    /** The word it is stored and shown under; empty where nothing can be suggested. */
    public String reads() {
        if (kind != null) return kind.name();
        if (marks != Marks.NOTHING) return marks.name();
        return sureness == Sureness.SURE ? NOTHING : "";
    }

    /** Students stay at home. */
    public boolean closes() {
        return kind != null && !kind.isSchoolDay();
    }
}
