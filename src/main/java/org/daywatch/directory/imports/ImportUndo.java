package org.daywatch.directory.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.intake.FileImports.Undone;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what a run did: rows it made are removed, rows it changed stand again as before. A row that somebody has
 * changed or used since stays, and is counted.
 */
@Component
@Transactional
class ImportUndo {
    private static final String OF_RUN = " c.agency_id = ? and c.run_id = ? and c.table_name = ? and t.id = c.row_id and to_jsonb(t) = c.after";
    private final Imports imports;
    private final ImportStore store;
    private final Organizations organizations;
    private final AuditLog audit;
    private final DSLContext db;
    private final TransactionTemplate savepoint;

    ImportUndo(Imports imports, ImportStore store, Organizations organizations, AuditLog audit, DSLContext db,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.store = store;
        this.organizations = organizations;
        this.audit = audit;
        this.db = db;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Undone undo(UUID run) {
        var row = store.get(run);
        RunState state = store.state(row);
        if (!state.isUndoable()) throw new Refused(ImportRefusal.IMPORT_NOT_READY, Map.of("state", state));
        db.execute("select set_config('TimeZone', 'UTC', true)"); // stored images of rows write times in UTC
        db.execute("select set_config('enable_nestloop', 'off', true)"); // just after a run the database thinks its tables small and would look through them once for each row
        Importer importer = imports.importer(ImportKind.valueOf(row.getKind()));
        String first = importer.tables().getFirst();
        int removed = importer.takeBack(unchangedSince(run, first), removedImages(run, first));
        int restored = 0;
        for (String table : importer.tables().reversed()) {
            String open = " and not (" + importer.settled(run, table, "t") + ")";
            restored += restore(run, table, open);
            removed += remove(run, table, open);
        }
        for (String table : importer.tables())
            restored += putBack(run, table, " and not (" + importer.settled(run, table, "r") + ")");
        var stayed = new ArrayList<>(importer.stays(run));
        removed += removeOrganizations(run, stayed);
        int changes = db
                .fetchSingle("select count(*)::int from directory.import_change where agency_id = ? and run_id = ?",
                        Tenancy.tenant(), run)
                .get(0, Integer.class);
        var undone = new Undone(removed, restored, changes - removed - restored, List.copyOf(stayed));
        importer.undone(run);
        store.undone(run, undone);
        audit.act("ImportUndone", "import " + run,
                Map.of("removed", removed, "restored", restored, "kept", undone.kept()));
        return undone;
    }

    private int removeOrganizations(UUID run, List<Said> stayed) {
        int removed = 0;
        for (UUID id : unchangedSince(run, ImportLedger.ORGANIZATIONS)) {
            String name = organizations.find(id).map(Organizations.Organization::name).orElse("");
            var uses = organizations.removeUnused(id);
            if (uses.isEmpty()) removed++;
            else stayed.add(Said.of("imports.said.stays", name, String.join(", ", uses)));
        }
        return removed;
    }

    private List<UUID> unchangedSince(UUID run, String table) {
        return db.fetch(
                "select t.id from " + table + " t, directory.import_change c where c.before is null and" + OF_RUN,
                Tenancy.tenant(), run, table).getValues(0, UUID.class);
    }

    private List<String> removedImages(UUID run, String table) {
        return db.fetch(
                "select c.before::text from directory.import_change c where c.agency_id = ? and c.run_id = ? and c.table_name = ?"
                        + " and c.after is null",
                Tenancy.tenant(), run, table).getValues(0, String.class);
    }

    /** Rows the run removed, unless another has taken their place since. */
    private int putBack(UUID run, String table, String open) {
        String columns = columns(table);
        return db.execute("insert into " + table + " (" + columns + ") select " + columns.replaceAll("(^|, )", "$1r.")
                + " from directory.import_change c, jsonb_populate_record(null::" + table + ", c.before) r"
                + " where c.agency_id = ? and c.run_id = ? and c.table_name = ? and c.after is null" + open
                + " on conflict do nothing",
                Tenancy.tenant(), run, table);
    }

    private int restore(UUID run, String table, String open) {
        String columns = columns(table);
        return db.execute("update " + table + " t set (" + columns + ") = (select " + columns
                + " from jsonb_populate_record(t, c.before))"
                + " from directory.import_change c where c.before is not null and" + OF_RUN + open, Tenancy.tenant(),
                run, table);
    }

    /** All at once; where something refers to one of them, in halves, until only that one stays. */
    private int remove(UUID run, String table, String open) {
        String delete = "delete from " + table + " t using directory.import_change c where c.before is null and"
                + OF_RUN + open;
        try {
            return count(() -> db.execute(delete, Tenancy.tenant(), run, table));
        } catch (DataIntegrityViolationException inUse) {
            return halves(run, table, delete + " and t.id = any(?) and c.row_id = any(?)",
                    db.fetch("select c.row_id from directory.import_change c"
                            + " where c.agency_id = ? and c.run_id = ? and c.table_name = ? and c.before is null order by c.seq",
                            Tenancy.tenant(), run, table).getValues(0, UUID.class));
        }
    }

    private int halves(UUID run, String table, String delete, List<UUID> ids) {
        if (ids.size() < 2) return 0; // something refers to it: it stays
        int middle = ids.size() / 2;
        return removeThese(run, table, delete, ids.subList(0, middle))
                + removeThese(run, table, delete, ids.subList(middle, ids.size()));
    }

    private int removeThese(UUID run, String table, String delete, List<UUID> ids) {
        var these = ids.toArray(UUID[]::new);
        try {
            return count(() -> db.execute(delete, Tenancy.tenant(), run, table, these, these));
        } catch (DataIntegrityViolationException inUse) {
            return halves(run, table, delete, ids);
        }
    }

    private int count(java.util.function.IntSupplier work) {
        Integer rows = savepoint.execute(status -> work.getAsInt());
        return rows == null ? 0 : rows;
    }

    private String columns(String table) {
        return db.fetch(
                "select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped"
                        + " and attgenerated = '' order by attnum",
                table).getValues(0,
                        String.class)
                .stream().collect(Collectors.joining(", "));
    }
}
