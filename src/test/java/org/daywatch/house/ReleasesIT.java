package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.Daywatch;
import org.daywatch._story.KeptRows;
import org.daywatch._story.OwnProcess;
import org.daywatch.platform.Release;
import org.daywatch.platform.database.DatabaseRoles;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.Migrations;
import org.daywatch.platform.database.SchemaCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An installation of a release comes to the present with all its rows. A release is a list of its migrations with the
 * sum of each file, and what its tables held: a script with two programs that know nothing of each other, a school year
 * lived day by day, and the demonstration. All lie in src/test/resources/releases and are never changed. What is not on
 * a list is the next one (CONTRIBUTING tells how a release is made).
 *
 * <p>F-18 of docs/security.
 */
class ReleasesIT {

    private static final Path RELEASES = Path.of("src/test/resources/releases");
    private static final String ROOMS = "src/main/java/org/daywatch/%s/migrations";
    private static final List<String> LOOKED_AT = List.of("platform.membership", "directory.school", "staffing.shift",
            "staffing.officer", "platform.delivery");

    private record Released(String room, String file, String sha256) {}

    static Stream<String> releases() throws IOException {
        return files(".txt").map(f -> f.replace(".txt", ""));
    }

    /** Of each release the two programs and every kept installation. */
    static Stream<String> kept() throws IOException {
        return Stream.concat(files(".sql"), files(".zip"));
    }

    /** Shipped rules whose citation was corrected since: every other column stays as it was. */
    private static final Set<String> CITED_ANEW = Set.of("directory.program_rule", "planning.plan_part_asked",
            "staffing.cap_policy");

    private static List<Map<String, String>> kept(String table, List<Map<String, String>> rows) {
        return !CITED_ANEW.contains(table) ? rows : rows.stream().map(row -> {
            var rest = new LinkedHashMap<>(row);
            rest.remove("source");
            return (Map<String, String>) rest;
        }).toList();
    }

    private static Stream<String> files(String ending) throws IOException {
        try (var files = Files.list(RELEASES)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(ending)).sorted().toList()
                    .stream();
        }
    }

    @Test
    void aReleaseHasItsListItsYearAndItsDemonstrationUnlessItIsStillBeingMade() throws IOException {
        if (!Release.VERSION.endsWith("-SNAPSHOT")) assertThat(releases()).contains(Release.VERSION);
        assertThat(releases()).isNotEmpty()
                .allSatisfy(r -> assertThat(kept()).contains(r + ".sql", r + "-year.zip", r + "-demonstration.zip"));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void noReleasedMigrationWasEditedOrRemoved(String release) throws Exception {
        var wrong = new ArrayList<String>();
        for (var one : list(release)) {
            var file = Path.of(ROOMS.formatted(one.room()), one.file());
            if (!Files.exists(file)) wrong.add(file + " was removed after release " + release);
            else
                if (!sha256(file).equals(one.sha256()))
                    wrong.add(file + " was edited after release " + release + "; write a new migration instead");
        }
        Offenders.none("Compare the list of the release with its files; a released migration never changes.", wrong);
        assertThat(list(release)).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void anInstallationOfTheReleaseComesToThePresentWithEveryRow(String kept, @TempDir Path folder) throws Exception {
        var home = folder.resolve("database");
        try (var postgres = EmbeddedPostgres.start(home, false)) {
            DatabaseRoles.create(postgres.url("postgres"), postgres.secrets());
            String url = postgres.url("daywatch");
            Migrations.run(url, postgres.secrets().owner(), "filesystem:"
                    + asReleased(kept.replaceAll("(-[a-z]+)?\\.(sql|zip)", ""), folder.resolve("released")) + "/%s");
            try (var superuser = DriverManager.getConnection(url, "postgres", postgres.secrets().superuser());
                    var statement = superuser.createStatement()) {
                var shipped = tables(superuser);
                if (kept.endsWith(".sql")) statement.execute(Files.readString(RELEASES.resolve(kept)));
                else KeptRows.read(RELEASES.resolve(kept), superuser, home);
                var before = tables(superuser);
                assertThat(before.values().stream().filter(rows -> !rows.isEmpty()).count()).as("tables with rows")
                        .isGreaterThan(60);

                Migrations.run(url, postgres.secrets().owner(), "filesystem:" + ROOMS);
                var after = tables(superuser);
                before.forEach((table, rows) -> rows.removeAll(Set.copyOf(shipped.get(table)))); // rules and words that migrations bring, they may change
                before.forEach((table,
                        rows) -> assertThat(lost(kept(table, rows), kept(table, after.getOrDefault(table, List.of()))))
                                .as("rows of " + table + " that are no longer there").isEmpty());
                eachSeesItsOwnOnly(superuser, url, postgres.secrets().app());
            }
            assertThatCode(() -> SchemaCheck.refuseHoles(url, postgres.secrets().owner())).doesNotThrowAnyException();
        }
        if (kept.endsWith(".zip")) itsAuditStillHolds(home);
    }

    @Test
    void aMigrationThatLosesARowIsFound() {
        var before = List.of(Map.of("id", "1", "name", "Sage"), Map.of("id", "2", "name", "Alder"));
        assertThat(lost(before, List.of(Map.of("id", "1", "name", "Sage", "zone", "new"),
                Map.of("id", "2", "name", "Alder", "zone", "new")))).as("a column more").isEmpty();
        assertThat(lost(before, List.of(Map.of("id", "1"), Map.of("id", "2")))).as("a column less").isEmpty();
        assertThat(lost(before, List.of(Map.of("id", "1", "name", "Sage")))).as("a row less")
                .containsExactly(before.getLast());
        assertThat(lost(before, List.of(before.getFirst(), Map.of("id", "2", "name", "Elder"))))
                .as("a row that says something else").containsExactly(before.getLast());
        assertThat(lost(before, List.of())).as("all of them").isEqualTo(before);
    }

    /** The released files as they were laid out; what came later is not among them. */
    private static Path asReleased(String release, Path to) throws IOException {
        for (var room : DatabaseRoles.ROOMS) Files.createDirectories(to.resolve(room)); // a room that came later had no migrations yet
        for (var one : list(release)) {
            var file = to.resolve(one.room()).resolve(one.file());
            Files.createDirectories(file.getParent());
            Files.copy(Path.of(ROOMS.formatted(one.room()), one.file()), file);
        }
        return to;
    }

    /** A migration may add columns and take away some; what is still there says the same. */
    private static List<Map<String, String>> lost(List<Map<String, String>> before, List<Map<String, String>> after) {
        if (before.isEmpty()) return List.of();
        var still = after.isEmpty() ? Set.<String>of() : after.getFirst().keySet();
        var present = after.stream().map(row -> only(row, before.getFirst().keySet())).collect(Collectors.toSet());
        return before.stream().filter(row -> !present.contains(only(row, still))).toList();
    }

    private static Map<String, String> only(Map<String, String> row, Set<String> columns) {
        var known = new LinkedHashMap<>(row);
        known.keySet().retainAll(columns);
        return known;
    }

    /** The application's role, bound to nobody, to somebody who has nothing, and to each agency. */
    private static void eachSeesItsOwnOnly(Connection superuser, String url, String password) throws SQLException {
        try (var app = DriverManager.getConnection(url, "dw_app", password); var statement = app.createStatement()) {
            for (String table : LOOKED_AT) assertThat(count(app, table)).as("unbound, " + table).isZero();
            statement.execute("select set_config('app.tenant', '" + UUID.randomUUID() + "', false)");
            for (String table : LOOKED_AT) assertThat(count(app, table)).as("nobody of the place, " + table).isZero();
            var agencies = rows(superuser, "platform.organization where kind = 'AGENCY'").stream()
                    .map(row -> row.get("id")).toList();
            assertThat(agencies).isNotEmpty();
            for (String agency : agencies) {
                statement.execute("select set_config('app.tenant', '" + agency + "', false)");
                assertThat(count(app, "directory.school"))
                        .isEqualTo(count(superuser, "directory.school where agency_id = '" + agency + "'"))
                        .isPositive();
                assertThat(count(app, "staffing.shift"))
                        .isEqualTo(count(superuser, "staffing.shift where agency_id = '" + agency + "'")).isPositive();
                assertThat(count(app, "directory.roster_person")).as("the agency never sees students").isZero();
            }
        }
    }

    /** As whoever runs it asks: the program itself opens the upgraded folder and follows each chain of lines. */
    private static void itsAuditStillHolds(Path home) throws Exception {
        var command = OwnProcess.ofTheApplication(List.of(), Daywatch.class, "audit", "verify", "--data",
                home.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("lines");
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Map<String, List<Map<String, String>>> tables(Connection connection) throws SQLException {
        var tables = new TreeMap<String, List<Map<String, String>>>();
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement
                        .executeQuery("select schemaname || '.' || tablename from pg_tables where schemaname in ('"
                                + String.join("','", DatabaseRoles.ROOMS)
                                + "') and tablename <> 'migration_history'")) {
            while (rows.next()) names.add(rows.getString(1));
        }
        for (String name : names) tables.put(name, rows(connection, name));
        return tables;
    }

    private static List<Map<String, String>> rows(Connection connection, String table) throws SQLException {
        var all = new ArrayList<Map<String, String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++)
                    row.put(rows.getMetaData().getColumnName(c), String.valueOf(rows.getString(c)));
                all.add(row);
            }
        }
        return all;
    }

    private static List<Released> list(String release) throws IOException {
        return Files.readAllLines(RELEASES.resolve(release + ".txt")).stream().filter(l -> !l.startsWith("#"))
                .map(l -> l.split(" ")).map(p -> new Released(p[0], p[1], p[2])).toList();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
