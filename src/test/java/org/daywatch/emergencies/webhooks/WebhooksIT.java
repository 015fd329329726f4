package org.daywatch.emergencies.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.WEBHOOK;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.webhooks.FakeReceiver.Act;
import org.daywatch.emergencies.webhooks.sending.WebhookSignature;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Addresses outside hear of incidents, through receivers that answer as badly as real ones do. */
@DaywatchIT
class WebhooksIT {

    private static final Pattern KEY = Pattern.compile("<p class=\"webhook-key\">(dwh_[\\w-]+)</p>");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> lane;
    @Autowired WebhookWorker worker;
    @Autowired WebhookRounds rounds;
    @Autowired WebhookDeliveries deliveries;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit director;
    private FakeReceiver receiver;

    @BeforeEach
    void aDistrictWithASafetyDirector() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        director = member("director", Role.SAFETY_DIRECTOR, null);
    }

    @AfterEach
    void closed() {
        if (receiver != null) receiver.close();
    }

    @Test
    void anIncidentIsToldSignedInOrderAndAsItsSchemaSays() throws Exception {
        String key = heardBy(new FakeReceiver());
        var alert = pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        director.post("/alerts/" + alert + "/change", "action", "EVACUATE", "why", "smoke where Little Sam is");
        send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Event") + " " + g.header("Daywatch-Version") + " " + g.header("Daywatch-Status"))
                .containsExactly("incident.created 1 ACTUAL", "incident.updated 2 ACTUAL");
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(Path.of("docs/formats/webhook.schema.json")));
        for (var got : receiver.got) {
            assertThat(schema.validate(got.body(), InputFormat.JSON)).isEmpty();
            assertThat(got.header("Daywatch-Signature")).isEqualTo("v1=" + WebhookSignature.hmac(key, got.header("Daywatch-Time") + "." + got.body()));
            assertThat(got.body()).contains("Ocotillo High", "1 Ocotillo Way", "33.4484", "Room 12").doesNotContain("Little Sam").doesNotContain(key);
        }
        assertThat(json(1).at("/incident/action").asString()).isEqualTo("EVACUATE");
        assertThat(director.get("/webhooks").body()).as("the key is never shown again").doesNotContain(key).contains(receiver.address().replace("&", "&amp;"));
        assertThat(director.get("/webhooks/deliveries").body()).contains("Arrived", "Mesquite dispatch", "Ocotillo High");
        assertThat(story.as(day.cast.mesquite(), () -> new String(db.select(WEBHOOK.SIGN_KEY).from(WEBHOOK).fetchSingle(WEBHOOK.SIGN_KEY)))).as("encrypted where it lies").startsWith("DWC1").doesNotContain(key);
    }

    @Test
    void aDrillAndATestCanNeverReadAsReal() throws Exception {
        heardBy(new FakeReceiver());
        pressed(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        pressed(AlertStatus.TEST, ProtocolAction.HOLD);
        send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Status")).containsExactlyInAnyOrder("EXERCISE", "TEST");
        for (var got : receiver.got) {
            var body = JsonMapper.builder().build().readTree(got.body());
            assertThat(body.at("/status").asString()).isEqualTo(got.header("Daywatch-Status"));
            assertThat(body.at("/statusWords").asString()).doesNotContain("Real").isNotBlank();
            assertThat(got.body()).doesNotContain("ACTUAL");
        }
        assertThatThrownBy(() -> story.run(day.cast.mesquite(), () -> db.execute("update emergencies.webhook_delivery set status = 'ACTUAL'"))).hasStackTraceContaining("permission denied");
    }

    @Test
    void takenButTheAnswerLostIsSentAgainUnderTheSameNumber() throws Exception {
        heardBy(new FakeReceiver(Act.LOST));
        pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        send();
        clock.move(Duration.ofSeconds(6));
        send();
        assertThat(receiver.got).hasSize(2).extracting(g -> g.header("Daywatch-Delivery")).containsOnly(receiver.got.getFirst().header("Daywatch-Delivery"));
        assertThat(receiver.got.get(1).body()).isEqualTo(receiver.got.getFirst().body());
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aBusyReceiverIsLeftAloneForAsLongAsItAsksWithEverything() throws Exception {
        heardBy(new FakeReceiver(Act.BUSY));
        var alert = pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        send();
        pressed(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        director.post("/alerts/" + alert + "/change", "action", "SECURE", "why", "outside");
        send();
        assertThat(receiver.got).as("the drill is another incident and is told").hasSize(2);
        clock.move(Duration.ofSeconds(119));
        send();
        assertThat(receiver.got).hasSize(2);
        clock.move(Duration.ofSeconds(30));
        send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Status") + g.header("Daywatch-Version")).containsExactly("ACTUAL1", "EXERCISE1", "ACTUAL1", "ACTUAL2");
    }

    @Test
    void aBrokenReceiverIsTriedAgainAndALaterMessageOfTheIncidentWaitsForTheEarlier() throws Exception {
        heardBy(new FakeReceiver(Act.BROKEN, Act.MOVED));
        var alert = pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        director.post("/alerts/" + alert + "/change", "action", "SECURE", "why", "outside");
        send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Version")).containsExactly("1");
        clock.move(Duration.ofSeconds(7));
        send();
        assertThat(receiver.got).as("a redirect is a failure, and is not followed").hasSize(2);
        clock.move(Duration.ofSeconds(13));
        send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Version")).containsExactly("1", "1", "1", "2");
    }

    @Test
    void whatNeverArrivesIsGivenUpShownAndSentAgainByHand() throws Exception {
        heardBy(new FakeReceiver(java.util.Collections.nCopies(12, Act.BROKEN).toArray(Act[]::new)));
        pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        for (int i = 0; i < 14; i++) {
            send();
            clock.move(Duration.ofMinutes(20));
        }
        assertThat(receiver.got).hasSize(12);
        assertThat(states()).containsExactly("DEAD");
        assertThat(director.get("/webhooks").body()).contains("1 messages were given up");
        var log = director.get("/webhooks/deliveries?state=DEAD").body();
        assertThat(log).contains("Given up", "it answered 500", "Send again");
        var id = Pattern.compile("/webhooks/deliveries/([0-9a-f-]{36})/resending").matcher(log).results().findFirst().orElseThrow().group(1);
        var stranger = story.cast();
        assertThat(visitor.signedIn(join(stranger.mesquite(), "other", Role.SAFETY_DIRECTOR, null), stranger.mesquite(), Role.SAFETY_DIRECTOR)
                .post("/webhooks/deliveries/" + id + "/resending").statusCode()).isEqualTo(404);
        assertThat(director.post("/webhooks/deliveries/" + id + "/resending").statusCode()).isEqualTo(302);
        send();
        assertThat(states()).containsExactly("SENT");
        assertThat(director.get("/webhooks/deliveries.csv?state=SENT").body().lines()).hasSize(2);
    }

    @Test
    void theAgencysOwnAreShownOnItsOperationsPage() throws Exception {
        receiver = new FakeReceiver(Act.GONE);
        var admin = visitor.signedIn(join(day.cast.agency(), "admin", Role.AGENCY_ADMIN, null), day.cast.agency(), Role.AGENCY_ADMIN);
        admin.post("/webhooks", "name", "County dispatch", "address", receiver.address());
        pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        Tenancy.run(Scope.system(day.cast.agency()), () -> deliveries.waiting().forEach(worker::deliver));
        assertThat(admin.get("/operations").body()).contains("Webhook messages given up", "/webhooks/deliveries?state=DEAD");
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/webhooks/deliveries?state=DEAD").body()).contains("410");
        assertThat(coordinator.get("/webhooks").statusCode()).isEqualTo(403);
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElse() throws Exception {
        heardBy(new FakeReceiver(Act.LATE));
        try (var quick = new FakeReceiver()) {
            director.post("/webhooks", "name", "Fire dispatch", "address", quick.address());
            pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
            rounds.go(day.cast.mesquite());
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> quick.got.size() == 1 && receiver.got.size() == 1);
            assertThat(states()).as("the slow one has not answered yet").contains("WAITING");
            receiver.letGo();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> states().equals(List.of("SENT", "SENT")));
        }
    }

    @Test
    void whoIsKilledBetweenStoringAndSendingOrBetweenSendingAndWritingLosesNothing() throws Exception {
        heardBy(new FakeReceiver());
        pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        assertThat(states()).as("stored with the fact; the node dies here").containsExactly("WAITING");
        var hook = story.as(day.cast.mesquite(), () -> db.select(WEBHOOK.ID).from(WEBHOOK).fetchSingle(WEBHOOK.ID));
        var claimed = story.as(day.cast.mesquite(), () -> deliveries.claim(hook, Duration.ofSeconds(10), r -> "{}")).orElseThrow();
        send();
        assertThat(receiver.got).as("another node leaves alone what is claimed").isEmpty();
        clock.move(Duration.ofSeconds(31));
        send();
        assertThat(receiver.got).singleElement().satisfies(got -> {
            assertThat(got.header("Daywatch-Delivery")).isEqualTo(claimed.id().toString());
            assertThat(got.body()).as("the words it was claimed with").isEqualTo("{}");
        });
        assertThatThrownBy(() -> story.run(day.cast.mesquite(), () -> {
            pressedInside();
            throw new IllegalStateException("the transaction fails");
        })).hasMessageContaining("the transaction fails");
        assertThat(states()).as("no fact, no message").containsExactly("SENT");
    }

    @Test
    void aNewKeySignsBesideTheOldOneForADay() throws Exception {
        String old = heardBy(new FakeReceiver());
        var id = Pattern.compile("/webhooks/([0-9a-f-]{36})/key").matcher(director.get("/webhooks").body()).results().findFirst().orElseThrow().group(1);
        String fresh = key(director.post("/webhooks/" + id + "/key").body());
        assertThat(fresh).isNotEqualTo(old);
        pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        send();
        var got = receiver.got.getFirst();
        String signed = got.header("Daywatch-Time") + "." + got.body();
        assertThat(got.header("Daywatch-Signature")).isEqualTo("v1=" + WebhookSignature.hmac(fresh, signed) + ",v1=" + WebhookSignature.hmac(old, signed));
        clock.move(Duration.ofHours(25));
        pressed(AlertStatus.EXERCISE, ProtocolAction.HOLD);
        send();
        assertThat(receiver.got.get(1).header("Daywatch-Signature")).doesNotContain(",");
        director.post("/webhooks/" + id + "/stopping");
        pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        send();
        assertThat(receiver.got).hasSize(2);
    }

    @Test
    void onlyOnesOwnAndNoAddressInside() throws Exception {
        heardBy(new FakeReceiver());
        for (String inside : List.of("http://10.0.0.8/x", "https://169.254.169.254/latest", "https://[::1]/", "ftp://receiver.example/")) {
            var refused = director.post("/webhooks", "name", "Inside", "address", inside);
            assertThat(refused.statusCode()).as(inside).isEqualTo(400);
            assertThat(refused.body()).contains(inside);
        }
        var principal = member("principal", Role.PRINCIPAL, day.school);
        assertThat(principal.get("/webhooks").body()).doesNotContain("Mesquite dispatch");
        assertThat(member("teacher", Role.TEACHER, day.school).get("/webhooks").statusCode()).isEqualTo(403);
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(WEBHOOK))).as("the agency does not read the district's").isZero();
    }

    private String heardBy(FakeReceiver by) {
        receiver = by;
        return key(director.post("/webhooks", "name", "Mesquite dispatch", "address", by.address()).body());
    }

    private static String key(String page) {
        var key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        return key.group(1);
    }

    private void send() {
        Tenancy.run(Scope.system(day.cast.mesquite()), () -> deliveries.waiting().forEach(worker::deliver));
    }

    private JsonNode json(int n) {
        return JsonMapper.builder().build().readTree(receiver.got.get(n).body());
    }

    private List<String> states() {
        return story.as(day.cast.mesquite(), () -> db.select(WEBHOOK_DELIVERY.DELIVERY).from(WEBHOOK_DELIVERY).orderBy(WEBHOOK_DELIVERY.DELIVERY).fetch(WEBHOOK_DELIVERY.DELIVERY));
    }

    private LaneEntry.Press press(AlertStatus status, ProtocolAction action) {
        return new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, status, action, "", null, "Room 12", "Little Sam is here", LaneEntry.Source.WEB, null, "Ana Cruz",
                null, clock.instant());
    }

    private UUID pressed(AlertStatus status, ProtocolAction action) {
        var press = press(status, action);
        lane.forEach(listener -> listener.store(List.of(press)));
        return press.id();
    }

    private void pressedInside() {
        app.getBean(org.daywatch.emergencies.alerts.AlertCommands.class).press(press(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN));
    }

    private UUID join(UUID org, String who, Role role, UUID at) {
        return story.as(org, () -> organizations.join(org, who + day.cast.suffix() + "@story.example", who, role, at));
    }

    private Visit member(String who, Role role, UUID at) {
        return visitor.signedIn(join(day.cast.mesquite(), who, role, at), day.cast.mesquite(), role);
    }
}
