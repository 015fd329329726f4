package org.daywatch.directory.imports.nces;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.platform.intake.FileKind;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * The list as it is served: CSV, or the web page with one table that the school search names .xls. That is read row by
 * row into a table of our own.
 */
final class NcesFile implements AutoCloseable {
    private static final Said WHERE = Said.of("imports.nces.where");
    /** Notes that stand above and below the table. */
    private static final Pattern NOTE = Pattern
            .compile("(?i)(data )?source:.*|(foot)?notes?\\b.*|disclaimer.*|[†‡–—*].*\\p{L}.*");
    private final TextFile text;
    private final @Nullable Path made;

    private NcesFile(TextFile text, @Nullable Path made) {
        this.text = text;
        this.made = made;
    }

    static NcesFile open(ImportFile file) {
        TextFile given = TextFile.open(file.path(), file.name(), FileKind.WEB_PAGE);
        if (given.kind() != FileKind.WEB_PAGE) return new NcesFile(given, null);
        Path made = rows(given);
        try {
            return new NcesFile(TextFile.open(made, file.name()), made);
        } catch (RuntimeException e) {
            remove(made);
            throw e;
        }
    }

    TextFile text() {
        return text;
    }

    Table table() {
        try {
            return Table.open(text, NcesReader.COLUMNS);
        } catch (IntakeRefused refused) {
            throw new IntakeRefused(Said.all(refused.said(), WHERE));
        }
    }

    static boolean isNote(Row row) {
        return NOTE.matcher(row.aside()).matches();
    }

    private static Path rows(TextFile page) {
        Path made = null;
        try {
            made = Files.createTempFile("daywatch-schools", ".csv");
            int rows = 0;
            try (var out = CsvWriter.builder().build(made, StandardCharsets.UTF_8);
                    var in = page.reader();
                    var parser = new StreamParser(Parser.htmlParser()).parse(in, "")) {
                for (Element row = parser.selectNext("tr"); row != null; row = parser.selectNext("tr"), rows++) {
                    out.writeRecord(row.children().stream().filter(cell -> cell.nameIs("td") || cell.nameIs("th"))
                            .map(Element::text).toList());
                    row.remove(); // a state's list is long, and nobody looks at a row again
                }
            }
            if (rows > 1) return made;
            throw new IntakeRefused(Said.all(Said.of("imports.nces.page", page.name()), WHERE));
        } catch (IOException e) {
            remove(made);
            throw new UncheckedIOException("cannot read " + page.name(), e);
        } catch (RuntimeException e) {
            remove(made);
            throw e;
        }
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        remove(made);
    }
}
