package org.daywatch.bench.roster;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code bin/bench roster [PART …] [narrowing]}: what the roster engine does with problems whose best is known or
 * bounded.
 */
public final class RosterBench {

    private static final Map<String, Consumer<Options>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("planted", PlantedBench::run);
        PARTS.put("florida", FloridaBench::run);
        PARTS.put("calloffs", CallOffBench::run);
        PARTS.put("fewest", FewestBench::run);
        PARTS.put("growth", GrowthBench::run);
        PARTS.put("peer", PeerBench::run);
        PARTS.put("deterministic", DeterministicBench::run);
    }

    private RosterBench() {}

    public static void main(String[] arguments) {
        var given = List.of(arguments);
        int parts = 0;
        while (parts < given.size() && PARTS.containsKey(given.get(parts))) parts++;
        Options options;
        try {
            options = new Options(given.subList(parts, given.size()));
        } catch (IllegalArgumentException e) {
            System.err.printf(
                    "%s.%nUsage: bin/bench roster [--data DIR] [%s …] [--seconds A,B] [--seeds A,B] [--bound-seconds S] [--busy] [%s] [%s]%n",
                    e.getMessage(), String.join("|", PARTS.keySet()),
                    String.join("|", Options.sizes()), String.join("|", Options.families()));
            System.exit(64);
            return;
        }
        Report.machine();
        for (String part : parts == 0 ? PARTS.keySet() : given.subList(0, parts)) PARTS.get(part).accept(options);
        System.exit(0);
    }

    static List<String> parts() {
        return List.copyOf(PARTS.keySet());
    }

    static double[] sorted(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
