package org.daywatch.staffing.rosters.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.rosters.desk.RosterGrid.Place;

/** The places of a week by school and day, filtered and in the order that is asked; put into words only for the page that is shown. */
public record WeekOfSchools(List<Line> lines, List<LocalDate> days, Figures figures) {

    public static final Set<String> ORDERS = Set.of("school", "unfilled");
    /** The filter for whatever still needs a coordinator. */
    static final String LACKING = "LACKING";

    /** @param places by day, in their order; a day without posts is left out */
    public record Line(Campus school, String district, Map<LocalDate, List<Place>> places) {

        Stream<Place> all() {
            return places.values().stream().flatMap(List::stream);
        }

        public long lacking() {
            return all().filter(p -> !p.state().filled()).count();
        }
    }

    public record Figures(int places, long filled, long accepted, long asked, long proposed, long lacking) {

        static Figures of(Collection<Place> places) {
            return new Figures(places.size(), places.stream().filter(p -> p.state().filled()).count(), count(places, PlaceState.ACCEPTED),
                    count(places, PlaceState.ASKED), count(places, PlaceState.PROPOSED), places.stream().filter(p -> !p.state().filled()).count());
        }

        private static long count(Collection<Place> places, PlaceState state) {
            return places.stream().filter(p -> p.state() == state).count();
        }
    }

    static WeekOfSchools of(List<Place> places, Map<UUID, Campus> schools, Map<UUID, String> districts, LocalDate from, LocalDate to, Paging paging) {
        var bySchool = new LinkedHashMap<UUID, Map<LocalDate, List<Place>>>();
        for (var p : places) {
            if (schools.containsKey(p.school())) bySchool.computeIfAbsent(p.school(), s -> new LinkedHashMap<>()).computeIfAbsent(p.day(), d -> new ArrayList<>(2)).add(p);
        }
        var order = order(paging);
        var lines = bySchool.entrySet().stream().map(e -> new Line(schools.get(e.getKey()), districts.getOrDefault(schools.get(e.getKey()).districtId(), ""), e.getValue()))
                .filter(line -> fits(line, paging)).sorted(paging.descending() ? order.reversed() : order).toList();
        return new WeekOfSchools(lines, days(places, from, to), Figures.of(places));
    }

    /** Monday to Friday, and the weekend where something stands there. */
    private static List<LocalDate> days(List<Place> places, LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(d -> d.getDayOfWeek().getValue() <= 5 || places.stream().anyMatch(p -> p.day().equals(d))).toList();
    }

    private static Comparator<Line> order(Paging paging) {
        Comparator<Line> byName = Comparator.comparing((Line line) -> line.school().name()).thenComparing(line -> line.school().id());
        return paging.sort().equals("unfilled") ? Comparator.comparingLong((Line line) -> -line.lacking()).thenComparing(byName) : byName;
    }

    private static boolean fits(Line line, Paging paging) {
        var district = paging.filter("district");
        if (!district.isEmpty() && !line.school().districtId().toString().equals(district)) return false;
        var state = paging.filter("state");
        if (state.equals(LACKING) && line.lacking() == 0) return false;
        if (!state.isEmpty() && !state.equals(LACKING) && line.all().noneMatch(p -> p.state().name().equals(state))) return false;
        var q = paging.filter("q").strip().toLowerCase(Locale.ROOT);
        return q.isEmpty() || line.school().name().toLowerCase(Locale.ROOT).contains(q)
                || line.all().anyMatch(p -> p.officer() != null && p.officer().toLowerCase(Locale.ROOT).contains(q));
    }
}
