package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.daywatch.Daywatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Somebody else's PostgreSQL, prepared with exactly the SQL the guide prints, and then changed. That the SQL is enough,
 * StandbyTakesOverIT shows.
 */
class ExternalDatabaseIT {

    @TempDir Path home;

    @Test
    void aRoleThatMayBypassRowSecurityStopsTheStart() throws Exception {
        try (var server = EmbeddedPostgres.start(home.resolve("elsewhere"), false)) {
            OwnServer.prepare(server);
            try (var superuser = DriverManager.getConnection(server.url("postgres"), "postgres",
                    server.secrets().superuser());
                    var statement = superuser.createStatement()) {
                statement.execute("alter role dw_app bypassrls");
            }
            assertThatThrownBy(() -> start(server, "change-app").close()).rootCause().hasMessageContaining("dw_app")
                    .hasMessageContaining("bypasses row security");
        }
    }

    private org.springframework.context.ConfigurableApplicationContext start(EmbeddedPostgres server, String app) {
        return new SpringApplicationBuilder(Daywatch.class).run("--server.port=0", "--daywatch.timers=false",
                "--daywatch.database.url=" + server.url("daywatch"),
                "--daywatch.database.directory=" + home.resolve("unused"),
                "--daywatch.database.passwords.owner=change-owner",
                "--daywatch.database.passwords.app=" + app, "--daywatch.database.passwords.signin=change-signin",
                "--daywatch.database.passwords.worker=change-worker", "--spring.main.banner-mode=off");
    }
}
