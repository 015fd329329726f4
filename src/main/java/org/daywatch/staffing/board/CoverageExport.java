package org.daywatch.staffing.board;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.staffing.coverage.SchoolDayCoverage;

/** One row per school and day; docs/formats/coverage-export.md describes the columns. */
final class CoverageExport {

    static final List<String> HEADER = List.of("day", "district", "school", "state", "posts", "posts_filled",
            "required_minutes",
            "covered_minutes", "uncovered_minutes",
            "minutes_to_come", "officers", "gaps");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private CoverageExport() {}

    static List<Object> row(SchoolDayCoverage d) {
        return List.of(d.day(), d.district(), d.school().name(), d.state(), d.seats().size(),
                d.seats().size() - d.unfilled(),
                d.required(), d.covered(), d.uncovered(),
                d.toCome(), String.join("; ", d.officers()), gaps(d));
    }

    /** "07:00-07:18 LATE; 13:00-14:20 OFF_CAMPUS", in the school's own time. */
    static String gaps(SchoolDayCoverage d) {
        return d.gaps().stream().map(g -> CLOCK.format(g.window().start().atZone(d.school().zone())) + "-"
                + CLOCK.format(g.window().end().atZone(d.school().zone())) + " " + g.reason())
                .collect(Collectors.joining("; "));
    }
}
