package org.daywatch.directory.imports.nces;

import java.util.List;
import java.util.Map;
import org.daywatch.directory.SchoolLevel;
import org.jspecify.annotations.Nullable;

/** Grades as the national list writes them, in order, and the level they make. */
public final class Grades {
    private static final List<String> ORDER = List.of("PK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09",
            "10", "11", "12", "13");
    /** Ungraded and adult education: grades, but at no place in the order. */
    private static final List<String> APART = List.of("UG", "AE");

    private static final Map<String, String> WORDS = Map.of("PREKINDERGARTEN", "PK", "KINDERGARTEN", "KG", "UNGRADED",
            "UG", "ADULT EDUCATION", "AE");

    private Grades() {}

    static boolean isKnown(String grade) {
        return ORDER.contains(grade) || APART.contains(grade);
    }

    /** A spreadsheet turns 06 into 6; the table generator says "6th Grade". */
    static String padded(String text) {
        String grade = text.toUpperCase(java.util.Locale.ROOT).replaceFirst("^(\\d{1,2})(ST|ND|RD|TH) GRADE$", "$1");
        return grade.matches("\\d") ? "0" + grade : WORDS.getOrDefault(grade, grade);
    }

    public static boolean isBackwards(@Nullable String low, @Nullable String high) {
        return low != null && high != null && at(high) >= 0 && at(low) > at(high);
    }

    public static SchoolLevel level(@Nullable String low, @Nullable String high) {
        int from = low == null ? -1 : ORDER.indexOf(low);
        int to = high == null ? -1 : ORDER.indexOf(high);
        if (from < 0 || to < 0) return SchoolLevel.OTHER;
        if (from <= at("03") && to <= at("08")) return SchoolLevel.ELEMENTARY;
        if (from >= at("04") && from <= at("07") && to <= at("09")) return SchoolLevel.MIDDLE;
        if (from >= at("07")) return SchoolLevel.HIGH;
        return SchoolLevel.COMBINED;
    }

    private static int at(String grade) {
        return ORDER.indexOf(grade);
    }
}
