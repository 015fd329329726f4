package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.daywatch._story.Installed;
import org.daywatch._story.SelfSigned;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The bus as the guide sets it up between machines: encrypted, and only for whoever has the password. */
@Isolated("says for a while whom this process trusts")
class NatsOverTlsTest {

    private static final Path SERVER = Path.of("/usr/sbin/nats-server");

    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private final LaneNode.SharedList shared = new LaneNode.SharedList();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<AutoCloseable> open = new ArrayList<>();
    private SSLContext before;
    private SelfSigned site;
    private Process nats;
    private int port;

    @BeforeEach
    void start() throws Exception {
        assumeThat(SERVER).as("bin/test installs it").exists();
        before = SSLContext.getDefault();
        site = SelfSigned.in(Files.createDirectories(folder.resolve("tls")));
        port = Installed.freePort();
        var file = Files.writeString(folder.resolve("nats.conf"), """
                listen: 127.0.0.1:%d
                jetstream { store_dir: %s, sync_interval: always }
                authorization { users: [ { user: daywatch, password: secret } ] }
                tls { cert_file: %s, key_file: %s }
                """.formatted(port, folder.resolve("stream"), site.chain(), site.key()));
        nats = new ProcessBuilder(SERVER.toString(), "-c", file.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("nats.log").toFile()).start();
    }

    @AfterEach
    void stop() throws Exception {
        for (var one : open.reversed()) one.close();
        client.shutdownNow();
        if (nats != null) nats.destroyForcibly().waitFor();
        if (before != null) SSLContext.setDefault(before);
    }

    private LaneNode node(String name, String password) throws Exception {
        var settings = new LaneSettings(true, 0, "", folder.resolve(name).toString(), folder.resolve("keys").toString(),
                1 << 20, 0, Duration.ofHours(12), 1000, 12, Duration.ofSeconds(15), name, 90, 0);
        var node = new LaneNode(folder.resolve(name), clock, settings, 1000,
                "tls://daywatch:" + password + "@localhost:" + port, shared);
        open.add(node);
        return node;
    }

    @Test
    void twoNodesHearEachOtherAndWhoeverTrustsNoSuchCertificateOrHasAnotherPasswordHearsNothing() throws Exception {
        var untrusting = node("untrusting", "secret");
        Thread.sleep(1500);
        assertThat(untrusting.bus.state()).isEqualTo("away");
        untrusting.close();
        open.remove(untrusting);

        SSLContext.setDefault(site.trusting());
        var first = node("first", "secret");
        var second = node("second", "secret");
        var stranger = node("stranger", "guessed");
        for (var node : List.of(first, second))
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> node.bus.state().equals("up"));
        try (var screen = new LaneScreen(second.port(), second.token(Ids.next()), 0)) {
            screen.next("quiet");
            var id = Ids.next();
            assertThat(LaneScreen.press(client, first.port(), first.token(Ids.next()),
                    LaneScreen.body(id, LaneNode.SCHOOL)).statusCode()).isEqualTo(202);
            assertThat(screen.next("alert").data()).contains(id.toString());
        }
        assertThat(stranger.bus.state()).isEqualTo("away");
    }
}
