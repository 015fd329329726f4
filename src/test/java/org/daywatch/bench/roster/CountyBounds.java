package org.daywatch.bench.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.staffing.rosters.bound.LpBound;
import org.daywatch.staffing.rosters.engine.RosterModel;
import org.daywatch.staffing.rosters.problem.RosterProblem;

/**
 * What no roster of a county exceeds. Worked out once, without hurry, and kept by the digest of the county's problem, so that a
 * changed generator never meets an old bound. A county for which none was proved has none.
 */
final class CountyBounds {

    private static final Path KEPT = Path.of("target/roster-bounds");
    private static final double SECONDS = Double.parseDouble(System.getProperty("daywatch.bench.bound-seconds", "900"));
    private static final String NONE = "none";

    private CountyBounds() {}

    static Map<String, Long> of(Map<String, RosterProblem> counties) {
        var bounds = new TreeMap<String, Long>();
        counties.forEach((county, problem) -> {
            var instance = Instance.of(problem);
            var bound = kept(KEPT.resolve(instance.sha256()), county, instance);
            if (!bound.equals(NONE)) bounds.put(county, Long.valueOf(bound));
        });
        return bounds;
    }

    private static String kept(Path file, String county, Instance instance) {
        try {
            if (Files.exists(file)) return Files.readString(file).strip();
            long began = System.nanoTime();
            Long bound = LpBound.of(RosterModel.of(instance.problem()), SECONDS, 1);
            Report.line("  bound of %-14s %12s  %6.1f s, kept in %s", county, bound == null ? NONE : bound, (System.nanoTime() - began) / 1e9, KEPT);
            Files.createDirectories(KEPT);
            String text = bound == null ? NONE : bound.toString();
            Files.writeString(file, text + "\n");
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
