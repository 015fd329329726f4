package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.daywatch_db.directory.Tables.IMPORT_PROBLEM;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.SchoolStatus;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportWatch;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class NcesImportIT {
    private static final Path EXAMPLE = Path.of("docs/formats/examples/nces.csv");
    @Autowired Story story;
    @Autowired FileImports imports;
    @Autowired Imports runs;
    @Autowired ImportStore store;
    @Autowired ImportUndo undo;
    @Autowired DSLContext db;
    @TempDir Path folder;
    private UUID agency;

    @BeforeEach
    void anAgencyOfItsOwn() {
        agency = story.cast().agency();
    }

    @Test
    void aPreviewCountsAndWritesNothing() {
        var report = bound(() -> imports.preview(ImportKind.NCES, file(EXAMPLE)));
        assertCounts(report, 15, 10, 5, 10, 0, 0);
        assertThat(schools()).isZero();
    }

    @Test
    void takesTheGoodRowsAndTheSecondTimeFindsThemUnchanged() {
        assertCounts(take(EXAMPLE), 15, 10, 5, 10, 0, 0);
        assertThat(schools()).isEqualTo(10);
        assertCounts(take(EXAMPLE), 15, 10, 5, 0, 0, 10);
        assertThat(schools()).isEqualTo(10);
    }

    @Test
    void theSecondListChangesWhatItSaysOtherwiseAndLeavesWhatTheAgencySet() throws IOException {
        take(EXAMPLE);
        story.run(agency, () -> db.update(SCHOOL).set(SCHOOL.LATITUDE, 28.5).set(SCHOOL.LONGITUDE, -81.4)
                .where(SCHOOL.NCES_ID.eq("120990000001")).execute());
        var report = take(edited("512.00000", "530.00000"));
        assertCounts(report, 15, 10, 5, 0, 1, 9);
        var row = story.as(agency, () -> db.selectFrom(SCHOOL).where(SCHOOL.NCES_ID.eq("120990000001")).fetchSingle());
        assertThat(row.getEnrollment()).isEqualTo(530);
        assertThat(row.getLatitude()).isEqualTo(28.5);
    }

    @Test
    void undoingRemovesWhatTheRunMadeAndRestoresWhatItChanged() throws IOException {
        take(EXAMPLE);
        UUID second = begin(edited("512.00000", "530.00000"));
        var undone = bound(() -> undo.undo(second));
        assertThat(undone).isEqualTo(new FileImports.Undone(0, 1, 0, List.of()));
        assertThat(story.as(agency,
                () -> db.select(SCHOOL.ENROLLMENT).from(SCHOOL).where(SCHOOL.NCES_ID.eq("120990000001"))
                        .fetchSingle(SCHOOL.ENROLLMENT)))
                .isEqualTo(512);
    }

    @Test
    void undoingLeavesASchoolThatSomebodyChangedSince() {
        UUID run = begin(EXAMPLE);
        story.run(agency,
                () -> db.update(SCHOOL).set(SCHOOL.RADIUS_M, 300).where(SCHOOL.NCES_ID.eq("120990000001")).execute());
        var undone = bound(() -> undo.undo(run));
        assertThat(undone).isEqualTo(new FileImports.Undone(12, 0, 2, undone.stayed()));
        assertThat(undone.stayed()).extracting(Said::english)
                .containsExactly("PALMETTO stays, because something belongs to it: school.");
        assertThat(schools()).isEqualTo(1);
    }

    @Test
    void undoingLeavesASchoolThatIsInUse() {
        UUID run = begin(EXAMPLE);
        story.run(agency, () -> {
            var school = db.selectFrom(SCHOOL).where(SCHOOL.NCES_ID.eq("120990000001")).fetchSingle();
            db.execute(
                    "insert into directory.building (agency_id, id, district_id, school_id, name) values (?, ?, ?, ?, 'Main')",
                    agency, Ids.next(), school.getDistrictId(), school.getId());
        });
        var undone = bound(() -> undo.undo(run));
        assertThat(undone).isEqualTo(new FileImports.Undone(12, 0, 2, undone.stayed()));
        assertThat(undone.stayed()).extracting(Said::english)
                .containsExactly("PALMETTO stays, because something belongs to it: building, school.");
    }

    @Test
    void refusedRowsAreKeptWithTheRun() {
        UUID run = begin(EXAMPLE);
        var lines = story.as(agency, () -> db.selectFrom(IMPORT_PROBLEM).where(IMPORT_PROBLEM.RUN_ID.eq(run))
                .orderBy(IMPORT_PROBLEM.SEQ)
                .fetch(IMPORT_PROBLEM.LINE));
        assertThat(lines).containsExactly(12, 13, 14, 14, 15, 16, 16, 16);
    }

    @Test
    void anotherAgencySeesNothingOfIt() {
        UUID run = begin(EXAMPLE);
        UUID other = story.cast().agency();
        assertThat(story.as(other, () -> db.fetchCount(SCHOOL, SCHOOL.NCES_ID.eq("120990000001")))).isZero();
        assertThat(story.as(other, () -> db.fetchCount(IMPORT_PROBLEM, IMPORT_PROBLEM.RUN_ID.eq(run)))).isZero();
    }

    @Test
    void theDatabaseAndTheCodeAgreeOnWhatIsOpen() {
        take(EXAMPLE);
        story.as(agency, () -> db.selectFrom(SCHOOL).fetch())
                .forEach(row -> assertThat(row.getInOperation()).as(row.getStatus())
                        .isEqualTo(SchoolStatus.isOpen(row.getStatus())));
        String expression = story.as(agency,
                () -> db.fetchSingle("select generation_expression from information_schema.columns"
                        + " where table_schema = 'directory' and table_name = 'school' and column_name = 'in_operation'")
                        .get(0,
                                String.class));
        assertThat(SchoolStatus.OPEN).allMatch(status -> expression.contains("'" + status + "'"));
    }

    @Test
    void theWholeFloridaListIsStoredWithinSeconds() {
        Path florida = Path.of(System.getenv().getOrDefault("DAYWATCH_DATA",
                "../shared/data")).resolve("nces/florida_schools.csv");
        assumeThat(Files.exists(florida)).as("skipped: " + florida
                + " is not there; set DAYWATCH_DATA to the folder of data files").isTrue();
        long began = System.nanoTime();
        assertCounts(take(florida), 4248, 4248, 0, 4248, 0, 0);
        assertThat((System.nanoTime() - began) / 1_000_000).as("milliseconds for 4,248 schools").isLessThan(20_000);
        assertCounts(take(florida), 4248, 4248, 0, 0, 0, 4248);
    }

    static void assertCounts(ImportReport report, int read, int accepted, int refused, int created, int updated,
            int unchanged) {
        assertThat(
                new int[] {report.read(), report.accepted(), report.refusedRows(), report.created(), report.updated(),
                        report.unchanged()})
                .as("read, accepted, refused, created, updated, unchanged")
                .containsExactly(read, accepted, refused, created, updated, unchanged);
    }

    private ImportReport take(Path path) {
        return bound(() -> imports.take(ImportKind.NCES, file(path)));
    }

    private UUID begin(Path path) {
        return bound(() -> {
            UUID id = Ids.next();
            store.begin(id, ImportKind.NCES, file(path), "", RunState.RUNNING, null);
            runs.take(id, ImportKind.NCES, file(path), ImportWatch.NOBODY);
            return id;
        });
    }

    private Path edited(String from, String to) throws IOException {
        return Files.writeString(folder.resolve("nces.csv"), Files.readString(EXAMPLE).replace(from, to));
    }

    private static ImportFile file(Path path) {
        return new ImportFile(path, path.getFileName().toString(), null);
    }

    private int schools() {
        return story.as(agency, () -> db.fetchCount(SCHOOL));
    }

    private <R> R bound(Supplier<R> work) {
        return Tenancy.as(Scope.system(agency), work::get);
    }
}
