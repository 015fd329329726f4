package org.daywatch.directory.imports;

import java.util.Collection;
import java.util.UUID;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.ImportWatch;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and compares in transactions that the database itself keeps from writing. */
final class PreviewLedger implements ImportLedger {

    private final TransactionTemplate transaction;
    private final ImportWatch watch;

    PreviewLedger(TransactionTemplate readOnly, ImportWatch watch) {
        this.transaction = readOnly;
        this.watch = watch;
    }

    @Override
    public void inTransaction(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }

    @Override
    public void created(String table, Collection<UUID> ids) {
        throw new IllegalStateException("a preview created rows in " + table);
    }

    @Override
    public void updating(String table, Collection<UUID> ids, Runnable update) {
        throw new IllegalStateException("a preview updated rows in " + table);
    }

    @Override
    public void removing(String table, Collection<UUID> ids, Runnable delete) {
        throw new IllegalStateException("a preview removed rows from " + table);
    }

    @Override
    public void progress(ImportReport soFar, long bytesDone, long bytesAll) {
        watch.at(soFar, bytesDone, bytesAll);
    }
}
