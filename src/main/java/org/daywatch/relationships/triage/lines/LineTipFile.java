package org.daywatch.relationships.triage.lines;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.intake.Dates;
import org.daywatch.relationships.tips.thread.TipContent;
import org.daywatch.relationships.triage.TipCategory;
import org.jspecify.annotations.Nullable;

/** The file of a state's tip line (docs/formats/tips-import.md): good rows, and what is wrong with the others. Pure. */
final class LineTipFile {

    static final List<String> COLUMNS = List.of("line", "id", "received", "school", "category", "about_a_life",
            "language", "words");
    private static final int MOST_ROWS = 5000;
    private static final int LONGEST = 80;
    private static final Duration OLDEST = Duration.ofDays(366);

    private final Function<String, List<Campus>> schools;
    private final Instant now;
    private final List<LineTip> tips = new ArrayList<>();
    private final List<FieldError> wrong = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();

    private LineTipFile(Function<String, List<Campus>> schools, Instant now) {
        this.schools = schools;
        this.now = now;
    }

    /** @param wrong whose fields are "line 3 school"; the words of a tip are never in it */
    record Read(List<LineTip> tips, List<FieldError> wrong) {}

    /**
     * @param schools that have this code or name. @throws InvalidInput for field "file": it is no such table, empty or
     * too long
     */
    static Read read(String text, Function<String, List<Campus>> schools, Instant now) {
        var file = new LineTipFile(schools, now);
        try (var rows = CsvReader.builder().allowMissingFields(true).allowExtraFields(true)
                .allowUnclosedQuote(false).allowExtraCharsAfterClosingQuote(false)
                .ofNamedCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            int read = 0;
            for (var row : rows) {
                if (read++ == 0) headed(row);
                if (read > MOST_ROWS) throw new InvalidInput("file", "" + MOST_ROWS, "linetips.wrong.large");
                file.row(row);
            }
            if (read == 0) throw new InvalidInput("file", "", "linetips.wrong.empty");
        } catch (CsvParseException | IOException broken) {
            throw new InvalidInput("file", "", "linetips.wrong.broken");
        }
        return new Read(List.copyOf(file.tips), List.copyOf(file.wrong));
    }

    private static void headed(NamedCsvRecord row) {
        for (var column : COLUMNS)
            if (!row.getHeader().contains(column))
                throw new InvalidInput("file", column, "linetips.wrong.column");
    }

    private void row(NamedCsvRecord row) {
        int before = wrong.size();
        var line = must(row, "line");
        var number = must(row, "id");
        var school = school(row);
        var received = received(row, school);
        var category = category(row);
        var life = life(row);
        var language = must(row, "language");
        var words = words(row);
        if (wrong.size() == before && !seen.add(List.of(line, number)))
            wrong(row, "id", number, "linetips.wrong.twice");
        if (wrong.size() > before || school == null || received == null || life == null) return;
        tips.add(new LineTip(line, number, received, school, category.orElse(null), life, language, words));
    }

    private String must(NamedCsvRecord row, String column) {
        var text = cell(row, column);
        if (text.isEmpty()) wrong(row, column, text, "linetips.wrong.missing");
        if (text.length() > LONGEST) wrong(row, column, text, "linetips.wrong.long");
        return text;
    }

    private @Nullable Campus school(NamedCsvRecord row) {
        var text = must(row, "school");
        if (text.isEmpty() || text.length() > LONGEST) return null;
        var found = schools.apply(text);
        if (found.size() == 1) return found.getFirst();
        wrong(row, "school", text, found.isEmpty() ? "linetips.wrong.school" : "linetips.wrong.schools");
        return null;
    }

    /** With an offset, or by the clock of the school. */
    private @Nullable Instant received(NamedCsvRecord row, @Nullable Campus school) {
        var text = must(row, "received");
        if (text.isEmpty()) return null;
        var at = instant(text, school);
        if (at == null) wrong(row, "received", text, "linetips.wrong.received");
        else if (at.isAfter(now)) wrong(row, "received", text, "linetips.wrong.future");
        else if (at.isBefore(now.minus(OLDEST))) wrong(row, "received", text, "linetips.wrong.old");
        else return at;
        return null;
    }

    private static @Nullable Instant instant(String text, @Nullable Campus school) {
        var local = Dates.dateTime(text);
        if (local != null) return local.atZone(school == null ? java.time.ZoneOffset.UTC : school.zone()).toInstant();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Optional<TipCategory> category(NamedCsvRecord row) {
        var text = cell(row, "category");
        if (text.isEmpty()) return Optional.empty();
        var found = Arrays.stream(TipCategory.values())
                .filter(c -> c.name().equals(text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))).findFirst();
        if (found.isEmpty()) wrong(row, "category", text, "linetips.wrong.category");
        return found;
    }

    private @Nullable Boolean life(NamedCsvRecord row) {
        var text = cell(row, "about_a_life").toLowerCase(Locale.ROOT);
        if (text.equals("yes") || text.equals("no")) return text.equals("yes");
        wrong(row, "about_a_life", text, "linetips.wrong.life");
        return null;
    }

    private String words(NamedCsvRecord row) {
        var words = cell(row, "words");
        if (words.isEmpty()) wrong(row, "words", "", "linetips.wrong.missing");
        if (TipContent.left(words) < 0) wrong(row, "words", "", "linetips.wrong.words");
        return words;
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private void wrong(NamedCsvRecord row, String column, String value, String message) {
        wrong.add(new FieldError("line " + row.getStartingLineNumber() + " " + column, value, message));
    }
}
