package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.rosters.ClassGroup;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.retention.RecordKeeper;
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
    @Autowired ClassRosters rosters;
    @Autowired List<RecordKeeper> keepers;
    @Autowired Clock clock;
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
                        "users.csv 6 status: is not active; rows marked for deletion are not imported and delete nothing",
                        "roles.csv 5 userSourcedId: is not in users.csv, or was refused there",
                        "classes.csv 4 schoolSourcedId: is not a school in orgs.csv, or was rejected there",
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
    void aSchoolAlreadyListedIsRecognizedByItsNationalNumber() throws IOException {
        Tenancy.as(Scope.system(cast.agency()), () -> imports.take(ImportKind.NCES,
                new ImportFile(Path.of("docs/formats/examples/nces.csv"), "nces.csv", null)));
        UUID sonoran = story.as(cast.agency(), () -> db.select(SCHOOL.DISTRICT_ID).from(SCHOOL)
                .where(SCHOOL.NCES_ID.eq("040990300001"))
                .fetchSingle(SCHOOL.DISTRICT_ID));
        var report = Tenancy.as(Scope.system(sonoran), () -> imports.take(ImportKind.ONEROSTER,
                new ImportFile(EXAMPLE, "oneroster", null)));
        assertCounts(report, 25, 16, 9, 11, 1, 4);
        assertThat(story.as(sonoran,
                () -> db.select(SCHOOL.ROSTER_ID).from(SCHOOL).where(SCHOOL.NCES_ID.eq("040990300001"))
                        .fetchSingle(SCHOOL.ROSTER_ID)))
                .isEqualTo("s-1");
    }

    @Test
    void aSchoolWithTheNumberOfAnotherDistrictsIsRefusedAndTheRestIsTaken() {
        Tenancy.as(Scope.system(cast.agency()), () -> imports.take(ImportKind.NCES,
                new ImportFile(Path.of("docs/formats/examples/nces.csv"), "nces.csv", null)));
        var report = take(EXAMPLE);
        assertThat(report.refused()).anySatisfy(cell -> {
            assertThat(cell.file() + " " + cell.field() + " " + cell.value())
                    .isEqualTo("orgs.csv identifier 040990300001");
            assertThat(cell.reason()).contains("another district");
        });
        assertThat(report.accepted()).isEqualTo(report.created() + report.updated() + report.unchanged()).isPositive();
        assertThat(count(SCHOOL)).isOne();
    }

    @Test
    void theAgencySeesTheSchoolsAndNothingOfTheStudents() {
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
        UUID run = story.as(cast.mesquite(),
                () -> db.select(IMPORT_RUN.ID).from(IMPORT_RUN).fetchSingle(IMPORT_RUN.ID));
        assertThat(bound(() -> imports.undo(run))).isEqualTo(new FileImports.Undone(12, 0, 0, List.of()));
        assertThat(count(ROSTER_ENROLLMENT) + count(ROSTER_PERSON) + count(SCHOOL)).isZero();
    }

    @Test
    void aStudentTheWholeListNoLongerNamesHasLeftAndComesBackWithTheNextThatNamesThem() throws IOException {
        take(EXAMPLE);
        UUID school = story.as(cast.mesquite(),
                () -> db.select(SCHOOL.ID).from(SCHOOL).where(SCHOOL.ROSTER_ID.eq("s-1")).fetchSingle(SCHOOL.ID));
        assertThat(students(school)).containsExactly("Yucca, Alex");
        Path without = changed("u-2,,,true,kid2,,Alex,Yucca,,,,,,,06,,,,,,,s-1,\n", "");

        var preview = bound(() -> imports.preview(ImportKind.ONEROSTER, new ImportFile(without, "oneroster", null)));
        assertThat(preview.leavers()).isEqualTo(new ImportReport.Leavers(1, true));
        assertThat(preview.notes()).contains("Sonoran School: users.csv no longer names 1 of 1 students.");
        assertThatThrownBy(() -> take(without)).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("no longer names 1 of 1 students").hasMessageContaining("nothing was changed");
        assertThat(students(school)).as("neither the preview nor the refused import sends anybody away")
                .containsExactly("Yucca, Alex");

        var taken = confirmed(without);
        assertThat(taken.leavers().left()).isOne();
        assertThat(students(school)).isEmpty();
        assertThat(story.as(cast.mesquite(), () -> rosters.classes(school))).flatExtracting(ClassGroup::students)
                .as("in no class, so in no roll call").isEmpty();
        assertThat(left("u-2")).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix")));
        assertThat(left("u-3")).as("of a school whose students are all named").isNull();
        assertThat(left("u-1")).as("nobody who works there").isNull();
        assertThat(confirmed(without).leavers().left()).as("once").isZero();

        take(EXAMPLE);
        assertThat(students(school)).containsExactly("Yucca, Alex");
        assertThat(left("u-2")).isNull();
    }

    @Test
    void undoingBringsBackWhoHadLeftAndRetentionForgetsThemAYearAfterTheyLeft() throws IOException {
        take(EXAMPLE);
        Path without = changed("u-2,,,true,kid2,,Alex,Yucca,,,,,,,06,,,,,,,s-1,\n", "",
                "r-2,,,u-2,primary,student,,,s-1,\n", "");
        confirmed(without);
        UUID run = story.as(cast.mesquite(), () -> db.select(IMPORT_RUN.ID).from(IMPORT_RUN)
                .where(IMPORT_RUN.LEAVERS.eq(1)).fetchSingle(IMPORT_RUN.ID));
        bound(() -> imports.undo(run));
        assertThat(left("u-2")).as("as before").isNull();

        confirmed(without);
        var day = left("u-2").atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(story.as(cast.mesquite(), () -> keeper().forget(day))).as("from the day they left, not earlier")
                .isZero();
        assertThat(story.as(cast.mesquite(), () -> keeper().forget(day.plus(Duration.ofDays(1))))).isOne();
        story.run(cast.mesquite(), () -> {
            assertThat(db.select(ROSTER_PERSON.SOURCED_ID).from(ROSTER_PERSON).fetchSet(ROSTER_PERSON.SOURCED_ID))
                    .containsExactlyInAnyOrder("u-1", "u-3");
            assertThat(db.select(ROSTER_ENROLLMENT.SOURCED_ID).from(ROSTER_ENROLLMENT)
                    .fetchSet(ROSTER_ENROLLMENT.SOURCED_ID)).containsExactlyInAnyOrder("e-1", "e-3");
        });
    }

    private RecordKeeper keeper() {
        return keepers.stream().filter(k -> k.kind().equals("ROSTER_STUDENT")).findFirst().orElseThrow();
    }

    private List<String> students(UUID school) {
        return story.as(cast.mesquite(), () -> rosters.students(school)).stream().map(ClassGroup.RosterPerson::name)
                .toList();
    }

    private LocalDate left(String sourcedId) {
        return story.as(cast.mesquite(), () -> db.select(ROSTER_PERSON.LEFT_ON).from(ROSTER_PERSON)
                .where(ROSTER_PERSON.SOURCED_ID.eq(sourcedId)).fetchSingle(ROSTER_PERSON.LEFT_ON));
    }

    private ImportReport confirmed(Path path) {
        return bound(() -> imports.take(ImportKind.ONEROSTER,
                new ImportFile(path, path.getFileName().toString(), null, true)));
    }

    /** The example with words in place of others, one pair after the other. */
    private Path changed(String... pairs) throws IOException {
        Path copy = Files.createTempDirectory(folder, "roster");
        try (var files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                for (int i = 0; i < pairs.length; i += 2) text = text.replace(pairs[i], pairs[i + 1]);
                Files.writeString(copy.resolve(file.getFileName()), text);
            }
        }
        return copy;
    }

    @Test
    void packagesThatCannotBeReadAreRefusedAsAWhole() throws IOException {
        assertRefused("oneroster.version,1.2", "oneroster.version,2.0", "versions 1.1 and 1.2 are read");
        assertRefused("file.demographics,absent", "file.orgs,absent", "orgs.csv is missing");
        assertThatThrownBy(() -> take(Path.of("docs/formats/examples/nces.csv"))).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("no OneRoster package");
        assertThatThrownBy(() -> take(Files.createDirectory(folder.resolve("empty")))).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("no manifest.csv");
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
        var before = unpacked();
        assertThatThrownBy(() -> take(Files.write(folder.resolve("damaged.zip"), bytes)))
                .isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("damaged zip");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(unpacked()).as("what others unpack meanwhile is gone soon too").isSubsetOf(before));
    }

    private static Set<Path> unpacked() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("daywatch-roster"))
                    .collect(Collectors.toSet());
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
        return bound(
                () -> imports.take(ImportKind.ONEROSTER, new ImportFile(path, path.getFileName().toString(), null)));
    }

    private int count(Table<?> table) {
        return story.as(cast.mesquite(), () -> db.fetchCount(table));
    }

    private <R> R bound(Supplier<R> work) {
        return Tenancy.as(Scope.system(cast.mesquite()), work::get);
    }
}
