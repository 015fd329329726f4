package org.daywatch.relationships.triage.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.relationships.triage.TipCategory;
import org.junit.jupiter.api.Test;

/** What a state's line hands over, row by row. */
class LineTipFileTest {

    private static final String HEAD = "line,id,received,school,category,about_a_life,language,words\n";
    private static final Instant NOW = Instant.parse("2026-08-03T13:00:00Z");
    private static final Campus SCHOOL = new Campus(new UUID(0, 1), new UUID(0, 2), "Quail Run School", "AZ",
            SchoolLevel.HIGH, ZoneId.of("America/Phoenix"));

    @Test
    void theExampleOfTheFormatIsTaken() throws IOException {
        var read = read(Files.readString(Path.of("docs/formats/examples/tips-import.csv")));
        assertThat(read.refused()).isEmpty();
        assertThat(read.tips()).extracting(LineTip::number, LineTip::category, LineTip::life, LineTip::language)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("AZ-26-00417", TipCategory.BULLYING, false, "en"),
                        org.assertj.core.groups.Tuple.tuple("AZ-26-00418", null, false, "es"),
                        org.assertj.core.groups.Tuple.tuple("AZ-26-00421", TipCategory.SUICIDE, true, "en"));
        assertThat(read.tips().get(1).day()).as("the day at the school").isEqualTo(LocalDate.of(2026, 8, 2));
        assertThat(read.tips().get(2).receivedAt()).isEqualTo(Instant.parse("2026-08-03T12:58:00Z"));
    }

    @Test
    void eachWrongCellIsNamedByLineAndFieldAndGoodRowsAreTakenWithoutIt() {
        var read = read(HEAD + "H,1,2026-08-03 05:00,Nowhere High,FIGHT,maybe,en,words\n"
                + "H,2,2026-08-03 05:00,Quail Run School,other,no,en,\"Good, whole\nrow\"\n"
                + "H,3,tomorrow,Two,,yes,en,words\n,4,2026-08-03 07:00,040001,,yes,,\n"
                + "H,2,2026-08-03 05:00,040001,,no,en,again\nH,6,2020-01-01 05:00,040001,,no,en," + "x".repeat(4100));
        assertThat(read.tips()).extracting(LineTip::number).containsExactly("2");
        assertThat(read.refused()).extracting(RefusedCell::line, RefusedCell::field, cell -> cell.said().key())
                .containsExactly(wrong(2, "school", "linetips.wrong.school"), wrong(2, "category", "intake.cell.one"),
                        wrong(2, "about_a_life", "intake.cell.one"), wrong(5, "school", "linetips.wrong.schools"),
                        wrong(5, "received", "linetips.wrong.received"), wrong(6, "line", "intake.cell.missing"),
                        wrong(6, "received", "linetips.wrong.future"), wrong(6, "language", "intake.cell.missing"),
                        wrong(6, "words", "intake.cell.missing"), wrong(7, "id", "linetips.wrong.twice"),
                        wrong(8, "received", "linetips.wrong.old"), wrong(8, "words", "linetips.wrong.words"));
        assertThat(read.refused()).as("no words of a tip").noneMatch(cell -> cell.value().contains("xxx"));
    }

    @Test
    void aRowThatCannotBeToldApartIsNamedWithoutItsWordsAndTheNextOneIsTaken() {
        var read = read(HEAD + "H,1,2026-08-03 05:00,040001,,no,en,zqsecret, and more\n"
                + "H,2,2026-08-03 05:00,040001,,no,en,\"zqsecret\n" + "H,3,2026-08-03 05:00,040001,,yes,en,words\n");
        assertThat(read.tips()).extracting(LineTip::number, LineTip::life)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("3", true));
        assertThat(read.refused()).extracting(RefusedCell::line, RefusedCell::field, cell -> cell.said().key())
                .containsExactly(wrong(2, "row", "intake.row.cells.quotes"), wrong(3, "row", "intake.row.quote"));
        assertThat(read.refused()).noneMatch(cell -> (cell.value() + cell.reason()).contains("zqsecret"));
    }

    @Test
    void aFileAsASpreadsheetSavesItIsReadToo() {
        var text = "Tips of this week\n" + HEAD.replace(',', ';').toUpperCase(Locale.ROOT)
                + "H;1;8/3/2026 5:00 AM;Quail Run School;Bullying;Yes;es;Nadie habla con Jos\u00E9\n";
        var read = LineTipFile.read(TextFile.of(text.getBytes(Charset.forName("windows-1252")), "tips.csv"), SCHOOLS,
                NOW);
        assertThat(read.refused()).isEmpty();
        assertThat(read.tips()).extracting(LineTip::words, LineTip::life)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Nadie habla con Jos\u00E9", true));
    }

    @Test
    void whatIsNoSuchTableIsRefusedWhole() {
        for (var text : List.of("", HEAD, "line,id\nH,1\n", "PK\3\4xl/", "{\"tips\": []}"))
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(IntakeRefused.class);
    }

    private static org.assertj.core.groups.Tuple wrong(int line, String field, String why) {
        return org.assertj.core.groups.Tuple.tuple(line, field, why);
    }

    private static final Function<String, List<Campus>> SCHOOLS = word -> switch (word) {
        case "040001", "Quail Run School" -> List.of(SCHOOL);
        case "Two" -> List.of(SCHOOL, SCHOOL);
        default -> List.of();
    };

    private static LineTipFile.Read read(String text) {
        return LineTipFile.read(TextFile.of(text.getBytes(StandardCharsets.UTF_8), "tips.csv"), SCHOOLS, NOW);
    }
}
