package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-02, P-01 of docs/security. */
class EmbeddedPostgresTest {

    @TempDir Path home;

    @Test
    void nobodyEntersWithoutAPasswordOrWithAWrongOne() {
        try (var postgres = EmbeddedPostgres.start(home, true)) {
            for (String role : new String[] {"postgres", "dw_owner", "dw_app", "root"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("postgres"), role, ""))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("postgres"), role, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        }
    }

    @Test
    void passwordsLieInAFileOnlyItsOwnerCanReadAndCommitsReachTheDisk() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home, true);
                var connection = DriverManager.getConnection(postgres.url("postgres"), "postgres",
                        postgres.secrets().superuser());
                var statement = connection.createStatement()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
                    .isEqualTo("rw-------");
            for (String[] setting : new String[][] {{"fsync", "on"}, {"synchronous_commit", "on"},
                    {"listen_addresses", "127.0.0.1"},
                    {"unix_socket_directories", ""}, {"password_encryption", "scram-sha-256"}}) {
                var row = statement.executeQuery("show " + setting[0]);
                row.next();
                assertThat(row.getString(1)).as(setting[0]).isEqualTo(setting[1]);
            }
        }
    }

    /** Each connection would compute it anew, a command opens some thirty, and nobody guesses 32 random bytes. */
    @Test
    void theRolesOfTheApplicationEnterWithoutAStretchedPassword() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home, false)) {
            DatabaseRoles.create(postgres.url("postgres"), postgres.secrets());
            try (var connection = DriverManager.getConnection(postgres.url("postgres"), "postgres",
                    postgres.secrets().superuser());
                    var rows = connection.createStatement()
                            .executeQuery("select rolpassword from pg_authid where rolname like 'dw\\_%'")) {
                while (rows.next()) assertThat(rows.getString(1)).startsWith("SCRAM-SHA-256$1:");
            }
            try (var app = DriverManager.getConnection(postgres.url("daywatch"), "dw_app", postgres.secrets().app())) {
                assertThat(app.isValid(2)).isTrue();
            }
        }
    }

    @Test
    void aKilledServerKeepsWhatWasCommittedAndStartsAgain() throws Exception {
        var postgres = EmbeddedPostgres.start(home, true);
        try (var connection = DriverManager.getConnection(postgres.url("postgres"), "postgres",
                postgres.secrets().superuser());
                var statement = connection.createStatement()) {
            statement.execute("create table kept (n int)");
            statement.execute("insert into kept select generate_series(1, 1000)");
        }
        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
        ProcessHandle.of(postgres.pid()).ifPresent(p -> p.onExit().join());
        postgres.close();
        try (var again = EmbeddedPostgres.start(home, true);
                var connection = DriverManager.getConnection(again.url("postgres"), "postgres",
                        again.secrets().superuser());
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1000);
        }
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefusedAndTheFirstLivesOn() throws Exception {
        try (var first = EmbeddedPostgres.start(home, true)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, true)).hasMessageContaining(home.toString());
            try (var connection = DriverManager.getConnection(first.url("postgres"), "postgres",
                    first.secrets().superuser())) {
                assertThat(connection.isValid(2)).isTrue();
            }
        }
    }
}
