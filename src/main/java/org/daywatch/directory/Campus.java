package org.daywatch.directory;

import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other rooms need to know of a school: whose it is, where, of which ages, and what its clocks show. */
public record Campus(UUID id, UUID districtId, String name, String state, SchoolLevel level, ZoneId zone) {

    public static String names(Collection<Campus> schools) {
        return schools.stream().map(Campus::name).collect(Collectors.joining(", "));
    }
}
