package org.daywatch.staffing.schedules.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.schedules.pages.ScheduleGrid.Place;
import org.daywatch.staffing.schedules.pages.ScheduleGrid.SchoolWeek;

/**
 * The schools of a week, filtered and in the order that is asked; their places are read only for the page that is
 * shown.
 */
public record WeekOfSchools(List<Head> heads, List<LocalDate> days, Figures figures) {

    /** Schools that still lack somebody first, or by name. */
    public static final Set<String> ORDERS = Set.of("unfilled", "school");
    /** The filter for whatever still needs a coordinator. */
    static final String LACKING = "LACKING";

    public record Head(Campus school, SchoolWeek week) {}

    /** @param places by day, in their order; a day without posts is left out */
    public record Line(Campus school, String district, Map<LocalDate, List<Place>> places) {

        Stream<Place> all() {
            return places.values().stream().flatMap(List::stream);
        }

        public long lacking() {
            return all().filter(p -> !p.state().filled()).count();
        }
    }

    public record Figures(int places, int filled, int accepted, int asked, int proposed, int lacking) {

        static Figures of(Collection<SchoolWeek> weeks) {
            int places = weeks.stream().mapToInt(SchoolWeek::places).sum();
            int lacking = weeks.stream().mapToInt(SchoolWeek::lacking).sum();
            return new Figures(places, places - lacking, count(weeks, PlaceState.ACCEPTED),
                    count(weeks, PlaceState.ASKED), count(weeks, PlaceState.PROPOSED), lacking);
        }

        private static int count(Collection<SchoolWeek> weeks, PlaceState state) {
            return weeks.stream().mapToInt(w -> w.count(state)).sum();
        }
    }

    static WeekOfSchools of(List<SchoolWeek> weeks, Map<UUID, Campus> schools, LocalDate monday, Paging paging) {
        var order = order(paging);
        var heads = weeks.stream().filter(w -> schools.containsKey(w.school()))
                .map(w -> new Head(schools.get(w.school()), w)).filter(head -> fits(head, paging))
                .sorted(paging.descending() ? order.reversed() : order).toList();
        return new WeekOfSchools(heads, days(weeks, monday), Figures.of(weeks));
    }

    /** The schools of a page with their places. */
    static List<Line> lines(List<Head> shown, List<Place> places, Map<UUID, String> districts) {
        var bySchool = new HashMap<UUID, Map<LocalDate, List<Place>>>();
        for (var p : places)
            bySchool.computeIfAbsent(p.school(), s -> new LinkedHashMap<>())
                    .computeIfAbsent(p.day(), d -> new ArrayList<>(2)).add(p);
        return shown.stream()
                .map(head -> new Line(head.school(), districts.getOrDefault(head.school().districtId(), ""),
                        bySchool.getOrDefault(head.school().id(), Map.of())))
                .toList();
    }

    /** Monday to Friday, and the weekend where something stands there. */
    private static List<LocalDate> days(List<SchoolWeek> weeks, LocalDate monday) {
        var days = new TreeSet<>(monday.datesUntil(monday.plusDays(5)).toList());
        weeks.forEach(w -> days.addAll(w.weekend()));
        return List.copyOf(days);
    }

    private static Comparator<Head> order(Paging paging) {
        Comparator<Head> byName = Comparator.comparing((Head head) -> head.school().name())
                .thenComparing(head -> head.school().id());
        return paging.sort().equals("unfilled")
                ? Comparator.comparingInt((Head head) -> -head.week().lacking()).thenComparing(byName)
                : byName;
    }

    private static boolean fits(Head head, Paging paging) {
        var district = paging.filter("district");
        if (!district.isEmpty() && !head.school().districtId().toString().equals(district)) return false;
        var state = paging.filter("state");
        if (state.equals(LACKING) && head.week().lacking() == 0) return false;
        if (!state.isEmpty() && !state.equals(LACKING) && head.week().by().entrySet().stream()
                .noneMatch(e -> e.getKey().name().equals(state) && e.getValue() > 0))
            return false;
        var q = paging.filter("q").strip().toLowerCase(Locale.ROOT);
        return q.isEmpty() || head.week().named() || head.school().name().toLowerCase(Locale.ROOT).contains(q);
    }
}
