package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.IMPORT_RUN;
import static org.daywatch_db.directory.Tables.ROSTER_CLASS;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Rosters of both versions in the shapes districts really export: every student is at a school, or is counted and
 * named.
 */
@DaywatchIT
class RostersOfMakersIT {
    @Autowired Story story;
    @Autowired FileImports imports;
    @Autowired DSLContext db;
    @TempDir Path folder;
    private Story.Cast cast;

    @BeforeEach
    void anAgencyOfItsOwn() {
        cast = story.cast();
    }

    static Stream<Arguments> shapes() {
        return Stream.of(RosterMaker.values())
                .flatMap(maker -> Stream.of("1.1", "1.2").map(version -> Arguments.of(maker, version)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyStudentIsAtTheirSchoolAndTheOfficeIsNamed(RosterMaker maker, String version) throws IOException {
        var report = take(maker, maker.tables(version));
        assertThat(report.refused()).isEmpty();
        var where = where();
        for (int i = 0; i < RosterMaker.STUDENTS; i++)
            assertThat(where).as(maker + " " + version).containsEntry(maker.id("u-" + i),
                    "student at " + maker.id(RosterMaker.school(i)));
        assertThat(where.get(maker.id("teacher"))).isEqualTo("teacher at " + maker.id("s-1"));
        assertThat(where.get(maker.id("office"))).endsWith(" at null");
        assertThat(report.notes())
                .contains("People who are no students and are at no school, such as district staff: 1 (sourcedId "
                        + maker.id("office") + ").");
        assertThat(count(ROSTER_ENROLLMENT)).isEqualTo(RosterMaker.STUDENTS);
        var again = take(maker, maker.tables(version));
        assertThat(again.created() + again.updated()).as("the same a second time").isZero();
        assertThat(again.leavers().left()).isZero();
    }

    @Test
    void aStudentOfNoSchoolIsRefusedCountedAndNamedByNumberOnly() throws IOException {
        var tables = RosterMaker.PLAIN.tables("1.1");
        for (int i = 1; i <= 12; i++) tables.get("users").set(i, with(tables, "users", i, "orgSourcedIds", "d-1"));
        var without = new LinkedHashMap<>(tables);
        without.put("enrollments", List.of(tables.get("enrollments").getFirst()));
        var report = take(RosterMaker.PLAIN, without);
        assertThat(report.refusedRows()).isEqualTo(12);
        assertThat(report.refused())
                .allSatisfy(cell -> assertThat(cell.reason()).contains("name this student’s school"));
        assertThat(report.notes()).anySatisfy(note -> assertThat(note)
                .contains("Students not imported", ": 12 (sourcedId u-0, u-1,", "u-9 and 2 more)")
                .doesNotContain("Kid", "Agave"));
        assertThat(where()).doesNotContainKey("u-0").containsEntry("u-12", "student at s-1");

        var placed = take(RosterMaker.PLAIN, tables);
        assertThat(placed.refused()).as("their classes say where they are").isEmpty();
        assertThat(where()).containsEntry("u-0", "student at s-1").containsEntry("u-1", "student at s-2");
        assertThat(placed.notes()).anySatisfy(
                note -> assertThat(note).startsWith("Placed at the school of their classes").contains(": 12 ("));
    }

    @Test
    void withoutRolesTheEnrollmentsSayWhoIsAStudent() throws IOException {
        var tables = RosterMaker.QUOTING.tables("1.2");
        tables.remove("roles");
        assertThatThrownBy(() -> take(RosterMaker.QUOTING, tables)).as("the manifest says that it is there")
                .isInstanceOf(IntakeRefused.class).hasMessageContaining("promises roles.csv");
        tables.get("manifest").removeIf(row -> row.getFirst().equals("file.roles"));
        var report = take(RosterMaker.QUOTING, tables);
        assertThat(report.refused()).isEmpty();
        assertThat(where()).containsEntry("u-0", "student at s-1").containsEntry("u-1", "student at s-2")
                .containsEntry("office", "user at null");
        assertThat(report.notes())
                .anySatisfy(note -> assertThat(note).startsWith("People without a role").contains("teacher", "office"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aPackageOfChangesMovesRemovesAndKeepsTheRest(RosterMaker maker, String version) throws IOException {
        if (maker == RosterMaker.BARE) return; // without a manifest nothing says that a package holds changes
        take(maker, maker.tables(version));
        boolean old = version.equals("1.1");
        var tables = maker.tables(version);
        var changes = new LinkedHashMap<String, List<List<String>>>();
        changes.put("manifest", RosterMaker.manifest(version, "delta", old));
        for (var file : old
                ? List.of("orgs", "academicSessions", "users", "classes", "enrollments")
                : List.of("orgs", "academicSessions", "users", "roles", "classes", "enrollments")) {
            changes.put(file, new ArrayList<>(List.of(tables.get(file).getFirst())));
        }
        String high = tables.get("classes").get(2).get(9);
        changes.get("users").add(
                old ? with(tables, "users", 1, "orgSourcedIds", high) : with(tables, "users", 2, "givenName", "Kiddo"));
        if (!old) changes.get("roles").add(with(tables, "roles", 1, "orgSourcedId", high));
        changes.get("users").add(with(tables, "users", 4, "status", "tobedeleted"));
        changes.get("enrollments").add(with(tables, "enrollments", 1, "status", "tobedeleted"));
        changes.get("enrollments").add(with(tables, "enrollments", 3, "classSourcedId",
                tables.get("enrollments").get(2).get(3), "schoolSourcedId", high));
        var dry = bound(
                () -> imports.preview(ImportKind.ONEROSTER, new ImportFile(zip(maker, changes), "changes.zip", null)));
        var report = take(maker, changes);
        assertThat(report.refused()).isEmpty();
        assertThat(dry.refused()).isEmpty();
        assertThat(
                List.of(report.read(), report.created(), report.updated(), report.unchanged(), report.leavers().left()))
                .isEqualTo(List.of(dry.read(), dry.created(), dry.updated(), dry.unchanged(), dry.leavers().left()));
        var where = where();
        assertThat(where).containsEntry(maker.id("u-0"), "student at " + maker.id("s-2")).containsEntry(maker.id("u-1"),
                "student at " + maker.id("s-2"));
        assertThat(where).as("marked as deleted").doesNotContainKey(maker.id("u-3"));
        assertThat(where).as("not named, so unchanged").containsKey(maker.id("u-5"));
        assertThat(count(ROSTER_ENROLLMENT)).isEqualTo(RosterMaker.STUDENTS - 1);
        assertThat(report.leavers().left()).isOne();

        UUID run = story.as(cast.mesquite(), () -> db.select(IMPORT_RUN.ID).from(IMPORT_RUN)
                .where(IMPORT_RUN.FILE_NAME.eq("changes.zip")).fetchSingle(IMPORT_RUN.ID));
        assertThat(bound(() -> imports.undo(run)).kept()).isZero();
        assertThat(where()).containsEntry(maker.id("u-0"), "student at " + maker.id("s-1"))
                .containsKey(maker.id("u-3"));
        assertThat(count(ROSTER_ENROLLMENT)).isEqualTo(RosterMaker.STUDENTS);
    }

    @Test
    void changesThatDeleteManyOfASchoolAskFirst() throws IOException {
        take(RosterMaker.PLAIN, RosterMaker.PLAIN.tables("1.1"));
        var tables = RosterMaker.PLAIN.tables("1.1");
        var users = new ArrayList<>(List.of(tables.get("users").getFirst()));
        for (int i = 1; i <= 20; i++) users.add(with(tables, "users", i, "status", "tobedeleted"));
        var changes = Map.of("manifest",
                List.of(List.of("propertyName", "value"), List.of("oneroster.version", "1.1"),
                        List.of("file.users", "delta"), List.of("file.orgs", "absent"),
                        List.of("file.academicSessions", "absent"), List.of("file.classes", "absent"),
                        List.of("file.enrollments", "absent")),
                "users", (List<List<String>>) users);
        assertThatThrownBy(() -> take(RosterMaker.PLAIN, changes)).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("marks as deleted 10 of 20 students").hasMessageContaining("nothing was changed");
        assertThat(where()).containsKey("u-0");
    }

    @Test
    void aClassMarkedAsDeletedTakesItsEnrollmentsAlong() throws IOException {
        take(RosterMaker.PLAIN, RosterMaker.PLAIN.tables("1.1"));
        var tables = RosterMaker.PLAIN.tables("1.1");
        var changes = Map.of("manifest",
                RosterMaker.manifest("1.1", "delta", true).stream()
                        .map(row -> row.getFirst().startsWith("file.") && !row.getFirst().equals("file.classes")
                                ? List.of(row.getFirst(), "absent")
                                : row)
                        .toList(),
                "classes",
                List.of(tables.get("classes").getFirst(), with(tables, "classes", 1, "status", "tobedeleted")));
        assertThat(take(RosterMaker.PLAIN, changes).updated()).isOne();
        assertThat(count(ROSTER_CLASS)).isOne();
        assertThat(count(ROSTER_ENROLLMENT)).isEqualTo(RosterMaker.STUDENTS / 2);
    }

    @Test
    void usersWithoutAnyWordOfTheirSchoolAreRefusedAsAWhole() throws IOException {
        var tables = RosterMaker.PLAIN.tables("1.1");
        tables.put("users",
                tables.get("users").stream().map(
                        row -> Stream.concat(row.subList(0, 4).stream(), row.subList(5, row.size()).stream()).toList())
                        .toList());
        tables.remove("enrollments");
        tables.get("manifest").removeIf(row -> row.getFirst().equals("file.enrollments"));
        assertThatThrownBy(() -> take(RosterMaker.PLAIN, tables)).isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("nobody could be placed at a school");
        assertThat(count(SCHOOL)).isZero();
    }

    @Test
    void aZipWithAPasswordIsNotCalledDamaged() throws IOException {
        byte[] bytes = Files.readAllBytes(zip(RosterMaker.PLAIN, RosterMaker.PLAIN.tables("1.1")));
        for (int i = 0; i < bytes.length - 10; i++) {
            boolean local = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4;
            boolean central = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2;
            if (local) bytes[i + 6] |= 1;
            if (central) bytes[i + 8] |= 1;
        }
        var locked = Files.write(folder.resolve("locked.zip"), bytes);
        assertThatThrownBy(
                () -> bound(() -> imports.take(ImportKind.ONEROSTER, new ImportFile(locked, "locked.zip", null))))
                .isInstanceOf(IntakeRefused.class)
                .hasMessageContaining("protected by a password").hasMessageNotContaining("damaged");
    }

    private static List<String> with(Map<String, List<List<String>>> tables, String file, int row, String... cells) {
        var changed = new ArrayList<>(tables.get(file).get(row));
        for (int i = 0; i < cells.length; i += 2)
            changed.set(tables.get(file).getFirst().indexOf(cells[i]), cells[i + 1]);
        return changed;
    }

    /** Everybody who has not left: as what, and at which school by the roster's own number. */
    private Map<String, String> where() {
        var p = ROSTER_PERSON;
        return story.as(cast.mesquite(),
                () -> db.select(p.SOURCED_ID, p.ROLE, SCHOOL.ROSTER_ID).from(p).leftJoin(SCHOOL)
                        .on(SCHOOL.ID.eq(p.SCHOOL_ID)).where(p.LEFT_ON.isNull())
                        .fetchMap(p.SOURCED_ID, r -> r.value2() + " at " + r.value3()));
    }

    private ImportReport take(RosterMaker maker, Map<String, List<List<String>>> tables) throws IOException {
        Path zip = zip(maker, tables);
        return bound(() -> imports.take(ImportKind.ONEROSTER,
                new ImportFile(zip,
                        tables.containsKey("enrollments") && tables.get("enrollments").size() < 5
                                ? "changes.zip"
                                : "roster.zip",
                        null)));
    }

    private Path zip(RosterMaker maker, Map<String, List<List<String>>> tables) {
        try {
            return maker.zip(folder, tables);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int count(org.jooq.Table<?> table) {
        return story.as(cast.mesquite(), () -> db.fetchCount(table));
    }

    private <R> R bound(Supplier<R> work) {
        return Tenancy.as(Scope.system(cast.mesquite()), work::get);
    }
}
