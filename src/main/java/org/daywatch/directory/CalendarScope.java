package org.daywatch.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a calendar entry speaks of: one school, the schools of one level, or all of the district. */
public record CalendarScope(UUID districtId, @Nullable UUID schoolId, @Nullable SchoolLevel level) {

    public CalendarScope {
        if (schoolId != null && level != null) {
            throw new IllegalArgumentException("An entry is for one school or for one level, not for both.");
        }
    }

    public static CalendarScope all(UUID districtId) {
        return new CalendarScope(districtId, null, null);
    }

    public boolean covers(UUID school, SchoolLevel schoolLevel) {
        return schoolId != null ? schoolId.equals(school) : level == null || level == schoolLevel;
    }

    /** More specific wins: a school over its level, a level over the district. */
    public int specificity() {
        return schoolId != null ? 2 : level != null ? 1 : 0;
    }
}
