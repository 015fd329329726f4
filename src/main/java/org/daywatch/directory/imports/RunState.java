package org.daywatch.directory.imports;

/** Where a run stands. A preview has written nothing; only DONE and FAILED runs can be undone. */
enum RunState {
    PREVIEWING, PREVIEWED, RUNNING, DONE, FAILED, UNDONE;

    boolean isAtWork() {
        return this == PREVIEWING || this == RUNNING;
    }
}
