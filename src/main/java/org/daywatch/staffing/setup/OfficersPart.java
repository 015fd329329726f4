package org.daywatch.staffing.setup;

import java.nio.file.Path;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Officers from a CSV file beside this one, taken through the same import as everywhere, which begins transactions of
 * its own and can be undone.
 */
@Component
class OfficersPart implements SetupPart {

    private static final int NAMED = 10;

    private final FileImports imports;

    OfficersPart(FileImports imports) {
        this.imports = imports;
    }

    @Override
    public String key() {
        return "officers";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean oneTransaction() {
        return false;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var fields = file.fields(section, "file");
        var value = fields.required("file").orElse(section);
        @Nullable Path path = fields.has("file") ? file.file(value) : null;
        return run -> run.at(value,
                () -> apply(value, new ImportFile(path, String.valueOf(path.getFileName()), null), run));
    }

    /**
     * Compared first: a list with a row that is refused is not taken in part, and one that changes nothing is not taken
     * again.
     */
    private void apply(JsonValue where, ImportFile file, SetupRun run) {
        var seen = imports.preview(ImportKind.OFFICERS, file);
        if (seen.refusedRows() > 0) throw run.refuse(where, "has rows that are refused: " + faults(seen));
        boolean differs = seen.created() + seen.updated() > 0;
        var report = differs && !run.dry() ? imports.take(ImportKind.OFFICERS, file) : seen;
        String words = file.name() + ": %d created, %d updated, %d unchanged".formatted(report.created(),
                report.updated(), report.unchanged());
        if (!differs) run.unchanged(where, words);
        else if (report.created() > 0) run.created(where, words);
        else run.updated(where, words);
    }

    private static String faults(ImportReport seen) {
        var named = seen.refused().stream().limit(NAMED)
                .map(c -> "line " + c.line() + ", " + c.field() + " \"" + c.value() + "\" " + c.reason()).toList();
        return String.join("; ", named)
                + (seen.refused().size() > NAMED ? "; and " + (seen.refused().size() - NAMED) + " more." : ".");
    }
}
