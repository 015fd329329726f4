package org.daywatch.emergencies.lane.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Installed;
import org.daywatch._story.SelfSigned;
import org.daywatch._story.Story;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.bus.MessagesTable;
import org.daywatch.emergencies.lane.bus.SharedMessages;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node that only shows, without NATS from its first second: it reads the real table, and its screens listen over TLS.
 *
 * <p>F-20 of docs/security.
 */
@DaywatchIT
class StreamsFromTheTableIT {

    @TempDir Path folder;
    @Autowired Story story;
    @Autowired SharedMessages messages;
    @Autowired @Qualifier("pages") HikariDataSource database;
    @Autowired Clock clock;

    private final UUID school = Ids.next();
    private Story.Cast cast;

    @Test
    void itsScreensHearWhatStoodBeforeItCameAndWhatComes() throws Exception {
        cast = story.cast();
        UUID ended = told(Ids.next(), 1, "ACTIVE");
        UUID stands = told(Ids.next(), 1, "ACTIVE");
        told(ended, 2, "ENDED");
        told(stands, 2, "EVACUATED");
        var keys = folder.resolve("keys");
        var tokens = new LaneTokens(new LaneKeys(keys, clock), LaneSettingsForTests.in(folder), null, clock,
                JsonMapper.builder().build());
        String token = tokens
                .seal(new LaneSender(cast.agency(), cast.mesquite(), false, Map.of(school, cast.mesquite()), Ids.next(),
                        "Robin Alder", true, true, true, clock.instant().plus(Duration.ofHours(1))));
        var certificate = SelfSigned.in(folder);
        var table = new MessagesTable(database.getJdbcUrl(), database.getPassword());
        assertThat(table.agencies()).contains(cast.agency());
        var settings = new StreamNode.Settings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                "https://localhost", "nats://127.0.0.1:" + Installed.freePort(), "daywatch", keys, 100, 12,
                Duration.ofSeconds(15));
        var tls = SslContextBuilder.forServer(certificate.chain().toFile(), certificate.key().toFile()).build();
        try (var node = new StreamNode(settings, tls, table, table::agencies, clock);
                var screen = new LaneScreen(HttpClient.newBuilder().sslContext(certificate.trusting()).build(),
                        "https://localhost:" + node.port(), token, 0)) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> screen.alerts().contains(stands));
            assertThat(screen.alerts()).as("nothing of what is over, and each once").containsExactly(stands);
            UUID comes = told(Ids.next(), 1, "ACTIVE");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> screen.alerts().contains(comes));
            assertThat(screen.alerts()).containsExactly(stands, comes);
        }
    }

    /** As a node that accepts writes it beside the bus. */
    private UUID told(UUID alert, int version, String state) {
        messages.save(cast.mesquite(),
                List.of(new SharedMessages.Message(cast.agency(), Ids.next(), cast.mesquite(), school, null,
                        "accepting", "alert",
                        "{\"alert\":\"" + alert + "\",\"version\":" + version + ",\"state\":\"" + state + "\"}")));
        return alert;
    }
}
