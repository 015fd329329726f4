package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.Installed;
import org.daywatch._story.Story;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.platform.audit.AuditVerification;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything lies on one small disk, which runs full while people press and work. The first time the reserve of the
 * database brings it back by itself; the second time there is none, the database stays away, presses are accepted on
 * the lane's own reserve, and pages say "call 911". Once somebody makes room all is back, and what was acknowledged is
 * there.
 *
 * <p>F-06, P-19 of docs/security.
 */
class DatabaseDiskFullIT {

    private static final long SMALL_DISK = 448L << 20;
    private static final long LEFT = 3L << 20;

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private boolean mounted;

    @AfterEach
    void unmount() throws Exception {
        client.shutdownNow();
        if (mounted) run("umount", "-l", folder.resolve("disk").toString());
    }

    @Test
    void nothingAcknowledgedIsLostPressesAreStillAcceptedAndTheServiceComesBackWithoutRepair() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SMALL_DISK + ",mode=0755", "tmpfs", disk.toString()) == 0;
        assumeThat(mounted).as("a small disk can be mounted here; ServerKeeperTest is the form without one").isTrue();
        Path data = disk.resolve("data");
        int port = Installed.freePort();
        try (var app = LaneApp.start(data, port, List.of("--daywatch.database.ballast-bytes=" + (64 << 20)));
                var proof = new LaneProof(data)) {
            var pressing = List.of(proof.keepPressing(port, Duration.ofMillis(200)));
            var work = new OrdinaryWork(app);
            Awaitility.await().until(() -> proof.accepted.size() >= 4 && work.acknowledged.size() >= 100);
            assertThat(data.resolve("ballast")).as("the reserve").hasSize(64 << 20);

            fill(disk, "first");
            writeUntilItEnds(data);
            long began = System.nanoTime();
            awaitWork(work);
            System.out.printf("the database's disk was full: back by itself on its reserve after %d ms%n",
                    (System.nanoTime() - began) / 1_000_000);
            assertThat(data.resolve("ballast")).doesNotExist();

            fill(disk, "second");
            writeUntilItEnds(data);
            fill(disk, "last");
            int before = proof.accepted.size();
            Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions()
                    .until(() -> health(port).contains("\"database\":\"away\""));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> proof.accepted.size() > before + 10);
            int worked = work.acknowledged.size();
            var page = client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:"
                            + app.getBean(Environment.class).getProperty("local.server.port") + "/alert"))
                    .header("Cookie", "daywatch_session=x")
                    .timeout(Duration.ofSeconds(45)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("href=\"tel:911\"", "has not notified 911");
            int during = proof.accepted.size() - before;
            assertThat(work.acknowledged).as("nobody was told that their work was stored").hasSize(worked);

            for (String filler : List.of("first", "second", "last")) Files.deleteIfExists(disk.resolve(filler));
            began = System.nanoTime();
            awaitWork(work);
            System.out.printf("room was made: back after %d ms; %d presses were accepted while the disk was full%n",
                    (System.nanoTime() - began) / 1_000_000, during);
            proof.stopPressing(pressing);
            work.end();
            Awaitility.await().atMost(Duration.ofSeconds(40)).ignoreExceptions()
                    .untilAsserted(() -> assertThat(stored(app)).containsExactlyInAnyOrderElementsOf(proof.accepted));
            assertThat(work.stored()).as("what was acknowledged").containsAll(work.acknowledged);
            assertThat(app.getBean(AuditVerification.class).verify(LaneProof.AGENCY).faults().stream()
                    .filter(f -> f.tenant().equals(LaneProof.AGENCY))).isEmpty();
        }
    }

    /** Somebody else's files: all the room but a little. */
    private static void fill(Path disk, String name) throws IOException {
        try (var file = FileChannel.open(disk.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (Files.getFileStore(disk).getUsableSpace() > LEFT) file.write(ByteBuffer.allocate(1 << 20));
        }
    }

    /** The write-ahead log alone grows until there is no room for its next file: the server ends, as it must. */
    private static void writeUntilItEnds(Path data) throws SQLException {
        var running = EmbeddedPostgres.running(data).orElseThrow();
        try (var superuser = DriverManager.getConnection(running.urlPrefix() + "postgres", "postgres",
                running.secrets().superuser()); var statement = superuser.createStatement()) {
            for (int i = 0; i < 1000; i++)
                statement.execute("select pg_logical_emit_message(false, 'fill', repeat('x', 1000000), true)");
            throw new AssertionError("there was room for a gigabyte");
        } catch (SQLException full) {
            assertThat(String.valueOf(full.getSQLState())).as(full.getMessage()).matches("08.*|57P.*|53.*");
        }
    }

    private static void awaitWork(OrdinaryWork work) {
        int before = work.acknowledged.size();
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> work.acknowledged.size() > before + 20);
    }

    private String health(int port) throws IOException, InterruptedException {
        return client.send(LaneScreen.getting(port, "/lane/health"), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static Set<UUID> stored(ApplicationContext app) {
        return new HashSet<>(app.getBean(Story.class).as(LaneProof.DISTRICT,
                () -> app.getBean(JdbcClient.class).sql("select id from emergencies.press").query(UUID.class).list()));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start().waitFor();
    }
}
