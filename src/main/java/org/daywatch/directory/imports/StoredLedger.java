package org.daywatch.directory.imports;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.ImportWatch;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out the steps of a run in the database and keeps, row by row, how things stood before and after. */
final class StoredLedger implements ImportLedger {
    private final UUID tenant;
    private final UUID run;
    private final Set<String> tables;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final ImportWatch watch;
    private int seq;

    StoredLedger(UUID tenant, UUID run, Collection<String> tables, DSLContext db, TransactionTemplate transaction,
            ImportWatch watch) {
        this.tenant = tenant;
        this.run = run;
        this.tables = Set.copyOf(tables);
        this.db = db;
        this.transaction = transaction;
        this.watch = watch;
    }

    @Override
    public void inTransaction(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }

    @Override
    public void created(String table, Collection<UUID> ids) {
        keep(table, ids, "null", "to_jsonb(t)");
    }

    @Override
    public void updating(String table, Collection<UUID> ids, Runnable update) {
        int first = seq;
        keep(table, ids, "to_jsonb(t)", "null");
        update.run();
        utc();
        db.execute("update directory.import_change c set after = to_jsonb(t) from " + known(table)
                + " t where c.agency_id = ? and c.run_id = ? and c.seq >= ? and t.id = c.row_id", tenant, run, first);
    }

    @Override
    public void removing(String table, Collection<UUID> ids, Runnable delete) {
        keep(table, ids, "to_jsonb(t)", "null");
        delete.run();
    }

    @Override
    public void progress(ImportReport soFar, long bytesDone, long bytesAll) {
        watch.at(soFar, bytesDone, bytesAll);
    }

    private void keep(String table, Collection<UUID> ids, String before, String after) {
        utc();
        db.execute("insert into directory.import_change (agency_id, run_id, seq, table_name, row_id, before, after)"
                + " select ?, ?, ? + row_number() over (), ?, t.id, " + before + ", " + after
                + " from " + known(table) + " t where t.id = any(?)",
                tenant, run, seq, table, ids.toArray(UUID[]::new));
        seq += ids.size();
    }

    /** Images of rows write their times in UTC, whatever the session's own zone, so that they can be compared later. */
    private void utc() {
        db.execute("select set_config('TimeZone', 'UTC', true)");
    }

    /** Table names become part of a statement, so only those the importer has declared are let through. */
    private String known(String table) {
        if (!tables.contains(table) && !table.equals(ORGANIZATIONS))
            throw new IllegalArgumentException("the importer has not declared the table " + table);
        return table;
    }
}
