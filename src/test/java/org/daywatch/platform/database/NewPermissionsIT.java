package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who gets a permission that a later version brings, and that what somebody took from a role stays taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewPermissionsIT {

    private EmbeddedPostgres postgres;

    @BeforeAll
    void open(@TempDir Path home) {
        postgres = EmbeddedPostgres.start(home, false);
        DatabaseRoles.create(postgres.url("postgres"), postgres.secrets());
        Migrations.run(postgres.url("daywatch"), postgres.secrets().owner(),
                "filesystem:src/main/java/org/daywatch/%s/migrations");
    }

    @AfterAll
    void close() {
        postgres.close();
    }

    @Test
    void aNewPermissionIsGivenToItsRolesOnceAndWhatTheRowsSayOfAKnownOneStays() throws SQLException {
        grant(Role.rolesOfPermissions());
        var shipped = stored();
        grant(Map.of("KITES_FLY", Set.of("OFFICER", "TEACHER")));
        assertThat(stored()).containsEntry("KITES_FLY", Set.of("OFFICER", "TEACHER")).containsAllEntriesOf(shipped);

        execute("delete from platform.role_permission where permission = 'KITES_FLY' and role = 'TEACHER'");
        grant(Map.of("KITES_FLY", Set.of("OFFICER", "TEACHER", "PRINCIPAL")));
        assertThat(stored()).as("somebody took it from teachers").containsEntry("KITES_FLY", Set.of("OFFICER"));
    }

    @Test
    void whatShipsIsWhatTheCodeSays() throws SQLException {
        grant(Role.rolesOfPermissions());
        var stored = stored();
        stored.remove("KITES_FLY");
        assertThat(stored).isEqualTo(Role.rolesOfPermissions());
    }

    private void grant(Map<String, Set<String>> rolesOf) {
        Migrations.grantNew(rolesOf, postgres.url("daywatch"), postgres.secrets().owner());
    }

    private Map<String, Set<String>> stored() throws SQLException {
        var stored = new TreeMap<String, Set<String>>();
        try (var owner = DriverManager.getConnection(postgres.url("daywatch"), "dw_owner", postgres.secrets().owner());
                var rows = owner.createStatement()
                        .executeQuery("select permission, role from platform.role_permission")) {
            while (rows.next()) stored.computeIfAbsent(rows.getString(1), p -> new TreeSet<>()).add(rows.getString(2));
        }
        return stored;
    }

    private void execute(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(postgres.url("daywatch"), "dw_owner", postgres.secrets().owner());
                var statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
