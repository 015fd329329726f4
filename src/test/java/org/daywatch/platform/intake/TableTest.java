package org.daywatch.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that somebody's spreadsheet made: A-32 of docs/security. */
class TableTest {
    private static final List<ExpectedColumn> COLUMNS = List.of(ExpectedColumn.required("Name", "Full name"),
            ExpectedColumn.required("City"), ExpectedColumn.optional("Students"));
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheSeparatorByTheColumnsItKnows(String separator) throws IOException {
        var rows = rows("city,FULL_NAME,Students*\nMesa,North,12".replace(",", separator));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.text("Name", 50)).isEqualTo("North");
            assertThat(row.text("City", 50)).isEqualTo("Mesa");
            assertThat(row.count("Students")).isEqualTo(12);
        });
    }

    @Test
    void skipsATitleASepLineAndEmptyRowsWithoutLosingCount() throws IOException {
        var rows = rows("sep=;\nSchools of the valley\n\nName;City\nNorth;Mesa\n\n;\nSouth;Tempe\n");
        assertThat(rows).extracting(Row::line).containsExactly(5, 8);
    }

    @Test
    void countsTheLinesInsideQuotedCells() throws IOException {
        var rows = rows("Name,City\r\n\"North\r\nCampus\",Mesa\r\nSouth,Tempe\r\n");
        assertThat(rows).extracting(Row::line).containsExactly(2, 4);
        assertThat(rows.getFirst().text("Name", 50)).isEqualTo("North Campus");
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        assertThatThrownBy(() -> rows("Name,Town\nNorth,Mesa\n")).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("City");
        assertThatThrownBy(() -> rows("a,b\n1,2\n")).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("no heading line");
        assertThatThrownBy(() -> rows("Name,City,City\n")).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> rows("BEGIN:VCALENDAR\n")).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("calendar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/C calc'!A0", "@SUM(A1)", "+1+cmd|' /C calc'!A0", "-2+3+cmd|x", "\t=1+1", "\uFF1D1",
            "=HYPERLINK(\"x\")"})
    void refusesACellThatASpreadsheetWouldRun(String cell) throws IOException {
        Row row = rows("Name,City\n\"" + cell.replace("\"", "\"\"") + "\",Mesa\n").getFirst();
        assertThat(row.text("Name", 100)).isEmpty();
        assertThat(row.faults()).singleElement().satisfies(fault -> assertThat(fault.reason()).contains("formula"));
    }

    @Test
    void keepsNumbersPhonesAndZerosThatASpreadsheetProtected() throws IOException {
        var rows = rows("Name,City\n+1 (602) 555-0100 ext. 7,-12.5\n=\"00123\",-\n".replace("=\"00123\"",
                "\"=\"\"00123\"\"\""));
        assertThat(rows.get(0).text("Name", 50)).isEqualTo("+1 (602) 555-0100 ext. 7");
        assertThat(rows.get(0).text("City", 50)).isEqualTo("-12.5");
        assertThat(rows.get(1).text("Name", 50)).isEqualTo("00123");
        assertThat(rows).noneMatch(Row::isFaulty);
    }

    @Test
    void refusesRowsWhoseCellsDoNotFitTheHeadingAndGoesOn() throws IOException {
        var rows = rows("Name,City\nNorth\nOak, Grove,Mesa\nSouth,Tempe\nEast,Mesa,\n");
        assertThat(rows).extracting(Row::isFaulty).containsExactly(true, true, false, false);
    }

    @Test
    void refusesTheLineOfAQuoteThatNeverClosesAndReadsOnBelowIt() throws IOException {
        var rows = rows("Name,City\nNorth,Mesa\n\"South,Tempe\nEast,Mesa\n\"Up\",\"Mesa\"town\nWest,Mesa\n");
        assertThat(rows).extracting(Row::line).containsExactly(2, 3, 4, 5, 6);
        assertThat(rows).extracting(Row::isFaulty).containsExactly(false, true, false, true, false);
        assertThat(rows.get(1).faults()).singleElement().satisfies(f -> {
            assertThat(f.value()).isEqualTo("\"South,Tempe");
            assertThat(f.reason()).contains("quote that is not closed");
        });
        assertThat(rows.get(4).text("Name", 50)).isEqualTo("West");
    }

    @Test
    void givesUpOnAFileThatBreaksOnEveryLine() throws IOException {
        var rows = rows("Name,City\n" + "\"a\"b,Mesa\n".repeat(100));
        assertThat(rows).hasSize(21).allMatch(Row::isFaulty);
        assertThat(rows.getLast().faults().getFirst().reason()).contains("nothing after this row was read");
    }

    @Test
    void refusesACellOfAMegabyteByItsNameAndGoesOn() throws IOException {
        var rows = rows("Name,City\n" + "x".repeat(1 << 20) + ",Mesa\nSouth,Tempe\n");
        rows.forEach(row -> row.text("Name", 50));
        assertThat(rows).extracting(Row::isFaulty).containsExactly(true, false);
        assertThat(rows.getFirst().faults().getFirst()).satisfies(f -> {
            assertThat(f.field()).isEqualTo("Name");
            assertThat(f.value()).hasSizeLessThan(210);
            assertThat(f.reason()).contains("longer than 50 characters");
        });
    }

    @Test
    void refusesANameThatIsShownBackwardsAndShowsTheCharacterInstead() throws IOException {
        Row row = rows("Name,City\nNo\u202Ehtr,Mesa\n\u202ANorth\u202C,Mesa\n").getFirst();
        row.text("Name", 50);
        assertThat(row.faults()).singleElement().satisfies(f -> {
            assertThat(f.line()).isEqualTo(2);
            assertThat(f.field()).isEqualTo("Name");
            assertThat(f.value()).isEqualTo("No<U+202E>htr");
            assertThat(f.reason()).contains("after 2 others (U+202E)", "Remove it");
        });
        assertThat(rows("Name,City\n\u202ANorth\u202C,Mesa\n").getFirst().text("Name", 50))
                .as("marks that turn nothing are left out").isEqualTo("North");
    }

    @Test
    void readsLinesThatEndInACarriageReturnOnly() throws IOException {
        var rows = rows("Name,City\rNorth,Mesa\r\"South,Tempe\rEast,Mesa\r");
        assertThat(rows).extracting(Row::line).containsExactly(2, 3, 4);
        assertThat(rows.getLast().text("Name", 50)).isEqualTo("East");
    }

    @Test
    void aRowBelowTheHeadingMaySayAColumnsNameTwice() throws IOException {
        assertThat(rows("Name,City\nCity,City\n")).singleElement()
                .satisfies(row -> assertThat(row.isFaulty()).isFalse());
    }

    @Test
    void namesEverythingWrongWithARowAtOnce() throws IOException {
        Row row = rows("Name,City,Students\n,Me\uFFFDa,12.5\n").getFirst();
        row.text("Name", 5);
        row.text("City", 5);
        row.count("Students");
        row.oneOf("Name", Map.of("a", 1));
        assertThat(row.faults()).extracting(RefusedCell::field).containsExactly("Name", "City", "Students");
        assertThat(row.faults()).allMatch(fault -> fault.line() == 2);
    }

    @Test
    void readsDatesAsMachinesAndAmericanOfficesWriteThem() {
        assertThat(Dates.date("2026-08-31")).isEqualTo(Dates.date("8/31/2026")).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(Dates.date("8/31/26")).isNull();
        assertThat(Dates.date("2026-02-29")).isNull();
        assertThat(Dates.date("2026-02-30")).isNull();
        assertThat(Dates.date("0000-01-01")).as("the database could not hold it").isNull();
        assertThat(Dates.dateTime("8/31/2026 7:05 pm")).isEqualTo(LocalDateTime.of(2026, 8, 31, 19, 5));
        assertThat(Dates.dateTime("2026-08-31T07:05")).isEqualTo(LocalDateTime.of(2026, 8, 31, 7, 5));
        assertThat(Dates.dateTime("2026-08-31 25:05")).isNull();
    }

    @Test
    void readsManyTimesWhatItHoldsInMemory() throws IOException {
        int hundreds = Boolean.getBoolean("daywatch.long") ? 26_000 : 6_500; // 210 megabytes, or 52
        Path file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Name,City,Students\n");
            String row = "\"A school with quite a long name, as schools have\",\"Some city in the desert\",1234\n"
                    .repeat(100);
            for (int i = 0; i < hundreds; i++) out.write(row);
        }
        assertThat(Files.size(file)).isGreaterThan(hundreds * 100L * 80);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long count = 0;
        long most = 0;
        TextFile text = TextFile.open(file, "large.csv");
        try (Table table = Table.open(text, COLUMNS)) {
            for (Row row : table) {
                if (row.text("Name", 100).isEmpty()) throw new AssertionError("line " + row.line());
                if (++count % 200_000 == 0) {
                    System.gc();
                    most = Math.max(most, runtime.totalMemory() - runtime.freeMemory() - before);
                }
            }
        }
        assertThat(count).isEqualTo(hundreds * 100L);
        assertThat(text.position()).isEqualTo(text.size());
        assertThat(most).as("bytes held while reading").isLessThan(32L << 20);
        Files.delete(file);
    }

    private List<Row> rows(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), text);
        var rows = new ArrayList<Row>();
        try (Table table = Table.open(TextFile.open(file, "list.csv"), COLUMNS)) {
            table.forEach(rows::add);
        }
        return rows;
    }
}
