package org.daywatch.scheduling.problem;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.jspecify.annotations.Nullable;

/** Shifts: who is needed where and when, and who may come. */
final class ShiftReader {

    static final List<String> ROLES = Scalars.names(OfficerRole.values());
    static final Duration LONGEST = Duration.ofHours(48);
    static final long MOST_WORTH = 1_000_000_000;

    private final Flaws flaws;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Set<String> departments;
    private final Set<String> officers;

    ShiftReader(Flaws flaws, LocalDate first, LocalDate last, List<School> schools, Set<String> departments,
            Set<String> officers) {
        this.flaws = flaws;
        this.first = first;
        this.last = last;
        this.departments = departments;
        this.officers = officers;
        schools.forEach(s -> zones.put(s.id(), s.zone()));
    }

    Set<String> schools() {
        return zones.keySet();
    }

    Shift read(JsonValue value) {
        var s = Fields.of(value, flaws, "id", "school", "day", "start", "end", "needs", "role", "requires", "work",
                "priority", "eligible", "asked");
        String school = s.reference("school", zones.keySet(), "school");
        var day = s.day("day");
        var window = s.window();
        times(s, school, day, window);
        return new Shift(s.id("id"), school, day, window, (int) s.whole("needs", 1, 1, 50),
                s.choice("role", "SSO", ROLES),
                Set.copyOf(s.names("requires")), s.choice("work", "SCHOOL_SAFETY", SiteReader.WORK),
                (int) s.whole("priority", 2, 1, 3),
                eligible(s), s.has("asked") ? Set.copyOf(s.references("asked", departments, "department")) : null);
    }

    private void times(Fields s, String school, LocalDate day, Window window) {
        if (day.equals(LocalDate.EPOCH)) return;
        if (!first.equals(LocalDate.EPOCH) && !last.equals(LocalDate.EPOCH)
                && (day.isBefore(first) || day.isAfter(last))) {
            flaws.add(s.find("day"), "lies outside the horizon, " + first + " to " + last
                    + "; widen the horizon or leave the shift out.");
        }
        if (window.equals(Fields.NO_WINDOW)) return;
        if (window.length().compareTo(LONGEST) > 0)
            flaws.add(s.find("end"), "makes the shift longer than 48 hours; split it.");
        var zone = zones.get(school);
        if (zone == null) return;
        var starts = window.start().atZone(zone).toLocalDate();
        if (!starts.equals(day))
            flaws.add(s.find("start"), "is on " + starts + " at the school (" + zone + "), not on the shift's day "
                    + day + "; correct one of the two.");
    }

    private @Nullable Map<String, Long> eligible(Fields s) {
        if (!s.has("eligible")) return null;
        var eligible = new LinkedHashMap<String, Long>();
        for (var item : s.list("eligible")) {
            boolean alone = item.kind() != JsonValue.Kind.OBJECT;
            var fields = alone ? null : Fields.of(item, flaws, "officer", "worth");
            if (alone) s.refer(item, officers, "officer");
            String officer = fields == null
                    ? Scalars.text(item, flaws, 100)
                    : fields.reference("officer", officers, "officer");
            long worth = fields == null ? 0 : fields.whole("worth", 0, -MOST_WORTH, MOST_WORTH);
            if (eligible.putIfAbsent(officer, worth) != null && !officer.isEmpty())
                flaws.add(item, "names an officer who stands in this list already; take one out.");
        }
        return eligible;
    }
}
