package org.daywatch.bench.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** Between an answer and a roster one can change. */
final class Rosters {

    private Rosters() {}

    static Seating seating(ScheduleModel model, ScheduleAnswer answer) {
        Map<String, List<String>> officers = new HashMap<>();
        for (Place place : answer.assignments())
            officers.computeIfAbsent(place.shift(), s -> new ArrayList<>()).add(place.officer());
        var roster = new Seating(model);
        for (int seat = 0; seat < model.seats(); seat++) {
            var waiting = officers.getOrDefault(model.shift(seat).id(), List.of());
            if (waiting.isEmpty() || roster.holder(seat) >= 0) continue;
            String officer = waiting.removeFirst();
            for (int pair = model.firstPair(seat); pair < model.lastPair(seat); pair++) {
                if (model.officer(pair).id().equals(officer)) roster.put(pair);
            }
        }
        return roster;
    }

    /** The changed roster keeps every rule. */
    static void checked(Instance instance, ScheduleModel model, Seating roster, ScheduleAnswer before) {
        var places = new ArrayList<Place>();
        var open = new TreeMap<String, Integer>();
        for (int seat = 0; seat < model.seats(); seat++) {
            int pair = roster.holder(seat);
            if (pair >= 0) places.add(new Place(model.shift(seat).id(), model.officer(pair).id()));
            else open.merge(model.shift(seat).id(), 1, Integer::sum);
        }
        var answer = new ScheduleAnswer(before.problem(), before.sha256(), before.seed(), null, before.status(), 0,
                null, places.stream().sorted().toList(),
                open.entrySet().stream().map(e -> new ScheduleAnswer.Open(e.getKey(), e.getValue())).toList(),
                new TreeMap<>());
        var report = ScheduleChecker.check(instance.file(), AnswerFile.write(answer, ScheduleProblem.Kind.WORTH));
        Report.line("  after all of them: %,d seats filled, %d violations by the checker", report.counts().filled(),
                report.violations().size());
        if (!report.violations().isEmpty())
            throw new IllegalStateException("The repaired roster breaks rules: " + report.violations().getFirst());
    }
}
