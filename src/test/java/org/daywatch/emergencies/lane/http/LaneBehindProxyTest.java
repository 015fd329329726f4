package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.emergencies.networks.LaneProxies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a proxy each caller counts for themself, and nobody by writing a header. */
class LaneBehindProxyTest {

    /** So many wrong ones of a caller are answered, and twenty more each second; a busy machine sends slowly. */
    private static final int AT_ONCE = 200;
    private static final int GUARD = 20_000;
    private static final String A_SCRIPT = "203.0.113.9";
    private static final String A_SCHOOL = "198.51.100.7";

    @TempDir Path folder;
    private final Clock clock = new TestClock();

    @Test
    void aScriptBehindTheProxyIsCutAndTheSchoolBehindItIsAnswered() throws Exception {
        try (var node = behind("127.0.0.0/8"); var client = HttpClient.newHttpClient()) {
            assertThat(cutWhen(client, node, i -> A_SCRIPT)).isTrue();
            assertThat(answered(client, node, A_SCHOOL)).isTrue();
            assertThat(answered(client, node, "")).as("and what the proxy asks itself").isTrue();
        }
    }

    @Test
    void whatACallerWroteBeforeTheProxysWordCountsForNothing() throws Exception {
        try (var node = behind("127.0.0.0/8"); var client = HttpClient.newHttpClient()) {
            assertThat(cutWhen(client, node, i -> "10.9." + i / 250 + "." + i % 250 + ", " + A_SCRIPT)).isTrue();
            assertThat(answered(client, node, A_SCHOOL)).isTrue();
        }
    }

    @Test
    void whoeverIsNoNamedProxyIsCountedWhereTheyAreWhateverTheyWrite() throws Exception {
        for (String named : new String[] {"", "10.0.0.7/32"})
            try (var node = behind(named); var client = HttpClient.newHttpClient()) {
                assertThat(cutWhen(client, node, i -> "198.51." + i / 250 + "." + i % 250)).as(named).isTrue();
                assertThat(cutWithin(AT_ONCE - 1, client, node, i -> A_SCHOOL)).as("another name is no other caller")
                        .isTrue();
            }
    }

    @Test
    void theWordIsReadFromItsEndUpToTheFirstThatIsNoProxy() {
        var two = new LaneProxies(List.of("10.0.0.7/32", "fd00::/8"));
        assertThat(from(two, "10.0.0.7", "192.0.2.1, 198.51.100.7, fd00::5")).isEqualTo("198.51.100.7");
        assertThat(from(two, "10.0.0.7", "2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(from(two, "10.0.0.7", "192.0.2.1, school.example")).as("a name is looked up nowhere")
                .isEqualTo("10.0.0.7");
        for (String nothing : new String[] {"", ",", "unknown", "192.0.2.1:443", "999.1.1.1"})
            assertThat(from(two, "10.0.0.7", nothing)).as(nothing).isEqualTo("10.0.0.7");
        assertThat(from(two, "192.0.2.66", "198.51.100.7")).as("no proxy of ours").isEqualTo("192.0.2.66");
    }

    @Test
    void startedBehindAProxyThoseOfPrivateNetworksCountAsForThePagesUnlessSomeAreNamed() {
        assertThat(from(new LaneProxies(List.of(), "native"), "192.168.3.4", A_SCHOOL)).isEqualTo(A_SCHOOL);
        assertThat(from(new LaneProxies(List.of(), "native"), "192.0.2.66", A_SCHOOL)).isEqualTo("192.0.2.66");
        assertThat(from(new LaneProxies(List.of(), "none"), "192.168.3.4", A_SCHOOL)).isEqualTo("192.168.3.4");
        assertThat(from(new LaneProxies(List.of("10.0.0.7/32"), "native"), "192.168.3.4", A_SCHOOL))
                .isEqualTo("192.168.3.4");
        assertThatThrownBy(() -> new LaneProxies(List.of("10.0.0.7"), "native"))
                .hasMessageContaining("daywatch.lane.proxies: \"10.0.0.7\" is no range of addresses");
    }

    private interface Written {
        String by(int turn);
    }

    private static boolean cutWhen(HttpClient client, LaneNode node, Written forwarded) throws Exception {
        return cutWithin(GUARD, client, node, forwarded);
    }

    private static boolean cutWithin(int most, HttpClient client, LaneNode node, Written forwarded) throws Exception {
        for (int i = 0; i < most; i++) if (!answered(client, node, forwarded.by(i))) return true;
        return false;
    }

    /** @return false where it is not worth an answer any more */
    private static boolean answered(HttpClient client, LaneNode node, String forwarded) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/lane/presses"))
                .header("Authorization", "Bearer junk").timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (!forwarded.isEmpty()) request.header("X-Forwarded-For", forwarded);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode() == 401;
        } catch (IOException closed) {
            return false;
        }
    }

    private LaneNode behind(String proxies) throws IOException {
        var named = proxies.isEmpty() ? LaneProxies.NONE : new LaneProxies(List.of(proxies));
        return new LaneNode(folder, clock, LaneSettingsForTests.in(folder), 20,
                new LaneNode.Wiring("", new LaneNode.SharedList(), LaneNode.AGENCY, null,
                        new LaneDenials(then -> Map.of(), Duration.ofHours(12), clock), null, named));
    }

    private static String from(LaneProxies proxies, String peer, String forwarded) {
        return proxies.from(new InetSocketAddress(peer, 4711), forwarded.isEmpty() ? List.of() : List.of(forwarded));
    }
}
