package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.daywatch.Daywatch;
import org.daywatch._story.OwnProcess;
import org.daywatch.platform.Release;
import org.daywatch.platform.database.DatabaseRoles;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.Migrations;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * A database that another Daywatch has opened: an older one leaves alone what it does not know, and says which one to
 * start.
 *
 * <p>F-18 and F-19 of docs/security.
 */
class OtherReleasesIT {

    private static final String ROOMS = "src/main/java/org/daywatch/%s/migrations";

    @TempDir Path folder;
    private @Nullable EmbeddedPostgres postgres;

    @BeforeEach
    void open() {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), false);
        DatabaseRoles.create(postgres.url("postgres"), postgres.secrets());
        migrate(ROOMS);
    }

    @AfterEach
    void close() {
        if (postgres != null) postgres.close();
    }

    @Test
    void anOlderDaywatchRefusesTheSchemaOfANewerOneAndChangesNothing() throws Exception {
        tomorrow(
                "create table staffing.tomorrow (id uuid primary key); call platform.exempt('staffing.tomorrow', 'Story');");
        execute("insert into platform.release (version, opened_at) values ('" + Release.VERSION
                + "', '2026-11-30T12:00Z'), ('9.1.0', '2027-03-01T12:00Z')");

        assertThatThrownBy(() -> migrate(ROOMS)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("staffing 901 (of tomorrow)").hasMessageContaining("9.1.0, since 2027-03-01")
                .hasMessageContaining("this is " + Release.VERSION).hasMessageContaining("Nothing was changed");
        assertThat(one("select count(*) from staffing.migration_history where success and version = '901'"))
                .isEqualTo("1");

        assertThatCode(() -> migrate(folder.resolve("newer") + "/%s")).as("the newer one goes on with it")
                .doesNotThrowAnyException();
    }

    @Test
    void theProgramItselfSaysSoInOneLine() throws Exception {
        tomorrow(
                "create table staffing.tomorrow (id uuid primary key); call platform.exempt('staffing.tomorrow', 'Story');");
        postgres.close(); // the command starts it itself
        postgres = null;

        var command = OwnProcess.ofTheApplication(List.of(), Daywatch.class, "audit", "verify", "--data",
                folder.resolve("database").toString());
        var process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(2);
        assertThat(said.lines().filter(line -> !line.startsWith("Opening the installation"))).singleElement().asString()
                .startsWith("database staffing 901 (of tomorrow): This database was opened by a newer Daywatch");
    }

    /** An earlier release still serves, or somebody left a session open over night: F-18. */
    @Test
    void anUpgradeThatWaitsForATableLetsOthersThroughAndSaysWhatToEndAndGoesOnAtTheNextStart() throws Exception {
        Path newer = prepared("alter table staffing.shift add column story text;");
        try (var other = DriverManager.getConnection(postgres.url("daywatch"), "postgres",
                postgres.secrets().superuser());
                var work = other.createStatement()) {
            other.setAutoCommit(false);
            work.execute("lock table staffing.shift in access share mode");
            var refused = new AtomicReference<Throwable>();
            var upgrading = Thread.ofVirtual().start(() -> refused.set(catchThrowable(
                    () -> Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(),
                            "filesystem:" + newer + "/%s", Duration.ofSeconds(6)))));
            long longest = 0;
            while (upgrading.isAlive()) { // people who look at shifts meanwhile
                long began = System.nanoTime();
                one("select count(*) from staffing.shift");
                longest = Math.max(longest, System.nanoTime() - began);
            }
            assertThat(refused.get()).isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("staffing 901 (of tomorrow)")
                    .hasMessageContaining("Another program holds a table");
            assertThat(Duration.ofNanos(longest)).as("nobody waits longer than the upgrade does")
                    .isLessThan(Duration.ofSeconds(25)); // promised: 5
            assertThat(one("select count(*) from staffing.migration_history where version = '901'")).isEqualTo("0");
        }
        migrate(newer + "/%s");
        assertThat(one("select count(*) from staffing.migration_history where success and version = '901'"))
                .isEqualTo("1");
    }

    @Test
    void aDatabaseOfBeforeTheBaselineIsNotGuessedAt() throws Exception {
        execute("update platform.migration_history set description = 'foundation' where version = '001'");
        assertThatThrownBy(() -> migrate(ROOMS)).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("platform 001 (foundation)").hasMessageContaining("made before release 0.1.0");
    }

    /** A newer Daywatch: all that is there today, and one migration more. */
    private void tomorrow(String sql) throws IOException {
        migrate(prepared(sql) + "/%s");
    }

    private Path prepared(String sql) throws IOException {
        for (var room : DatabaseRoles.ROOMS)
            FileSystemUtils.copyRecursively(Path.of(ROOMS.formatted(room)), folder.resolve("newer").resolve(room));
        Files.writeString(folder.resolve("newer/staffing/V901__of_tomorrow.sql"), sql);
        return folder.resolve("newer");
    }

    private void migrate(String location) {
        Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(), "filesystem:" + location);
    }

    private void execute(String sql) throws SQLException {
        try (var superuser = DriverManager.getConnection(postgres.url("daywatch"), "postgres",
                postgres.secrets().superuser()); var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (var superuser = DriverManager.getConnection(postgres.url("daywatch"), "postgres",
                postgres.secrets().superuser());
                var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
