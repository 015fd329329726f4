package org.daywatch.platform.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table in a text file, row by row: whatever its size, one row is in memory. Separator and heading line are found by
 * looking for the columns asked for, so a title above the heading or a "sep=;" line does no harm.
 */
public final class Table implements Iterable<Row>, AutoCloseable {
    private static final int LONGEST_ROW = 4 << 20;
    /** A file that breaks more often is not read to its end: each break reads it anew. */
    private static final int MOST_BREAKS = 20;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final TextFile file;
    private final TableShape shape;
    private BufferedReader reader;

    private Table(TextFile file, TableShape shape, BufferedReader reader) {
        this.file = file;
        this.shape = shape;
        this.reader = reader;
    }

    public static Table open(TextFile file, List<ExpectedColumn> columns) {
        try {
            if (file.isCalendar()) { throw new IntakeRefused("intake.file.calendar", file.name()); }
            TableShape shape = TableShape.find(file.name(), file.beginning(1 << 16), columns);
            return new Table(file, shape, file.reader());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.name(), e);
        }
    }

    static CsvReader<CsvRecord> records(char separator, BufferedReader reader) {
        return builder(separator).ofCsvRecord(reader);
    }

    static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false).allowUnclosedQuote(false).trimWhitespacesAroundQuotes(true)
                .maxBufferSize(LONGEST_ROW);
    }

    public char separator() {
        return shape.separator();
    }

    /** The table's own heading line has this column. */
    public boolean has(String column) {
        return shape.position().containsKey(column);
    }

    @Override
    public Iterator<Row> iterator() {
        return new Rows();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rows implements Iterator<Row> {
        private Iterator<CsvRecord> records = records(shape.separator(), reader).iterator();
        private @Nullable Row next;
        private boolean ended;
        private int line;
        private int breaks;
        /** Lines before those the records are counted from. */
        private int skipped;

        @Override
        public boolean hasNext() {
            while (next == null && !ended) next = read();
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext()) throw new NoSuchElementException();
            Row row = next;
            next = null;
            return java.util.Objects.requireNonNull(row);
        }

        private @Nullable Row read() {
            try {
                if (!records.hasNext()) {
                    ended = true;
                    return null;
                }
                CsvRecord found = records.next();
                line = skipped + (int) found.getStartingLineNumber();
                return line <= shape.headingLine() || isBlank(found) ? null : row(found);
            } catch (CsvParseException e) {
                return broken(e);
            }
        }

        private Row row(CsvRecord found) {
            int width = found.getFieldCount();
            Row row = new Row(line, shape.position(), found.getFields());
            if (width < shape.width()) {
                row.broken(String.join(" | ", found.getFields()), "intake.row.cells", width, shape.width());
            } else if (found.getFields().stream().skip(shape.width()).anyMatch(extra -> !extra.isBlank())) {
                row.broken(String.join(" | ", found.getFields()), "intake.row.cells.quotes", width, shape.width());
            }
            return row;
        }

        /**
         * A quote that never closes would swallow the rest of the file: only its line is refused, and reading goes on
         * below it.
         */
        private Row broken(CsvParseException e) {
            Matcher where = LINE.matcher(String.valueOf(e.getMessage()));
            line = where.find() ? skipped + Integer.parseInt(where.group(1)) : line + 1;
            ended = ++breaks > MOST_BREAKS;
            Row row = new Row(line, Map.of(), List.of());
            row.broken(goOnBelow(), ended ? "intake.row.quote.end" : "intake.row.quote", breaks);
            return row;
        }

        private String goOnBelow() {
            try {
                reader.close();
                reader = file.reader();
                String text = Lines.readTo(reader, line);
                skipped = line;
                records = records(shape.separator(), reader).iterator();
                return text;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file.name(), e);
            }
        }

        private boolean isBlank(CsvRecord found) {
            return found.getFields().stream().allMatch(String::isBlank);
        }
    }
}
