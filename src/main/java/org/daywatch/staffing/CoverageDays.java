package org.daywatch.staffing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Days that are over, as they were counted, for rooms that report them. */
public interface CoverageDays {

    /** A closed day at one school; minutes. A day on which nothing was required has none. */
    record Day(UUID school, LocalDate day, int posts, int filled, int required, int covered, int uncovered) {}

    /** By school and day. */
    List<Day> closed(Collection<UUID> schools, LocalDate from, LocalDate to);

    /** By school: names of the officers who stood there in that time, in their order. */
    Map<UUID, List<String>> officers(Collection<UUID> schools, LocalDate from, LocalDate to);
}
