package org.daywatch.transparency.programs.meters;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which lines a requirement counts: those of its subjects. A subject without a second part stands for all that begin
 * with it.
 */
public final class Subjects {

    /** Kept apart: whether preparation counts is for a program to say by naming it. */
    private static final String PREPARATION = ":PREPARATION";
    private static final String TOTAL = ":TOTAL";

    /** What must be announced, and what its notice counts as. */
    public static final Map<String, String> ANNOUNCED = Map.of("AUDIT:INTRUDER", "NOTICE:INTRUDER_AUDIT",
            "DRILL:ACTIVE_THREAT", "NOTICE:EXERCISE");

    private static final Pattern APART = Pattern.compile("[,|;\\s]+");

    private Subjects() {}

    public static List<String> of(String requirement) {
        if (single(requirement)) return requirement.isEmpty() ? List.of() : List.of(requirement);
        return APART.splitAsStream(requirement).filter(s -> !s.isEmpty()).toList();
    }

    /** Nearly every line counts as one thing, and a state's review asks this of millions. */
    private static boolean single(String subjects) {
        for (int i = 0; i < subjects.length(); i++) {
            char c = subjects.charAt(i);
            if (c == ',' || c == '|' || c == ';' || Character.isWhitespace(c)) return false;
        }
        return true;
    }

    /** @param subjects of a requirement, several separated by commas; @param line what a line counts as, likewise */
    public static boolean counts(String subjects, String line) {
        if (line.isEmpty()) return false;
        if (single(subjects) && single(line)) return !subjects.isEmpty() && counted(subjects, line);
        var asked = of(subjects);
        return of(line).stream().anyMatch(l -> asked.stream().anyMatch(a -> counted(a, l)));
    }

    private static boolean counted(String asked, String line) {
        if (asked.equals(line)) return true;
        int family = asked.endsWith(TOTAL) ? asked.length() - TOTAL.length() : asked.length();
        int colon = asked.indexOf(':');
        if (colon >= 0 && colon < family) return false;
        return line.length() > family && line.charAt(family) == ':' && asked.regionMatches(0, line, 0, family)
                && !line.endsWith(PREPARATION);
    }
}
