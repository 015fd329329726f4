package org.daywatch.scheduling.problem;

import static org.daywatch.scheduling.problem.ScheduleWriter.object;

import java.util.Map;
import java.util.TreeMap;
import org.daywatch.scheduling.problem.ScheduleProblem.Objective;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;

/** The objective as the file writes it: a rule that counts nothing is left out. */
final class WeightWriter {

    private WeightWriter() {}

    static Map<String, Object> objective(Objective objective) {
        var weights = weights(objective.weights());
        return weights.isEmpty()
                ? object("kind", objective.kind().name())
                : object("kind", objective.kind().name(), "weights", weights);
    }

    private static Map<String, Object> weights(Weights w) {
        var object = object();
        if (!w.fill().isEmpty()) {
            var fill = object();
            new TreeMap<>(w.fill()).forEach((priority, points) -> fill.put("" + priority, points));
            object.put("FILL", fill);
        }
        points(object, "CORE", w.core());
        points(object, "FACE", w.face());
        if (!w.share().equals(Weights.NONE.share()))
            object.put("SHARE", object("most", w.share().most(), "points", w.share().points()));
        if (!w.known().equals(Weights.NONE.known()))
            object.put("KNOWN", object("most", w.known().most(), "points", w.known().points()));
        if (!w.fair().isEmpty())
            object.put("FAIR", w.fair().stream()
                    .map(b -> object("over", ScheduleWriter.length(b.over()), "points", b.points())).toList());
        var wish = object();
        points(wish, "school", w.wish().school());
        points(wish, "weekday", w.wish().weekday());
        points(wish, "level", w.wish().level());
        points(wish, "days", w.wish().days());
        if (!wish.isEmpty()) object.put("WISH", wish);
        points(object, "OUTSIDE", w.outside());
        var travel = object();
        points(travel, "same_zip", w.travel().sameZip());
        points(travel, "same_zip3", w.travel().sameZip3());
        points(travel, "same_county", w.travel().sameCounty());
        points(travel, "else", w.travel().otherwise());
        points(travel, "per_km", w.travel().perKm());
        if (!travel.isEmpty()) object.put("TRAVEL", travel);
        points(object, "COST", w.cost());
        points(object, "CHANGE", w.change());
        return object;
    }

    private static void points(Map<String, Object> object, String name, long points) {
        if (points != 0) object.put(name, points);
    }
}
