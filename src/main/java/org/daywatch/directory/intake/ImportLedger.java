package org.daywatch.directory.intake;

import java.util.Collection;
import java.util.UUID;

/** Where a run's steps are carried out and what they change is kept for undoing. */
public interface ImportLedger {
    /**
     * Districts and departments a run founded: taken back last, where nothing else uses them. Every importer may write
     * it.
     */
    String ORGANIZATIONS = "platform.organization";

    /** Bound to the acting organization; a failure takes the whole step back. */
    void inTransaction(Runnable step);

    /** To be called in the step that inserted the rows, after it did. */
    void created(String table, Collection<UUID> ids);

    /** Carries out an update of these rows and keeps how they stood before. */
    void updating(String table, Collection<UUID> ids, Runnable update);

    /** Carries out the removal of these rows and keeps them for putting back. */
    void removing(String table, Collection<UUID> ids, Runnable delete);

    /** Rows and bytes done, for whoever watches. */
    void progress(ImportReport soFar, long bytesDone, long bytesAll);
}
