package org.daywatch.emergencies.webhooks.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.daywatch.emergencies.networks.Network;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No webhook reaches what is inside: not by a number, not by a name, not by a name that changes its mind.
 *
 * <p>A-38 of docs/security.
 */
class WebhookAddressTest {

    private static final WebhookSettings NOTHING_INSIDE = new WebhookSettings(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "10.255.255.255", "172.16.0.1",
            "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8",
            "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1",
            "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1",
            "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
            "2002:7f00:1::1", "2001::1", "2001:db8::1", "100::1", "5f00::1"})
    void whatIsNotThePublicInternetIsRefused(String inside) throws Exception {
        var address = InetAddress.getByName(inside);
        assertThat(Network.isPublic(address)).isFalse();
        var addresses = new WebhookAddress(NOTHING_INSIDE, host -> new InetAddress[] {address});
        assertThatThrownBy(() -> addresses.read("https://receiver.example/x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> addresses.resolve(URI.create("https://receiver.example/x")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.255.255", "172.32.0.1", "192.167.1.1", "100.63.0.1", "100.128.0.1",
            "2606:4700::1", "2a00:1450:4001::1"})
    void thePublicInternetIsNot(String outside) throws Exception {
        assertThat(Network.isPublic(InetAddress.getByName(outside))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "receiver.example", "ftp://receiver.example/", "file:///etc/passwd", "https://",
            "https:///x", "https://user:word@receiver.example/", "https://user@receiver.example/",
            "https://receiver.example/#x", "https://receiver.example:0/", "https://receiver example/",
            "javascript:alert(1)", "gopher://receiver.example/", "jar:https://receiver.example!/",
            "https://receiver.example/\r\nHost: inside", "https://[::1", "//receiver.example/"})
    void whatIsNoPlainWebAddressIsRefused(String typed) {
        var addresses = new WebhookAddress(NOTHING_INSIDE,
                host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")});
        assertThatThrownBy(() -> addresses.read(typed)).isInstanceOfSatisfying(InvalidInput.class,
                wrong -> assertThat(wrong.byField()).containsOnlyKeys("address"));
    }

    /** As the JDK reads them: numbers that mean an address are looked at like any other. */
    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f.0.0.1/",
            "https://0177.0.0.1/", "https://localhost/", "https://[::1]/",
            "https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[0:0:0:0:0:0:0:1]/",
            "https://169.254.169.254/latest/meta-data/", "http://8.8.8.8/"})
    void noWayOfWritingItLeadsInside(String typed) {
        var addresses = new WebhookAddress(NOTHING_INSIDE);
        try {
            assertThat(Network.isPublic(addresses.resolve(addresses.read(typed)))).as("where it leads").isTrue(); // 0177 is read as 177
        } catch (InvalidInput | IOException refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Test
    void oneAnswerInsideAmongSeveralRefusesAll() throws Exception {
        var both = new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
        assertThatThrownBy(
                () -> new WebhookAddress(NOTHING_INSIDE, host -> both).resolve(URI.create("https://receiver.example/")))
                .hasMessageContaining("private network");
    }

    @Test
    void aNameThatLeadsInsideTheSecondTimeIsNotCalled() throws Exception {
        try (var inside = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var asked = new AtomicInteger();
            var addresses = new WebhookAddress(NOTHING_INSIDE,
                    host -> new InetAddress[] {asked.getAndIncrement() == 0
                            ? InetAddress.getByName("8.8.8.8")
                            : InetAddress.getLoopbackAddress()});
            var typed = addresses.read("https://receiver.example:" + inside.getLocalPort() + "/");
            assertThatThrownBy(() -> new WebhookCall(addresses, Clock.systemUTC()).post(typed, Map.of(), "{}",
                    Duration.ofSeconds(2))).hasMessageContaining("private network");
            inside.setSoTimeout(300);
            assertThatThrownBy(inside::accept).as("nobody came").isInstanceOf(java.net.SocketTimeoutException.class);
            assertThat(asked).as("resolved once for the form and once for the call").hasValue(2);
        }
    }

    @Test
    void anInstallationMayAllowANetworkOfItsOwnAndNoneBesides() throws Exception {
        var settings = new WebhookSettings(List.of("10.20.0.0/16"));
        var addresses = new WebhookAddress(settings, host -> new InetAddress[] {InetAddress.getByName(host)});
        assertThat(addresses.read("http://10.20.7.7/x").getHost()).isEqualTo("10.20.7.7");
        assertThatThrownBy(() -> addresses.read("http://10.21.7.7/x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new WebhookSettings(List.of("ten/8"))).hasMessageContaining("no range of addresses");
    }

    @Test
    void aNameThatDoesNotResolveNowMayBeNamed() {
        var addresses = new WebhookAddress(NOTHING_INSIDE, host -> {
            throw new UnknownHostException(host);
        });
        assertThat(addresses.read("https://tomorrow.example/x")).hasHost("tomorrow.example");
        assertThatThrownBy(() -> addresses.resolve(URI.create("https://tomorrow.example/x")))
                .isInstanceOf(UnknownHostException.class);
    }
}
