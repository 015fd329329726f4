package org.daywatch.scheduling.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.Scalars;
import org.daywatch.scheduling.problem.ScheduleProblem.Band;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Known;
import org.daywatch.scheduling.problem.ScheduleProblem.Objective;
import org.daywatch.scheduling.problem.ScheduleProblem.Share;
import org.daywatch.scheduling.problem.ScheduleProblem.Travel;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;
import org.daywatch.scheduling.problem.ScheduleProblem.Wish;

/** What a good schedule is. Points are zero or more: whether a rule gives or takes stands in the rule. */
final class ObjectiveReader {

    static final long MOST_POINTS = 1_000_000;
    static final int MOST_COUNT = 100_000;
    private static final int MOST_BANDS = 20;

    private final Flaws flaws;

    private ObjectiveReader(Flaws flaws) {
        this.flaws = flaws;
    }

    static Objective read(Fields top, Flaws flaws) {
        var value = top.find("objective");
        if (value == null) return new Objective(Kind.WORTH, Weights.NONE);
        var o = Fields.of(value, flaws, "kind", "weights");
        var kind = Kind.valueOf(o.choice("kind", Kind.WORTH.name(), Scalars.names(Kind.values())));
        var weights = o.find("weights");
        return new Objective(kind, weights == null
                ? Weights.NONE
                : new ObjectiveReader(flaws).weights(
                        Fields.of(weights, flaws, "FILL", "CORE", "FACE", "SHARE", "KNOWN", "FAIR", "WISH", "OUTSIDE",
                                "TRAVEL", "COST", "CHANGE")));
    }

    private Weights weights(Fields w) {
        return new Weights(fill(w), points(w, "CORE"), points(w, "FACE"), share(w), known(w), fair(w), wish(w),
                points(w, "OUTSIDE"), travel(w),
                points(w, "COST"), points(w, "CHANGE"));
    }

    private Map<Integer, Long> fill(Fields w) {
        var fill = new HashMap<Integer, Long>();
        if (!w.has("FILL")) return Map.of();
        var f = Fields.of(w.find("FILL"), flaws, "1", "2", "3");
        for (int priority = 1; priority <= 3; priority++) {
            if (f.has("" + priority)) fill.put(priority, points(f, "" + priority));
        }
        return Map.copyOf(fill);
    }

    private Share share(Fields w) {
        if (!w.has("SHARE")) return Weights.NONE.share();
        var f = Fields.of(w.find("SHARE"), flaws, "most", "points");
        return new Share(most(f), mustPoints(f));
    }

    private Known known(Fields w) {
        if (!w.has("KNOWN")) return Weights.NONE.known();
        var f = Fields.of(w.find("KNOWN"), flaws, "most", "points");
        return new Known(most(f), mustPoints(f));
    }

    private List<Band> fair(Fields w) {
        var bands = new ArrayList<Band>();
        for (var value : w.list("FAIR")) {
            var f = Fields.of(value, flaws, "over", "points");
            bands.add(new Band(f.length("over"), mustPoints(f)));
        }
        if (bands.size() > MOST_BANDS)
            flaws.add(w.find("FAIR"), "has " + bands.size() + " bands; " + MOST_BANDS + " are allowed.");
        return List.copyOf(bands);
    }

    private Wish wish(Fields w) {
        if (!w.has("WISH")) return Weights.NONE.wish();
        var f = Fields.of(w.find("WISH"), flaws, "school", "weekday", "level", "days");
        return new Wish(points(f, "school"), points(f, "weekday"), points(f, "level"), points(f, "days"));
    }

    private Travel travel(Fields w) {
        if (!w.has("TRAVEL")) return Weights.NONE.travel();
        var f = Fields.of(w.find("TRAVEL"), flaws, "same_zip", "same_zip3", "same_county", "else", "per_km");
        return new Travel(points(f, "same_zip"), points(f, "same_zip3"), points(f, "same_county"), points(f, "else"),
                points(f, "per_km"));
    }

    private static int most(Fields f) {
        f.required("most");
        return (int) f.whole("most", 0, 0, MOST_COUNT);
    }

    private static long mustPoints(Fields f) {
        f.required("points");
        return points(f, "points");
    }

    private static long points(Fields f, String name) {
        return f.whole(name, 0, 0, MOST_POINTS);
    }
}
