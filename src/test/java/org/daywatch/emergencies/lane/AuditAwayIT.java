package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.audit.AuditVerification;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/**
 * Nothing can be written into the audit: what would be unwritten is not done, only an alert is.
 *
 * <p>F-25 of docs/security.
 */
@DaywatchIT
class AuditAwayIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Clock clock;
    @Autowired DSLContext db;
    @Autowired LaneAddress address;
    @Autowired LaneTokens tokens;
    @Autowired AuditVerification verification;
    @Value("${daywatch.database.directory}") Path home;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void giveBack() throws Exception {
        asOwner("grant insert on platform.audit_line to dw_app");
        client.close();
    }

    @Test
    void aFileIsNotShownAPressIsAcceptedAndIsStoredWithItsLineAfterwards() throws Exception {
        var day = new PostedDay(app);
        var officer = day.officer("Kim Ash");
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/officers/" + officer.id()).statusCode()).isEqualTo(200);
        asOwner("revoke insert on platform.audit_line from dw_app");
        var refused = coordinator.get("/officers/" + officer.id());
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("the audit record cannot be written").doesNotContain("Kim Ash");
        UUID press = Ids.next();
        var sender = new LaneSender(day.cast.agency(), day.cast.mesquite(), false,
                Map.of(day.school, day.cast.mesquite()), Ids.next(), "Robin Alder", true, true, true,
                clock.instant().plusSeconds(600));
        assertThat(LaneScreen.press(client, URI.create(address.get()).getPort(), tokens.seal(sender),
                LaneScreen.body(press, day.school)).statusCode()).isEqualTo(202);
        Thread.sleep(500);
        assertThat(stored(day, press)).as("no row without its line").isFalse();
        asOwner("grant insert on platform.audit_line to dw_app");
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(stored(day, press)).isTrue());
        assertThat(coordinator.get("/officers/" + officer.id()).statusCode()).isEqualTo(200);
        for (UUID tenant : new UUID[] {day.cast.agency(), day.cast.mesquite()}) {
            assertThat(verification.verify(tenant).faults().stream().filter(fault -> fault.tenant().equals(tenant)))
                    .isEmpty();
        }
    }

    private boolean stored(PostedDay day, UUID press) {
        return story.as(day.cast.mesquite(), () -> db.fetchExists(PRESS, PRESS.ID.eq(press)));
    }

    private void asOwner(String sql) throws Exception {
        var running = EmbeddedPostgres.running(home).orElseThrow();
        try (var owner = DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres",
                running.secrets().superuser()); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
