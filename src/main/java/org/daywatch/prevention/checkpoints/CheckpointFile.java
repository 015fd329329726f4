package org.daywatch.prevention.checkpoints;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;

/** A school's checkpoints as CSV, the same going out and coming in. All lines or none: every wrong one is named. */
final class CheckpointFile {

    static final List<String> COLUMNS = List.of("kind", "name", "place", "order", "outer", "every_days");
    private static final Map<String, String> FIELDS = Map.of("order", "position", "every_days", "every");
    private static final int MOST_LINES = 2000;
    private static final int MOST_SAID = 20;

    private CheckpointFile() {}

    /** @throws InvalidInput whose fields are "line 3 name" */
    static List<CheckpointForm> read(String text) {
        var forms = new ArrayList<CheckpointForm>();
        var wrong = new ArrayList<FieldError>();
        var names = new HashSet<String>();
        try (var rows = CsvReader.builder().allowMissingFields(true)
                .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (var row : rows) {
                if (forms.size() + wrong.size() >= MOST_LINES)
                    throw new InvalidInput("file", String.valueOf(MOST_LINES), "checkpoints.file.large");
                line(row, forms, wrong, names);
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw new InvalidInput("file", "", "checkpoints.file.broken");
        }
        if (!wrong.isEmpty()) throw new InvalidInput(wrong.subList(0, Math.min(MOST_SAID, wrong.size())));
        if (forms.isEmpty()) throw new InvalidInput("file", "", "checkpoints.file.empty");
        return forms;
    }

    private static void line(NamedCsvRecord row, List<CheckpointForm> forms, List<FieldError> wrong,
            java.util.Set<String> names) {
        var cells = new HashMap<String, String>();
        COLUMNS.forEach(column -> cells.put(FIELDS.getOrDefault(column, column), row.findField(column).orElse("")));
        try {
            var form = CheckpointForm.read(cells);
            if (!names.add(form.name().toLowerCase(Locale.ROOT)))
                throw new InvalidInput("name", form.name(), "checkpoints.wrong.name.used");
            forms.add(form);
        } catch (InvalidInput of) {
            of.errors().forEach(e -> wrong.add(
                    new FieldError("line " + row.getStartingLineNumber() + " " + e.field(), e.value(), e.message())));
        }
    }

    static List<?> row(Checkpoint c) {
        return java.util.Arrays.asList(c.kind(), c.name(), c.place(), c.position(), c.outer() ? "yes" : "no",
                c.everyDays() == null ? "" : c.everyDays());
    }
}
