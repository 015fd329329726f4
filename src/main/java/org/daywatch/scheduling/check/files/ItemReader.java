package org.daywatch.scheduling.check.files;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.scheduling.check.files.ProblemFacts.Department;
import org.daywatch.scheduling.check.files.ProblemFacts.Held;
import org.daywatch.scheduling.check.files.ProblemFacts.Officer;
import org.daywatch.scheduling.check.files.ProblemFacts.School;
import org.daywatch.scheduling.check.files.ProblemFacts.Shift;
import org.daywatch.scheduling.check.files.ProblemFacts.Spot;
import org.daywatch.scheduling.check.files.ProblemFacts.Stretch;
import org.daywatch.scheduling.check.files.ProblemFacts.Wishes;
import org.jspecify.annotations.Nullable;

/** One department, school, shift or officer, with what is meant where the file leaves something out. */
final class ItemReader {

    private static final int MOST_NEEDED = 50;

    private final Map<String, String> names = new HashMap<>(); // a name written a million times is kept once

    Department department(Cell cell) {
        var policies = cell.items("policies").stream().map(Cell::text).toList();
        return new Department(cell.get("zone").zone(), policies, List.of(), cell.texts("prohibits"));
    }

    School school(Cell cell) {
        return new School(cell.get("zone").zone(), cell.text("level", null), spot(cell), cell.texts("core"));
    }

    Shift shift(Cell cell) {
        long start = cell.get("start").moment();
        long end = cell.get("end").moment();
        if (end <= start) throw cell.get("end").wrong("a shift ends after it starts.");
        long needs = cell.whole("needs", 1);
        if (needs < 1 || needs > MOST_NEEDED) throw cell.get("needs").wrong("a shift needs 1 to 50 officers.");
        return new Shift(cell.get("id").text(), cell.get("school").text(), cell.get("day").day(), start, end,
                (int) needs, cell.text("role", "SSO"),
                cell.texts("requires"), cell.text("work", "SCHOOL_SAFETY"), (int) cell.whole("priority", 2),
                cell.find("eligible").map(this::eligible).orElse(null),
                cell.find("asked").map(asked -> cell.texts("asked")).orElse(null));
    }

    private Map<String, Long> eligible(Cell list) {
        var eligible = new HashMap<String, Long>();
        for (var entry : list.items()) {
            boolean bare = entry.node().isString();
            var officer = names.computeIfAbsent(bare ? entry.text() : entry.get("officer").text(), name -> name);
            if (eligible.put(officer, bare ? 0 : entry.whole("worth", 0)) != null)
                throw entry.wrong("this officer is there already.");
        }
        return eligible;
    }

    Officer officer(Cell cell) {
        var history = cell.find("history");
        var daysAt = new HashMap<String, Long>();
        history.flatMap(h -> h.find("days_at"))
                .ifPresent(days -> days.entries().forEach((school, n) -> daysAt.put(school, n.whole())));
        return new Officer(cell.get("id").text(), cell.text("department", null),
                cell.find("roles").map(r -> cell.texts("roles")).orElse(Set.of("SSO")),
                cell.items("holds").stream().map(ItemReader::held).toList(),
                cell.find("home").map(ItemReader::spot).orElse(new Spot(null, null, null)),
                cell.whole("rate", 0), cell.texts("blocks"),
                cell.items("hours").stream().map(ItemReader::stretch).toList(), available(cell),
                wishes(cell), history.flatMap(h -> h.find("credited")).map(Cell::length).orElse(0), daysAt);
    }

    private static Held held(Cell cell) {
        return new Held(cell.get("code").text(), cell.find("from").map(Cell::day).orElse(null),
                cell.find("to").map(Cell::day).orElse(null));
    }

    private static Stretch stretch(Cell cell) {
        var window = window(cell);
        return new Stretch(cell.get("kind").oneOf(Kind.class), window[0], window[1]);
    }

    private static long[] window(Cell cell) {
        var window = new long[] {cell.get("start").moment(), cell.get("end").moment()};
        if (window[1] <= window[0]) throw cell.get("end").wrong("it ends after it starts.");
        return window;
    }

    private static @Nullable List<long[]> available(Cell officer) {
        return officer.find("available").map(list -> list.items().stream().map(ItemReader::window).toList())
                .orElse(null);
    }

    private static Wishes wishes(Cell officer) {
        var wishes = officer.find("wishes");
        if (wishes.isEmpty()) return new Wishes(Set.of(), Set.of(), Set.of(), null);
        var weekdays = new HashSet<DayOfWeek>();
        wishes.get().items("weekdays").forEach(day -> weekdays.add(day.oneOf(DayOfWeek.class)));
        return new Wishes(wishes.get().texts("schools"), weekdays, wishes.get().texts("levels"),
                wishes.get().find("most_days").map(Cell::whole).orElse(null));
    }

    private static Spot spot(Cell cell) {
        return new Spot(cell.text("zip", null), cell.text("county", null),
                cell.find("at").map(ItemReader::at).orElse(null));
    }

    private static double[] at(Cell cell) {
        if (cell.items().size() != 2) throw cell.wrong("write [latitude, longitude].");
        return cell.items().stream().mapToDouble(Cell::number).toArray();
    }
}
