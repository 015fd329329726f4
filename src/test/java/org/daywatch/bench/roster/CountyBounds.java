package org.daywatch.bench.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.scheduling.bound.LpBound;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.ScheduleProblem;

/**
 * What no roster of a county exceeds. Worked out once, without hurry, and kept by the digest of the county's problem,
 * so that a changed generator never meets an old bound. A county for which none was proved has none.
 */
final class CountyBounds {

    private static final Path KEPT = Path.of("target/roster-bounds");
    /** Before the seconds that were not enough; with more of them it is tried again. */
    private static final String NONE = "none in ";

    private CountyBounds() {}

    /** @param seconds for each county whose bound is not kept yet */
    static Map<String, Long> of(Map<String, ScheduleProblem> counties, double seconds) {
        var bounds = new TreeMap<String, Long>();
        counties.forEach((county, problem) -> {
            var instance = Instance.of(problem);
            var bound = kept(KEPT.resolve(instance.sha256()), county, instance, seconds);
            if (!bound.startsWith(NONE)) bounds.put(county, Long.valueOf(bound));
        });
        return bounds;
    }

    private static String kept(Path file, String county, Instance instance, double seconds) {
        try {
            String before = Files.exists(file) ? Files.readString(file).strip() : NONE + 0;
            if (!before.startsWith(NONE) || Double.parseDouble(before.substring(NONE.length())) >= seconds)
                return before;
            long began = System.nanoTime();
            Long bound = LpBound.of(ScheduleModel.of(instance.problem()), seconds, 1);
            String found = bound == null ? NONE + seconds : bound.toString();
            Report.line("  bound of %-14s %12s  %6.1f s, kept in %s", county, found, (System.nanoTime() - began) / 1e9,
                    KEPT);
            Files.createDirectories(KEPT);
            Files.writeString(file, found + "\n");
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
