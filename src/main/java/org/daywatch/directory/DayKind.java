package org.daywatch.directory;

import java.util.List;
import java.util.stream.Stream;

/**
 * What kind of day it is at a school. The first four keep students at home; the others each have bells of their own.
 */
public enum DayKind {
    HOLIDAY, CLOSURE, WEATHER, STAFF_ONLY, REGULAR, EARLY_RELEASE, LATE_START, HALF_DAY, EXAM;

    /** Those that have bells. */
    public static List<DayKind> ofSchool() {
        return Stream.of(values()).filter(DayKind::isSchoolDay).toList();
    }

    /** Students are on campus, so somebody must be there for them. */
    public boolean isSchoolDay() {
        return compareTo(REGULAR) >= 0;
    }
}
