package org.daywatch.scheduling.explain;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.function.Function;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** In which zone times are told. */
final class Clocks {

    private Clocks() {}

    /** An officer's department's; UTC for those without one. */
    static Function<String, ZoneId> of(ScheduleProblem problem) {
        var zones = new HashMap<String, ZoneId>();
        problem.departments().forEach(d -> zones.put(d.id(), d.zone()));
        var officers = new HashMap<String, ZoneId>();
        problem.officers().forEach(o -> officers.put(o.id(),
                o.department() == null ? ZoneOffset.UTC : zones.getOrDefault(o.department(), ZoneOffset.UTC)));
        return officer -> officers.getOrDefault(officer, ZoneOffset.UTC);
    }

    static ZoneId school(ScheduleProblem problem, String school) {
        return problem.schools().stream().filter(s -> s.id().equals(school)).findFirst()
                .map(ScheduleProblem.School::zone).orElse(ZoneOffset.UTC);
    }
}
