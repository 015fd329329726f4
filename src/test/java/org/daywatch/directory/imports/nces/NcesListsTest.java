package org.daywatch.directory.imports.nces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import de.siegmar.fastcsv.reader.CsvReader;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list in the forms in which the national center serves it. */
class NcesListsTest {
    private static final Path EXAMPLE = Path.of("docs/formats/examples/nces.csv");
    private static final String DIRECTORY = "SCHOOL_YEAR,FIPST,STATENAME,ST,SCH_NAME,LEA_NAME,STATE_AGENCY_NO,UNION,ST_LEAID,LEAID,ST_SCHID,NCESSCH,SCHID,MSTREET1,MCITY,MSTATE,MZIP,LSTREET1,LCITY,LSTATE,LZIP,LZIP4,PHONE,"
            + "SY_STATUS,SY_STATUS_TEXT,UPDATED_STATUS,UPDATED_STATUS_TEXT,SCH_TYPE_TEXT,SCH_TYPE,CHARTER_TEXT,NOGRADES,GSLO,GSHI,LEVEL\n";
    @TempDir Path folder;
    private final List<RefusedCell> refused = new ArrayList<>();
    private List<String> notes = List.of();

    @Test
    void theWebPageThatIsCalledXlsReadsLikeTheCsvOfTheSameList() throws IOException {
        var before = unpacked();
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            assertSame(read(EXAMPLE),
                    read(Files.write(folder.resolve("ncesdata_1A2B.xls"), page(EXAMPLE).getBytes(charset))));
        }
        assertThat(unpacked()).as("nothing is left behind").isSubsetOf(before);
    }

    private static List<Path> unpacked() throws IOException {
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return left.filter(f -> f.getFileName().toString().startsWith("daywatch-schools")).toList();
        }
    }

    @Test
    void floridasListAsAWebPageReadsLikeItsCsv() throws IOException {
        Path csv = Path
                .of(System.getProperty("daywatch.data",
                        System.getenv().getOrDefault("DAYWATCH_DATA", "../shared/data")))
                .resolve("nces/florida_schools.csv");
        assumeThat(Files.exists(csv))
                .as("skipped: " + csv + " is not there; set DAYWATCH_DATA to the folder of data files").isTrue();
        var schools = read(Files.writeString(folder.resolve("florida.xls"), page(csv)));
        assertThat(schools).hasSize(4248);
        assertThat(refused).isEmpty();
        assertSame(read(csv), schools);
    }

    @Test
    void aWebPageThatIsNoListIsToldWhereTheListIs() throws IOException {
        Path signIn = Files.writeString(folder.resolve("list.xls"), "<html><body><form>Sign in</form></body></html>");
        assertThatThrownBy(() -> read(signIn)).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("sign-in or error page").hasMessageContaining("public school search");
        Path other = Files.writeString(folder.resolve("other.xls"),
                "<table><tr><td>Name</td><td>Town</td></tr><tr><td>A</td><td>B</td></tr></table>");
        assertThatThrownBy(() -> read(other)).isInstanceOf(IntakeRefused.class).hasMessageContaining("NCES School ID")
                .hasMessageContaining("table generator");
    }

    @Test
    void theSchoolDirectoryIsTakenWithItsOwnHeadings() throws IOException {
        var schools = read(Files.writeString(folder.resolve("ccd_sch_029.csv"), DIRECTORY
                + "2024-2025,04,ARIZONA,AZ,Ocotillo High School,Ocotillo Unified District,1,,AZ-9903,0409903,AZ-9903-7,040990300007,0990307,PO Box 1,Mesa,AZ,85201,7 Palo Way,Mesa,AZ,85201,1234,(480)555-0107,"
                + "1,Open,3,New,Regular School,1,No,Category not used,09,12,High\n"
                + "2024-2025,04,ARIZONA,AZ,Palo Verde Center,Ocotillo Unified District,1,,AZ-9903,409903,AZ-9903-8,40990300008,0990308,,,,,8 Palo Way,Mesa,AZ,85201,,,"
                + "2,Closed,2,Closed,Career and Technical School,3,Not applicable,Category not used,M,M,Not reported\n"));
        assertThat(refused).isEmpty();
        assertThat(schools).extracting(NcesSchool::ncesId).containsExactly("040990300007", "040990300008");
        var high = schools.getFirst();
        assertThat(List.of(high.name(), high.districtName(), high.districtNcesId(), high.street(), high.zip(),
                high.status(), high.kind(), high.lowGrade(), high.level(), high.stateId()))
                .containsExactly("Ocotillo High School", "Ocotillo Unified District", "0409903", "7 Palo Way",
                        "85201-1234", "New", "Regular", "09", SchoolLevel.HIGH, "AZ-9903-7");
        assertThat(high.charter()).isFalse();
        assertThat(schools.get(1).kind()).isEqualTo("Career and technical");
        assertThat(schools.get(1).lowGrade()).isNull();
        assertThat(schools.get(1).charter()).isNull();
    }

    @Test
    void theMapLayersOfTheDirectoryBringThePlaceOfEachSchool() throws IOException {
        var schools = read(Files.writeString(folder.resolve("edge.csv"),
                "NCESSCH,LEAID,SCH_NAME,LEA_NAME,LSTREET1,LCITY,LSTATE,LZIP,LATCOD,LONCOD,NMCNTY,ULOCALE,STATUS,SCHOOL_TYPE_TEXT,GSLO,GSHI,MEMBER,CHARTER_TEXT\n"
                        + "040990300007,0409903,Ocotillo High School,Ocotillo Unified District,7 Palo Way,Mesa,AZ,85201,33.415101,-111.831477,Maricopa County,12-City: Midsize,1,Regular school,09,12,1204,No\n"
                        + "040990300009,0409903,Agave School,Ocotillo Unified District,9 Palo Way,Mesa,AZ,85201,133.4,-111.8,Maricopa County,12-City: Midsize,1,Regular school,09,12,-1,No\n"));
        assertThat(schools).singleElement().satisfies(s -> {
            assertThat(s.point()).isEqualTo(new NcesSchool.Point(33.415101, -111.831477));
            assertThat(s.locale()).isEqualTo("City: Midsize");
            assertThat(s.enrollment()).isEqualTo(1204);
            assertThat(s.status()).isEqualTo("Open");
        });
        assertThat(refused).singleElement()
                .satisfies(cell -> assertThat(cell.field() + " " + cell.value()).isEqualTo("Latitude 133.4"));
        assertThat(notes).contains(
                "1 school that had no map location now has one from the list. Check it on the school’s page before officers check in by location.");
    }

    @Test
    void theTableGeneratorsTitlesNotesAndQuotedNumbersAreNoRows() throws IOException {
        var schools = read(Files.writeString(folder.resolve("ELSI_csv_export.csv"), """
                ELSI Export

                "Table generated November 16, 2026"
                School Name,State Name [Public School] Latest available year,State Abbr [Public School] Latest available year,School ID - NCES Assigned [Public School] Latest available year,Agency ID - NCES Assigned [Public School] Latest available year,Agency Name [Public School] 2024-25,County Name [Public School] 2024-25,Location City [Public School] 2024-25,Location State Abbr [Public School] 2024-25,Location ZIP [Public School] 2024-25,School Type [Public School] 2024-25,Start of Year Status [Public School] 2024-25,Lowest Grade Offered [Public School] 2024-25,Highest Grade Offered [Public School] 2024-25,Charter School [Public School] 2024-25,"Total Students, All Grades (Excludes AE) [Public School] 2024-25"
                OCOTILLO HIGH,ARIZONA,AZ ,="040990300007",="0409903",OCOTILLO UNIFIED,MARICOPA COUNTY,MESA,AZ,="85201",1-Regular school,1-Open,9th Grade,12th Grade,2-No,="1204"
                AGAVE PREP,ARIZONA,AZ ,="040990300010",="0409903",OCOTILLO UNIFIED,MARICOPA COUNTY,MESA,AZ,="85201",4-Alternative/other school,3-New,Prekindergarten,5th Grade,1-Yes,="†"
                "Data Source: U.S. Department of Education, National Center for Education Statistics, Common Core of Data (CCD), ""School Survey"", 2024-25 v.1a."
                † indicates that the data are not applicable.
                – indicates that the data are missing.
                """));
        assertThat(refused).isEmpty();
        assertThat(schools).hasSize(2);
        assertThat(schools.get(0)).satisfies(s -> assertThat(List.of(s.name(), s.ncesId(), s.state(), s.status(),
                s.kind(), s.lowGrade(), s.highGrade(), s.charter(), s.enrollment(), s.zip()))
                .containsExactly("OCOTILLO HIGH", "040990300007", "AZ", "Open", "Regular", "09", "12", false, 1204,
                        "85201"));
        assertThat(schools.get(1)).satisfies(s -> {
            assertThat(s.lowGrade()).isEqualTo("PK");
            assertThat(s.charter()).isTrue();
            assertThat(s.enrollment()).as("not told is not zero").isNull();
        });
    }

    private static void assertSame(List<NcesSchool> csv, List<NcesSchool> page) {
        assertThat(page.stream().map(NcesListsTest::withoutLine).toList())
                .isEqualTo(csv.stream().map(NcesListsTest::withoutLine).toList());
    }

    private static String withoutLine(NcesSchool s) {
        return s.toString().replaceFirst("line=\\d+", "").replaceAll("\\s+", " ");
    }

    /**
     * As the school search serves it: a table without quotes around anything, with lines of its own above and below.
     */
    private static String page(Path csv) throws IOException {
        try (var rows = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofCsvRecord(csv)) {
            String table = rows.stream()
                    .map(row -> row.getFields().stream()
                            .map(cell -> "<td>" + cell.replace("&", "&amp;").replace("<", "&lt;") + "</td>")
                            .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                    .collect(Collectors.joining());
            return "<table border=\"1\"><tr><td colspan=\"26\"><b>Public School Data</b></td></tr><tr><td colspan=\"26\">* by the school directory</td></tr>\n"
                    + table
                    + "<tr><td colspan=\"26\">† indicates that the data are not applicable.</td></tr><tr><td colspan=\"26\">Source: CCD public school data</td></tr></table>";
        }
    }

    private List<NcesSchool> read(Path file) {
        refused.clear();
        var reader = new NcesReader();
        var schools = new ArrayList<NcesSchool>();
        try (var list = NcesFile.open(new ImportFile(file, file.getFileName().toString(), null));
                var table = list.table()) {
            for (Row row : table) {
                if (NcesFile.isNote(row)) continue;
                NcesSchool school = reader.read(row);
                if (school == null) refused.addAll(row.faults());
                else schools.add(school);
            }
        }
        notes = reader.notes().stream().map(org.daywatch.platform.intake.Said::english).toList();
        return schools;
    }
}
