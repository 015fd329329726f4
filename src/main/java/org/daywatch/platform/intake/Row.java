package org.daywatch.platform.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table. Reading a cell checks it; what is wrong is remembered, so that one pass names everything wrong
 * with the row. After the last read {@link #isFaulty()} decides whether the values may be used.
 */
public final class Row {
    private final int line;
    private final Map<String, Integer> position;
    private final List<String> cells;
    private final List<RefusedCell> faults = new ArrayList<>();
    private boolean broken;

    Row(int line, Map<String, Integer> position, List<String> cells) {
        this.line = line;
        this.position = position;
        this.cells = cells;
    }

    public int line() {
        return line;
    }

    public boolean isFaulty() { return !faults.isEmpty(); }

    public List<RefusedCell> faults() {
        return List.copyOf(faults);
    }

    /** @param key of the message that says what is wrong */
    public void fault(String column, String value, String key, Object... values) {
        fault(column, value, Said.of(key, values));
    }

    public void fault(String column, String value, Said said) {
        if (!broken) faults.add(new RefusedCell(line, column, value, said));
    }

    /** The row as a whole cannot be told apart into cells; what else is wrong with it does not matter then. */
    void broken(String value, String key, Object... values) {
        faults.add(new RefusedCell(line, "row", value, key, values));
        broken = true;
    }

    /**
     * How a line that has fewer cells than the heading begins; empty for a whole row. Some publishers write notes below
     * their tables.
     */
    public String aside() {
        return broken && !cells.isEmpty() ? CellRules.plain(cells.getFirst()) : "";
    }

    /** The cell as it stands, without the spaces around it; empty where the table has no such column. */
    public String raw(String column) {
        Integer at = position.get(column);
        return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }

    /** A text that must be there. The answer to a missing one is empty, and the row is faulty. */
    public String text(String column, int longest) {
        String text = optional(column, longest);
        if (text.isEmpty() && faults.stream().noneMatch(f -> f.field().equals(column))) {
            fault(column, raw(column), "intake.cell.missing");
        }
        return text;
    }

    public String optional(String column, int longest) {
        String raw = raw(column);
        Said reason = CellRules.whyUnsafe(raw);
        if (reason != null) {
            fault(column, raw, reason);
            return "";
        }
        String text = CellRules.plain(raw);
        if (text.length() > longest) {
            fault(column, text, "intake.cell.longer", longest);
            return "";
        }
        return text;
    }

    public @Nullable LocalDate date(String column) {
        String text = optional(column, 40);
        if (text.isEmpty()) return null;
        LocalDate date = Dates.date(text);
        if (date == null) fault(column, text, "intake.cell.date");
        return date;
    }

    /** A whole number, never negative; "1901.00000" counts as one. */
    public @Nullable Integer count(String column) {
        String text = optional(column, 40);
        if (text.isEmpty()) return null;
        if (!text.matches("\\d{1,9}([.]0*)?")) {
            fault(column, text, "intake.cell.count");
            return null;
        }
        return Integer.valueOf(text.replaceFirst("[.].*", ""));
    }

    /** One of a list of words, compared without case; the answer to another word is null, and the row is faulty. */
    public <T> @Nullable T oneOf(String column, Map<String, T> words) {
        String text = text(column, 80);
        if (text.isEmpty()) return null;
        for (var word : words.entrySet()) if (word.getKey().equalsIgnoreCase(text)) return word.getValue();
        fault(column, text, "intake.cell.one", String.join(", ", new TreeMap<>(words).keySet()));
        return null;
    }
}
