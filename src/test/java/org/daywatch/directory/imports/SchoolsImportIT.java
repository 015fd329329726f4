package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.platform.Tables.ORGANIZATION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.NextSteps;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class SchoolsImportIT {
    private static final Path EXAMPLE = Path.of("docs/formats/examples/schools.csv");
    @Autowired Story story;
    @Autowired FileImports imports;
    @Autowired ImportUndo undo;
    @Autowired Organizations organizations;
    @Autowired List<NextSteps> next;
    @Autowired Visitor visitors;
    @Autowired DSLContext db;
    @TempDir Path folder;
    private UUID agency;

    @BeforeEach
    void anAgencyOfItsOwn() {
        agency = story.cast().agency();
    }

    @Test
    void aPreviewCountsAndWritesNothing() {
        var report = bound(() -> imports.preview(ImportKind.SCHOOLS, new ImportFile(EXAMPLE, "schools.csv", null)));
        assertCounts(report, 4, 0, 4, 0, 0);
        assertThat(report.notes()).contains(
                "Districts that would be created: Cholla Flats Unified School District, Painted Mesa School District.");
        assertThat(schools()).isEmpty();
    }

    @Test
    void theExampleMakesDistrictsAndSchoolsAndTheSecondTimeChangesNothing() throws IOException {
        assertCounts(take(Files.readString(EXAMPLE)), 4, 0, 4, 0, 0);
        assertThat(schools()).extracting(SchoolRecord::getName, SchoolRecord::getLevel, SchoolRecord::getState,
                SchoolRecord::getZone).containsExactly(
                        row("Cholla Flats High School", "HIGH", "AZ", "America/Phoenix"),
                        row("Cholla Flats Middle School", "MIDDLE", "AZ", "America/Phoenix"),
                        row("Little Wash Elementary School", "ELEMENTARY", "AZ", "America/Phoenix"),
                        row("Painted Mesa School", "COMBINED", "AZ", "America/Denver"));
        assertThat(schools().getFirst().getLatitude()).isEqualTo(33.4512);
        assertCounts(take(Files.readString(EXAMPLE)), 4, 0, 0, 0, 4);
        assertThat(schools()).hasSize(4);
    }

    @Test
    void theReportSaysWhatWasFoundWhereTheListWasSilent() throws IOException {
        assertThat(take(Files.readString(EXAMPLE)).notes()).containsExactly(
                "Districts created: Cholla Flats Unified School District, Painted Mesa School District.",
                "State not given, so taken from the ZIP code: 1 school.",
                "Time zone not given, so taken from the town or state: America/Phoenix 2.",
                "3 schools without a position: until it is set, check-in is by the front desk's code.");
    }

    @Test
    void aTownOnTheOtherSideOfAZoneLineHasItsOwnClock() throws IOException {
        take("district,name,city,state\nGulf,Port St. Joe High School,Port St. Joe,FL\nEscambia,Pine High,Pensacola,FL\nOrange,Oak High,Orlando,FL\n");
        assertThat(schools()).extracting(SchoolRecord::getZone).containsExactlyInAnyOrder("America/New_York",
                "America/Chicago", "America/New_York");
    }

    @Test
    void aChangedRowChangesTheSchoolAndAnEmptyCellLeavesWhatStands() throws IOException {
        take("district,name,city,telephone\nCholla,Cholla High,Cholla Flats,602-555-0100\n");
        assertCounts(take("district,name,street,telephone\ncholla,CHOLLA HIGH,9 New St,602-555-0199\n"), 1, 0, 0, 1, 0);
        assertThat(schools()).singleElement().satisfies(s -> {
            assertThat(s.getName()).as("the name on file stays").isEqualTo("Cholla High");
            assertThat(s.getStreet()).isEqualTo("9 New St");
            assertThat(s.getCity()).isEqualTo("Cholla Flats");
            assertThat(s.getPhone()).isEqualTo("602-555-0199");
        });
    }

    @Test
    void aSchoolThatStandsUnderItsNationalNumberIsMatchedWhateverTheListCallsIt() throws IOException {
        bound(() -> imports.take(ImportKind.NCES,
                new ImportFile(Path.of("docs/formats/examples/nces.csv"), "nces.csv", null)));
        int before = schools().size();
        var report = take(
                "district,name,national_id,telephone\nPalmetto by the Sea,Palmetto Elementary,120990000001,407-555-0123\n");
        assertCounts(report, 1, 0, 0, 1, 0);
        assertThat(schools()).hasSize(before).filteredOn(s -> "120990000001".equals(s.getNcesId())).singleElement()
                .satisfies(s -> assertThat(s.getPhone()).isEqualTo("407-555-0123"));
        assertThat(districts()).doesNotContain("Palmetto by the Sea");
        assertThat(report.notes())
                .anyMatch(n -> n.startsWith("Left in their district although the file names another one: "));
    }

    @Test
    void aNumberGivenLaterIsPutOnTheSchoolAndAnotherOneIsRefused() throws IOException {
        take("district,name\nCholla,Cholla High\n");
        assertCounts(take("district,name,national_id\nCholla,Cholla High,040990500001\n"), 1, 0, 0, 1, 0);
        var report = take("district,name,national_id\nCholla,Cholla High,040990500002\n");
        assertThat(report.refused()).extracting(r -> r.field() + " " + r.value() + " " + r.reason())
                .containsExactly(
                        "national_id 040990500002 differs from the number of the school of this name in the district, 040990500001");
        assertThat(schools()).hasSize(1);
    }

    @Test
    void badRowsAreRefusedByFieldAndTheGoodOnesGoIn() throws IOException {
        var report = take(
                "district,name,state,zip\nCholla,Cholla High,AZ,85004\nCholla,Bad Zip High,AZ,850\nCholla,No Name State,Arizona,85004\n,Lost High,AZ,85004\nCholla,Mesa High,AZ,85004\n");
        assertThat(report.refused()).extracting(r -> r.line() + " " + r.field() + " " + r.value())
                .containsExactly("4 state Arizona", "5 district ");
        assertThat(report.created()).as("850 is 00850 without its zeros").isEqualTo(3);
    }

    @Test
    void aStateNobodyTellsIsAskedFor() throws IOException {
        story.run(agency,
                () -> db.update(ORGANIZATION).setNull(ORGANIZATION.STATE).where(ORGANIZATION.ID.eq(agency)).execute());
        var report = take("district,name\nNowhere,Nowhere High\n");
        assertThat(report.refused()).extracting(r -> r.field() + " " + r.reason()).containsExactly(
                "state is missing and could not be found from the ZIP code, district or agency; enter two letters such as AZ");
        assertThat(districts()).doesNotContain("Nowhere");
    }

    @Test
    void undoingTakesBackSchoolsAndTheDistrictsTheyFounded() throws IOException {
        var path = Files.writeString(folder.resolve("schools.csv"), Files.readString(EXAMPLE));
        UUID run = begin(path);
        assertThat(districts()).contains("Painted Mesa School District");
        bound(() -> undo.undo(run));
        assertThat(schools()).isEmpty();
        assertThat(districts()).doesNotContain("Painted Mesa School District", "Cholla Flats Unified School District");
    }

    @Test
    void anArchivedSchoolStaysAsItIs() throws IOException {
        take("district,name\nCholla,Cholla High\n");
        story.run(agency,
                () -> db.execute("update directory.school set archived_at = now() where agency_id = ?", agency));
        var report = take("district,name,telephone\nCholla,Cholla High,602-555-0100\n");
        assertCounts(report, 1, 0, 0, 0, 1);
        assertThat(report.notes()).contains("Archived, so left unchanged: Cholla High.");
    }

    @Test
    void whatComesNextIsTheSchoolYearAndTheBells() throws IOException {
        take(Files.readString(EXAMPLE));
        var steps = bound(() -> next.stream().flatMap(n -> n.after(ImportKind.SCHOOLS).stream()).toList());
        assertThat(steps).extracting(NextSteps.Step::key).contains("imports.next.calendars", "imports.next.bells");
    }

    @Test
    void aDistrictMayNotImportAListOfSchools() {
        var cast = story.cast();
        org.assertj.core.api.Assertions
                .assertThatThrownBy(() -> Tenancy.as(Scope.system(cast.mesquite()),
                        () -> imports.take(ImportKind.SCHOOLS, new ImportFile(EXAMPLE, "schools.csv", null))))
                .hasMessageContaining("IMPORT_NOT_YOURS");
    }

    @Test
    void onThePageItIsPreviewedImportedLeadsOnAndIsUndone() throws Exception {
        var cast = story.cast();
        agency = cast.agency();
        var coordinator = visitors.signedIn(cast.coordinator(), agency, Role.COORDINATOR);
        assertThat(coordinator.get("/imports?take=schools").body()).containsPattern("value=\"schools\"\\s+checked")
                .contains("Schools (your own list)");
        assertThat(coordinator.get("/setup").body())
                .contains("href=\"/imports?take=schools\">Import a list of schools");
        assertThat(coordinator.get("/schools").body()).contains("href=\"/imports?take=schools\"");
        String here = coordinator.upload("/imports", "schools.csv", Files.readString(EXAMPLE), "kind", "schools")
                .headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        shows(coordinator, here, "Would be created", "Import all 4 rows",
                "Districts that would be created: Cholla Flats");
        assertThat(schools()).isEmpty();
        coordinator.post(here + "/intake");
        shows(coordinator, here, "Undo this import", "4 schools need a school year. Add it.",
                "4 schools need bell times. Set them.", "href=\"/bells/templates\"");
        assertThat(schools()).hasSize(4);
        coordinator.post(here + "/reversal");
        shows(coordinator, here, "Undone");
        assertThat(schools()).isEmpty();
    }

    private static void shows(Visitor.Visit who, String path, String... words) throws InterruptedException {
        String body = "";
        for (int i = 0; i < 100; i++, Thread.sleep(100)) {
            body = who.get(path).body();
            if (body.contains(words[0])) break;
        }
        assertThat(body).contains(words);
    }

    private ImportReport take(String text) throws IOException {
        var path = Files.writeString(folder.resolve("list" + System.nanoTime() + ".csv"), text);
        return bound(() -> imports.take(ImportKind.SCHOOLS, new ImportFile(path, "schools.csv", null)));
    }

    private UUID begin(Path path) {
        bound(() -> imports.take(ImportKind.SCHOOLS, new ImportFile(path, "schools.csv", null)));
        return story.as(agency,
                () -> db.fetchSingle("select id from directory.import_run order by started_at desc limit 1").get("id",
                        UUID.class));
    }

    private List<SchoolRecord> schools() {
        return story.as(agency,
                () -> db.selectFrom(SCHOOL).where(SCHOOL.AGENCY_ID.eq(agency)).orderBy(SCHOOL.NAME).fetch());
    }

    private List<String> districts() {
        return bound(() -> organizations.listOwn("DISTRICT").stream().map(Organizations.Organization::name).toList());
    }

    private static org.assertj.core.groups.Tuple row(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static void assertCounts(ImportReport r, int read, int refused, int created, int updated, int unchanged) {
        assertThat(List.of(r.read(), r.refusedRows(), r.created(), r.updated(), r.unchanged())).as(r.toString())
                .containsExactly(read, refused, created, updated, unchanged);
    }

    private <T> T bound(Supplier<T> work) {
        return Tenancy.as(Scope.system(agency), work::get);
    }
}
