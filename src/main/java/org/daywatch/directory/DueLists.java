package org.daywatch.directory;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is due at schools in the school year around a day, by their programs and calendars. */
public interface DueLists {

    /** What a district files to a program, once for all its schools. */
    String PROPOSAL = "REPORT:PROPOSAL";

    /**
     * Sorted by the last day in time.
     *
     * @param done by school: what counts as done in that school year, in any order
     * @param starts by school: what makes something due, such as an audit that must be announced
     */
    Map<UUID, List<Due>> of(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done,
            Map<UUID, List<Due.Start>> starts);

    default Map<UUID, List<Due>> of(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done) {
        return of(schools, asOf, done, Map.of());
    }

    /**
     * The line of a district's proposal of this school year, July to June; empty where no rule asks for one.
     *
     * @param rules that bind a school of the district
     * @param by month and day; null where no rule says so
     * @param filed by the district, in any order
     */
    Optional<Due> proposal(Collection<Requirement> rules, @Nullable MonthDay by, Collection<LocalDate> filed,
            LocalDate asOf);
}
