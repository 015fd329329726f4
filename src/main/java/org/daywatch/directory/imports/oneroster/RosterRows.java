package org.daywatch.directory.imports.oneroster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;

/** Walks through one file of a package: identity, status and references are checked here, alike for all files. */
final class RosterRows {
    private final String file;
    private final ImportRun run;
    private final Before before;
    /** Lines of the rows taken, by the roster's own id, folded. */
    private final Map<String, Integer> taken = new HashMap<>();
    /** As the file spells them first; a reference may spell a GUID otherwise. */
    private final Map<String, String> spelled = new HashMap<>();
    /** Rows a file of changes marks as deleted, and their lines. */
    private final Map<String, Integer> gone = new LinkedHashMap<>();

    /**
     * What is stored.
     *
     * @param ids as they are spelled there, by their folded form
     * @param changes the file holds only what changed, and may mark rows as deleted
     * @param partial the file holds only what changed or is not in the package: a reference may lead to what is stored
     */
    record Before(Map<String, String> ids, boolean changes, boolean partial) {}

    RosterRows(String file, ImportRun run, Before before) {
        this.file = file;
        this.run = run;
        this.before = before;
    }

    /** @param check reads the row and may find fault with it; @param take gets each row that is sound */
    void each(TextFile text, List<ExpectedColumn> columns, BiConsumer<Row, String> check, Consumer<String> take) {
        try (Table table = Table.open(text, columns)) {
            for (Row row : table) {
                run.rowRead();
                String id = row.text("sourcedId", 255);
                String status = row.raw("status");
                Integer line = taken.getOrDefault(RosterIds.fold(id), gone.get(spelled(id)));
                if (line != null) row.fault("sourcedId", id, "imports.cell.twice", line);
                boolean deleted = status.equalsIgnoreCase("tobedeleted") && before.changes();
                if (!deleted) {
                    if (!status.isEmpty() && !status.equalsIgnoreCase("active")) {
                        row.fault("status", status, "imports.roster.inactive");
                    }
                    check.accept(row, id);
                }
                if (row.isFaulty()) refuse(row);
                else if (deleted) gone.put(spelled(id), row.line());
                else take(row, id, take);
            }
        }
    }

    private void take(Row row, String id, Consumer<String> take) {
        String folded = RosterIds.fold(id);
        String spelling = spelled(id);
        taken.put(folded, row.line());
        if (!folded.equals(spelling)) spelled.put(folded, spelling);
        take.accept(spelling);
    }

    private void refuse(Row row) {
        run.refuse(row.faults().stream().map(cell -> cell.in(file)).toList());
    }

    void refuse(int line, String field, String value, String key, Object... values) {
        run.refuse(new RefusedCell(line, field, value, key, values).in(file));
    }

    boolean has(String id) {
        String folded = RosterIds.fold(id);
        return taken.containsKey(folded)
                || before.partial() && before.ids().containsKey(folded) && !gone.containsKey(spelled(id));
    }

    /** A row of this file, not only a stored one. */
    boolean took(String id) {
        return taken.containsKey(RosterIds.fold(id));
    }

    /** As the row it leads to is stored, or spells itself. */
    String spelled(String id) {
        String folded = RosterIds.fold(id);
        String stored = before.ids().get(folded);
        return stored != null ? stored : spelled.getOrDefault(folded, taken.containsKey(folded) ? folded : id);
    }

    /** Of all rows marked as deleted, with their lines. */
    Map<String, Integer> gone() {
        return gone;
    }

    boolean isChanges() { return before.changes(); }

    int line(String id) {
        return taken.get(RosterIds.fold(id));
    }

    void drop(String id) {
        taken.remove(RosterIds.fold(id));
    }

    /** A reference into another file must lead to a row that was taken there. */
    void refer(Row row, String column, String id, boolean needed) {
        if (id.isEmpty() ? needed : !has(id)) {
            if (!id.isEmpty()) row.fault(column, id, "imports.roster.absent", file);
            else
                if (row.faults().stream().noneMatch(f -> f.field().equals(column)))
                    row.fault(column, "", "intake.cell.missing");
        }
    }
}
