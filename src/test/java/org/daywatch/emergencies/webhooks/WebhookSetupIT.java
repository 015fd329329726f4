package org.daywatch.emergencies.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.WEBHOOK;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.webhooks.FakeReceiver.Act;
import org.daywatch.emergencies.webhooks.calls.WebhookSignature;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who names receivers, with which key, and who looks after what was given up. */
@DaywatchIT
class WebhookSetupIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
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
    void theAgencysOwnAreShownOnItsOperationsPage() throws Exception {
        receiver = new FakeReceiver(Act.GONE);
        var admin = visitor.signedIn(told.join(told.day.cast.agency(), "admin", Role.AGENCY_ADMIN, null),
                told.day.cast.agency(), Role.AGENCY_ADMIN);
        admin.post("/webhooks", "name", "County dispatch", "address", receiver.address(), "format", "EVENT", "ofACTUAL",
                "true");
        told.pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        told.send(told.day.cast.agency());
        assertThat(admin.get("/operations").body()).contains("Failed webhook messages",
                "/webhooks/deliveries?state=DEAD");
        var coordinator = visitor.signedIn(told.day.cast.coordinator(), told.day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/webhooks/deliveries?state=DEAD").body()).contains("410");
        assertThat(coordinator.get("/webhooks").statusCode()).isEqualTo(403);
    }

    @Test
    void aNewKeySignsBesideTheOldOneForADay() throws Exception {
        String old = told.heardBy(receiver = new FakeReceiver());
        var id = Pattern.compile("/webhooks/([0-9a-f-]{36})/key").matcher(told.director.get("/webhooks").body())
                .results().findFirst().orElseThrow().group(1);
        String fresh = ToldDistrict.key(told.director.post("/webhooks/" + id + "/key").body());
        assertThat(fresh).isNotEqualTo(old);
        told.pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        told.send();
        var got = receiver.got.getFirst();
        String signed = got.header("Daywatch-Time") + "." + got.body();
        assertThat(got.header("Daywatch-Signature"))
                .isEqualTo("v1=" + WebhookSignature.hmac(fresh, signed) + ",v1=" + WebhookSignature.hmac(old, signed));
        clock.move(Duration.ofHours(25));
        told.pressed(AlertStatus.EXERCISE, ProtocolAction.HOLD);
        told.send();
        assertThat(receiver.got.get(1).header("Daywatch-Signature")).doesNotContain(",");
        told.member("later", Role.SAFETY_DIRECTOR, null).post("/webhooks/" + id + "/stopping"); // the session of yesterday has ended
        told.pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        told.send();
        assertThat(receiver.got).hasSize(2);
    }

    @Test
    void onlyOnesOwnAndNoAddressInside() throws Exception {
        told.heardBy(receiver = new FakeReceiver());
        for (String inside : List.of("http://10.0.0.8/x", "https://169.254.169.254/latest", "https://[::1]/",
                "ftp://receiver.example/")) {
            var refused = told.director.post("/webhooks", "name", "Inside", "address", inside, "format", "EVENT",
                    "ofACTUAL", "true");
            assertThat(refused.statusCode()).as(inside).isEqualTo(400);
            assertThat(refused.body()).contains(inside);
        }
        var principal = told.member("principal", Role.PRINCIPAL, told.day.school);
        assertThat(principal.get("/webhooks").body()).contains("Web addresses (0)").doesNotContain(receiver.address());
        assertThat(told.member("teacher", Role.TEACHER, told.day.school).get("/webhooks").statusCode()).isEqualTo(403);
        assertThat(told.story.as(told.day.cast.agency(), () -> db.fetchCount(WEBHOOK)))
                .as("the agency does not read the district's").isZero();
    }
}
