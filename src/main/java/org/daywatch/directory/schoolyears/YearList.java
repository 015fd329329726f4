package org.daywatch.directory.schoolyears;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.platform.web.kit.Paging;

/** Which school years a reader asks for, in which order. A state has some hundreds of them. */
record YearList(Paging asked) {

    private static final Set<String> SORTABLE = Set.of("name", "district", "first", "last", "exceptions");

    static YearList read(Map<String, String> parameters) {
        return new YearList(Paging.read("/calendars", parameters, SORTABLE, "-first"));
    }

    List<SchoolCalendar> rows(List<SchoolCalendar> all, Map<UUID, String> districts) {
        var byName = Comparator.comparing((SchoolCalendar c) -> districts.getOrDefault(c.districtId(), ""))
                .thenComparing(SchoolCalendar::name);
        var sorts = Map.<String, Comparator<SchoolCalendar>>of("name",
                Comparator.comparing(SchoolCalendar::name).thenComparing(byName), "district", byName,
                "first", Comparator.comparing((SchoolCalendar c) -> c.firstDay()).thenComparing(byName), "last",
                Comparator.comparing((SchoolCalendar c) -> c.lastDay()).thenComparing(byName), "exceptions",
                Comparator.comparingLong((SchoolCalendar c) -> c.days().count()).thenComparing(byName));
        return all.stream().filter(c -> asked.finds(c.name(), districts.getOrDefault(c.districtId(), "")))
                .filter(this::fits).sorted(asked.order(sorts)).toList();
    }

    private boolean fits(SchoolCalendar calendar) {
        var district = asked.filter("in");
        var day = asked.filter("on");
        return (district.isEmpty() || calendar.districtId().toString().equals(district))
                && (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") || calendar.spans(LocalDate.parse(day)));
    }
}
