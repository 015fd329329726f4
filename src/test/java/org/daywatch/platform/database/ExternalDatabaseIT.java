package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.daywatch.Daywatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The same application on somebody else's PostgreSQL, prepared with exactly the SQL the guide prints. */
class ExternalDatabaseIT {

    @TempDir Path home;

    @Test
    void theGuidesSqlIsAllThatAnExternalServerNeeds() throws Exception {
        try (var server = EmbeddedPostgres.start(home.resolve("elsewhere"), false)) {
            OwnServer.prepare(server);
            try (var daywatch = start(server, "change-app"); var http = HttpClient.newHttpClient()) {
                var port = daywatch.getEnvironment().getRequiredProperty("local.server.port");
                var answer = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("Sign in");
                try (var folder = Files.list(home.resolve("unused"))) {
                    assertThat(folder).as("no embedded server was started; the alert lane keeps its own log here").extracting(f -> f.getFileName().toString()).containsOnly("lane");
                }
            }
            try (var owner = DriverManager.getConnection(server.url("daywatch"), "dw_owner", "change-owner");
                    var tables = owner.createStatement().executeQuery("select count(*) from pg_tables where schemaname in ('platform', 'directory', 'staffing')")) {
                tables.next();
                assertThat(tables.getInt(1)).isGreaterThan(40);
            }
        }
    }

    @Test
    void aRoleThatMayBypassRowSecurityStopsTheStart() throws Exception {
        try (var server = EmbeddedPostgres.start(home.resolve("elsewhere"), false)) {
            OwnServer.prepare(server);
            try (var superuser = DriverManager.getConnection(server.url("postgres"), "postgres", server.secrets().superuser());
                    var statement = superuser.createStatement()) {
                statement.execute("alter role dw_app bypassrls");
            }
            assertThatThrownBy(() -> start(server, "change-app").close()).rootCause().hasMessageContaining("dw_app").hasMessageContaining("bypasses row security");
        }
    }

    private org.springframework.context.ConfigurableApplicationContext start(EmbeddedPostgres server, String app) {
        return new SpringApplicationBuilder(Daywatch.class).run("--server.port=0", "--daywatch.timers=false", "--daywatch.database.url=" + server.url("daywatch"),
                "--daywatch.database.directory=" + home.resolve("unused"), "--daywatch.database.passwords.owner=change-owner",
                "--daywatch.database.passwords.app=" + app, "--daywatch.database.passwords.signin=change-signin",
                "--daywatch.database.passwords.worker=change-worker", "--spring.main.banner-mode=off");
    }
}
