package org.daywatch.planning.places;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.springframework.stereotype.Component;

/** Which day it is at schools: by their own clocks, and not by the server's. */
@Component
public class SchoolToday {

    private final Clock clock;

    SchoolToday(Clock clock) {
        this.clock = clock;
    }

    public LocalDate at(Campus school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }

    /**
     * Schools by the day it is there; never more than two days at once, so that many schools are asked in two reads.
     */
    public Map<LocalDate, List<Campus>> days(Collection<Campus> schools) {
        return schools.stream().collect(Collectors.groupingBy(this::at, TreeMap::new, Collectors.toList()));
    }
}
