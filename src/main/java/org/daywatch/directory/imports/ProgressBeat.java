package org.daywatch.directory.imports;

import java.util.UUID;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.ImportWatch;

/** Writes down how far a run has come, at most three times a second. */
final class ProgressBeat implements ImportWatch {
    private static final long NANOS = 300_000_000L;
    private final ImportStore store;
    private final UUID run;
    private long last;

    ProgressBeat(ImportStore store, UUID run) {
        this.store = store;
        this.run = run;
    }

    @Override
    public void at(ImportReport soFar, long bytesDone, long bytesAll) {
        long now = System.nanoTime();
        if (now - last < NANOS) return;
        last = now;
        store.progress(run, soFar, bytesDone, bytesAll);
    }
}
