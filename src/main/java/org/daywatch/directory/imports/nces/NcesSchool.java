package org.daywatch.directory.imports.nces;

import java.time.ZoneId;
import org.daywatch.directory.SchoolLevel;
import org.jspecify.annotations.Nullable;

/** A school as the national list describes it. Null is "not told": unknown enrollment is not zero. */
record NcesSchool(int line, String listedBy, String ncesId, String stateId, String districtNcesId, String districtName,
        String name, String kind,
        String status, @Nullable String lowGrade, @Nullable String highGrade, SchoolLevel level,
        @Nullable Boolean charter,
        String street, String city, String state, String zip, @Nullable String county, String phone,
        @Nullable String locale,
        @Nullable Integer enrollment, ZoneId zone, @Nullable Point point) {

    /** Where the list says it is. */
    record Point(double latitude, double longitude) {}
}
