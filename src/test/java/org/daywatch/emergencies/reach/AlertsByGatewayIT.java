package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;
import static org.daywatch_db.emergencies.Tables.RECEIPT;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.escalation.Escalation;
import org.daywatch.emergencies.reach.escalation.OverGateway;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.OutsideWorld;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.ScriptedGateway;
import org.daywatch.platform.notifications.ScriptedGateway.Answer;
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
 * An alert goes out over a gateway that answers and then loses, is busy, says late that it arrived, and says it twice.
 */
class AlertsByGatewayIT extends OutsideWorld {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> listeners;
    @Autowired AlertStore alerts;
    @Autowired ReachStore reach;
    @Autowired SchoolPeople people;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private final Map<String, UUID> staff = new LinkedHashMap<>();
    private final Map<String, String> numbers = Map.of("Lost", "+16025550101", "Busy", "+16025550102", "Late",
            "+16025550103", "Twice", "+16025550104");
    private PostedDay day;
    private UUID district;
    private ScriptedGateway gateway;
    private Escalation escalation;

    @BeforeEach
    void aSchoolWithFourPhones() throws Exception {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        for (String name : List.of("Lost", "Busy", "Late", "Twice")) {
            UUID person = story.as(district,
                    () -> organizations.join(district, mail(name), name, Role.TEACHER, day.school));
            staff.put(name, person);
            story.run(district,
                    () -> db.insertInto(NOTIFICATION_CHOICE).set(NOTIFICATION_CHOICE.ZONE, "America/Phoenix")
                            .set(NOTIFICATION_CHOICE.TENANT_ID, district).set(NOTIFICATION_CHOICE.PERSON_ID, person)
                            .set(NOTIFICATION_CHOICE.CHANNELS, new String[] {"IN_APP"})
                            .set(NOTIFICATION_CHOICE.PHONE, numbers.get(name)).execute());
        }
        gateway = new ScriptedGateway(app, "acme", Duration.ofSeconds(20));
        escalation = OverGateway.escalation(app, gateway.deliveries());
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whoeverNoReceiptComesForIsWrittenToAndAReceiptCountsOnceHoweverOftenAndLateItComes() throws Exception {
        gateway.says(numbers.get("Busy"), new Answer(429, "10"));
        UUID alert = raise();
        round(alert);
        clock.move(Duration.ofSeconds(15)); // screens stayed dark; nobody has a home-screen app
        round(alert);
        round(alert);
        gateway.work(district);
        clock.move(Duration.ofSeconds(10)); // so long the gateway asked to be left alone
        gateway.work(district);
        assertThat(gateway.numbers()).as("the busy one is asked twice, every other once")
                .containsExactlyInAnyOrder(numbers.get("Lost"), numbers.get("Busy"), numbers.get("Busy"),
                        numbers.get("Late"), numbers.get("Twice"));
        for (String name : List.of("Busy", "Twice", "Twice")) arrived(name);
        round(alert);
        for (String name : List.of("Busy", "Twice")) seen(alert, name); // else they too would be written to: what has arrived is not seen
        clock.move(Duration.ofSeconds(34));
        round(alert);
        assertThat(gateway.letters).as("a receipt may still come").isEmpty();
        clock.move(Duration.ofSeconds(1)); // 45 seconds after they were offered
        round(alert);
        gateway.work(district);
        assertThat(gateway.letters).containsExactlyInAnyOrder(mail("Lost"), mail("Late"));
        arrived("Late");
        arrived("Twice");
        round(alert);
        gateway.work(district);
        var oracle = new TreeMap<>(Map.of("Busy", "SEEN, SMS RECEIVED", "Twice", "SEEN, SMS RECEIVED", "Lost",
                "NOT_REACHED, EMAIL SENT, SMS SENT", "Late", "DELIVERED, EMAIL SENT, SMS RECEIVED"));
        assertThat(standing(alert)).isEqualTo(oracle);
        assertThat(story.as(district, () -> db.fetchCount(RECEIPT, RECEIPT.ALERT_ID.eq(alert))))
                .as("three arrived and two were seen, each counted once").isEqualTo(5);
        assertThat(gateway.texts).hasSize(5);
        assertThat(gateway.letters).hasSize(2);
    }

    @Test
    void aTextThatABusyGatewayHeldBackIsNotSentOnceTheSchoolIsToldSomethingElse() {
        gateway.says(numbers.get("Busy"), new Answer(429, "10"));
        UUID alert = raise(ProtocolAction.HOLD);
        round(alert);
        clock.move(Duration.ofSeconds(15));
        round(alert);
        round(alert);
        gateway.work(district);
        story.run(district,
                () -> app.getBean(AlertCommands.class).handle(alert,
                        new AlertCommand.Change(new AlertCommand.By(staff.get("Late"), "Late", true),
                                ProtocolAction.LOCKDOWN, "", "shots heard"),
                        staff.get("Late")));
        round(alert);
        clock.move(Duration.ofSeconds(10));
        gateway.work(district);
        assertThat(gateway.texts).as("the busy one is not told to hold during a lockdown")
                .filteredOn(text -> text.to().equals(numbers.get("Busy"))).hasSize(1);
        clock.move(Duration.ofSeconds(5)); // screens stayed dark for the new order too
        round(alert);
        round(alert);
        gateway.work(district);
        assertThat(gateway.texts).filteredOn(text -> text.to().equals(numbers.get("Busy"))).hasSize(2).last()
                .satisfies(text -> assertThat(text.text()).contains("Lockdown", "6:00 AM"));
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

    private void seen(UUID alert, String name) {
        hear(new LaneEntry.Ack(Ids.next(), day.cast.agency(), district, day.school, alert, 1, LaneEntry.Kind.SEEN,
                staff.get(name), name, "", clock.instant()));
    }

    private UUID raise() {
        return raise(ProtocolAction.LOCKDOWN);
    }

    private UUID raise(ProtocolAction action) {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), district, day.school, AlertStatus.ACTUAL, action,
                "", null, "", "", LaneEntry.Source.WEB, null, "Somebody", null,
                clock.instant());
        hear(press);
        return press.id();
    }

    private void hear(LaneEntry entry) {
        listeners.forEach(l -> l.heard(entry));
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(entry))));
    }

    private void round(UUID id) {
        Tenancy.run(Scope.system(day.cast.agency()), () -> {
            var alert = alerts.find(id).orElseThrow();
            escalation.go(alert, reach.expect(alert, people.of(alert), clock.instant()), clock.instant());
        });
    }

    private void arrived(String name) throws Exception {
        var reference = gateway.texts.stream().filter(text -> text.to().equals(numbers.get(name))).findFirst()
                .orElseThrow().reference();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/receipts/acme"))
                .header("Content-Type", "application/json").header("Accept", "application/json")
                .header("Authorization", "Bearer acme's key, 16 or more").POST(HttpRequest.BodyPublishers
                        .ofString("{\"reference\":\"" + reference + "\",\"status\":\"delivered\"}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        }
    }

    private String mail(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + day.cast.suffix() + "@story.example";
    }

    private Reach of(UUID alert, UUID person) {
        return reach.of(alert).stream().filter(r -> r.person().equals(person)).findFirst().orElseThrow();
    }
}
