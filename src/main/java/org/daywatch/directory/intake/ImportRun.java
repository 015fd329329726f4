package org.daywatch.directory.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.intake.TextFile;

/**
 * One taking-in of one file: counts rows as they go by, collects refusals and notes, and hands writing to the ledger.
 */
public final class ImportRun {
    /** Rows compared and written together. */
    public static final int STEP = 1000;
    /** A file with more bad rows than this is another kind of file; listing them all would help nobody. */
    static final int MOST_REFUSED = 50_000;

    private final ImportKind kind;
    private final ImportFile file;
    private final boolean preview;
    private final ImportLedger ledger;
    private final List<RefusedCell> refused = new ArrayList<>();
    private final List<Said> notes = new ArrayList<>();
    private int read;
    private int refusedRows;
    private int created;
    private int updated;
    private int unchanged;
    private ImportReport.Leavers leavers = ImportReport.Leavers.NONE;
    private ImportReport.Calendar calendar = ImportReport.Calendar.NONE;

    public ImportRun(ImportKind kind, ImportFile file, boolean preview, ImportLedger ledger) {
        this.kind = kind;
        this.file = file;
        this.preview = preview;
        this.ledger = ledger;
    }

    /** A preview compares and counts but writes nothing. */
    public boolean isPreview() { return preview; }

    public void rowRead() {
        read++;
    }

    /** One row is not taken, for one or more reasons. */
    public void refuse(Collection<RefusedCell> reasons) {
        refused.addAll(reasons);
        if (++refusedRows > MOST_REFUSED) {
            throw new IntakeRefused("imports.said.refused.many", MOST_REFUSED, file.name(), refused.getLast().line(),
                    refused.getLast().said());
        }
    }

    public void refuse(RefusedCell reason) {
        refuse(List.of(reason));
    }

    public void note(String key, Object... values) {
        note(Said.of(key, values));
    }

    public void note(Said said) {
        notes.add(said);
    }

    /** So many accepted rows were, or in a preview would be, created, updated and left as they are. */
    public void rows(int created, int updated, int unchanged) {
        this.created += created;
        this.updated += updated;
        this.unchanged += unchanged;
    }

    /** So many students have left, or in a preview would have. @param ask so many that somebody must say it is right */
    public void left(int students, boolean ask) {
        leavers = new ImportReport.Leavers(students, ask);
    }

    /** How the titles of a calendar were read, and the year they make. */
    public void read(ReadYear year, List<ReadTitle> titles) {
        calendar = new ImportReport.Calendar(year, List.copyOf(titles));
    }

    public void inTransaction(Runnable step) {
        ledger.inTransaction(step);
    }

    public void created(String table, Collection<UUID> ids) {
        if (!ids.isEmpty()) ledger.created(table, ids);
    }

    public void updating(String table, Collection<UUID> ids, Runnable update) {
        if (!ids.isEmpty()) ledger.updating(table, ids, update);
    }

    public void removing(String table, Collection<UUID> ids, Runnable delete) {
        if (!ids.isEmpty()) ledger.removing(table, ids, delete);
    }

    public void progress(TextFile text) {
        progress(text.position(), text.size());
    }

    public void progress(long done, long all) {
        ledger.progress(report(), done, all);
    }

    public ImportReport report() {
        return new ImportReport(kind, file.name(), preview, read, read - refusedRows, refusedRows,
                created, updated, unchanged, List.copyOf(refused), List.copyOf(notes), leavers, calendar);
    }
}
