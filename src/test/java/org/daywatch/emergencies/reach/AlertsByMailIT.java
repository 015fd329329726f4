package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;
import static org.daywatch_db.emergencies.Tables.RECEIPT;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.escalation.Escalation;
import org.daywatch.emergencies.reach.escalation.OverGateway;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.OutsideWorld;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.ScriptedGateway;
import org.daywatch.platform.notifications.receipts.DeliveryReportTest;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * An alert goes out by letters: taken and lost, returned, late, delivered twice; and a letter is read when its reader
 * presses, not when a scanner looks.
 */
class AlertsByMailIT extends OutsideWorld {

    private static final List<String> STAFF = List.of("Taken", "Returned", "Bounced", "Late", "Twice", "Scanned",
            "Read");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> listeners;
    @Autowired AlertStore alerts;
    @Autowired ReachStore reach;
    @Autowired SchoolPeople people;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private final Map<String, UUID> staff = new LinkedHashMap<>();
    private PostedDay day;
    private UUID district;
    private ScriptedGateway gateway;
    private Escalation escalation;

    @BeforeEach
    void aSchoolThatNobodyCanText() throws Exception {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        for (String name : STAFF)
            staff.put(name,
                    story.as(district, () -> organizations.join(district, mail(name), name, Role.TEACHER, day.school)));
        gateway = new ScriptedGateway(app, "acme", Duration.ofSeconds(20));
        escalation = OverGateway.escalation(app, gateway.deliveries());
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aLetterIsSentWhenAServerTookItDeliveredWhenAReceiptSaysSoAndSeenWhenItsReaderPresses() throws Exception {
        UUID alert = mailed();
        assertThat(standing(alert).values()).as("a server's 250 is no receipt").containsOnly("NOT_REACHED, EMAIL SENT");
        assertThat(signed("Returned", "bounce", "wrong key, as long")).isEqualTo(401);
        assertThat(signed("Returned", "bounce", "post's key, 16 or more")).isEqualTo(204);
        assertThat(report("Bounced", "failed", "5.1.1")).isEqualTo(204);
        for (int i = 0; i < 2; i++) assertThat(signed("Twice", "delivered", "post's key, 16 or more")).isEqualTo(204);
        assertThat(report("Late", "delayed", "4.4.1")).isEqualTo(204);
        for (int i = 0; i < 3; i++)
            assertThat(visitor.stranger().get(link("Scanned")).body()).contains("Confirm: I have read this",
                    "Lockdown");
        var reader = visitor.stranger();
        reader.get(link("Read"));
        assertThat(reader.post(link("Read")).body()).contains("Your confirmation is recorded.");
        assertThat(reader.post(link("Read")).statusCode()).as("pressed twice").isEqualTo(200);
        round(alert);
        var oracle = new TreeMap<>(Map.of("Taken", "NOT_REACHED, EMAIL SENT", "Returned", "NOT_REACHED, EMAIL LOST",
                "Bounced", "NOT_REACHED, EMAIL LOST", "Late", "NOT_REACHED, EMAIL SENT",
                "Twice", "DELIVERED, EMAIL RECEIVED", "Scanned", "NOT_REACHED, EMAIL SENT", "Read",
                "SEEN, EMAIL RECEIVED"));
        assertThat(standing(alert)).isEqualTo(oracle);
        clock.move(Duration.ofMinutes(5));
        assertThat(report("Late", "delivered", "2.0.0")).isEqualTo(204);
        assertThat(report("Twice", "failed", "5.0.0")).as("what has arrived has arrived").isEqualTo(204);
        var found = visitor.stranger(); // it came by another way than the server believed
        found.get(link("Returned"));
        found.post(link("Returned"));
        round(alert);
        oracle.put("Late", "DELIVERED, EMAIL RECEIVED");
        oracle.put("Returned", "SEEN, EMAIL RECEIVED");
        assertThat(standing(alert)).isEqualTo(oracle);
        for (int i = 0; i < 2; i++) round(alert);
        assertThat(story.as(district, () -> db.fetchCount(RECEIPT, RECEIPT.ALERT_ID.eq(alert))))
                .as("four arrived and two of them were read, each counted once").isEqualTo(6);
        assertThat(gateway.mails).as("nobody is written to twice").hasSize(STAFF.size());
    }

    @Test
    void theLinkOfALetterIsForThatLetterAloneAndEnds() {
        UUID alert = mailed();
        String link = link("Read");
        assertThat(visitor.stranger().get(link + "x").statusCode()).isEqualTo(404);
        assertThat(visitor.stranger().get("/r" + link.substring(2)).statusCode()).as("it is no link to the alert")
                .isEqualTo(404);
        assertThat(visitor.stranger().get(link).body()).as("and shows nothing of it but its heading")
                .doesNotContain("/alerts/" + alert);
        var early = visitor.stranger();
        early.get(link);
        clock.move(Duration.ofHours(25));
        assertThat(early.post(link).statusCode()).isEqualTo(410);
        assertThat(visitor.stranger().get(link).body()).contains("This link no longer works.")
                .doesNotContain("Lockdown", "Confirm: I have read this");
        round(alert);
        assertThat(standing(alert).get("Read")).isEqualTo("NOT_REACHED, EMAIL SENT");
    }

    private UUID mailed() {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), district, day.school, AlertStatus.ACTUAL,
                ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null, "Somebody", null,
                clock.instant());
        listeners.forEach(l -> l.heard(press));
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(press))));
        round(press.id());
        clock.move(Duration.ofSeconds(15)); // screens stayed dark; nobody has a home-screen app or a number
        for (int i = 0; i < 3; i++) round(press.id());
        gateway.work(district);
        assertThat(gateway.letters).containsExactlyInAnyOrderElementsOf(STAFF.stream().map(this::mail).toList());
        round(press.id());
        return press.id();
    }

    private void round(UUID id) {
        Tenancy.run(Scope.system(day.cast.agency()), () -> {
            var alert = alerts.find(id).orElseThrow();
            escalation.go(alert, reach.expect(alert, people.of(alert), clock.instant()), clock.instant());
        });
    }

    private TreeMap<String, String> standing(UUID alert) {
        var standing = new TreeMap<String, String>();
        staff.forEach((name, person) -> standing.put(name,
                story.as(district, () -> of(alert, person).state().code() + ", "
                        + String.join(", ", db.select(REACH_ATTEMPT.WAY, REACH_ATTEMPT.STATE).from(REACH_ATTEMPT)
                                .where(REACH_ATTEMPT.PERSON_ID.eq(person)).and(REACH_ATTEMPT.STATE.ne("NO_ADDRESS"))
                                .orderBy(REACH_ATTEMPT.WAY).fetch(r -> r.value1() + " " + r.value2())))));
        return standing;
    }

    private ScriptedGateway.Mail letter(String name) {
        return gateway.mails.stream().filter(m -> m.to().equals(mail(name))).findFirst().orElseThrow();
    }

    private String link(String name) {
        return letter(name).reading();
    }

    /** As a mail gateway says it. */
    private int signed(String name, String status, String key) throws Exception {
        String body = "{\"reference\":\"" + letter(name).id() + "\",\"status\":\"" + status + "\"}";
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return post("application/json", body.getBytes(StandardCharsets.UTF_8), "X-Post-Signature",
                "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))));
    }

    /** As a mail server says it, from the mailbox of the sender. */
    private int report(String name, String action, String status) throws Exception {
        return post("message/rfc822", DeliveryReportTest.message(letter(name).id(), action, status), "Authorization",
                "Bearer post's key, 16 or more");
    }

    private int post(String type, byte[] body, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/receipts/post"))
                .header("Content-Type", type).header("Accept", "application/json").header(header, value)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private String mail(String name) {
        return name.toLowerCase(Locale.ROOT) + day.cast.suffix() + "@story.example";
    }

    private Reach of(UUID alert, UUID person) {
        return reach.of(alert).stream().filter(r -> r.person().equals(person)).findFirst().orElseThrow();
    }
}
