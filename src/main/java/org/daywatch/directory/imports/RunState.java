package org.daywatch.directory.imports;

/** Where a run stands. Previews and refused files have written nothing; only DONE and FAILED runs can be undone. */
public enum RunState {
    PREVIEWING, PREVIEWED, RUNNING, DONE, FAILED, REFUSED, UNDONE;

    public boolean isAtWork() { return this == PREVIEWING || this == RUNNING; }

    public boolean isUndoable() { return this == DONE || this == FAILED; }
}
