package org.daywatch.directory.imports.schools;

import java.time.ZoneId;
import java.util.Locale;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.places.Point;
import org.jspecify.annotations.Nullable;

/** A school as one row says it. Empty and null are "not said": what stands on file then stays. */
record ListedSchool(int line, String district, String name, @Nullable SchoolLevel level, @Nullable String gradesFrom,
        @Nullable String gradesTo, String street, String city, String state, String zip,
        @Nullable ZoneId zone, @Nullable Point point, String telephone, @Nullable String nationalId) {

    /** "Ironwood High", "IRONWOOD HIGH" and "Ironwood High" are one name. */
    static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    String plainName() {
        return plain(name);
    }
}
