package org.daywatch.directory.imports.titles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.intake.Sureness;

/**
 * For whom a title speaks: everybody, whole levels, or some students no level stands for.
 *
 * @param part it names students who are no whole level, such as seniors or one grade
 */
record Students(List<SchoolLevel> levels, boolean part) {
    private static final Map<Pattern, SchoolLevel> LEVELS = new LinkedHashMap<>();
    private static final Pattern GRADES = Pattern.compile(
            "\\b(?:grades?|gr\\.?|for)? ?(pre-?k|pk|tk|jk|k|kg|[1-9]|1[0-2])(?:st|nd|rd|th)? ?(?:-|to|through|thru) ?([1-9]|1[0-2])(?:st|nd|rd|th)?\\b"
                    + "(?! ?(?:am|pm|a\\.m|p\\.m|:|hour|hr|min|of))");
    private static final Pattern SOME = Pattern.compile(
            "\\b(seniors?|juniors?|sophomores?|freshm[ae]n|underclassm[ae]n|kindergarten(ers)?|kinder|pre-?k|pk|tk|early childhood|preschool|nursery|head start|[34]k(?!-12)|"
                    + "(grades?|gr\\.?) ([1-9]|1[0-2]|k)\\b|([1-9]|1[0-2])(st|nd|rd|th) grade(rs?)?)\\b");
    private static final Pattern MONTH = Pattern
            .compile("(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?$");
    private static final Pattern WORD = Pattern
            .compile("\\b(quarter|qtr|semester|trimester|term|week|period|session|grading|q|ending|end|day)\\b");

    static {
        LEVELS.put(Pattern.compile("\\b(elementary|elem|primary schools?|es)\\b"), SchoolLevel.ELEMENTARY);
        LEVELS.put(
                Pattern.compile(
                        "\\b(middle( schools?)?|junior high|jr\\.? high|intermediate|ms|secondary)\\b(?! (of|east))"),
                SchoolLevel.MIDDLE);
        LEVELS.put(Pattern.compile("(?<!junior |jr |jr\\. )\\b(high schools?|hs|secondary)\\b"), SchoolLevel.HIGH);
    }

    static Students named(String title) {
        var levels = new TreeSet<SchoolLevel>();
        LEVELS.forEach((pattern, level) -> {
            if (pattern.matcher(title).find()) levels.add(level);
        });
        var grades = GRADES.matcher(title);
        boolean part = false;
        boolean everybody = false;
        while (grades.find()) {
            int from = grade(grades.group(1));
            int to = Integer.parseInt(grades.group(2));
            if (Character.isDigit(grades.group(1).charAt(0)) && isADate(title, grades.start()) || to <= from) continue;
            var whole = whole(from, to);
            everybody |= from <= 1 && to == 12;
            part |= whole.isEmpty();
            levels.addAll(whole);
        }
        if (everybody) return new Students(List.of(), false);
        boolean some = SOME.matcher(title).find() && levels.isEmpty();
        return new Students(List.copyOf(levels), part || some);
    }

    /** Days of a month and numbers of quarters look like grades: "October 8-9". */
    private static boolean isADate(String title, int at) {
        String before = title.substring(0, at).strip();
        return MONTH.matcher(before).find() || before.endsWith("/") || before.endsWith("#")
                || WORD.matcher(before).results().anyMatch(m -> m.end() == before.length());
    }

    private static int grade(String text) {
        return switch (text) {
            case "k", "kg", "tk", "jk" -> 0;
            case "pk", "prek", "pre-k" -> -1;
            default -> Integer.parseInt(text);
        };
    }

    /** Whole levels a span of grades stands for; none where it begins or ends within one. */
    private static List<SchoolLevel> whole(int from, int to) {
        var levels = new ArrayList<SchoolLevel>();
        if (from <= 1 && to >= 4) levels.add(SchoolLevel.ELEMENTARY);
        if ((from <= 1 || from >= 5 && from <= 7) && to >= 8 && to != 10 && to != 11) levels.add(SchoolLevel.MIDDLE);
        if ((from <= 1 || from >= 5) && from <= 9 && to == 12) levels.add(SchoolLevel.HIGH);
        return from > 1 && levels.isEmpty() || to < 4 ? List.of() : levels;
    }

    /** A day for some students only closes no school, and changes no bells, before somebody said so. */
    TitleReading narrow(TitleReading reading) {
        if (reading.marks() != Marks.NOTHING || reading.kind() == null)
            return reading.forLevels(reading.kind() == null ? List.of() : levels);
        if (part && reading.sureness() != Sureness.ASK) return reading.asked("SOME_STUDENTS");
        return reading.forLevels(levels);
    }
}
