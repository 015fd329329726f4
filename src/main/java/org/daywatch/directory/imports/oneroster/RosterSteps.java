package org.daywatch.directory.imports.oneroster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.TextFile;
import org.jooq.Table;
import org.jooq.UpdatableRecord;

/** Collects rows of one table and writes them a step at a time. */
final class RosterSteps<R extends UpdatableRecord<R>> {
    private final Table<R> table;
    private final TextFile file;
    private final RosterStore store;
    private final ImportRun run;
    private final List<R> rows = new ArrayList<>();

    RosterSteps(Table<R> table, TextFile file, RosterStore store, ImportRun run) {
        this.table = table;
        this.file = file;
        this.store = store;
        this.run = run;
    }

    void add(Consumer<R> fill) {
        R row = table.newRecord();
        fill.accept(row);
        rows.add(row);
        if (rows.size() == ImportRun.STEP) write();
    }

    void write() {
        if (!rows.isEmpty()) run.inTransaction(() -> store.write(table, rows, run));
        rows.clear();
        run.progress(file);
    }

    /** Rows a file of changes marks as deleted, once nothing read refers to them any more. */
    static <R extends UpdatableRecord<R>> void remove(Table<R> table, RosterRows told, RosterStore store,
            ImportRun run) {
        var ids = List.copyOf(told.gone().keySet());
        for (int from = 0; from < ids.size(); from += ImportRun.STEP) {
            var step = ids.subList(from, Math.min(from + ImportRun.STEP, ids.size()));
            run.inTransaction(() -> store.remove(table, step, run));
        }
    }
}
