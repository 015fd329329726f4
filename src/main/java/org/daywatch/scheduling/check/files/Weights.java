package org.daywatch.scheduling.check.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Points of each rule; what the file leaves out is zero. */
public record Weights(Map<Integer, Long> fill, long core, long face, Step share, Step known, List<Step> fair, Wish wish,
        long outside, Travel travel,
        long cost, long change) {

    private static final Set<String> RULES = Set.of("FILL", "CORE", "FACE", "SHARE", "KNOWN", "FAIR", "WISH", "OUTSIDE",
            "TRAVEL", "COST", "CHANGE");
    static final Weights NONE = new Weights(Map.of(), 0, 0, Step.NONE, Step.NONE, List.of(), Wish.NONE, 0, Travel.NONE,
            0, 0);

    /** Points up to or beyond a number: of seats, of days, of minutes. */
    public record Step(long at, long points) {
        static final Step NONE = new Step(0, 0);

        static Step of(Cell cell) {
            return new Step(cell.get("most").whole(), cell.get("points").whole());
        }
    }

    public record Wish(long school, long weekday, long level, long days) {
        static final Wish NONE = new Wish(0, 0, 0, 0);
    }

    public record Travel(long sameZip, long sameZip3, long sameCounty, long otherwise, long perKm) {
        static final Travel NONE = new Travel(0, 0, 0, 0, 0);
    }

    static Weights of(Cell cell) {
        cell.entries().forEach((rule, value) -> {
            if (!RULES.contains(rule)) throw value.wrong("no rule has this name.");
        });
        return new Weights(cell.find("FILL").map(Weights::fill).orElse(Map.of()), cell.whole("CORE", 0),
                cell.whole("FACE", 0),
                cell.find("SHARE").map(Step::of).orElse(Step.NONE), cell.find("KNOWN").map(Step::of).orElse(Step.NONE),
                cell.items("FAIR").stream().map(band -> new Step(band.get("over").length(), band.get("points").whole()))
                        .toList(),
                cell.find("WISH").map(Weights::wish).orElse(Wish.NONE), cell.whole("OUTSIDE", 0),
                cell.find("TRAVEL").map(Weights::travel).orElse(Travel.NONE), cell.whole("COST", 0),
                cell.whole("CHANGE", 0));
    }

    private static Map<Integer, Long> fill(Cell cell) {
        var fill = new HashMap<Integer, Long>();
        cell.entries().forEach((priority, points) -> {
            if (!Set.of("1", "2", "3").contains(priority)) throw points.wrong("priorities are 1, 2 and 3.");
            fill.put(Integer.valueOf(priority), points.whole());
        });
        return fill;
    }

    private static Wish wish(Cell cell) {
        return new Wish(cell.whole("school", 0), cell.whole("weekday", 0), cell.whole("level", 0),
                cell.whole("days", 0));
    }

    private static Travel travel(Cell cell) {
        return new Travel(cell.whole("same_zip", 0), cell.whole("same_zip3", 0), cell.whole("same_county", 0),
                cell.whole("else", 0),
                cell.whole("per_km", 0));
    }
}
