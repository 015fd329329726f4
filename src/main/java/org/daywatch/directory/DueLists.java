package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is due at schools in the school year around a day, by their programmes and calendars. */
public interface DueLists {

    /**
     * Sorted by the last day in time.
     *
     * @param done by school: what counts as done in that school year, in any order
     * @param starts by school: what makes something due, such as an audit that must be announced
     */
    Map<UUID, List<Due>> of(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done, Map<UUID, List<Due.Start>> starts);

    default Map<UUID, List<Due>> of(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done) {
        return of(schools, asOf, done, Map.of());
    }
}
