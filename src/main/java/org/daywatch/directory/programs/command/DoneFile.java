package org.daywatch.directory.programs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.daywatch.directory.Due.Done;
import org.daywatch.directory.programs.catalog.Catalog;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.jspecify.annotations.Nullable;

/** What was done at one school, from a table: docs/formats/drills-done.md. */
record DoneFile(List<Done> done, List<RefusedCell> refused) {
    private static final String DAY = "date";
    private static final String WHAT = "drill";
    private static final String EVIDENCE = "evidence";
    private static final int LONGEST = 200;
    private static final List<ExpectedColumn> COLUMNS = List.of(
            ExpectedColumn.required(DAY, "day", "held on", "done on"),
            ExpectedColumn.required(WHAT, "kind", "type", "subject"),
            ExpectedColumn.optional(EVIDENCE, "record", "note", "notes"));
    /** What schools write instead of the word of the protocol. */
    private static final Map<String, String> ALSO = Map.of("EVACUATION", "EVACUATE", "SHELTER_FOR_HAZMAT",
            "SHELTER_HAZMAT", "HAZMAT", "SHELTER_HAZMAT", "SEVERE_WEATHER", "SHELTER_WEATHER",
            "TORNADO", "SHELTER_WEATHER", "ACTIVE_ASSAILANT", "ACTIVE_THREAT");

    static DoneFile read(Path path, Catalog catalog) {
        String name = String.valueOf(path.getFileName());
        var known = catalog.demands().stream().flatMap(d -> d.counts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var done = new ArrayList<Done>();
        var refused = new ArrayList<RefusedCell>();
        try (var table = Table.open(TextFile.open(path, name), COLUMNS)) {
            for (Row row : table) {
                LocalDate day = row.date(DAY);
                if (day == null && row.raw(DAY).isEmpty()) row.fault(DAY, "", "intake.cell.missing");
                String subject = subject(row, known);
                String evidence = row.optional(EVIDENCE, LONGEST);
                if (row.isFaulty()) refused.addAll(row.faults());
                else
                    if (day != null && subject != null)
                        done.add(new Done(subject, day, evidence.isEmpty() ? name + ", line " + row.line() : evidence));
            }
        }
        return new DoneFile(List.copyOf(done), List.copyOf(refused));
    }

    private static @Nullable String subject(Row row, TreeSet<String> known) {
        String text = row.text(WHAT, LONGEST);
        if (text.isEmpty()) return null;
        String word = text.toUpperCase(Locale.ROOT).replaceFirst("[ -]DRILL$", "").replaceAll("[ -]+", "_");
        String subject = word.contains(":") ? word : "DRILL:" + ALSO.getOrDefault(word, word);
        if (known.contains(subject)) return subject;
        row.fault(WHAT, text, "intake.cell.one",
                known.stream().map(s -> s.replaceFirst("^DRILL:", "")).collect(Collectors.joining(", ")));
        return null;
    }
}
