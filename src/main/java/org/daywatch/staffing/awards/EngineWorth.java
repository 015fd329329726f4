package org.daywatch.staffing.awards;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.scheduling.problem.ScheduleWriter;
import tools.jackson.databind.JsonNode;

/**
 * What each candidate of an optimized award is worth at the post: asked of the schedule engine, with the points
 * schedules are made by.
 */
final class EngineWorth {

    private EngineWorth() {}

    /**
     * The day's problem, less everything that cannot change the answer: the post, and what its candidates have accepted
     * that day.
     */
    static JsonNode problem(ScheduleProblem day, UUID post, Collection<UUID> candidates) {
        var officers = candidates.stream().map(UUID::toString).collect(Collectors.toSet());
        var pins = day.pins().stream().filter(p -> officers.contains(p.officer()) && !p.shift().equals(post.toString()))
                .sorted().toList();
        var kept = pins.stream().map(Place::shift).collect(Collectors.toSet());
        Map<String, Long> everyOne = officers.stream().collect(Collectors.toMap(Function.identity(), o -> 0L));
        List<Shift> shifts = day.shifts().stream().filter(s -> kept.contains(s.id()) || s.id().equals(post.toString()))
                .map(s -> s.id().equals(post.toString()) ? open(s, everyOne) : s)
                .sorted(Comparator.comparing(Shift::id)).toList();
        Set<String> schools = shifts.stream().map(Shift::school).collect(Collectors.toSet());
        var sites = day.schools().stream().filter(s -> schools.contains(s.id())).toList();
        var wanting = day.officers().stream().filter(o -> officers.contains(o.id()))
                .sorted(Comparator.comparing(ScheduleProblem.Officer::id)).toList();
        var problem = new ScheduleProblem(post.toString(), day.first(), day.last(), day.objective(), day.policies(),
                day.departments(), sites, shifts, wanting, pins, List.of());
        return AwardRecord.JSON.readTree(new String(ScheduleWriter.write(problem), StandardCharsets.UTF_8));
    }

    /** Points gained by officer; one for whom the engine finds no lawful way is left out. */
    static Map<UUID, Long> of(JsonNode problem, UUID post) {
        var model = ScheduleModel.of(ScheduleFile.read(problem.toString()));
        var roster = new Seating(model);
        var worth = new TreeMap<UUID, Long>();
        for (int seat = 0; seat < model.seats(); seat++) {
            if (!model.shift(seat).id().equals(post.toString())) continue;
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
                if (roster.fits(pair, -1, -1))
                    worth.put(UUID.fromString(model.officer(pair).id()), roster.gain(pair, -1, -1));
            }
        }
        return worth;
    }

    /** Whom the post was offered to was asked when they signed up. */
    private static Shift open(Shift s, Map<String, Long> everyOne) {
        return new Shift(s.id(), s.school(), s.day(), s.window(), s.needs(), s.role(), s.requires(), s.work(),
                s.priority(), everyOne, null);
    }
}
