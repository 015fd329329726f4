package org.daywatch.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.daywatch.Daywatch;
import org.daywatch._story.Story;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.audit.AuditVerification;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.OwnServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A database that is somebody else's PostgreSQL: what lies beside it comes back from our backup, and the audit is as
 * protected as before. That the database itself comes back is up to PostgreSQL's own tools, and here it simply stays.
 */
class ExternalBackupIT {

    @TempDir Path home;

    @Test
    void whatLiesBesideTheDatabaseComesBackAndTheChainsAreProtectedAsFarAsBefore() throws Exception {
        try (var server = EmbeddedPostgres.start(home.resolve("elsewhere"), false)) {
            OwnServer.prepare(server);
            try (var app = serving(server, home.resolve("first"))) {
                var story = app.getBean(Story.class);
                var cast = story.cast();
                for (int i = 0; i < 20; i++)
                    story.run(cast.agency(), () -> app.getBean(AuditLog.class).act("Counted", "thing", Map.of()));
                app.getBean(AuditVerification.class).checkpoint();
                assertThat(app.getBean(Backups.class).last()).isEmpty();
                var taken = app.getBean(Backups.class).take(home.resolve("beside"));
                assertThat(taken.files()).isGreaterThan(3);
                assertThat(app.getBean(Backups.class).last()).as("Operations knows").contains(taken.at());
            }
            FileSystemUtils.copyRecursively(home.resolve("beside"), home.resolve("second"));
            assertThat(protectedLines(server, home.resolve("second"))).as("zero without it")
                    .isGreaterThanOrEqualTo(20);
            try (var files = Files.walk(home.resolve("beside"))) {
                assertThat(files.filter(Files::isRegularFile)).allSatisfy(
                        file -> assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
            }
        }
    }

    private long protectedLines(EmbeddedPostgres server, Path data) {
        try (var app = serving(server, data)) {
            var report = app.getBean(AuditVerification.class).verify(Progress.unseen());
            assertThat(report.fine()).as(report.faults().toString()).isTrue();
            return report.chains().stream().mapToLong(AuditVerification.Chain::provenThrough).max().orElse(0);
        }
    }

    private static ConfigurableApplicationContext serving(EmbeddedPostgres server, Path data) {
        return new SpringApplicationBuilder(Daywatch.class, Story.class).run("--server.port=0",
                "--daywatch.timers=false", "--daywatch.database.url=" + server.url("daywatch"),
                "--daywatch.database.directory=" + data, "--daywatch.database.passwords.owner=change-owner",
                "--daywatch.database.passwords.app=change-app", "--daywatch.database.passwords.signin=change-signin",
                "--daywatch.database.passwords.worker=change-worker", "--spring.main.banner-mode=off");
    }
}
