package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.Installed;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneProof;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes joined by a real NATS server whose JetStream writes through; a node and the server are killed with -9.
 *
 * <p>F-20 of docs/security.
 */
class TwoNodesTest {

    private static final Path SERVER = Path.of("/usr/sbin/nats-server");

    private static final boolean LONG = Boolean.getBoolean("daywatch.long");

    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LaneNode.SharedList shared = new LaneNode.SharedList();
    private final List<AutoCloseable> open = new ArrayList<>();
    private int port;
    private Process nats;

    @BeforeEach
    void start() throws IOException {
        assumeThat(SERVER).as("bin/test installs it").exists();
        port = Installed.freePort();
        nats = server();
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : open.reversed()) one.close();
        client.shutdownNow();
        nats.destroyForcibly().waitFor();
    }

    @Test
    void aPressOnOneNodeIsOnTheScreensOfTheOtherAndTheOtherKnowsItsId() throws Exception {
        var first = node("first");
        var second = node("second");
        try (var screen = new LaneScreen(second.port(), second.token(Ids.next()), 0)) {
            screen.next("quiet");
            var id = Ids.next();
            long began = System.nanoTime();
            var answer = LaneScreen.press(client, first.port(), first.token(Ids.next()),
                    LaneScreen.body(id, LaneNode.SCHOOL));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(screen.next("alert").data()).contains(id.toString());
            System.out.printf("from a press on one node to a screen of the other: %.1f ms%n",
                    (System.nanoTime() - began) / 1e6);
            Awaitility.await().until(() -> second.heard.size() == 1);
            assertThat(LaneScreen
                    .press(client, second.port(), second.token(Ids.next()), LaneScreen.body(id, LaneNode.SCHOOL))
                    .body()).isEqualTo(answer.body());
            assertThat(second.heard).hasSize(1);
            Thread.sleep(300);
            assertThat(screen.alerts()).as("told once, though it came as an event and as an entry").isEmpty();
        }
    }

    /** Whoever can publish on the bus, and another installation that uses it too. */
    @Test
    void whatNoNodeOfTheInstallationSentRaisesNothingAndIsCounted() throws Exception {
        var first = node("first");
        var second = node("second");
        var strange = new LaneNode(folder.resolve("strange"), clock,
                settings(folder.resolve("strange"), 0, folder.resolve("strange-keys"), "strange"), 1000,
                "nats://127.0.0.1:" + port, new LaneNode.SharedList());
        open.add(strange);
        Awaitility.await().until(() -> strange.bus.state().equals("up"));
        Thread.sleep(300);
        var overheard = new java.util.concurrent.ConcurrentLinkedQueue<io.nats.client.Message>();
        try (var screen = new LaneScreen(second.port(), second.token(Ids.next()), 0);
                var listener = io.nats.client.Nats.connect("nats://127.0.0.1:" + port)) {
            screen.next("quiet");
            listener.createDispatcher(overheard::add).subscribe("daywatch.lane.>");
            listener.flush(Duration.ofSeconds(5));
            assertThat(LaneScreen.press(client, strange.port(), strange.token(Ids.next()),
                    LaneScreen.body(Ids.next(), LaneNode.SCHOOL)).statusCode()).isEqualTo(202);
            Awaitility.await().until(() -> !overheard.isEmpty());
            for (var message : List.copyOf(overheard)) {
                listener.publish(message.getSubject(), message.getHeaders(), message.getData());
                for (String as : List.of("first", "third")) {
                    var forged = new io.nats.client.impl.Headers().put("Daywatch-Node", as).put("Daywatch-Seal", "x.y")
                            .put("Daywatch-At", "" + clock.millis());
                    for (int i = 0; i < 100; i++) listener.publish(message.getSubject(), forged, message.getData());
                    listener.publish(message.getSubject(), message.getData());
                }
            }
            listener.flush(Duration.ofSeconds(5));
            Awaitility.await().untilAsserted(() -> assertThat(second.bus.refused()).isGreaterThanOrEqualTo(200));
            Thread.sleep(1000);
            assertThat(screen.alerts()).isEmpty();
            assertThat(second.heard).isEmpty();
            shownWithin(Duration.ofSeconds(5), first, screen); // the table is read as well meanwhile
            Thread.sleep(1000);
            assertThat(screen.alerts()).as("nothing is told twice").isEmpty();
        }
    }

    @Test
    void whatAKilledNodeAcceptedIsOnTheOthersScreensAndIsStoredByIt() throws Exception {
        var second = node("second");
        int killed = Installed.freePort();
        var process = new ProcessBuilder(
                OwnProcess.command(128, List.of(), LaneNodeProcess.class, folder.resolve("first").toString(),
                        "" + killed, "nats://127.0.0.1:" + port, folder.resolve("keys").toString()))
                .redirectErrorStream(true).redirectOutput(folder.resolve("first.log").toFile()).start();
        try (var screen = new LaneScreen(second.port(), second.token(Ids.next()), 0)) {
            LaneProof.awaitLane(killed);
            Awaitility.await()
                    .until(() -> client
                            .send(LaneScreen.getting(killed, "/lane/health"),
                                    java.net.http.HttpResponse.BodyHandlers.ofString())
                            .body().contains("\"bus\":\"up\""));
            Thread.sleep(500);
            var accepted = new ArrayList<UUID>();
            for (int i = 0; i < 40; i++) {
                var id = Ids.next();
                if (LaneScreen.press(client, killed, second.token(Ids.next()), LaneScreen.body(id, LaneNode.SCHOOL))
                        .statusCode() == 202)
                    accepted.add(id);
            }
            process.destroyForcibly().waitFor();
            assertThat(accepted).hasSize(40);
            Awaitility.await().untilAsserted(() -> assertThat(screen.alerts()).containsAll(accepted));
            Awaitility.await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(second.stored.stream().map(LaneEntry::id))
                            .containsExactlyInAnyOrderElementsOf(accepted));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void withoutNatsTheNodesReadTheDatabaseWithinTwoSecondsAndComeTogetherAgain() throws Exception {
        var first = node("first");
        var second = node("second");
        try (var screen = new LaneScreen(second.port(), second.token(Ids.next()), 0)) {
            Thread.sleep(500);
            nats.destroyForcibly().waitFor();
            for (int i = 0; i < (LONG ? 100 : 5); i++) {
                shownWithin(Duration.ofSeconds(2), first, screen);
                if (LONG) Thread.sleep(600); // a minute and more without a server
            }
            assertThat(first.bus.state()).isEqualTo("away");
            nats = server();
            Awaitility.await().atMost(Duration.ofSeconds(10))
                    .until(() -> first.bus.state().equals("up") && second.bus.state().equals("up"));
            Thread.sleep(1000);
            shownWithin(Duration.ofSeconds(1), first, screen);
            assertThat(screen.alerts()).as("nothing is told twice").isEmpty();
        }
    }

    private void shownWithin(Duration time, LaneNode node, LaneScreen screen) throws Exception {
        var id = Ids.next();
        long began = System.nanoTime();
        assertThat(LaneScreen.press(client, node.port(), node.token(Ids.next()), LaneScreen.body(id, LaneNode.SCHOOL))
                .statusCode()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as("to be accepted").isLessThan(Duration.ofSeconds(1));
        assertThat(screen.next("alert").data()).contains(id.toString());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as("to be shown on the other node").isLessThan(time);
    }

    private LaneNode node(String name) throws Exception {
        var settings = settings(folder.resolve(name), 0, folder.resolve("keys"), name);
        var node = new LaneNode(folder.resolve(name), clock, settings, 1000, "nats://127.0.0.1:" + port, shared);
        open.add(node);
        Awaitility.await().until(() -> node.bus.state().equals("up"));
        Thread.sleep(300); // its consumer
        return node;
    }

    static LaneSettings settings(Path folder, int port, Path keys, String name) {
        return new LaneSettings(true, port, "", folder.resolve("lane").toString(), keys.toString(), 1 << 22, 0,
                Duration.ofHours(12), 0, 12, Duration.ofSeconds(15), name, 90, 0);
    }

    private Process server() throws IOException {
        var config = Files.writeString(folder.resolve("nats.conf"), "listen: \"127.0.0.1:" + port
                + "\"\njetstream { store_dir: \"" + folder.resolve("jetstream") + "\", sync_interval: always }\n");
        return new ProcessBuilder(SERVER.toString(), "-c", config.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("nats.log").toFile()).start();
    }
}
