package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch.directory.imports.NcesImportIT.assertCounts;
import static org.daywatch_db.directory.Tables.ACADEMIC_SESSION;
import static org.daywatch_db.directory.Tables.IMPORT_RUN;
import static org.daywatch_db.directory.Tables.ROSTER_CLASS;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class OneRosterImportIT {
    private static final Path EXAMPLE = Path.of("docs/formats/examples/oneroster");
    @Autowired Story story;
    @Autowired FileImports imports;
    @Autowired DSLContext db;
    @TempDir Path folder;
    private Story.Cast cast;

    @BeforeEach
    void anAgencyOfItsOwn() {
        cast = story.cast();
    }

    @Test
    void aRosterIsTakenOnceAndUnchangedTheSecondTime() {
        var first = take(EXAMPLE);
        assertThat(first.refused()).extracting(c -> c.file() + " " + c.line() + " " + c.field() + ": "
                + c.reason()).containsExactly(
                "orgs.csv 5 parentSourcedId: is not in orgs.csv, or was refused there",
                "academicSessions.csv 4 endDate: is before the start 2027-01-05",
                "users.csv 5 givenName: is missing",
                "users.csv 6 status: is not active; rows marked for deletion are not taken in and delete nothing",
                "roles.csv 5 userSourcedId: is not in users.csv, or was refused there",
                "classes.csv 4 schoolSourcedId: is no school in orgs.csv, or was refused there",
                "enrollments.csv 5 classSourcedId: is not in classes.csv, or was refused there",
                "enrollments.csv 6 userSourcedId: is not in users.csv, or was refused there",
                "enrollments.csv 7 schoolSourcedId: is not the school of the class, s-1");
        assertCounts(first, 25, 16, 9, 12, 0, 4);
        assertThat(new int[] {count(SCHOOL), count(ACADEMIC_SESSION), count(ROSTER_PERSON), count(ROSTER_CLASS),
                count(ROSTER_ENROLLMENT)})
                .containsExactly(2, 2, 3, 2, 3);
        assertCounts(take(EXAMPLE), 25, 16, 9, 0, 0, 16);
    }

    @Test
    void aSchoolAlreadyListedIsRecognisedByItsNationalNumber() throws IOException {
        Tenancy.as(Scope.system(cast.agency()), () -> imports.take(ImportKind.NCES,
                new ImportFile(Path.of("docs/formats/examples/nces.csv"), "nces.csv", null)));
        UUID sonoran = story.as(cast.agency(), () -> db.select(SCHOOL.DISTRICT_ID).from(SCHOOL)
                .where(SCHOOL.NCES_ID.eq("040990300001"))
                .fetchSingle(SCHOOL.DISTRICT_ID));
        var report = Tenancy.as(Scope.system(sonoran), () -> imports.take(ImportKind.ONEROSTER,
                new ImportFile(EXAMPLE, "oneroster", null)));
        assertCounts(report, 25, 16, 9, 11, 1, 4);
        assertThat(story.as(sonoran, () -> db.select(SCHOOL.ROSTER_ID).from(SCHOOL).where(SCHOOL.NCES_ID.eq("040990300001"))
                .fetchSingle(SCHOOL.ROSTER_ID))).isEqualTo("s-1");
    }

    @Test
    void aSchoolWithTheNumberOfAnotherDistrictsIsRefusedAndTheRestIsTaken() {
        Tenancy.as(Scope.system(cast.agency()), () -> imports.take(ImportKind.NCES,
                new ImportFile(Path.of("docs/formats/examples/nces.csv"), "nces.csv", null)));
        var report = take(EXAMPLE);
        assertThat(report.refused()).anySatisfy(cell -> {
            assertThat(cell.file() + " " + cell.field() + " " + cell.value()).isEqualTo("orgs.csv identifier 040990300001");
            assertThat(cell.reason()).contains("another district");
        });
        assertThat(report.accepted()).isEqualTo(report.created() + report.updated() + report.unchanged()).isPositive();
        assertThat(count(SCHOOL)).isOne();
    }

    @Test
    void theAgencySeesTheSchoolsAndNothingOfThePupils() {
        take(EXAMPLE);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(SCHOOL))).isEqualTo(2);
        for (Table<?> table : new Table<?>[] {ROSTER_PERSON, ROSTER_CLASS, ROSTER_ENROLLMENT, ACADEMIC_SESSION}) {
            assertThat(story.as(cast.agency(), () -> db.fetchCount(table))).as(table.getName()).isZero();
        }
        assertThatThrownBy(() -> Tenancy.as(Scope.system(cast.agency()), () -> imports.preview(ImportKind.ONEROSTER,
                new ImportFile(EXAMPLE, "oneroster", cast.mesquite())))).isInstanceOf(Refused.class);
    }

    @Test
    void aZipIsAsGoodAsAFolderAndAPreviewWritesNothing() throws IOException {
        Path zip = zip();
        var report = bound(() -> imports.preview(ImportKind.ONEROSTER, new ImportFile(zip, "roster.zip", null)));
        assertCounts(report, 25, 16, 9, 12, 0, 4);
        assertThat(count(ROSTER_PERSON)).isZero();
    }

    @Test
    void undoingTakesTheWholeRosterBack() {
        take(EXAMPLE);
        UUID run = story.as(cast.mesquite(), () -> db.select(IMPORT_RUN.ID).from(IMPORT_RUN).fetchSingle(IMPORT_RUN.ID));
        assertThat(bound(() -> imports.undo(run))).isEqualTo(new FileImports.Undone(12, 0, 0, List.of()));
        assertThat(count(ROSTER_ENROLLMENT) + count(ROSTER_PERSON) + count(SCHOOL)).isZero();
    }

    @Test
    void packagesThatCannotBeReadAreRefusedAsAWhole() throws IOException {
        assertRefused("oneroster.version,1.2", "oneroster.version,1.1", "version 1.2 is read");
        assertRefused("file.users,bulk", "file.users,delta", "as bulk");
        assertThatThrownBy(() -> take(Path.of("docs/formats/examples/nces.csv"))).isInstanceOf(IntakeRefused.class).hasMessageContaining("no OneRoster package");
        assertThatThrownBy(() -> take(Files.createDirectory(folder.resolve("empty")))).isInstanceOf(IntakeRefused.class).hasMessageContaining("no manifest.csv");
    }

    @Test
    void nothingOfAPackageIsTakenWhenOneOfItsFilesCannotBeRead() throws IOException {
        assertRefused("sourcedId,status,dateLastModified,classSourcedId", "classSourcedId", "enrollments.csv");
        assertRefused("givenName", "vorname", "users.csv");
        assertThat(count(SCHOOL)).as("orgs.csv was sound, and still no school is there").isZero();
    }

    @Test
    void aDamagedZipIsRefusedAndLeavesNothingUnpackedBehind() throws IOException {
        Path zip = zip();
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 40; i < 400; i++) bytes[i] ^= 0x5A;
        long before = unpacked();
        assertThatThrownBy(() -> take(Files.write(folder.resolve("damaged.zip"), bytes))).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("damaged zip");
        assertThat(unpacked()).isEqualTo(before);
    }

    private static long unpacked() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("daywatch-roster")).count();
        }
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("roster.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip)); var files = Files.list(EXAMPLE)) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry("export/" + file.getFileName()));
                out.write(Files.readAllBytes(file));
            }
        }
        return zip;
    }

    private void assertRefused(String from, String to, String words) throws IOException {
        Path copy = Files.createTempDirectory(folder, "roster");
        try (var files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                Files.writeString(copy.resolve(file.getFileName()), Files.readString(file).replace(from, to));
            }
        }
        assertThatThrownBy(() -> take(copy)).isInstanceOf(IntakeRefused.class).hasMessageContaining(words);
    }

    private ImportReport take(Path path) {
        return bound(() -> imports.take(ImportKind.ONEROSTER, new ImportFile(path, path.getFileName().toString(), null)));
    }

    private int count(Table<?> table) {
        return story.as(cast.mesquite(), () -> db.fetchCount(table));
    }

    private <R> R bound(Supplier<R> work) {
        return Tenancy.as(Scope.system(cast.mesquite()), work::get);
    }
}
