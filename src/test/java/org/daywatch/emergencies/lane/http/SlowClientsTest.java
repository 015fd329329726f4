package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.emergencies.lane.http.LaneScreen.body;
import static org.daywatch.emergencies.lane.http.LaneScreen.press;

import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.daywatch._story.TestClock;
import org.daywatch.platform.listening.ConnectionPatience;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever sends a byte now and then keeps no place on the lane, and a press beside them is accepted.
 *
 * <p>A-44 of docs/security.
 */
class SlowClientsTest {

    /** Five times the ten seconds a request may take. */
    private static final Duration GUARD = Duration.ofSeconds(50);

    @TempDir Path folder;
    private final TestClock clock = new TestClock();

    @Test
    void aRequestThatTricklesInIsOverAfterTenSecondsHoweverOftenAByteComes() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var node = new LaneNode(folder, clock); var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 100; i++) {
                var socket = new Socket();
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()));
                socket.getOutputStream().write((i % 2 == 0
                        ? "GET /lane/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                        : "POST /lane/presses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            String token = node.token(Ids.next());
            long began = System.nanoTime();
            var open = new ArrayList<>(slow);
            Awaitility.await().pollInterval(Duration.ofSeconds(1)).atMost(GUARD).until(() -> {
                assertThat(press(client, node.port(), token, body(Ids.next(), LaneNode.SCHOOL)).statusCode())
                        .isIn(202, 429); // twenty a minute
                open.removeIf(socket -> !trickles(socket));
                return open.isEmpty();
            });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as("not at once: somebody may be on a bad line")
                    .isGreaterThan(Duration.ofSeconds(ConnectionPatience.REQUEST_SECONDS - 3));
        } finally {
            for (var socket : slow) socket.close();
        }
    }

    /** @return false once the connection is closed */
    private static boolean trickles(Socket socket) {
        try {
            socket.setSoTimeout(1);
            socket.getOutputStream().write('a');
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void aConnectionOnWhichNothingIsAskedAnyMoreKeepsNoPlaceEither() throws Exception {
        try (var node = new LaneNode(folder, clock);
                var socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            socket.getOutputStream().write("GET /lane/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout((int) Duration.ofSeconds(5L * ConnectionPatience.QUIET_SECONDS).toMillis());
            var answer = socket.getInputStream();
            var read = new StringBuilder();
            for (int b; (b = answer.read()) >= 0;) read.append((char) b);
            assertThat(read).contains("200 OK", "accepting");
        }
    }

    @Test
    void whereThereAreTooManyTheOneGoesOfWhichNothingWasHeardForLongest() {
        var brief = new BriefConnections(() -> 3);
        var came = new ArrayList<EmbeddedChannel>();
        for (int i = 0; i < 3; i++) {
            came.add(new EmbeddedChannel());
            brief.heard(came.get(i));
        }
        brief.heard(came.getFirst()); // it asks
        var fourth = new EmbeddedChannel();
        brief.heard(fourth);
        assertThat(came.stream().map(EmbeddedChannel::isOpen).toList()).isEqualTo(List.of(true, false, true));
        assertThat(fourth.isOpen()).isTrue();
        brief.remove(came.get(2)); // it became a screen
        brief.heard(new EmbeddedChannel());
        assertThat(came.getFirst().isOpen()).as("now there is room").isTrue();
        brief.heard(new EmbeddedChannel());
        assertThat(came.getFirst().isOpen()).isFalse();
        assertThat(came.get(2).isOpen()).isTrue();
    }
}
