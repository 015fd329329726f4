package org.daywatch.scheduling.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daywatch.platform.json.JsonText;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.jspecify.annotations.Nullable;

/**
 * Writes a problem as its file; {@link ScheduleFile} reads the same problem back. What is as if left out is left out.
 */
public final class ScheduleWriter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private final ScheduleProblem problem;
    private final Map<String, ZoneId> zones;
    private final Map<String, ZoneId> clocks;

    private ScheduleWriter(ScheduleProblem problem) {
        this.problem = problem;
        this.zones = problem.schools().stream().collect(Collectors.toMap(School::id, School::zone));
        this.clocks = problem.departments().stream().collect(Collectors.toMap(Department::id, Department::zone));
    }

    public static byte[] write(ScheduleProblem problem) {
        return new ScheduleWriter(problem).bytes();
    }

    private byte[] bytes() {
        var text = new JsonText(ScheduleFile.SCHEMA);
        if (!problem.id().isEmpty()) text.field("id", problem.id());
        return text.field("horizon", object("first", problem.first().toString(), "last", problem.last().toString()))
                .field("objective", WeightWriter.objective(problem.objective()))
                .list("policies", problem.policies().stream().map(PolicyWriter::policy).iterator())
                .list("departments", problem.departments().stream().map(ScheduleWriter::department).iterator())
                .list("schools", problem.schools().stream().map(ScheduleWriter::school).iterator())
                .list("shifts", problem.shifts().stream().map(this::shift).iterator())
                .list("officers", problem.officers().stream().map(this::officer).iterator())
                .list("pins", problem.pins().stream().map(ScheduleWriter::place).iterator())
                .list("published", problem.published().stream().map(ScheduleWriter::place).iterator()).bytes();
    }

    private static Map<String, Object> department(Department d) {
        var object = object("id", d.id(), "zone", d.zone().getId());
        putList(object, "policies", d.policies());
        putList(object, "prohibits", new TreeSet<>(d.prohibits()));
        return object;
    }

    private static Map<String, Object> school(School s) {
        var object = object("id", s.id(), "zone", s.zone().getId());
        if (s.level() != null) object.put("level", s.level());
        putHome(object, s.at());
        putList(object, "core", new TreeSet<>(s.core()));
        return object;
    }

    private Map<String, Object> shift(Shift s) {
        var zone = zones.getOrDefault(s.school(), ZoneOffset.UTC);
        var object = object("id", s.id(), "school", s.school(), "day", s.day().toString());
        putWindow(object, s.window(), zone);
        if (s.needs() != 1) object.put("needs", s.needs());
        if (!s.role().equals("SSO")) object.put("role", s.role());
        putList(object, "requires", new TreeSet<>(s.requires()));
        if (!s.work().equals("SCHOOL_SAFETY")) object.put("work", s.work());
        if (s.priority() != 2) object.put("priority", s.priority());
        if (s.eligible() != null) object.put("eligible", eligible(new TreeMap<>(s.eligible())));
        if (s.asked() != null) object.put("asked", new TreeSet<>(s.asked()));
        return object;
    }

    private static List<Object> eligible(Map<String, Long> worth) {
        var list = new ArrayList<Object>();
        worth.forEach(
                (officer, points) -> list.add(points == 0 ? officer : object("officer", officer, "worth", points)));
        return list;
    }

    private Map<String, Object> officer(Officer o) {
        var zone = o.department() == null ? ZoneOffset.UTC : clocks.getOrDefault(o.department(), ZoneOffset.UTC);
        var object = object("id", o.id());
        if (o.department() != null) object.put("department", o.department());
        object.put("roles", new TreeSet<>(o.roles()));
        putList(object, "holds", o.holds().stream().map(ScheduleWriter::holding).toList());
        var home = object();
        putHome(home, o.home());
        if (!home.isEmpty()) object.put("home", home);
        if (o.rate() != 0) object.put("rate", o.rate());
        putList(object, "blocks", new TreeSet<>(o.blocks()));
        putList(object, "hours",
                o.hours().stream().map(h -> putWindow(object("kind", h.kind().name()), h.window(), zone)).toList());
        if (o.available() != null)
            object.put("available", o.available().stream().map(w -> putWindow(object(), w, zone)).toList());
        var wishes = wishes(o.wishes());
        if (!wishes.isEmpty()) object.put("wishes", wishes);
        var history = history(o.history());
        if (!history.isEmpty()) object.put("history", history);
        return object;
    }

    private static Map<String, Object> holding(ScheduleProblem.Holding h) {
        var object = object("code", h.code());
        if (h.from() != null) object.put("from", h.from().toString());
        if (h.to() != null) object.put("to", h.to().toString());
        return object;
    }

    private static Map<String, Object> wishes(ScheduleProblem.Wishes w) {
        var object = object();
        putList(object, "schools", new TreeSet<>(w.schools()));
        putList(object, "weekdays", w.weekdays().stream().sorted().map(Enum::name).toList());
        putList(object, "levels", new TreeSet<>(w.levels()));
        if (w.mostDays() != null) object.put("most_days", w.mostDays());
        return object;
    }

    private static Map<String, Object> history(ScheduleProblem.History h) {
        var object = object();
        if (!h.credited().isZero()) object.put("credited", length(h.credited()));
        if (!h.daysAt().isEmpty()) object.put("days_at", new TreeMap<>(h.daysAt()));
        return object;
    }

    private static Map<String, Object> place(Place p) {
        return object("shift", p.shift(), "officer", p.officer());
    }

    private static void putHome(Map<String, Object> object, Home home) {
        if (home.zip() != null) object.put("zip", home.zip());
        if (home.county() != null) object.put("county", home.county());
        if (home.latitude() != null && home.longitude() != null)
            object.put("at", List.of(home.latitude(), home.longitude()));
    }

    private static Map<String, Object> putWindow(Map<String, Object> object, Window window, ZoneId zone) {
        object.put("start", moment(window.start(), zone));
        object.put("end", moment(window.end(), zone));
        return object;
    }

    /** A zone whose offset has seconds, as some had long ago, cannot be written; the moment is then given in UTC. */
    private static String moment(Instant at, ZoneId zone) {
        boolean whole = zone.getRules().getOffset(at).getTotalSeconds() % 60 == 0;
        return MOMENT.format(at.atZone(whole ? zone : ZoneOffset.UTC));
    }

    private static void putList(Map<String, Object> object, String name, Collection<?> list) {
        if (!list.isEmpty()) object.put(name, list);
    }

    static String length(Duration length) {
        return String.format("%02d:%02d", length.toHours(), length.toMinutesPart());
    }

    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return object;
    }
}
