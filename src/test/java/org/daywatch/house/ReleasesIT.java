package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daywatch.platform.cli.Release;
import org.daywatch.platform.database.DatabaseRoles;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.Migrations;
import org.daywatch.platform.database.SchemaCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever installed a release gets to the present with all his rows. A release is a list of its migrations with the sum of each file,
 * and a script that fills its tables; both lie in src/test/resources/releases and are never changed. What is not on a list is the next one.
 */
class ReleasesIT {

    private static final Path RELEASES = Path.of("src/test/resources/releases");
    private static final String ROOMS = "src/main/java/org/daywatch/%s/migrations";
    /** Filled by hearing facts or by migrations alone; there is nothing in them that a release could lose. */
    private static final List<String> WITHOUT_ROWS = List.of("platform.event_publication", "platform.sign_in_ceremony");

    private record Released(String room, String file, String sha256) {}

    static Stream<String> releases() throws IOException {
        try (var files = Files.list(RELEASES)) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".txt")).map(f -> f.replace(".txt", "")).sorted().toList().stream();
        }
    }

    @Test
    void theReleaseThatThisIsHasAList() throws IOException {
        assertThat(releases()).contains(Release.VERSION);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void noReleasedMigrationWasEditedOrRemoved(String release) throws Exception {
        var wrong = new ArrayList<String>();
        for (var one : list(release)) {
            var file = Path.of(ROOMS.formatted(one.room()), one.file());
            if (!Files.exists(file)) wrong.add(file + " was removed after release " + release);
            else if (!sha256(file).equals(one.sha256())) wrong.add(file + " was edited after release " + release + "; write a new migration instead");
        }
        assertThat(wrong).isEmpty();
        assertThat(list(release)).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void anInstallationOfTheReleaseComesToThePresentWithEveryRow(String release, @TempDir Path folder) throws Exception {
        var released = folder.resolve("released");
        for (var room : DatabaseRoles.ROOMS) Files.createDirectories(released.resolve(room)); // a room that came later had no migrations yet
        for (var one : list(release)) {
            var to = released.resolve(one.room()).resolve(one.file());
            Files.createDirectories(to.getParent());
            Files.copy(Path.of(ROOMS.formatted(one.room()), one.file()), to);
        }
        try (var postgres = EmbeddedPostgres.start(folder.resolve("database"), false)) {
            DatabaseRoles.create(postgres.url("postgres"), postgres.secrets());
            String url = postgres.url("daywatch");
            Migrations.run(url, postgres.secrets().owner(), "filesystem:" + released + "/%s");
            try (var superuser = DriverManager.getConnection(url, "postgres", postgres.secrets().superuser()); var statement = superuser.createStatement()) {
                var shipped = tables(superuser);
                statement.execute(Files.readString(RELEASES.resolve(release + ".sql")));
                var before = tables(superuser);
                assertThat(before.entrySet().stream().filter(t -> t.getValue().isEmpty()).map(Map.Entry::getKey)).as("tables of the release without a row").isSubsetOf(WITHOUT_ROWS);

                Migrations.run(url, postgres.secrets().owner(), "filesystem:" + ROOMS);
                var after = tables(superuser);
                before.forEach((table, rows) -> rows.removeAll(shipped.get(table))); // rules and words that migrations bring, they may change
                before.forEach((table, rows) -> rows.forEach(row -> assertThat(after.get(table)).as(table).anySatisfy(now -> assertThat(now).containsAllEntriesOf(known(row, now)))));
            }
            assertThatCode(() -> SchemaCheck.refuseHoles(url, postgres.secrets().owner())).doesNotThrowAnyException();
            eachSeesItsOwnOnly(url, postgres.secrets().app());
        }
    }

    /** The application's role, bound to one program, to the other, to nobody. */
    private static void eachSeesItsOwnOnly(String url, String password) throws SQLException {
        try (var app = DriverManager.getConnection(url, "dw_app", password); var statement = app.createStatement()) {
            for (String table : List.of("platform.membership", "directory.school", "staffing.shift", "staffing.officer", "platform.delivery")) {
                assertThat(count(statement, table)).as("unbound, " + table).isZero();
            }
            for (int program : new int[] {1, 2}) {
                statement.execute("select set_config('app.tenant', md5('" + program + " agency')::uuid::text, false)");
                assertThat(count(statement, "directory.school")).isEqualTo(2);
                assertThat(count(statement, "staffing.shift where agency_id = md5('" + program + " agency')::uuid")).isOne();
                assertThat(count(statement, "staffing.shift")).isOne();
                assertThat(count(statement, "directory.roster_person")).as("the agency never sees students").isZero();
            }
        }
    }

    private static long count(java.sql.Statement statement, String from) throws SQLException {
        try (var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A migration may add columns and take away some; what is still there says the same. */
    private static Map<String, String> known(Map<String, String> row, Map<String, String> now) {
        var known = new LinkedHashMap<>(row);
        known.keySet().retainAll(now.keySet());
        return known;
    }

    private static Map<String, List<Map<String, String>>> tables(Connection connection) throws SQLException {
        var tables = new TreeMap<String, List<Map<String, String>>>();
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select schemaname || '.' || tablename from pg_tables where schemaname in ('"
                + String.join("','", DatabaseRoles.ROOMS) + "') and tablename <> 'migration_history'")) {
            while (rows.next()) names.add(rows.getString(1));
        }
        for (String name : names) tables.put(name, rows(connection, name));
        return tables;
    }

    private static List<Map<String, String>> rows(Connection connection, String table) throws SQLException {
        var all = new ArrayList<Map<String, String>>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) row.put(rows.getMetaData().getColumnName(c), String.valueOf(rows.getString(c)));
                all.add(row);
            }
        }
        return all;
    }

    private static List<Released> list(String release) throws IOException {
        return Files.readAllLines(RELEASES.resolve(release + ".txt")).stream().filter(l -> !l.startsWith("#")).map(l -> l.split(" ")).map(p -> new Released(p[0], p[1], p[2])).toList();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
