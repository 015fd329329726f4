package org.daywatch.staffing.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.IMPORT_RUN;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.hours.BusyTimes;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class StaffingImportIT {
    @Autowired Story story;
    @Autowired FileImports imports;
    @Autowired BusyTimes busy;
    @Autowired DSLContext db;
    @TempDir Path folder;
    private Story.Cast cast;

    @BeforeEach
    void anAgencyOfItsOwn() {
        cast = story.cast();
    }

    @Test
    void officersAreTakenOnceAndUnchangedTheSecondTime() throws IOException {
        assertCounts(preview(ImportKind.OFFICERS, officers()), 5, 2, 3, 0, 0);
        assertThat(count(OFFICER)).as("a preview writes nothing").isZero();
        assertCounts(take(ImportKind.OFFICERS, officers()), 5, 2, 3, 0, 0);
        assertThat(count(OFFICER)).isEqualTo(3);
        assertThat(count(CREDENTIAL)).isEqualTo(5);
        assertCounts(take(ImportKind.OFFICERS, officers()), 5, 2, 0, 0, 3);
    }

    @Test
    void theSecondListChangesAnOfficerAndRenewsWhatTheyHold() throws IOException {
        take(ImportKind.OFFICERS, officers());
        var report = take(ImportKind.OFFICERS, edited(officers(), "(602) 555-0141", "(602) 555-0199",
                "2026-07-01,2027-06-30\n", "2026-07-01,2027-12-31\n"));
        assertCounts(report, 5, 2, 0, 2, 1);
        assertThat(story.as(cast.agency(), () -> db.select(OFFICER.PHONE).from(OFFICER).where(OFFICER.BADGE.eq("4101"))
                .fetchSingle(OFFICER.PHONE)))
                .isEqualTo("(602) 555-0199");
        assertThat(count(CREDENTIAL)).as("the same permission with a new end is no second one").isEqualTo(5);
    }

    @Test
    void undoingOfficersRemovesThemWithTheirCredentials() throws IOException {
        take(ImportKind.OFFICERS, officers());
        undoLast();
        assertThat(count(OFFICER)).isZero();
        assertThat(count(CREDENTIAL)).isZero();
    }

    @Test
    void hoursTakeTheOfficersTimeAndComeBackUnchanged() throws IOException {
        take(ImportKind.OFFICERS, officers());
        assertCounts(preview(ImportKind.DUTY, duty()), 10, 5, 5, 0, 0);
        assertCounts(take(ImportKind.DUTY, duty()), 10, 5, 5, 0, 0);
        assertThat(count(HOUR_ENTRY)).isEqualTo(5);
        assertThat(count(OFFICER_BUSY)).as("leave takes nobody's time").isEqualTo(4);
        assertCounts(take(ImportKind.DUTY, duty()), 10, 5, 0, 0, 5);
    }

    @Test
    void anEntryWithAReferenceMayMoveAndUndoingMovesItBack() throws IOException {
        take(ImportKind.OFFICERS, officers());
        take(ImportKind.DUTY, duty());
        assertCounts(take(ImportKind.DUTY, edited(duty(), "2026-09-02 12:00;yes;C-77", "2026-09-02 14:00;yes;C-77")),
                10, 5, 0,
                1, 4);
        undoLast();
        assertThat(count(HOUR_ENTRY)).isEqualTo(5);
        assertThat(count(OFFICER_BUSY)).isEqualTo(4);
        assertThat(story.as(cast.agency(),
                () -> db.select(HOUR_ENTRY.ENDS_AT).from(HOUR_ENTRY).where(HOUR_ENTRY.KIND.eq("COURT"))
                        .fetchSingle(HOUR_ENTRY.ENDS_AT)))
                .isEqualTo(Instant.parse("2026-09-02T19:00:00Z"));
    }

    @Test
    void undoingHoursGivesTheTimeBack() throws IOException {
        take(ImportKind.OFFICERS, officers());
        take(ImportKind.DUTY, duty());
        undoLast();
        assertThat(count(HOUR_ENTRY)).isZero();
        assertThat(count(OFFICER_BUSY)).isZero();
    }

    @Test
    void hoursThatMeetACommitmentElsewhereAreRefusedWithoutSayingWhich() throws IOException {
        take(ImportKind.OFFICERS, officers());
        UUID person = story.as(cast.agency(),
                () -> db.select(OFFICER.PERSON_ID).from(OFFICER).where(OFFICER.BADGE.eq("4101"))
                        .fetchSingle(OFFICER.PERSON_ID));
        UUID elsewhere = story.cast().agency();
        story.run(elsewhere, () -> busy.reserve(person, new Window(Instant.parse("2026-08-31T20:00:00Z"),
                Instant.parse("2026-08-31T22:00:00Z")), UUID.randomUUID()));
        var report = take(ImportKind.DUTY, duty());
        assertCounts(report, 10, 6, 4, 0, 0);
        assertThat(report.refused()).extracting(RefusedCell::line,
                RefusedCell::reason).contains(org.assertj.core.groups.Tuple.tuple(2, "not available then"));
    }

    @Test
    void aMonthOfADepartmentsRosterGoesInAtOnceWithTheBadRowsNamed() throws IOException {
        take(ImportKind.OFFICERS, officers());
        var file = roster(1236);
        assertCounts(preview(ImportKind.DUTY, file), 1236, 2, 1234, 0, 0);
        long began = System.nanoTime();
        var report = take(ImportKind.DUTY, file);
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("1,236 rows of duty in " + took.toMillis() + " ms");
        assertCounts(report, 1236, 2, 1234, 0, 0);
        assertThat(report.refused()).extracting(RefusedCell::line, RefusedCell::field, RefusedCell::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(501, "Kind", "vacation?"),
                        org.assertj.core.groups.Tuple.tuple(901, "Badge", "0000"));
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertCounts(take(ImportKind.DUTY, file), 1236, 2, 0, 0, 1234);
        undoLast();
        assertThat(count(HOUR_ENTRY)).as("undoing a run that changed nothing").isEqualTo(1234);
    }

    @Test
    @EnabledIfSystemProperty(named = "daywatch.long", matches = "true")
    void fiftyThousandRowsTakeSecondsNotMinutes() throws IOException {
        take(ImportKind.OFFICERS, officers());
        long began = System.nanoTime();
        var report = take(ImportKind.DUTY, roster(50_000));
        System.out.println("50,000 rows of duty in " + (System.nanoTime() - began) / 1_000_000 + " ms");
        assertThat(report.created()).isEqualTo(49_998);
        began = System.nanoTime();
        undoLast();
        var back = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("and taken back in " + back.toMillis() + " ms");
        assertThat(count(HOUR_ENTRY)).isZero();
        assertThat(back).isLessThan(Duration.ofMinutes(1));
    }

    /** Four hours twice a day, one officer; one row has no kind and one no officer. */
    private Path roster(int rows) throws IOException {
        var text = new StringBuilder("Department,Badge,Kind,Start,End\n");
        var first = java.time.LocalDate.parse("2027-01-04");
        for (int i = 0; i < rows; i++) {
            var day = first.plusDays(i / 2);
            text.append("Copper Valley Police ").append(cast.suffix()).append(',').append(i == 899 ? "0000" : "4101")
                    .append(',')
                    .append(i == 499 ? "vacation?" : "DUTY").append(',').append(day)
                    .append(i % 2 == 0 ? " 06:00," : " 13:00,").append(day)
                    .append(i % 2 == 0 ? " 10:00\n" : " 17:00\n");
        }
        return Files.writeString(folder.resolve("roster.csv"), text);
    }

    private static void assertCounts(ImportReport report, int read, int refused, int created, int updated,
            int unchanged) {
        assertThat(
                new int[] {report.read(), report.refusedRows(), report.created(), report.updated(), report.unchanged()})
                .as("read, refused, created, updated, unchanged; refused: %s", report.refused()).containsExactly(read,
                        refused,
                        created, updated, unchanged);
    }

    /** The example speaks of a department; each story has its own, and people of its own. */
    private Path officers() throws IOException {
        return own("officers.csv");
    }

    private Path duty() throws IOException {
        return own("duty.csv");
    }

    private Path own(String name) throws IOException {
        String text = Files.readString(Path.of("docs/formats/examples", name)).replace("Copper Valley Police",
                "Copper Valley Police " + cast.suffix())
                .replace("AZ0079900", "").replace("@copper.example", "." + cast.suffix() + "@copper.example");
        return Files.writeString(folder.resolve(name), text);
    }

    private Path edited(Path file, String... changes) throws IOException {
        String text = Files.readString(file);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        return Files.writeString(file, text);
    }

    private ImportReport take(ImportKind kind, Path file) {
        return bound(() -> imports.take(kind, new ImportFile(file, file.getFileName().toString(), null)));
    }

    private ImportReport preview(ImportKind kind, Path file) {
        return bound(() -> imports.preview(kind, new ImportFile(file, file.getFileName().toString(), null)));
    }

    private void undoLast() {
        UUID run = story.as(cast.agency(), () -> db.select(IMPORT_RUN.ID).from(IMPORT_RUN)
                .orderBy(IMPORT_RUN.ID.desc()).limit(1).fetchSingle(IMPORT_RUN.ID));
        bound(() -> imports.undo(run));
    }

    private int count(org.jooq.Table<?> table) {
        return story.as(cast.agency(), () -> db.fetchCount(table));
    }

    private <R> R bound(Supplier<R> work) {
        return Tenancy.as(Scope.system(cast.agency()), work::get);
    }
}
