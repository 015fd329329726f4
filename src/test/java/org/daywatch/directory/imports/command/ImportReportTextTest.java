package org.daywatch.directory.imports.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Said;
import org.junit.jupiter.api.Test;

class ImportReportTextTest {
    private static final Path FORMATS = Path.of("docs/formats");
    private static final ImportReport REPORT = new ImportReport(ImportKind.ONEROSTER, "roster.zip", true, 25, 23, 2, 12,
            0, 11,
            List.of(new RefusedCell(5, "parentSourcedId", "d-9", "imports.roster.absent", "orgs.csv").in("orgs.csv"),
                    new RefusedCell(7, "Name", "\"quoted\"", "intake.cell.missing")),
            List.of(Said.written("A note.")));

    @Test
    void theReportForMachinesKeepsToItsSchema() throws IOException {
        assertThat(schema().validate(ImportReportText.json(REPORT, List.of()), com.networknt.schema.InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theExampleKeepsToTheSchemaToo() throws IOException {
        for (String name : List.of("import-report.json", "import-refused.json")) {
            String example = Files.readString(FORMATS.resolve("examples/" + name));
            assertThat(schema().validate(example, com.networknt.schema.InputFormat.JSON)).as(name).isEmpty();
        }
    }

    @Test
    void aFileRefusedAsAWholeIsToldToMachinesAsTheExampleShows() throws IOException {
        String told = ImportReportText.refused(ImportKind.NCES, "schools.xlsx", false,
                "\"schools.xlsx\" is an Excel workbook. Open it and save the sheet as \"CSV UTF-8 (Comma delimited)\".");
        assertThat(told).isEqualToIgnoringWhitespace(Files.readString(FORMATS.resolve("examples/import-refused.json")));
    }

    @Test
    void theSchemaIsNotSatisfiedByAnything() throws IOException {
        assertThat(schema().validate("{\"schema\":\"daywatch.import-report\",\"version\":2}",
                com.networknt.schema.InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void aPersonReadsCountsNotesAndEveryRefusedRow() {
        assertThat(ImportReportText.plain(REPORT, List.of("Schools without bells: 2 of 3. Set the bells."))).contains(
                "dry run, nothing written", "read 25, accepted 23, refused 2",
                "would be created 12, updated 0, unchanged 11", "A note.", "next: Schools without bells: 2 of 3.",
                "refused: orgs.csv, line 5, parentSourcedId \"d-9\" is not in orgs.csv");
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve("import-report.schema.json")));
    }
}
