package org.daywatch.scheduling.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.daywatch.scheduling.problem.ScheduleProblem.School;

/** Departments and schools. */
final class SiteReader {

    static final List<String> LEVELS = List.of("ELEMENTARY", "MIDDLE", "HIGH", "OTHER");
    static final List<String> WORK = Scalars.names(WorkKind.values());

    private static final Pattern ZIP = Pattern.compile("[0-9]{5}");

    private final Flaws flaws;
    private final Set<String> policies;
    private final Set<String> officers;

    SiteReader(Flaws flaws, Set<String> policies, Set<String> officers) {
        this.flaws = flaws;
        this.policies = policies;
        this.officers = officers;
    }

    List<Department> departments(Fields top) {
        var lines = new HashMap<String, Integer>();
        var departments = new ArrayList<Department>();
        for (var value : top.list("departments")) {
            var d = Fields.of(value, flaws, "id", "zone", "policies", "prohibits");
            for (var kind : d.list("prohibits")) Scalars.choice(kind, flaws, WORK);
            departments.add(new Department(unique(d, lines, "departments", flaws), d.zone("zone"),
                    List.copyOf(d.references("policies", policies, "policy")), Set.copyOf(d.names("prohibits"))));
        }
        return List.copyOf(departments);
    }

    List<School> schools(Fields top) {
        var lines = new HashMap<String, Integer>();
        var schools = new ArrayList<School>();
        for (var value : top.list("schools")) {
            var s = Fields.of(value, flaws, "id", "zone", "level", "zip", "county", "at", "core");
            schools.add(new School(unique(s, lines, "schools", flaws), s.zone("zone"),
                    s.has("level") ? s.choice("level", null, LEVELS) : null,
                    home(s, flaws), Set.copyOf(s.references("core", officers, "officer"))));
        }
        return List.copyOf(schools);
    }

    static Set<String> ids(List<Department> departments) {
        return departments.stream().map(Department::id).collect(Collectors.toSet());
    }

    /** Where something lies, from the fields {@code zip}, {@code county} and {@code at}. */
    static Home home(Fields f, Flaws flaws) {
        String zip = f.findText("zip");
        if (zip != null && !zip.isEmpty() && !ZIP.matcher(zip).matches())
            flaws.add(f.find("zip"), "must be a ZIP code of five digits, such as \"85003\".");
        String county = f.findText("county");
        var at = f.list("at");
        if (!f.has("at") || f.find("at").kind() != JsonValue.Kind.LIST) return new Home(zip, county, null, null);
        if (at.size() != 2) {
            flaws.add(f.find("at"), "must be [latitude, longitude].");
            return new Home(zip, county, null, null);
        }
        return new Home(zip, county, Scalars.number(at.get(0), flaws, -90, 90),
                Scalars.number(at.get(1), flaws, -180, 180));
    }

    static String unique(Fields f, Map<String, Integer> lines, String section, Flaws flaws) {
        String id = f.id("id");
        if (id.isEmpty()) return id;
        var before = lines.putIfAbsent(id, f.find("id").line());
        if (before != null)
            flaws.add(f.find("id"),
                    "stands in " + section + " twice, first on line " + before + "; ids are unique, so rename one.");
        return id;
    }
}
