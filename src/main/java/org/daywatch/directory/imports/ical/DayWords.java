package org.daywatch.directory.imports.ical;

import static org.daywatch.directory.DayKind.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the title of an event says about the day, in the words American school calendars use (docs/formats/calendar.md).
 * The first line that fits decides, so "No school: winter storm" is weather and "Early release, exams" ends early.
 */
final class DayWords {
    private static final Map<Pattern, DayKind> KINDS = new LinkedHashMap<>();
    private static final Map<Pattern, SchoolLevel> LEVELS = new LinkedHashMap<>();
    private static final Pattern YEAR = words("school year");
    private static final Pattern FIRST = words("first day (of|for) (school|classes|students)|school (begins|starts)|classes (begin|start)");
    private static final Pattern LAST = words("last day (of|for) (school|classes|students)|school ends|classes end");
    private static final Pattern HALF_A_SPAN = words("(break|recess|vacation|holidays?) (begins|starts|ends)|(classes|school) resumes?|return(s)? from");

    static {
        KINDS.put(words("school (is )?in session|classes in session|make[- ]?up day|regular (school )?day"), REGULAR);
        KINDS.put(words("weather|snow day|hurricane|tropical storm|winter storm|ice day|excessive heat|flood(ing)?"), WEATHER);
        KINDS.put(words("early (release|dismissal|out)|minimum day|shortened day"), EARLY_RELEASE);
        KINDS.put(words("half[- ]day"), HALF_DAY);
        KINDS.put(words("late (start|arrival)|delayed (start|opening)|(one|two|1|2)[- ]hour delay"), LATE_START);
        KINDS.put(words("(teacher|staff)('s|s)? (work ?day|planning|development|in-?service|professional development|day)|professional (development|learning)"
                + "|in-?service( day)?|teacher work ?day|work ?day|no students|student[- ]free|records? day|parent[- ]teacher conferences? \\(no school\\)"), STAFF_ONLY);
        KINDS.put(words("clos(ed|ure)"), CLOSURE);
        KINDS.put(words("no school|no classes|holidays?|break|recess|vacation|labor day|thanksgiving|christmas|new year'?s( day| eve)?"
                + "|martin luther king.*|mlk( jr\\.?)?( day)?|memorial day|independence day|juneteenth"), HOLIDAY);
        KINDS.put(words("exams?|finals|final examinations?|testing( day)?"), EXAM);
        LEVELS.put(words("elementary|primary school"), SchoolLevel.ELEMENTARY);
        LEVELS.put(words("middle( schools?)?|junior high"), SchoolLevel.MIDDLE);
        LEVELS.put(words("high schools?"), SchoolLevel.HIGH);
    }

    private DayWords() {}

    static @Nullable DayKind kind(String title) {
        return KINDS.entrySet().stream().filter(e ->
                e.getKey().matcher(title).find()).map(Map.Entry::getValue).findFirst().orElse(null);
    }

    /** The levels a title names; none means all of them. */
    static List<SchoolLevel> levels(String title) {
        String plain = title.replaceAll("(?i)junior high school", "junior high");
        var levels = new ArrayList<SchoolLevel>();
        LEVELS.forEach((pattern, level) -> {
            if (pattern.matcher(plain).find()) levels.add(level);
        });
        return levels;
    }

    static boolean isYear(String title) {
        return YEAR.matcher(title).find();
    }

    static boolean isFirstDay(String title) {
        return FIRST.matcher(title).find();
    }

    static boolean isLastDay(String title) {
        return LAST.matcher(title).find();
    }

    /** "Spring break begins" names one end of something and would close one day only. */
    static boolean isHalfASpan(String title) {
        return HALF_A_SPAN.matcher(title).find();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")(?!\\w)", Pattern.CASE_INSENSITIVE);
    }
}
