package org.daywatch.relationships.triage.lines;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.relationships.tips.thread.TipContent;
import org.daywatch.relationships.triage.TipCategory;
import org.jspecify.annotations.Nullable;

/** The file of a state's tip line (docs/formats/tips-import.md): good rows, and what is wrong with the others. Pure. */
final class LineTipFile {

    private static final List<ExpectedColumn> COLUMNS = List.of(ExpectedColumn.required("line"),
            ExpectedColumn.required("id"), ExpectedColumn.required("received"), ExpectedColumn.required("school"),
            ExpectedColumn.required("category"), ExpectedColumn.required("about_a_life"),
            ExpectedColumn.required("language"), ExpectedColumn.required("words"));
    private static final Map<String, Boolean> YES_NO = Map.of("yes", true, "no", false);
    private static final int MOST_ROWS = 5000;
    private static final int LONGEST = 80;
    private static final Duration OLDEST = Duration.ofDays(366);

    private final Function<String, List<Campus>> schools;
    private final Instant now;
    private final List<LineTip> tips = new ArrayList<>();
    private final List<RefusedCell> refused = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();

    private LineTipFile(Function<String, List<Campus>> schools, Instant now) {
        this.schools = schools;
        this.now = now;
    }

    /** @param refused never with the words of a tip */
    record Read(List<LineTip> tips, List<RefusedCell> refused) {}

    /** @param schools that have this code or name. @throws IntakeRefused it is no such table, empty or too long */
    static Read read(TextFile text, Function<String, List<Campus>> schools, Instant now) {
        var file = new LineTipFile(schools, now);
        int read = 0;
        try (var rows = Table.open(text, COLUMNS)) {
            for (var row : rows) {
                if (++read > MOST_ROWS) throw new IntakeRefused("linetips.wrong.large");
                file.row(row);
            }
        }
        if (read == 0) throw new IntakeRefused("linetips.wrong.empty");
        return new Read(List.copyOf(file.tips), List.copyOf(file.refused));
    }

    private void row(Row row) {
        var line = row.text("line", LONGEST);
        var number = row.text("id", LONGEST);
        var school = school(row);
        var received = received(row, school);
        var category = category(row);
        var life = row.oneOf("about_a_life", YES_NO);
        var language = row.text("language", LONGEST);
        var words = words(row);
        if (!row.isFaulty() && !seen.add(List.of(line, number)))
            row.fault("id", number, "linetips.wrong.twice", number);
        row.faults().stream().map(LineTipFile::withoutWords).forEach(refused::add);
        if (row.isFaulty() || school == null || received == null || life == null) return;
        tips.add(new LineTip(line, number, received, school, category.orElse(null), life, language, words));
    }

    /** A row that cannot be told apart into cells is shown as a whole elsewhere. */
    private static RefusedCell withoutWords(RefusedCell cell) {
        return COLUMNS.stream().anyMatch(c -> c.name().equals(cell.field())) && !cell.field().equals("words")
                ? cell
                : new RefusedCell(cell.line(), cell.field(), "", cell.said());
    }

    private @Nullable Campus school(Row row) {
        var text = row.text("school", LONGEST);
        if (text.isEmpty()) return null;
        var found = schools.apply(text);
        if (found.size() == 1) return found.getFirst();
        row.fault("school", text, found.isEmpty() ? "linetips.wrong.school" : "linetips.wrong.schools", text);
        return null;
    }

    /** With an offset, or by the clock of the school. */
    private @Nullable Instant received(Row row, @Nullable Campus school) {
        var text = row.text("received", LONGEST);
        if (text.isEmpty()) return null;
        var at = instant(text, school);
        if (at == null) row.fault("received", text, "linetips.wrong.received", text);
        else if (at.isAfter(now)) row.fault("received", text, "linetips.wrong.future", text);
        else if (at.isBefore(now.minus(OLDEST))) row.fault("received", text, "linetips.wrong.old", text);
        return at;
    }

    private static @Nullable Instant instant(String text, @Nullable Campus school) {
        var local = Dates.dateTime(text);
        if (local != null) return local.atZone(school == null ? ZoneOffset.UTC : school.zone()).toInstant();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Optional<TipCategory> category(Row row) {
        var text = row.optional("category", LONGEST);
        if (text.isEmpty()) return Optional.empty();
        var found = Arrays.stream(TipCategory.values())
                .filter(c -> c.name().equals(text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))).findFirst();
        if (found.isEmpty())
            row.fault("category", text, "intake.cell.one",
                    Arrays.stream(TipCategory.values()).map(Enum::name).collect(Collectors.joining(", ")));
        return found;
    }

    /** As they were said, with their line breaks. */
    private static String words(Row row) {
        var words = row.raw("words");
        if (words.isEmpty()) row.fault("words", "", "intake.cell.missing");
        if (TipContent.left(words) < 0) row.fault("words", "", "linetips.wrong.words");
        return words;
    }
}
