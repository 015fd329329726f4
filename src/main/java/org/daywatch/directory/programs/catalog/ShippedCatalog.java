package org.daywatch.directory.programs.catalog;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.daywatch.directory.Program;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.Catalog.Entry;

/**
 * The programs as they are shipped in files beside this class, for whoever has no installation. A row that is not
 * exactly as it should be ends the reading with its file, line and field: a rule that is skipped would be a duty that
 * nobody sees.
 */
public record ShippedCatalog(Catalog catalog, List<ProgramRule> rules) {

    public static ShippedCatalog read() {
        var programs = rows("programs.csv",
                r -> new Entry(new Program(r.must("code"), r.must("state"), r.must("name"), r.must("words")),
                        r.yes("every_school")));
        var demands = rows("requirements.csv",
                r -> new Demand(r.must("code"), r.must("program"), r.word("kind", Kind.class), r.must("subject"),
                        Set.of(r.must("counts").split(" ")),
                        r.word("counting", Counting.class), r.word("evidence", Evidence.class),
                        r.word("owed_by", Demand.OwedBy.class), r.text("detail"), r.must("rule")));
        var rules = rows("rules.csv",
                r -> new ProgramRule(r.must("id"), r.must("code"), r.must("scope"), r.of("value", BigDecimal::new),
                        r.must("unit"), r.of("valid_from", LocalDate::parse),
                        r.text("valid_to").isEmpty() ? null : r.of("valid_to", LocalDate::parse), r.must("source"),
                        r.yes("to_confirm"), r.must("words")));
        return new ShippedCatalog(new Catalog(programs, demands), rules);
    }

    public RuleBook book() {
        return new RuleBook(rules);
    }

    private static <T> List<T> rows(String file, Function<Cells, T> read) {
        try (InputStream in = ShippedCatalog.class.getResourceAsStream("data/" + file)) {
            if (in == null) throw new IllegalStateException(file + " is missing from the installation.");
            var found = new ArrayList<T>();
            for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                found.add(read.apply(new Cells(file, row)));
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The cells of one row; what cannot be read names file, line and field. */
    private record Cells(String file, NamedCsvRecord row) {

        String text(String field) {
            return row.getField(field);
        }

        String must(String field) {
            return of(field, text -> {
                if (text.isBlank()) throw new IllegalArgumentException("is missing");
                return text;
            });
        }

        boolean yes(String field) {
            return of(field, text -> switch (text) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new IllegalArgumentException("is neither yes nor no");
            });
        }

        <E extends Enum<E>> E word(String field, Class<E> words) {
            return of(field, text -> Enum.valueOf(words, text));
        }

        <T> T of(String field, Function<String, T> read) {
            try {
                return read.apply(row.getField(field));
            } catch (RuntimeException e) {
                throw new IllegalStateException(file + ", line " + row.getStartingLineNumber() + ", " + field + " \""
                        + row.getField(field) + "\": " + e.getMessage(), e);
            }
        }
    }
}
