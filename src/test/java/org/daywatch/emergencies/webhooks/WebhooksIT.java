package org.daywatch.emergencies.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.WEBHOOK;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.cap.CapCheck;
import org.daywatch.emergencies.cap.CapMessage;
import org.daywatch.emergencies.webhooks.FakeReceiver.Act;
import org.daywatch.emergencies.webhooks.calls.WebhookSignature;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Addresses outside hear of incidents, through receivers that answer as badly as real ones do. */
@DaywatchIT
class WebhooksIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired WebhookRounds rounds;
    @Autowired WebhookDeliveries deliveries;
    @Autowired DSLContext db;

    private ToldDistrict told;
    private FakeReceiver receiver;

    @BeforeEach
    void aDistrictThatTells() {
        told = new ToldDistrict(app);
    }

    @AfterEach
    void closed() {
        if (receiver != null) receiver.close();
    }

    @Test
    void anIncidentIsToldSignedInOrderAndAsItsSchemaSays() throws Exception {
        String key = told.heardBy(receiver = new FakeReceiver());
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        told.director.post("/alerts/" + alert + "/change", "action", "EVACUATE", "why", "smoke where Little Sam is");
        told.send();
        assertThat(receiver.got)
                .extracting(g -> g.header("Daywatch-Event") + " " + g.header("Daywatch-Version") + " "
                        + g.header("Daywatch-Status"))
                .containsExactly("incident.created 1 ACTUAL", "incident.updated 2 ACTUAL");
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/webhook.schema.json")));
        for (var got : receiver.got) {
            assertThat(schema.validate(got.body(), InputFormat.JSON)).isEmpty();
            assertThat(got.header("Daywatch-Signature"))
                    .isEqualTo("v1=" + WebhookSignature.hmac(key, got.header("Daywatch-Time") + "." + got.body()));
            assertThat(got.body()).contains("Ocotillo High", "1 Ocotillo Way", "33.4484", "Room 12")
                    .doesNotContain("Little Sam").doesNotContain(key);
        }
        assertThat(JsonMapper.builder().build().readTree(receiver.got.get(1).body()).at("/incident/action").asString())
                .isEqualTo("EVACUATE");
        assertThat(told.director.get("/webhooks").body()).as("the key is never shown again").doesNotContain(key)
                .contains(receiver.address().replace("&", "&amp;"));
        assertThat(told.director.get("/webhooks/deliveries").body()).contains("Delivered", "Mesquite dispatch",
                "Ocotillo High");
        assertThat(told.story.as(told.day.cast.mesquite(),
                () -> new String(db.select(WEBHOOK.SIGN_KEY).from(WEBHOOK).fetchSingle(WEBHOOK.SIGN_KEY))))
                .as("encrypted where it lies").startsWith("DWC1").doesNotContain(key);
    }

    /**
     * What dispatch was told after the end they were made to bring about would give the others away to the person who
     * looks over their shoulder.
     */
    @Test
    void whoWasForcedToEndAnAlertDoesNotReadInTheLogThatItGoesOn() throws Exception {
        told.heardBy(receiver = new FakeReceiver());
        var forced = told.member("Lee Alder", Role.SAFETY_DIRECTOR, null);
        forced.post("/alerts/words/" + told.day.school, "word", "Blue heron");
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        clock.move(Duration.ofSeconds(20));
        told.director.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR");
        clock.move(Duration.ofSeconds(20));
        forced.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR", "word", "blue heron");
        clock.move(Duration.ofSeconds(20));
        told.director.post("/alerts/" + alert + "/change", "action", "EVACUATE", "why", "smoke in the gym");
        told.send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Event")).containsExactly("incident.created",
                "incident.updated");
        for (String path : List.of("/webhooks/deliveries", "/webhooks/deliveries.csv")) {
            assertThat(told.director.get(path).body()).as("the others' %s", path).containsIgnoringCase("evacuate");
            assertThat(forced.get(path).body()).as("their %s", path).containsIgnoringCase("secure")
                    .doesNotContainIgnoringCase("evacuate");
        }
    }

    @Test
    void aDrillAndATestCanNeverReadAsReal() throws Exception {
        told.heardBy(receiver = new FakeReceiver());
        told.pressed(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        told.pressed(AlertStatus.TEST, ProtocolAction.HOLD);
        told.send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Status")).containsExactlyInAnyOrder("EXERCISE",
                "TEST");
        for (var got : receiver.got) {
            var body = JsonMapper.builder().build().readTree(got.body());
            assertThat(body.at("/status").asString()).isEqualTo(got.header("Daywatch-Status"));
            assertThat(body.at("/statusWords").asString()).doesNotContain("Real").isNotBlank();
            assertThat(got.body()).doesNotContain("ACTUAL");
        }
        assertThatThrownBy(() -> told.story.run(told.day.cast.mesquite(),
                () -> db.execute("update emergencies.webhook_delivery set status = 'ACTUAL'")))
                .hasStackTraceContaining("permission denied");
    }

    /** 200 then lost, 429, broken, twice: dispatch takes over a row of CAP messages that fits together. */
    @Test
    void dispatchIsToldInCapWithReferencesAndAnUnreliableReceiverMissesNothing() throws Exception {
        String key = told.heardBy(receiver = new FakeReceiver(Act.LOST, Act.OK, Act.BUSY, Act.BROKEN), "CAP",
                AlertStatus.ACTUAL);
        told.pressed(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        told.pressed(AlertStatus.TEST, ProtocolAction.HOLD);
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.SECURE);
        told.director.post("/incidents", "school", told.day.school.toString(), "status", "ACTUAL", "title",
                "Custody at the front desk", "form", org.daywatch.platform.persistence.Ids.next().toString());
        clock.move(Duration.ofSeconds(1));
        told.director.post("/alerts/" + alert + "/change", "action", "EVACUATE", "why", "smoke where Little Sam is");
        clock.move(Duration.ofSeconds(1));
        told.director.post("/alerts/" + alert + "/out");
        for (int i = 0; i < 5; i++) {
            told.send();
            clock.move(Duration.ofSeconds(150));
        }
        var first = told.member("office", Role.FRONT_OFFICE, told.day.school);
        first.post("/alerts/" + alert + "/over", "how", "FALSE_ALARM", "why", "burnt toast");
        told.director.post("/alerts/" + alert + "/over", "how", "FALSE_ALARM", "why", "burnt toast");
        told.send();
        var once = new java.util.LinkedHashMap<String, FakeReceiver.Got>();
        for (var got : receiver.got) {
            assertThat(got.header("Daywatch-Signature"))
                    .isEqualTo("v1=" + WebhookSignature.hmac(key, got.header("Daywatch-Time") + "." + got.body()));
            assertThat(got.header("Content-Type")).startsWith("application/cap+xml");
            assertThat(got.header("Daywatch-Format") + " " + got.header("Daywatch-Status")).isEqualTo("cap ACTUAL");
            var before = once.put(got.header("Daywatch-Delivery"), got);
            if (before != null) assertThat(got.body()).as("the same each time").isEqualTo(before.body());
        }
        assertThat(receiver.got).as("one was lost, one was put off, one was refused").hasSize(7);
        var messages = new java.util.ArrayList<CapMessage>();
        for (var got : once.values()) {
            var checked = CapCheck.of(got.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(checked.faults()).isEmpty();
            messages.add(checked.message().orElseThrow());
        }
        assertThat(messages).extracting(message -> message.msgType().name()).containsExactly("Alert", "Update",
                "Update", "Cancel");
        assertThat(messages).extracting(message -> message.references().size()).containsExactly(0, 1, 2, 3);
        assertThat(messages).extracting(CapMessage::identifier).containsExactly("daywatch." + alert + ".1",
                "daywatch." + alert + ".2", "daywatch." + alert + ".3",
                "daywatch." + alert + ".4");
        assertThat(receiver.got.toString()).doesNotContain("Little Sam").doesNotContain("toast").contains("<Signature");
        var page = told.director.get("/webhooks").body();
        assertThat(page).contains("CAP 1.2, for alerts", "Send messages about: Real");
    }

    @Test
    void dispatchIsToldInEidoAndNobodyChoosesNothing() throws Exception {
        told.heardBy(receiver = new FakeReceiver(), "EIDO", AlertStatus.ACTUAL, AlertStatus.EXERCISE);
        var drill = told.pressed(AlertStatus.EXERCISE, ProtocolAction.SECURE);
        clock.move(Duration.ofSeconds(1));
        told.director.post("/alerts/" + drill + "/change", "action", "HOLD", "why", "next part");
        told.send();
        var json = JsonMapper.builder().build();
        assertThat(receiver.got).hasSize(2)
                .allSatisfy(got -> assertThat(got.header("Daywatch-Format") + " " + got.header("Content-Type"))
                        .isEqualTo("eido application/json"));
        assertThat(receiver.got)
                .extracting(
                        got -> json.readTree(got.body()).at("/incidentComponent/incidentTypeInternalCode").asString())
                .containsExactly("EXERCISE/SECURE", "EXERCISE/HOLD");
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/eido.schema.json")));
        for (var got : receiver.got) assertThat(schema.validate(got.body(), InputFormat.JSON)).isEmpty();
        var refused = told.director.post("/webhooks", "name", "Fire dispatch", "address", receiver.address(), "format",
                "CAP");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Choose at least one", "Fire dispatch");
        assertThat(told.director.post("/webhooks", "name", "Fire dispatch", "address", receiver.address(), "format",
                "FAX", "ofACTUAL", "true").body()).contains("Choose one of the three formats");
    }

    @Test
    void takenButTheAnswerLostIsSentAgainUnderTheSameNumber() throws Exception {
        told.heardBy(receiver = new FakeReceiver(Act.LOST));
        told.pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        told.send();
        clock.move(Duration.ofSeconds(6));
        told.send();
        assertThat(receiver.got).hasSize(2).extracting(g -> g.header("Daywatch-Delivery"))
                .containsOnly(receiver.got.getFirst().header("Daywatch-Delivery"));
        assertThat(receiver.got.get(1).body()).isEqualTo(receiver.got.getFirst().body());
        assertThat(told.states()).containsExactly("SENT");
    }

    @Test
    void aBusyReceiverIsLeftAloneForAsLongAsItAsksWithEverything() throws Exception {
        told.heardBy(receiver = new FakeReceiver(Act.BUSY));
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        told.send();
        told.pressed(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        told.director.post("/alerts/" + alert + "/change", "action", "SECURE", "why", "outside");
        told.send();
        assertThat(receiver.got).as("the drill is another incident and is told").hasSize(2);
        clock.move(Duration.ofSeconds(119));
        told.send();
        assertThat(receiver.got).hasSize(2);
        clock.move(Duration.ofSeconds(30));
        told.send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Status") + g.header("Daywatch-Version"))
                .containsExactly("ACTUAL1", "EXERCISE1", "ACTUAL1", "ACTUAL2");
    }

    @Test
    void aBrokenReceiverIsTriedAgainAndALaterMessageOfTheIncidentWaitsForTheEarlier() throws Exception {
        told.heardBy(receiver = new FakeReceiver(Act.BROKEN, Act.MOVED));
        var alert = told.pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        told.director.post("/alerts/" + alert + "/change", "action", "SECURE", "why", "outside");
        told.send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Version")).containsExactly("1");
        clock.move(Duration.ofSeconds(7));
        told.send();
        assertThat(receiver.got).as("a redirect is a failure, and is not followed").hasSize(2);
        clock.move(Duration.ofSeconds(13));
        told.send();
        assertThat(receiver.got).extracting(g -> g.header("Daywatch-Version")).containsExactly("1", "1", "1", "2");
    }

    @Test
    void whatNeverArrivesIsGivenUpShownAndSentAgainByHand() throws Exception {
        told.heardBy(receiver = new FakeReceiver(java.util.Collections.nCopies(12, Act.BROKEN).toArray(Act[]::new)));
        told.pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        for (int i = 0; i < 14; i++) {
            told.send();
            clock.move(Duration.ofMinutes(20));
        }
        assertThat(receiver.got).hasSize(12);
        assertThat(told.states()).containsExactly("DEAD");
        var later = told.member("later", Role.SAFETY_DIRECTOR, null); // hours have passed: who was signed in then is not any more
        assertThat(later.get("/webhooks").body()).contains("Failed messages: 1");
        var log = later.get("/webhooks/deliveries?state=DEAD").body();
        assertThat(log).contains("Failed", "it answered 500", "Send again");
        var id = Pattern.compile("/webhooks/deliveries/([0-9a-f-]{36})/resending").matcher(log).results().findFirst()
                .orElseThrow().group(1);
        var stranger = told.story.cast();
        assertThat(visitor
                .signedIn(told.join(stranger.mesquite(), "other", Role.SAFETY_DIRECTOR, null), stranger.mesquite(),
                        Role.SAFETY_DIRECTOR)
                .post("/webhooks/deliveries/" + id + "/resending").statusCode()).isEqualTo(404);
        assertThat(later.post("/webhooks/deliveries/" + id + "/resending").statusCode()).isEqualTo(302);
        told.send();
        assertThat(told.states()).containsExactly("SENT");
        assertThat(later.get("/webhooks/deliveries.csv?state=SENT").body().lines()).hasSize(2);
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElse() throws Exception {
        told.heardBy(receiver = new FakeReceiver(Act.LATE));
        try (var quick = new FakeReceiver()) {
            told.director.post("/webhooks", "name", "Fire dispatch", "address", quick.address(), "format", "EVENT",
                    "ofACTUAL", "true");
            told.pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
            rounds.go(told.day.cast.mesquite());
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> quick.got.size() == 1 && receiver.got.size() == 1);
            assertThat(told.states()).as("the slow one has not answered yet").contains("WAITING");
            receiver.letGo();
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> told.states().equals(List.of("SENT", "SENT")));
        }
    }

    @Test
    void whoIsKilledBetweenStoringAndSendingOrBetweenSendingAndWritingLosesNothing() throws Exception {
        told.heardBy(receiver = new FakeReceiver());
        told.pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        assertThat(told.states()).as("stored with the fact; the node dies here").containsExactly("WAITING");
        var hook = told.story.as(told.day.cast.mesquite(),
                () -> db.select(WEBHOOK.ID).from(WEBHOOK).fetchSingle(WEBHOOK.ID));
        var claimed = told.story
                .as(told.day.cast.mesquite(), () -> deliveries.claim(hook, Duration.ofSeconds(10), (r, format) -> "{}"))
                .orElseThrow();
        told.send();
        assertThat(receiver.got).as("another node leaves alone what is claimed").isEmpty();
        clock.move(Duration.ofSeconds(31));
        told.send();
        assertThat(receiver.got).singleElement().satisfies(got -> {
            assertThat(got.header("Daywatch-Delivery")).isEqualTo(claimed.id().toString());
            assertThat(got.body()).as("the words it was claimed with").isEqualTo("{}");
        });
        assertThatThrownBy(() -> told.story.run(told.day.cast.mesquite(), () -> {
            app.getBean(AlertCommands.class).press(List.of(told.press(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN)));
            throw new IllegalStateException("the transaction fails");
        })).hasMessageContaining("the transaction fails");
        assertThat(told.states()).as("no fact, no message").containsExactly("SENT");
    }

}
