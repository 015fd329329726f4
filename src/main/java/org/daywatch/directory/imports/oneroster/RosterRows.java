package org.daywatch.directory.imports.oneroster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.Column;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;

/** Walks through one file of a package: identity, status and references are checked here, alike for all files. */
final class RosterRows {
    private final String file;
    private final ImportRun run;
    /** Rows taken, by the roster's own id. */
    private final Map<String, Integer> taken = new HashMap<>();

    RosterRows(String file, ImportRun run) {
        this.file = file;
        this.run = run;
    }

    /** @param check reads the row and may find fault with it; @param take gets each row that is sound */
    void each(TextFile text, List<Column> columns, BiConsumer<Row, String> check, Consumer<String> take) {
        try (Table table = Table.open(text, columns)) {
            for (Row row : table) {
                run.rowRead();
                String id = row.text("sourcedId", 255);
                String status = row.raw("status");
                if (!status.isEmpty() && !status.equalsIgnoreCase("active")) {
                    row.fault("status", status, "is not active; rows marked for deletion are not taken in and delete nothing");
                }
                Integer before = taken.get(id);
                if (before != null) row.fault("sourcedId", id, "stands on line " + before + " already");
                check.accept(row, id);
                if (row.isFaulty()) {
                    refuse(row);
                } else {
                    taken.put(id, row.line());
                    take.accept(id);
                }
            }
        }
    }

    private void refuse(Row row) {
        run.refuse(row.faults().stream().map(cell -> cell.in(file)).toList());
    }

    void refuse(int line, String field, String value, String reason) {
        run.refuse(new RefusedCell(file, line, field, value, reason));
    }

    Set<String> ids() {
        return taken.keySet();
    }

    boolean has(String id) {
        return taken.containsKey(id);
    }

    int line(String id) {
        return taken.get(id);
    }

    void drop(String id) {
        taken.remove(id);
    }

    /** A reference into another file must lead to a row that was taken there. */
    void refer(Row row, String column, String id, boolean needed) {
        if (id.isEmpty() ? needed : !has(id)) {
            if (!id.isEmpty()) row.fault(column, id, "is not in " + file + ", or was refused there");
            else if (row.faults().stream().noneMatch(f -> f.field().equals(column))) row.fault(column, "", "is missing");
        }
    }
}
