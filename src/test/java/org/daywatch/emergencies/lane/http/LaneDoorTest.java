package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch.emergencies.lane.http.LaneScreen.body;
import static org.daywatch.emergencies.lane.http.LaneScreen.press;

import io.netty.handler.ssl.SslContextBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLHandshakeException;
import org.awaitility.Awaitility;
import org.daywatch._story.SelfSigned;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who comes in: over TLS with the site's certificate, and nobody any more whose session was closed.
 *
 * <p>F-26 of docs/security.
 */
class LaneDoorTest {

    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private final Map<UUID, Instant> closed = new ConcurrentHashMap<>();
    private volatile boolean databaseAway;

    @Test
    void overTlsPressesAndStreamsGoOnlyToWhoeverTrustsTheCertificate() throws Exception {
        var certificate = SelfSigned.in(folder);
        var tls = SslContextBuilder.forServer(certificate.chain().toFile(), certificate.key().toFile()).build();
        try (var node = node(new LaneNode.Wiring("", new LaneNode.SharedList(), LaneNode.AGENCY, null, denials(), tls));
                var client = HttpClient.newBuilder().sslContext(certificate.trusting())
                        .version(HttpClient.Version.HTTP_1_1).build();
                var plain = HttpClient.newHttpClient()) {
            var lane = URI.create("https://localhost:" + node.port());
            String token = node.token(Ids.next());
            var stream = client.send(HttpRequest.newBuilder(lane.resolve("/lane/stream?token=" + token)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            var lines = new BufferedReader(new InputStreamReader(stream.body()));
            for (int i = 0; i < 20; i++) {
                var id = Ids.next();
                var answer = client.send(
                        HttpRequest.newBuilder(lane.resolve("/lane/presses")).header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString(body(id, LaneNode.SCHOOL))).build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(202);
                assertThat(untilData(lines, "event: alert")).contains(id.toString());
            }
            assertThatThrownBy(() -> plain.send(HttpRequest.newBuilder(lane.resolve("/lane/health")).build(),
                    HttpResponse.BodyHandlers.ofString())).isInstanceOf(SSLHandshakeException.class);
            assertThatThrownBy(() -> plain.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + "/lane/health")).build(),
                    HttpResponse.BodyHandlers.ofString()))
                    .as("nothing in clear").isInstanceOf(IOException.class);
            client.shutdownNow(); // its stream never ends by itself
        }
    }

    private static String untilData(BufferedReader lines, String event) throws IOException {
        String line;
        do line = lines.readLine(); while (!line.equals(event));
        return lines.readLine();
    }

    @Test
    void aClosedSessionsTokenIsDeadItsScreenEndsAndTheListHoldsWhileTheDatabaseIsAway() throws Exception {
        var denials = denials();
        try (var node = node(new LaneNode.Wiring("", new LaneNode.SharedList(), LaneNode.AGENCY, null, denials, null));
                var client = HttpClient.newHttpClient()) {
            var session = Ids.next();
            String gone = tokenIn(node, session);
            String stays = tokenIn(node, Ids.next());
            try (var theirs = new LaneScreen(node.port(), gone, 0); var other = new LaneScreen(node.port(), stays, 0)) {
                other.next("quiet");
                assertThat(press(client, node.port(), gone, body(Ids.next(), LaneNode.SCHOOL)).statusCode())
                        .isEqualTo(202);
                assertThat(denials.refresh()).isFalse();
                closed.put(session, clock.instant());
                assertThat(denials.refresh()).isTrue();
                node.streams.cut(denials::denies);
                Awaitility.await().untilAsserted(() -> assertThat(theirs.ended).isTrue());
                assertThat(press(client, node.port(), gone, body(Ids.next(), LaneNode.SCHOOL)).statusCode())
                        .isEqualTo(401);
                assertThatThrownBy(() -> new LaneScreen(node.port(), gone, 0)).hasMessageContaining("401");
                databaseAway = true;
                clock.move(Duration.ofMinutes(10));
                assertThat(denials.refresh()).isFalse();
                assertThat(press(client, node.port(), gone, body(Ids.next(), LaneNode.SCHOOL)).statusCode())
                        .as("the last known list holds").isEqualTo(401);
                assertThat(press(client, node.port(), stays, body(Ids.next(), LaneNode.SCHOOL)).statusCode())
                        .isEqualTo(202);
                assertThat(other.ended).isFalse();
            }
        }
    }

    /**
     * What was closed while nobody could ask is asked for afterward; what no token can name any longer is forgotten.
     */
    @Test
    void theListIsAskedForFromWhereItWasLeft() {
        var denials = denials();
        denials.refresh();
        databaseAway = true;
        clock.move(Duration.ofHours(1));
        var meanwhile = Ids.next();
        closed.put(meanwhile, clock.instant());
        denials.refresh();
        clock.move(Duration.ofHours(1));
        databaseAway = false;
        assertThat(denials.refresh()).isTrue();
        assertThat(denials.denies(sender(meanwhile))).isTrue();
        closed.clear();
        clock.move(Duration.ofHours(13));
        denials.refresh();
        assertThat(denials.denies(sender(meanwhile))).isFalse();
    }

    private LaneDenials denials() {
        return new LaneDenials(then -> {
            if (databaseAway) throw new IllegalStateException("away");
            return closed.entrySet().stream().filter(c -> !c.getValue().isBefore(then))
                    .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }, Duration.ofHours(12), clock);
    }

    private LaneNode node(LaneNode.Wiring wiring) throws IOException {
        return new LaneNode(folder.resolve("node"), clock, LaneSettingsForTests.in(folder.resolve("node")), 1000,
                wiring);
    }

    private String tokenIn(LaneNode node, UUID session) {
        return node.tokens.seal(sender(session));
    }

    private LaneSender sender(UUID session) {
        return new LaneSender(LaneNode.AGENCY, LaneNode.DISTRICT, false, Map.of(LaneNode.SCHOOL, LaneNode.DISTRICT),
                Ids.next(), "Robin Alder", true, true, true,
                clock.instant().plus(Duration.ofHours(1)), session);
    }
}
