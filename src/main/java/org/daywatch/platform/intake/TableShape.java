package org.daywatch.platform.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a table's heading is, what separates its cells, and at which place each known column stands. */
record TableShape(char separator, int headingLine, int width, Map<String, Integer> position, @Nullable String twice) {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LINES_ABOVE = 20;

    static TableShape find(String name, String beginning, List<ExpectedColumn> columns) {
        TableShape best = null;
        for (char separator : SEPARATORS) {
            TableShape found = find(beginning, columns, separator);
            if (found != null && (best == null || found.position.size() > best.position.size())) best = found;
        }
        if (best == null) {
            throw new IntakeRefused("intake.heading.none", name, columns.stream().filter(ExpectedColumn::required)
                    .map(ExpectedColumn::name).collect(Collectors.joining(", ")));
        }
        if (best.twice != null) { throw new IntakeRefused("intake.heading.twice", name, best.headingLine, best.twice); }
        Map<String, Integer> position = best.position;
        String missing = columns.stream().filter(c -> c.required() && !position.containsKey(c.name()))
                .map(ExpectedColumn::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) { throw new IntakeRefused("intake.heading.lacks", name, best.headingLine, missing); }
        return best;
    }

    private static @Nullable TableShape find(String beginning, List<ExpectedColumn> columns, char separator) {
        TableShape best = null;
        try (var records = Table.records(separator, new BufferedReader(new StringReader(beginning)))) {
            int seen = 0;
            for (CsvRecord record : records) {
                TableShape shape = of(record, columns, separator);
                if (!shape.position.isEmpty() && (best == null || shape.position.size() > best.position.size()))
                    best = shape;
                if (++seen >= LINES_ABOVE) break;
            }
        } catch (CsvParseException | java.io.IOException e) {
            return best; // the beginning may be cut in the middle of a quoted cell; what stood before it counts
        }
        return best;
    }

    /** @return a heading that stands there twice, word for word the same */
    private static @Nullable String first(CsvRecord heading, ExpectedColumn column, Map<String, Integer> position) {
        for (String name : column.names()) {
            var at = java.util.stream.IntStream.range(0, heading.getFieldCount())
                    .filter(i -> ExpectedColumn.plain(heading.getField(i)).equals(ExpectedColumn.plain(name))).boxed()
                    .toList();
            if (at.isEmpty()) continue;
            position.put(column.name(), at.getFirst());
            return at.size() > 1 ? heading.getField(at.get(1)).strip() : null;
        }
        return null;
    }

    private static TableShape of(CsvRecord heading, List<ExpectedColumn> columns, char separator) {
        Map<String, Integer> position = new LinkedHashMap<>();
        String twice = null;
        for (ExpectedColumn column : columns) {
            if (column.firstCounts()) {
                String doubled = first(heading, column, position);
                twice = doubled == null ? twice : doubled;
            } else for (int i = 0; i < heading.getFieldCount(); i++) {
                if (!column.isCalled(heading.getField(i))) continue;
                if (position.putIfAbsent(column.name(), i) != null) twice = heading.getField(i).strip();
            }
        }
        int width = heading.getFieldCount();
        while (width > 0 && heading.getField(width - 1).isBlank()) width--;
        return new TableShape(separator, (int) heading.getStartingLineNumber(), width, position, twice);
    }
}
