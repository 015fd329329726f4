package org.daywatch.directory.imports.nces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.SchoolStatus;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.junit.jupiter.api.Test;

class NcesReaderTest {
    private static final Path EXAMPLE = Path.of("docs/formats/examples/nces.csv");
    private final NcesReader reader = new NcesReader();
    private final List<RefusedCell> refused = new ArrayList<>();
    private int refusedRows;

    @Test
    void takesTheGoodRowsOfTheExample() {
        var schools = read(EXAMPLE);
        assertThat(schools).extracting(NcesSchool::line).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(schools).extracting(NcesSchool::level).containsExactly(SchoolLevel.ELEMENTARY, SchoolLevel.MIDDLE,
                SchoolLevel.OTHER,
                SchoolLevel.HIGH, SchoolLevel.COMBINED, SchoolLevel.HIGH, SchoolLevel.HIGH, SchoolLevel.HIGH,
                SchoolLevel.ELEMENTARY,
                SchoolLevel.HIGH);
        assertThat(schools.get(0).enrollment()).isEqualTo(512);
        assertThat(schools.get(1).enrollment()).as("told as none").isZero();
        assertThat(schools.get(2).enrollment()).as("not told").isNull();
        assertThat(schools.get(1).zip()).isEqualTo("32801-1234");
        assertThat(schools.get(1).name()).isEqualTo("PALMETTO MIDDLE SCHOOL, NORTH");
    }

    @Test
    void givesEverySchoolTheClockOfItsPlace() {
        var zones = read(EXAMPLE).stream().collect(Collectors.toMap(NcesSchool::line, s -> s.zone().getId()));
        assertThat(zones).containsEntry(2, "America/New_York")
                .containsEntry(5, "America/Chicago") // county in the panhandle
                .containsEntry(6, "America/Chicago") // no county, the district is named like one
                .containsEntry(7, "America/New_York") // town south of the waterway in a Central county
                .containsEntry(8, "America/Chicago")
                .containsEntry(9, "America/New_York") // address in Chicago, listed by Florida
                .containsEntry(10, "America/Phoenix")
                .containsEntry(11, "America/Denver"); // Navajo Nation keeps daylight saving
    }

    @Test
    void putsBackALeadingZeroThatASpreadsheetDropped() {
        var arizona = read(EXAMPLE).stream().filter(s -> s.line() == 10).findFirst().orElseThrow();
        assertThat(arizona.ncesId()).isEqualTo("040990300001");
        assertThat(arizona.districtNcesId()).isEqualTo("0409903");
        assertThat(arizona.highGrade()).isEqualTo("08");
    }

    @Test
    void namesLineFieldValueAndReasonOfEveryBadRow() {
        read(EXAMPLE);
        assertThat(refusedRows).isEqualTo(5);
        assertThat(refused).extracting(cell -> cell.line() + " " + cell.field() + ": " + cell.reason()).containsExactly(
                "12 NCES School ID: was rounded by a spreadsheet; download the list again and do not open it before importing",
                "13 NCES School ID: is already on line 2",
                "14 High Grade: is lower than the lowest grade 05",
                "14 School Name: starts with = like a spreadsheet formula; remove the sign or export values instead of formulas",
                "15 row: has 9 cells where the heading has 26",
                "16 NCES District ID: is not the beginning of the school's number 120990000008",
                "16 Status: is not one of Added, Changed Agency, Changed Boundary/Agency, Closed, Future, Inactive, New, Open, Reopened",
                "16 Students: is not a whole number");
    }

    @Test
    void saysWhichStatusesCountAsOpen() {
        read(EXAMPLE);
        assertThat(reader.notes()).extracting(org.daywatch.platform.intake.Said::english).contains(
                "Statuses counted as open: Added 1, New 1, Open 6, Reopened 1.",
                "Imported but not open, so no posts are made for them: Future 1.",
                "2 schools without a county. Zone taken from a district named like its county: 1, from the state: 1.",
                "1 school with an address in another state: the zone is that of the listing state.");
    }

    @Test
    void takesEveryRowOfTheFloridaList() {
        Path file = Path
                .of(System.getProperty("daywatch.data",
                        System.getenv().getOrDefault("DAYWATCH_DATA", "../shared/data")))
                .resolve("nces/florida_schools.csv");
        assumeThat(Files.exists(file)).as("skipped: " + file
                + " is not there; set DAYWATCH_DATA to the folder of data files").isTrue();
        var schools = read(file);
        assertThat(refused).isEmpty();
        assertThat(schools).hasSize(4248);
        Map<String, Long> statuses = schools.stream()
                .collect(Collectors.groupingBy(NcesSchool::status, Collectors.counting()));
        assertThat(statuses).isEqualTo(Map.of("Open", 4184L, "New", 14L, "Added", 26L, "Reopened", 5L, "Future", 19L));
        assertThat(schools.stream().filter(s -> SchoolStatus.isOpen(s.status()))).hasSize(4229);
        assertThat(schools.stream().filter(s -> !s.state().equals("FL"))).hasSize(3);
        assertThat(schools).extracting(s -> s.zone().getId()).containsOnly("America/New_York", "America/Chicago");
        assertThat(schools.stream().map(NcesSchool::districtNcesId).distinct()).hasSize(77);
        reader.notes().forEach(note -> System.getLogger("florida").log(System.Logger.Level.INFO, note.english()));
    }

    private List<NcesSchool> read(Path file) {
        var schools = new ArrayList<NcesSchool>();
        try (Table table = Table.open(TextFile.open(file, file.getFileName().toString()), NcesReader.COLUMNS)) {
            for (Row row : table) {
                NcesSchool school = reader.read(row);
                if (school != null) {
                    schools.add(school);
                    continue;
                }
                refusedRows++;
                refused.addAll(row.faults());
            }
        }
        return schools;
    }
}
