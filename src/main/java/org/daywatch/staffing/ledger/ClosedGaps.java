package org.daywatch.staffing.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.CoverageLedger;
import org.daywatch.staffing.coverage.CoverageLedger.Stretch;
import org.daywatch.staffing.coverage.GapReason;

/** What must happen to the kept gaps of a post, so that they say what the ledger says. Pure: no clock, no database. */
final class ClosedGaps {

    private ClosedGaps() {}

    record Kept(UUID id, Window window, GapReason reason, String explanation) {}

    /** An explained gap whose edges moved stays the same gap and keeps its explanation. */
    record Moved(Kept before, Stretch after) {}

    record Difference(List<Stretch> added, List<Moved> moved, List<Kept> mended) {

        boolean changesNothing() {
            return added.isEmpty() && moved.isEmpty() && mended.isEmpty();
        }
    }

    /**
     * Gaps that have ended: something else followed, or the post's window is over. The one that still grows is not
     * closed.
     */
    static List<Stretch> closed(CoverageLedger.Result minutes, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        var stretches = minutes.stretches();
        Instant end = stretches.getLast().window().end();
        return minutes.gaps().stream().filter(g -> g.window().end().isBefore(minute) || g.window().end().equals(end))
                .toList();
    }

    static Difference difference(List<Kept> kept, List<Stretch> closed) {
        var left = new ArrayList<>(kept);
        var added = new ArrayList<Stretch>();
        var moved = new ArrayList<Moved>();
        for (Stretch gap : closed) {
            var same = left.stream().filter(k -> k.window().start().equals(gap.window().start())).findFirst()
                    .or(() -> left.stream().filter(k -> k.window().overlaps(gap.window()) && closed.stream()
                            .noneMatch(c -> c.window().start().equals(k.window().start())))
                            .findFirst());
            if (same.isEmpty()) {
                added.add(gap);
            } else {
                left.remove(same.get());
                if (!same.get().window().equals(gap.window()) || same.get()
                        .reason() != gap.reason())
                    moved.add(new Moved(same.get(), gap));
            }
        }
        return new Difference(List.copyOf(added), List.copyOf(moved), List.copyOf(left));
    }
}
