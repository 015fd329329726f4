package org.daywatch.platform.web.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Fifty who send a byte now and then, in headers, in a form, in a file and in a body that nobody reads, keep no place
 * at the web port; whoever reads a page beside them waits for none of them.
 *
 * <p>A-44 of docs/security.
 */
@DaywatchIT
class SlowRequestsIT {

    /** Headers and body: what a request may take. */
    private static final Duration PROMISE = Duration.ofSeconds(10 + 20 + 1);
    private static final Duration GUARD = PROMISE.multipliedBy(5); // the machine may be busy; the figure is printed
    private static final List<String> BEGINNINGS = List.of("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nemail=",
            "POST /alert HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 200000000\r\n\r\n--x",
            "POST /nowhere HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2000\r\na");

    @Autowired MeterRegistry meters;
    @Autowired UnfinishedRequests unfinished;
    @LocalServerPort int port;

    @Test
    void eachIsEndedAtItsDeadlineHoweverOftenAByteComesAndAPageIsAsFastBesideThem() throws Exception {
        var slow = new ArrayList<Socket>();
        double before = meters.counter("daywatch.requests.ended").count();
        try (var reader = new Guest(port)) {
            long alone = slowestOf(reader);
            for (int i = 0; i < 50; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream()
                        .write(BEGINNINGS.get(i % BEGINNINGS.size()).getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            long began = System.nanoTime();
            await().atMost(GUARD).until(() -> unfinished.size() >= 20);
            long beside = slowestOf(reader);
            var open = new ArrayList<>(slow);
            await().pollInterval(Duration.ofMillis(250)).atMost(GUARD).until(() -> {
                open.removeIf(socket -> !trickles(socket));
                return open.isEmpty();
            });
            System.out.printf(
                    "fifty slow requests: the last was ended after %d ms (promised: %d); the slowest of ten pages took %d ms beside them, %d alone%n",
                    (System.nanoTime() - began) / 1_000_000, PROMISE.toMillis(), beside / 1_000_000,
                    alone / 1_000_000);
            assertThat(Duration.ofNanos(beside)).isLessThan(Duration.ofSeconds(5));
            assertThat(meters.counter("daywatch.requests.ended").count()).isGreaterThan(before + 20);
            await().atMost(GUARD).untilAsserted(() -> assertThat(unfinished.size()).isZero());
        } finally {
            for (var socket : slow) socket.close();
        }
    }

    @Test
    void aConnectionThatGoesOnAskingIsNotCutShort() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(("GET /no-page-" + i + ".txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                Thread.sleep(50);
                socket.getInputStream().skip(socket.getInputStream().available());
            }
        }
    }

    private static long slowestOf(Guest reader) {
        long slowest = 0;
        for (int i = 0; i < 10; i++) {
            long began = System.nanoTime();
            assertThat(reader.get("/sign-in/forgotten").status()).isEqualTo(200);
            slowest = Math.max(slowest, System.nanoTime() - began);
        }
        return slowest;
    }

    /** @return false once the connection is closed */
    private static boolean trickles(Socket socket) {
        try {
            socket.setSoTimeout(1);
            socket.getOutputStream().write('a');
            while (socket.getInputStream().read() >= 0) {
                // an answer before the body was over
            }
            return false;
        } catch (SocketTimeoutException stillOpen) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
