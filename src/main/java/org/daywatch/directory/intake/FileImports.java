package org.daywatch.directory.intake;

import java.util.List;
import java.util.UUID;
import org.daywatch.platform.intake.Said;

/**
 * Takes a file in from beginning to end, for the organization that is bound. Pages, command line and demonstration all
 * come here.
 */
public interface FileImports {

    /** Compares and counts; writes nothing, not even that it was asked. */
    ImportReport preview(ImportKind kind, ImportFile file, ImportWatch watch);

    default ImportReport preview(ImportKind kind, ImportFile file) {
        return preview(kind, file, ImportWatch.NOBODY);
    }

    /** Imports the good rows and keeps the run, so that it can be undone. */
    ImportReport take(ImportKind kind, ImportFile file, ImportWatch watch);

    default ImportReport take(ImportKind kind, ImportFile file) {
        return take(kind, file, ImportWatch.NOBODY);
    }

    /**
     * What undoing did, and how many rows it left because they were changed or used since or their day is over.
     *
     * @param stayed what was made and stays, each with its reason
     */
    record Undone(int removed, int restored, int kept, List<Said> stayed) {}

    /** Takes back what a run changed; what somebody changed or used since stays. */
    Undone undo(UUID run);
}
