package org.daywatch.scheduling.problem;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.ScheduleProblem.History;
import org.daywatch.scheduling.problem.ScheduleProblem.Holding;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Wishes;

/** Officers: what they hold, where they live, when they work otherwise, what they would like. */
final class OfficerReader {

    private static final List<String> KINDS = Scalars.names(HourKind.values());
    private static final List<String> WEEKDAYS = Scalars.names(DayOfWeek.values());
    private static final long MOST_RATE = 1_000_000;

    private final Flaws flaws;
    private final Set<String> departments;
    private final Set<String> schools;

    OfficerReader(Flaws flaws, Set<String> departments, Set<String> schools) {
        this.flaws = flaws;
        this.departments = departments;
        this.schools = schools;
    }

    Officer read(JsonValue value) {
        var o = Fields.of(value, flaws, "id", "department", "roles", "holds", "home", "rate", "blocks", "hours",
                "available", "wishes", "history");
        var home = o.find("home");
        var wishes = o.find("wishes");
        var history = o.find("history");
        return new Officer(o.id("id"),
                o.has("department") ? o.reference("department", departments, "department") : null, roles(o), holds(o),
                home == null ? Home.UNKNOWN : SiteReader.home(Fields.of(home, flaws, "zip", "county", "at"), flaws),
                o.whole("rate", 0, 0, MOST_RATE),
                Set.copyOf(o.references("blocks", schools, "school")), hours(o),
                o.has("available") ? available(o) : null,
                wishes == null
                        ? Wishes.NONE
                        : wishes(Fields.of(wishes, flaws, "schools", "weekdays", "levels", "most_days")),
                history == null ? History.NONE : history(Fields.of(history, flaws, "credited", "days_at")));
    }

    private Set<String> roles(Fields o) {
        if (!o.has("roles")) return Set.of("SSO");
        for (var role : o.list("roles")) Scalars.choice(role, flaws, ShiftReader.ROLES);
        return Set.copyOf(o.names("roles"));
    }

    private List<Holding> holds(Fields o) {
        var holds = new ArrayList<Holding>();
        for (var item : o.list("holds")) {
            var h = Fields.of(item, flaws, "code", "from", "to");
            var holding = new Holding(h.id("code"), h.findDay("from"), h.findDay("to"));
            if (holding.from() != null && holding.to() != null && holding.to().isBefore(holding.from())) {
                flaws.add(h.find("to"), "is before from " + holding.from() + "; correct one of the two.");
            }
            holds.add(holding);
        }
        return List.copyOf(holds);
    }

    private List<HourEntry> hours(Fields o) {
        var hours = new ArrayList<HourEntry>();
        for (var item : o.list("hours")) {
            var h = Fields.of(item, flaws, "kind", "start", "end");
            hours.add(HourEntry.planned(HourKind.valueOf(h.choice("kind", null, KINDS)), h.window()));
        }
        return List.copyOf(hours);
    }

    private List<Window> available(Fields o) {
        return o.list("available").stream().map(item -> Fields.of(item, flaws, "start", "end").window()).toList();
    }

    private Wishes wishes(Fields w) {
        for (var day : w.list("weekdays")) Scalars.choice(day, flaws, WEEKDAYS);
        for (var level : w.list("levels")) Scalars.choice(level, flaws, SiteReader.LEVELS);
        var weekdays = w.names("weekdays").stream().filter(WEEKDAYS::contains).map(DayOfWeek::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        Integer most = w.has("most_days") ? (int) w.whole("most_days", 0, 0, 1_000) : null;
        return new Wishes(Set.copyOf(w.references("schools", schools, "school")), weekdays,
                Set.copyOf(w.names("levels")), most);
    }

    private History history(Fields h) {
        Map<String, Integer> daysAt = new LinkedHashMap<>();
        var given = h.find("days_at");
        if (given != null && given.kind() != JsonValue.Kind.OBJECT)
            flaws.add(given, "must be an object of schools and whole days.");
        if (given != null) given.fields().forEach((school, days) -> {
            if (!schools.contains(school))
                flaws.add(days, "stands for a school that is not in this file; correct its id, or take it out.");
            daysAt.put(school, (int) Scalars.whole(days, flaws, 0, 100_000));
        });
        return new History(h.has("credited") ? h.length("credited") : Duration.ZERO, Map.copyOf(daysAt));
    }
}
