package org.daywatch.directory.imports.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.nces.SchoolZones;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolReaderTest {
    private final SchoolReader reader = new SchoolReader(new SchoolZones());
    private final List<RefusedCell> refused = new ArrayList<>();
    @TempDir Path folder;

    @Test
    void readsTheExampleOfTheFormat() {
        var schools = read(Path.of("docs/formats/examples/schools.csv"));
        assertThat(refused).isEmpty();
        assertThat(schools).extracting(ListedSchool::level).containsExactly(SchoolLevel.HIGH, null,
                SchoolLevel.ELEMENTARY, SchoolLevel.COMBINED);
        assertThat(schools.getFirst().nationalId()).isEqualTo("040990500001");
        assertThat(schools.get(2).gradesFrom()).as("people write K").isEqualTo("KG");
        assertThat(schools.get(3).zone()).as("a zone in a word").hasToString("America/Denver");
    }

    @Test
    void headingsMayBeWrittenAsPeopleWriteThem() throws IOException {
        var schools = read(file(
                "School District;School name;Address;ZIP Code;Phone Number;NCES School ID\nCholla;Cholla High;1 Main St;2134;602-555-0100;40990500001\n"));
        assertThat(refused).isEmpty();
        assertThat(schools.getFirst().zip()).as("a spreadsheet dropped the zero").isEqualTo("02134");
        assertThat(schools.getFirst().nationalId()).isEqualTo("040990500001");
    }

    @Test
    void onlyDistrictAndNameAreNeeded() throws IOException {
        assertThat(read(file("district,name\nCholla,Cholla High\n"))).hasSize(1);
        assertThat(read(file("district,name\nCholla,\n,Mesa High\n"))).isEmpty();
        assertThat(refused).extracting(r -> r.line() + " " + r.field() + " " + r.reason())
                .containsExactly("2 name is missing", "3 district is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "state|Arizona|is not a state or territory; write two letters such as AZ",
            "zip|8500A|is not a ZIP code",
            "time_zone|Mars/Olympus|is not a time zone of the United States; write it as America/Chicago, or leave the cell empty",
            "time_zone|Europe/Berlin|is not a time zone of the United States; write it as America/Chicago, or leave the cell empty",
            "level|University|is not one of Elementary, Middle, High, Combined, Other",
            "grades_from|99|is not a grade (PK, KG, 01 to 13, UG, AE)",
            "telephone|call Kim|is not a phone number",
            "national_id|4.0E10|was rounded by a spreadsheet; download the list again and do not open it before importing",
            "national_id|000000000001|begins with 00, which is not a state",
            "latitude|33.4|is missing beside the latitude",
    })
    void aCellThatCannotBeMeantIsRefusedWithItsValue(String column, String value, String reason) throws IOException {
        assertThat(read(file("district,name," + column + "\nCholla,Cholla High," + value + "\n"))).isEmpty();
        assertThat(refused).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(reason);
            assertThat(r.field()).isEqualTo(column.equals("latitude") ? "longitude" : column);
            assertThat(r.value()).isEqualTo(column.equals("latitude") ? "" : value);
        });
    }

    @ParameterizedTest
    @CsvSource({"33.4,112.1,longitude,; the longitude needs a minus",
            "-112.1,33.4,latitude,is not a number of degrees between -90 and 90",
            "48.2,16.4,latitude,puts the school outside the United States",
            "-80.1,25.8,latitude,; latitude and longitude are swapped"})
    void coordinatesOutsideTheUnitedStatesAreRefusedAndTheUsualSlipIsNamed(String latitude, String longitude,
            String field, String reason) throws IOException {
        assertThat(
                read(file("district,name,latitude,longitude\nCholla,Cholla High," + latitude + "," + longitude + "\n")))
                .isEmpty();
        assertThat(refused).singleElement().satisfies(r -> {
            assertThat(r.field()).isEqualTo(field);
            assertThat(r.reason()).contains(reason);
        });
    }

    @Test
    void gradesThatRunBackwardsAreRefused() throws IOException {
        read(file("district,name,grades_from,grades_to\nCholla,Cholla High,12,9\n"));
        assertThat(refused).extracting(RefusedCell::field, RefusedCell::value, RefusedCell::reason).containsExactly(
                org.assertj.core.groups.Tuple.tuple("grades_to", "9", "is lower than the lowest grade 12"));
    }

    @Test
    void theSameSchoolTwiceInAFileIsRefusedTheSecondTime() throws IOException {
        var schools = read(file(
                "district,name,national_id\nCholla,Cholla High,\nCHOLLA,cholla  high,\nMesa,Cholla High,\nMesa,Mesa High,040990500001\nMesa,Mesa Two,040990500001\n"));
        assertThat(schools).extracting(ListedSchool::line).containsExactly(2, 4, 5);
        assertThat(refused).extracting(r -> r.line() + " " + r.field() + " " + r.reason()).containsExactly(
                "3 name is already on line 2, in the same district", "6 national_id is already on line 5");
    }

    private List<ListedSchool> read(Path path) {
        var schools = new ArrayList<ListedSchool>();
        try (Table table = Table.open(TextFile.open(path, "schools.csv"), SchoolReader.COLUMNS)) {
            for (Row row : table) {
                var school = reader.read(row);
                if (school == null) refused.addAll(row.faults());
                else schools.add(school);
            }
        }
        return schools;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list" + System.nanoTime() + ".csv"), text);
    }
}
