package org.daywatch.platform.setup.file;

import java.util.List;
import java.util.UUID;
import org.daywatch.platform.json.Flaw;
import org.daywatch.platform.setup.SetupProgress;
import org.jspecify.annotations.Nullable;

/**
 * What became of a set-up file.
 *
 * @param agency it was applied to. @param dry nothing was written
 * @param administrator email of the administrator this run let in first; null where there is one already
 * @param steps of the set-up as they stand afterward; none after a dry run
 */
public record SetupReport(UUID agency, boolean dry, List<Section> sections, @Nullable String administrator,
        List<SetupProgress.Line> steps) {

    /** What was done with one thing the file names. */
    public enum Outcome { CREATED, CHANGED, UNCHANGED }

    /** LEFT: not begun, because a section before it was refused. */
    public enum State { DONE, REFUSED, LEFT }

    /** One field that changed; empty: there was nothing, or there is nothing now. */
    public record Change(String field, String before, String after) {}

    /** @param path in the file. @param what in words */
    public record Line(Outcome outcome, String path, String what, List<Change> changes) {}

    /** @param lines of a refused section: what would have been done before it was refused, and was taken back */
    public record Section(String key, State state, List<Line> lines, @Nullable Flaw refused) {}

    public boolean refused() {
        return sections.stream().anyMatch(s -> s.state() == State.REFUSED);
    }

    /** What was refused does not count. */
    public long count(Outcome outcome) {
        return sections.stream().filter(s -> s.state() == State.DONE).flatMap(s -> s.lines().stream())
                .filter(l -> l.outcome() == outcome).count();
    }
}
