package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is due at schools in the school year around a day, by their programmes and calendars. */
public interface DueLists {

    /** @param done by school: what counts as done in that school year, in any order. Sorted by the last day in time. */
    Map<UUID, List<Due>> of(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done);
}
