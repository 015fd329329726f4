package org.daywatch.directory.imports;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.ImportWatch;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the importer of a kind and carries a file through it, in steps, as a preview or for good. */
@Component
class Imports implements FileImports {
    /** Students stand in a district's roster, so the agency may not even take it in. */
    private static final Map<String, Set<ImportKind>> KINDS = Map.of(
            "AGENCY",
            EnumSet.of(ImportKind.NCES, ImportKind.CALENDAR, ImportKind.OFFICERS, ImportKind.DUTY,
                    ImportKind.DEPARTMENTS, ImportKind.SCHOOLS),
            "DISTRICT", EnumSet.of(ImportKind.ONEROSTER, ImportKind.CALENDAR, ImportKind.GUARDIANS));

    static final Said FAULT = Said.of("imports.said.fault");

    private final List<Importer> importers;
    private final ImportStore store;
    private final ObjectProvider<ImportUndo> undo;
    private final Organizations organizations;
    private final AuditLog audit;
    private final DSLContext db;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Imports(List<Importer> importers, ImportStore store, ObjectProvider<ImportUndo> undo, Organizations organizations,
            AuditLog audit,
            DSLContext db, PlatformTransactionManager transactions) {
        this.importers = importers;
        this.store = store;
        this.undo = undo;
        this.organizations = organizations;
        this.audit = audit;
        this.db = db;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What the bound organization may take in. */
    Set<ImportKind> kinds() {
        String kind = organizations.find(Tenancy.tenant()).map(Organizations.Organization::kind).orElse("");
        var kinds = EnumSet.noneOf(ImportKind.class);
        kinds.addAll(KINDS.getOrDefault(kind, Set.of()));
        kinds.removeIf(k -> importers.stream().noneMatch(i -> i.kind() == k));
        return kinds;
    }

    Importer importer(ImportKind kind) {
        if (!kinds().contains(kind)) {
            throw new Refused(KINDS.get("AGENCY").contains(kind)
                    ? ImportRefusal.IMPORT_NOT_YOURS
                    : ImportRefusal.IMPORT_OF_DISTRICT, Map.of());
        }
        return importers.stream().filter(i -> i.kind() == kind).findFirst().orElseThrow();
    }

    @Override
    public ImportReport preview(ImportKind kind, ImportFile file, ImportWatch watch) {
        var run = new ImportRun(kind, complete(kind, file), true, new PreviewLedger(reading, watch));
        importer(kind).take(complete(kind, file), run);
        return withRows(run.report());
    }

    /** A file of headings only is a mistake of whoever exported it, and no reason to say that all is well. */
    private static ImportReport withRows(ImportReport report) {
        if (report.read() > 0) return report;
        throw new IntakeRefused("imports.said.rows.none", report.file());
    }

    @Override
    public ImportReport take(ImportKind kind, ImportFile file, ImportWatch watch) {
        UUID id = Ids.next();
        importer(kind);
        store.begin(id, kind, complete(kind, file), Uploads.sha256(file.path()), RunState.RUNNING, person());
        return take(id, kind, file, watch);
    }

    @Override
    public Undone undo(UUID run) {
        return undo.getObject().undo(run);
    }

    /** The run stands in the store as RUNNING; when this returns or throws it stands there as ended. */
    ImportReport take(UUID id, ImportKind kind, ImportFile given, ImportWatch watch) {
        ImportFile file = complete(kind, given);
        var importer = importer(kind);
        ImportLedger ledger = new StoredLedger(Tenancy.tenant(), id, importer.tables(), db, writing,
                new ProgressBeat(store, id).and(watch));
        var run = new ImportRun(kind, file, false, ledger);
        try {
            importer.take(file, run);
            withRows(run.report());
        } catch (RuntimeException | Error e) {
            var soFar = run.report();
            boolean wrote = soFar.created() + soFar.updated() > 0;
            store.end(id, wrote ? RunState.FAILED : RunState.REFUSED, soFar,
                    e instanceof IntakeRefused refused ? refused.said() : FAULT);
            throw e;
        }
        var report = run.report();
        writing.executeWithoutResult(t -> {
            store.end(id, RunState.DONE, report, Said.NOTHING);
            audit.act("ImportDone", "import " + id, Map.of("kind", kind, "file", file.name(), "read", report.read(),
                    "refused", report.refusedRows(), "created", report.created(), "updated", report.updated(), "left",
                    report.leavers().left()));
        });
        return report;
    }

    /** A district imports for itself; an agency says for which of its districts a calendar is. */
    private ImportFile complete(ImportKind kind, ImportFile file) {
        if (kind != ImportKind.CALENDAR && kind != ImportKind.ONEROSTER && kind != ImportKind.GUARDIANS) return file;
        var own = organizations.find(Tenancy.tenant()).orElseThrow();
        if (own.kind().equals("DISTRICT")) return file.ofDistrict(own.id());
        if (file.districtId() == null) throw new Refused(ImportRefusal.IMPORT_NEEDS_DISTRICT, Map.of());
        return file;
    }

    private static @Nullable UUID person() {
        return Tenancy.current().map(scope -> scope.person()).orElse(null);
    }
}
