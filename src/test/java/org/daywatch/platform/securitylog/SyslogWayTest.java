package org.daywatch.platform.securitylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import org.daywatch._story.SelfSigned;
import org.daywatch.platform.securitylog.SecurityLine.From;
import org.daywatch.platform.securitylog.SyslogAddress.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector that listens, goes, comes back, and one that is somebody else. */
class SyslogWayTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void hangUp() throws Exception {
        for (var one : open.reversed()) one.close();
    }

    private static SyslogMessage message(int n) {
        var line = new SecurityLine(Instant.parse("2026-11-24T14:00:00Z"), UUID.randomUUID(),
                SecurityEvent.AUTHN_LOGIN_FAIL, false, null, null, From.HERE, "", Map.of());
        return new SyslogMessage(line, "school-safety", "{\"ñ\":" + n + "}");
    }

    private SyslogWay way(Way way, int port, int room) {
        var made = new SyslogWay(new SyslogAddress(way, "localhost", port),
                (SSLSocketFactory) SSLSocketFactory.getDefault(), room, 50);
        open.add(made);
        return made;
    }

    /** Reads as RFC 5425 frames: a length, a space, so many bytes. */
    private final class Collector implements AutoCloseable {

        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<Exception> broken = new CopyOnWriteArrayList<>();
        final List<Socket> connections = new CopyOnWriteArrayList<>();
        final ServerSocket door;

        Collector(int port) throws Exception {
            this(new ServerSocket(), port);
        }

        Collector(ServerSocket unbound, int port) throws Exception {
            door = unbound;
            door.setReuseAddress(true);
            door.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            open.add(this);
            Thread.ofVirtual().start(() -> {
                while (!door.isClosed()) {
                    try {
                        var one = door.accept();
                        connections.add(one);
                        Thread.ofVirtual().start(() -> read(one));
                    } catch (Exception closed) {
                        return;
                    }
                }
            });
        }

        private void read(Socket one) {
            try (InputStream in = one.getInputStream()) {
                while (true) {
                    var length = new StringBuilder();
                    for (int c = in.read(); c != ' '; c = in.read()) {
                        if (c < 0) return;
                        length.append((char) c);
                    }
                    heard.add(new String(in.readNBytes(Integer.parseInt(length.toString())), StandardCharsets.UTF_8));
                }
            } catch (Exception gone) {
                broken.add(gone);
            }
        }

        @Override
        public void close() throws Exception {
            door.close();
            for (var one : connections) one.close();
        }
    }

    @Test
    void aMessageHasTheHeaderOfRfc5424AndItsLengthInBytes() throws Exception {
        var collector = new Collector(0);
        way(Way.TCP, collector.door.getLocalPort(), 10).take(message(1));
        await().atMost(SOON).until(() -> !collector.heard.isEmpty());
        assertThat(collector.heard.getFirst())
                .matches("<84>1 2026-11-24T14:00:00Z school-safety daywatch [0-9]+ authn_login_fail - \\{\"ñ\":1}");
    }

    @Test
    void overUdpEachMessageIsADatagram() throws Exception {
        try (var collector = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            collector.setSoTimeout(10_000);
            way(Way.UDP, collector.getLocalPort(), 10).take(message(7));
            var packet = new DatagramPacket(new byte[2000], 2000);
            collector.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .endsWith("authn_login_fail - {\"ñ\":7}");
        }
    }

    @Test
    void whatHappensWhileTheCollectorIsAwayComesInOrderWhenItIsBack() throws Exception {
        var first = new Collector(0);
        int port = first.door.getLocalPort();
        var way = way(Way.TCP, port, 100);
        way.take(message(1));
        await().atMost(SOON).until(() -> first.heard.size() == 1);
        first.close();
        for (int n = 2; n <= 20; n++) way.take(message(n));
        await().atMost(SOON).until(way::away);
        assertThat(way.lost()).isZero();
        var second = new Collector(port);
        await().atMost(SOON).until(() -> second.heard.size() == 19);
        for (int n = 2; n <= 20; n++) assertThat(second.heard.get(n - 2)).endsWith("{\"ñ\":" + n + "}");
        await().atMost(SOON).until(() -> !way.away());
    }

    @Test
    void whatDoesNotFitIsCountedAndNobodyWaits() throws Exception {
        int port;
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        var way = way(Way.TCP, port, 5);
        way.take(message(0));
        await().atMost(SOON).until(way::away); // the first is on its way, and five may wait
        for (int n = 1; n <= 8; n++) way.take(message(n));
        assertThat(way.waiting()).isEqualTo(5);
        assertThat(way.lost()).isEqualTo(3);
    }

    private SyslogWay over(SelfSigned trusted, Collector collector) {
        var made = new SyslogWay(new SyslogAddress(Way.TLS, "localhost", collector.door.getLocalPort()),
                trusted.trusting().getSocketFactory(), 10, 50);
        open.add(made);
        return made;
    }

    @Test
    void overTlsOnlyACollectorWithTheHostsOwnCertificateHearsAnything(@TempDir Path own, @TempDir Path foreign)
            throws Exception {
        var ours = SelfSigned.in(own);
        var others = SelfSigned.in(foreign, "logs.example.org");
        var right = new Collector(ours.serving().getServerSocketFactory().createServerSocket(), 0);
        over(ours, right).take(message(3));
        await().atMost(SOON).until(() -> right.heard.size() == 1);
        assertThat(right.heard.getFirst()).endsWith("{\"ñ\":3}");

        var otherName = new Collector(others.serving().getServerSocketFactory().createServerSocket(), 0);
        var nobodySigned = new Collector(others.serving().getServerSocketFactory().createServerSocket(), 0);
        for (var way : List.of(over(others, otherName), over(ours, nobodySigned))) {
            way.take(message(4));
            await().atMost(SOON).until(way::away);
        }
        assertThat(otherName.heard).isEmpty();
        assertThat(nobodySigned.heard).isEmpty();
    }
}
