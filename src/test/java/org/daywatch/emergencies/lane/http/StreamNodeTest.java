package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.daywatch._story.Installed;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that only keeps screens open, beside a node that accepts. */
class StreamNodeTest {

    private static final Path SERVER = Path.of("/usr/sbin/nats-server");

    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LaneNode.SharedList shared = new LaneNode.SharedList();
    private final Map<UUID, Instant> closed = new ConcurrentHashMap<>();
    private final LaneDenials denials = new LaneDenials(then -> Map.copyOf(closed), Duration.ofHours(12), clock);
    private final List<AutoCloseable> open = new ArrayList<>();
    private LaneNode accepting;
    private int port;
    private Process nats;

    @BeforeEach
    void start() throws Exception {
        assumeThat(SERVER).as("bin/test installs it").exists();
        port = Installed.freePort();
        nats = server();
        accepting = new LaneNode(folder.resolve("one"), clock,
                TwoNodesTest.settings(folder.resolve("one"), 0, folder.resolve("keys"), "one"), 1000,
                new LaneNode.Wiring("nats://127.0.0.1:" + port, shared, LaneNode.AGENCY, null, denials, null));
        open.add(accepting);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> accepting.bus.state().equals("up"));
        accepting.token(Ids.next()); // the file of keys is made at first use
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : open.reversed()) one.close();
        client.shutdownNow();
        nats.destroyForcibly().waitFor();
    }

    @Test
    void itTellsWhatStandsWhatComesAndEndsAClosedSessionsScreenAndTakesNoPress() throws Exception {
        var before = press();
        var node = shows();
        var session = Ids.next();
        var sender = new LaneSender(LaneNode.AGENCY, LaneNode.DISTRICT, false,
                Map.of(LaneNode.SCHOOL, LaneNode.DISTRICT), Ids.next(), "Robin Alder", true, true, true,
                clock.instant().plus(Duration.ofHours(1)), session);
        try (var screen = new LaneScreen(node.port(), accepting.token(Ids.next()), 0);
                var theirs = new LaneScreen(node.port(), accepting.tokens.seal(sender), 0)) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(
                    () -> assertThat(screen.alerts()).as("what stood when it came").containsExactly(before));
            long began = System.nanoTime();
            var id = press();
            Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(2))
                    .untilAsserted(() -> assertThat(screen.alerts()).containsExactly(before, id));
            System.out.printf("from a press to a screen of a node that only shows: %d ms%n",
                    (System.nanoTime() - began) / 1_000_000);
            closed.put(session, clock.instant());
            assertThat(denials.refresh()).isTrue();
            accepting.bus.closed(denials.closed());
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(theirs.ended).isTrue());
            assertThat(screen.ended).isFalse();
            assertThatThrownBy(() -> new LaneScreen(node.port(), accepting.tokens.seal(sender), 0))
                    .hasMessageContaining("401");
            assertThat(LaneScreen.press(client, node.port(), accepting.token(Ids.next()),
                    LaneScreen.body(Ids.next(), LaneNode.SCHOOL)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void withoutNatsItReadsTheTableAndAnotherOneKnowsClosedSessionsFromTheStart() throws Exception {
        closed.put(new UUID(7, 7), clock.instant());
        denials.refresh();
        var node = shows();
        try (var screen = new LaneScreen(node.port(), accepting.token(Ids.next()), 0)) {
            screen.next("quiet");
            nats.destroyForcibly().waitFor();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> health(node).contains("away"));
            long began = System.nanoTime();
            var id = press();
            assertThat(screen.next("alert").data()).contains(id.toString());
            long millis = (System.nanoTime() - began) / 1_000_000;
            System.out.printf("without NATS, over the table: %d ms%n", millis);
            assertThat(millis).as("promised within two seconds").isLessThan(5000);
            nats = server();
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> health(node).contains("up") && accepting.bus.state().equals("up"));
            var next = press();
            assertThat(screen.next("alert").data()).as("and nothing of before comes twice").contains(next.toString());
        }
        var denied = new LaneSender(LaneNode.AGENCY, LaneNode.DISTRICT, true, Map.of(), Ids.next(), "Robin Alder", true,
                true, true, clock.instant().plus(Duration.ofHours(1)), new UUID(7, 7));
        var second = shows();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> refused(second, accepting.tokens.seal(denied)));
    }

    private static boolean refused(StreamNode node, String token) throws InterruptedException {
        try (var screen = new LaneScreen(node.port(), token, 0)) {
            return false;
        } catch (IOException e) {
            return e.getMessage().startsWith("401");
        }
    }

    private UUID press() throws Exception {
        var id = Ids.next();
        assertThat(LaneScreen
                .press(client, accepting.port(), accepting.token(Ids.next()), LaneScreen.body(id, LaneNode.SCHOOL))
                .statusCode()).isEqualTo(202);
        return id;
    }

    private StreamNode shows() throws Exception {
        var settings = new StreamNode.Settings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                "http://localhost:8080", "nats://127.0.0.1:" + port, "daywatch", folder.resolve("keys"), 1000, 12,
                Duration.ofSeconds(15));
        var node = new StreamNode(settings, null, shared, () -> List.of(LaneNode.AGENCY), clock);
        open.add(node);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> health(node).contains("up"));
        return node;
    }

    private String health(StreamNode node) throws IOException, InterruptedException {
        return client.send(LaneScreen.getting(node.port(), "/lane/health"), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Process server() throws IOException {
        var config = Files.writeString(folder.resolve("nats.conf"), "listen: \"127.0.0.1:" + port
                + "\"\njetstream { store_dir: \"" + folder.resolve("jetstream") + "\", sync_interval: always }\n");
        return new ProcessBuilder(SERVER.toString(), "-c", config.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("nats.log").toFile()).start();
    }
}
