package org.daywatch.platform.notifications.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;
import org.daywatch._story.Story;
import org.daywatch._story.Story.Cast;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.OutsideWorld;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A gateway says what became of a text message: by its own key, as often and in whatever order it likes.
 *
 * <p>A-23, F-08 of docs/security.
 */
class ReceiptsIT extends OutsideWorld {

    private static final String ACME = "Bearer acme's key, 16 or more";
    private static final String BELL = "Basic "
            + Base64.getEncoder().encodeToString("daywatch:bell's key, 16 or more".getBytes(StandardCharsets.UTF_8));

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired @Qualifier("worker") DataSource worker;
    @LocalServerPort int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aReceiptByOurNumberOrByTheGatewaysSaysThatItArrived() {
        var cast = story.cast();
        UUID ours = message(cast, "acme", "SENT", null);
        assertThat(json("acme", ACME, "{\"reference\":\"" + ours + "\",\"status\":\"Delivered\"}").statusCode())
                .isEqualTo(204);
        assertThat(state(cast, ours)).isEqualTo("RECEIVED");
        assertThat(receivedAt(cast, ours)).isEqualTo(clock.instant());

        UUID form = message(cast, "acme", "SENT", "A-1" + cast.suffix());
        assertThat(
                post("acme", ACME, "application/x-www-form-urlencoded", "id=A-1" + cast.suffix() + "&status=delivered")
                        .statusCode())
                .isEqualTo(204);
        assertThat(state(cast, form)).isEqualTo("RECEIVED");

        UUID theirs = message(cast, "bell", "SENT", "B-1" + cast.suffix());
        assertThat(json("bell", BELL, "{\"message\":{\"number\":\"B-1" + cast.suffix() + "\",\"state\":\"ON_PHONE\"}}")
                .statusCode()).isEqualTo(204);
        assertThat(state(cast, theirs)).isEqualTo("RECEIVED");
    }

    @Test
    void twiceLateOrInAnotherOrderChangesNothingThatIsTrueAlready() {
        var cast = story.cast();
        UUID message = message(cast, "acme", "SENT", null);
        acme(message, "queued");
        assertThat(state(cast, message)).as("a word in between").isEqualTo("SENT");
        acme(message, "delivered");
        var arrived = receivedAt(cast, message);
        clock.move(Duration.ofMinutes(5));
        for (String late : new String[] {"delivered", "queued", "failed", "delivered"}) acme(message, late);
        assertThat(state(cast, message)).isEqualTo("RECEIVED");
        assertThat(receivedAt(cast, message)).as("the first time it was said").isEqualTo(arrived);

        UUID turned = message(cast, "acme", "SENT", null);
        acme(turned, "failed");
        assertThat(state(cast, turned)).isEqualTo("FAILED");
        assertThat(error(cast, turned)).isEqualTo("the gateway reports: failed");
        acme(turned, "delivered");
        assertThat(state(cast, turned)).as("it is on the phone, whatever was said before").isEqualTo("RECEIVED");
        assertThat(error(cast, turned)).isNull();

        UUID again = message(cast, "acme", "WAITING", null);
        acme(again, "failed");
        assertThat(state(cast, again)).as("news of the first try does not end the second").isEqualTo("WAITING");
    }

    @Test
    void whoHasNotTheGatewaysOwnKeyIsRefusedAndMovesNothing() {
        var cast = story.cast();
        UUID message = message(cast, "acme", "SENT", null);
        String body = "{\"reference\":\"" + message + "\",\"status\":\"delivered\"}";
        for (String key : new String[] {null, "Bearer wrong", BELL, "Basic !!", "Bearer"}) {
            var answer = json("acme", key, body);
            assertThat(answer.statusCode()).as("key " + key).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(json("stranger", ACME, body).statusCode()).isEqualTo(401);
        assertThat(json("bell", BELL, "{\"reference\":\"" + message + "\",\"message\":{\"state\":\"ON_PHONE\"}}")
                .statusCode()).as("another gateway's message").isEqualTo(404);
        assertThat(state(cast, message)).isEqualTo("SENT");
    }

    @Test
    void anUnknownNumberIsRefusedQuietlyAndAReceiptWithoutOneIsToldWhatIsMissing() {
        var cast = story.cast();
        for (String number : new String[] {UUID.randomUUID().toString(), "nonsense", "' or 1=1 --"}) {
            var answer = json("acme", ACME,
                    "{\"reference\":\"" + number + "\",\"id\":\"" + number + "\",\"status\":\"delivered\"}");
            assertThat(answer.statusCode()).as(number).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(json("acme", ACME, "{\"status\":\"delivered\"}").body()).contains("reference", "invalid-input");
        assertThat(json("acme", ACME, "[1,2]").statusCode()).isEqualTo(400);
        assertThat(json("acme", ACME, "{").statusCode()).isEqualTo(400);
        assertThat(json("acme", ACME, "{\"x\":\"" + "y".repeat(20_000) + "\"}").statusCode()).isEqualTo(400);
        message(cast, "acme", "SENT", "twice" + cast.suffix());
        message(cast, "acme", "SENT", "twice" + cast.suffix());
        assertThat(json("acme", ACME, "{\"id\":\"twice" + cast.suffix() + "\",\"status\":\"delivered\"}").statusCode())
                .as("nobody knows which").isEqualTo(404);
    }

    @Test
    void whoFindsTheTenantSeesNeitherAddressNorPersonNorAnyOtherChannel() {
        var cast = story.cast();
        UUID message = message(cast, "acme", "SENT", null);
        story.run(cast.agency(),
                () -> db.update(DELIVERY).set(DELIVERY.CHANNEL, "IN_APP").where(DELIVERY.ID.eq(message)).execute());
        var jdbc = JdbcClient.create(worker);
        assertThat(jdbc.sql("select count(*) from platform.delivery where id = ?").param(message).query(Long.class)
                .single()).isZero();
        for (String column : new String[] {"address", "person_id", "message_id", "state"}) {
            assertThatThrownBy(() -> jdbc.sql("select " + column + " from platform.delivery").query().listOfRows())
                    .as(column).hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> jdbc.sql("update platform.delivery set gateway = 'x'").update())
                .hasStackTraceContaining("permission denied");
    }

    private void acme(UUID message, String status) {
        assertThat(json("acme", ACME, "{\"reference\":\"" + message + "\",\"status\":\"" + status + "\"}").statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<String> json(String gateway, String authorization, String body) {
        return post(gateway, authorization, "application/json", body);
    }

    private HttpResponse<String> post(String gateway, String authorization, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/receipts/" + gateway))
                .header("Content-Type", type).header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) request.header("Authorization", authorization);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID message(Cast cast, String gateway, String state, String number) {
        UUID text = Ids.next();
        UUID id = Ids.next();
        story.run(cast.agency(), () -> {
            db.insertInto(OUTBOUND_MESSAGE).set(OUTBOUND_MESSAGE.TENANT_ID, cast.agency())
                    .set(OUTBOUND_MESSAGE.ID, text).set(OUTBOUND_MESSAGE.TOPIC, "TEST")
                    .set(OUTBOUND_MESSAGE.SUBJECT, "Post without an officer").set(OUTBOUND_MESSAGE.BODY, "Since 7:30.")
                    .set(OUTBOUND_MESSAGE.CREATED_AT, clock.instant()).execute();
            db.insertInto(DELIVERY).set(DELIVERY.TENANT_ID, cast.agency()).set(DELIVERY.ID, id)
                    .set(DELIVERY.MESSAGE_ID, text).set(DELIVERY.PERSON_ID, cast.coordinator())
                    .set(DELIVERY.CHANNEL, "SMS").set(DELIVERY.ADDRESS, "+16025550142").set(DELIVERY.STATE, state)
                    .set(DELIVERY.DUE_AT, clock.instant())
                    .set(DELIVERY.GATEWAY, gateway).set(DELIVERY.PROVIDER_ID, number).execute();
        });
        return id;
    }

    private String state(Cast cast, UUID id) {
        return story.as(cast.agency(),
                () -> db.select(DELIVERY.STATE).from(DELIVERY).where(DELIVERY.ID.eq(id)).fetchSingle(DELIVERY.STATE));
    }

    private String error(Cast cast, UUID id) {
        return story.as(cast.agency(), () -> db.select(DELIVERY.LAST_ERROR).from(DELIVERY).where(DELIVERY.ID.eq(id))
                .fetchSingle(DELIVERY.LAST_ERROR));
    }

    private Instant receivedAt(Cast cast, UUID id) {
        return story.as(cast.agency(), () -> db.select(DELIVERY.RECEIVED_AT).from(DELIVERY).where(DELIVERY.ID.eq(id))
                .fetchSingle(DELIVERY.RECEIVED_AT));
    }
}
