package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommand.By;
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
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Somebody wrote the agreed word: no push, text message or letter that comes to them afterward is another than it would
 * be had they written none.
 */
class AfterForceIT extends OutsideWorld {

    private static final Map<String, Role> STAFF = Map.of("Forced", Role.PRINCIPAL, "Office", Role.FRONT_OFFICE,
            "Teacher", Role.TEACHER);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> listeners;
    @Autowired AlertStore alerts;
    @Autowired AlertCommands commands;
    @Autowired ReachStore reach;
    @Autowired SchoolPeople people;
    @Autowired DSLContext db;

    private final Map<String, UUID> staff = new LinkedHashMap<>();
    private PostedDay day;
    private UUID district;
    private UUID alert;
    private ScriptedGateway gateway;
    private Escalation escalation;

    @BeforeEach
    void aSchoolInsideWithThreePhonesAndNoScreenOpen() throws Exception {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        STAFF.forEach((name, role) -> {
            UUID person = story.as(district, () -> organizations.join(district, mail(name), name, role, day.school));
            staff.put(name, person);
            story.run(district,
                    () -> db.insertInto(NOTIFICATION_CHOICE).set(NOTIFICATION_CHOICE.ZONE, "America/Phoenix")
                            .set(NOTIFICATION_CHOICE.TENANT_ID, district).set(NOTIFICATION_CHOICE.PERSON_ID, person)
                            .set(NOTIFICATION_CHOICE.CHANNELS, new String[] {"IN_APP", "EMAIL", "SMS"})
                            .set(NOTIFICATION_CHOICE.PHONE, number(name)).execute());
        });
        gateway = new ScriptedGateway(app, "acme", Duration.ofSeconds(20));
        escalation = OverGateway.escalation(app, gateway.deliveries());
        alert = Ids.next();
        hear(new LaneEntry.Press(alert, day.cast.agency(), district, day.school, AlertStatus.ACTUAL,
                ProtocolAction.SECURE, "", null, "", "", LaneEntry.Source.WEB, null, "Somebody", null,
                clock.instant()));
        round();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whoeverWasMadeToEndItHearsNothingMoreByAnyWayWhateverTheOthersAreToldSince() {
        act("Office", false, new AlertCommand.SayOver(by("Office"), AlertEnding.ALL_CLEAR, Set.of(), ""));
        act("Forced", true, new AlertCommand.SayOver(by("Forced"), AlertEnding.ALL_CLEAR, Set.of(), ""));
        act("Office", false, new AlertCommand.Change(by("Office"), ProtocolAction.EVACUATE, "", "smoke in the gym"));
        for (int i = 0; i < 6; i++) {
            clock.move(Duration.ofSeconds(20));
            round();
        }
        assertThat(textsTo("Teacher")).as("the others are told by text message").isNotEmpty()
                .allMatch(text -> text.contains("Evacuate"));
        assertThat(gateway.letters).as("and written to").contains(mail("Teacher"), mail("Office"))
                .doesNotContain(mail("Forced"));
        assertThat(textsTo("Forced")).isEmpty();
        assertThat(attemptsOf("Forced")).as("nothing waits for them either").isEmpty();
        assertThat(push("Forced")).as("a phone that asks what a push message says").isEqualTo("410");
        assertThat(toldOfForce("Office")).isPositive();
        assertThat(toldOfForce("Forced")).isZero();
    }

    @Test
    void whoeverWasMadeToTellTheSchoolSomethingLessIsSentNothingThatSaysItWasNotTold() {
        clock.move(Duration.ofSeconds(5));
        act("Forced", true, new AlertCommand.Change(by("Forced"), ProtocolAction.HOLD, "", "all quiet"));
        for (int i = 0; i < 3; i++) {
            clock.move(Duration.ofSeconds(15));
            round();
        }
        assertThat(textsTo("Teacher")).as("the others").isNotEmpty().allMatch(text -> text.contains("Secure"));
        assertThat(textsTo("Forced")).as("a text that still says Secure would give it away").isEmpty();
        assertThat(push("Forced")).as("what a push message says is what their screens show").contains("Hold")
                .doesNotContain("Secure");
        assertThat(push("Teacher")).contains("Secure");
        act("Office", false, new AlertCommand.Change(by("Office"), ProtocolAction.EVACUATE, "", "smoke in the gym"));
        for (int i = 0; i < 4; i++) {
            clock.move(Duration.ofSeconds(15));
            round();
        }
        assertThat(textsTo("Forced")).as("what the school is told in earnest since reaches them as anybody")
                .isNotEmpty().allMatch(text -> text.contains("Evacuate"));
        assertThat(textsTo("Forced").getFirst()).as("in the same words").isEqualTo(textsTo("Teacher").getLast());
        assertThat(toldOfForce("Forced")).isZero();
    }

    @Test
    void aMessageThatHadNotLeftWhenTheSenderWasForcedDoesNotLeaveAfterwards() {
        clock.move(Duration.ofSeconds(15));
        for (int i = 0; i < 2; i++) offerOnly(); // nobody has a home-screen app
        assertThat(attemptsOf("Forced")).as("a text is on its way to them").isNotEmpty();
        act("Forced", true, new AlertCommand.Change(by("Forced"), ProtocolAction.HOLD, "", "all quiet"));
        round();
        assertThat(textsTo("Forced")).isEmpty();
        assertThat(textsTo("Teacher")).isNotEmpty();
        assertThat(attemptsOf("Forced")).containsOnly("EXPIRED");
    }

    private void act(String who, boolean forced, AlertCommand.Act act) {
        story.run(district, () -> commands.act(alert, act, forced).orThrow());
        clock.move(Duration.ofSeconds(1));
    }

    private By by(String name) {
        return new By(staff.get(name), name, name.equals("Forced") || name.equals("Office"));
    }

    private void hear(LaneEntry entry) {
        listeners.forEach(l -> l.heard(entry));
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(entry))));
    }

    private void round() {
        for (int i = 0; i < 3; i++) offerOnly();
        gateway.work(district);
    }

    private void offerOnly() {
        Tenancy.run(Scope.system(day.cast.agency()), () -> {
            var now = alerts.find(alert).orElseThrow();
            escalation.go(now, reach.expect(now, people.of(now), clock.instant()), clock.instant());
        });
    }

    private List<String> textsTo(String name) {
        return gateway.texts.stream().filter(text -> text.to().equals(number(name))).map(ScriptedGateway.Text::text)
                .toList();
    }

    /** What became of messages to them; those for which they have no such way are none. */
    private List<String> attemptsOf(String name) {
        return story.as(district,
                () -> db.select(REACH_ATTEMPT.STATE).from(REACH_ATTEMPT).where(REACH_ATTEMPT.ALERT_ID.eq(alert))
                        .and(REACH_ATTEMPT.PERSON_ID.eq(staff.get(name)))
                        .and(REACH_ATTEMPT.STATE.ne("NO_ADDRESS")).fetch(REACH_ATTEMPT.STATE));
    }

    /** A push message is on their phone and fetches its words. @return them, or the status where there are none */
    private String push(String name) {
        var id = Ids.next();
        story.run(day.cast.agency(), () -> db.insertInto(REACH_ATTEMPT).set(REACH_ATTEMPT.AGENCY_ID, day.cast.agency())
                .set(REACH_ATTEMPT.ID, id).set(REACH_ATTEMPT.ALERT_ID, alert)
                .set(REACH_ATTEMPT.TOLD, 99).set(REACH_ATTEMPT.PERSON_ID, staff.get(name))
                .set(REACH_ATTEMPT.DISTRICT_ID, district).set(REACH_ATTEMPT.WAY, "PUSH")
                .set(REACH_ATTEMPT.STATE, "SENT")
                .set(REACH_ATTEMPT.AT, clock.instant()).set(REACH_ATTEMPT.DEADLINE_AT, clock.instant().plusSeconds(20))
                .set(REACH_ATTEMPT.EXPIRES_AT, clock.instant().plusSeconds(900)).execute());
        var answer = visitor.signedIn(staff.get(name), district, STAFF.get(name)).get("/push/" + id);
        story.run(day.cast.agency(), () -> db.update(REACH_ATTEMPT).set(REACH_ATTEMPT.STATE, "NO_ADDRESS")
                .where(REACH_ATTEMPT.ID.eq(id)).execute());
        return answer.statusCode() == 200 ? answer.body() : Integer.toString(answer.statusCode());
    }

    /** By whatever way. */
    private int toldOfForce(String name) {
        return story.as(district,
                () -> db.fetchCount(DELIVERY.join(OUTBOUND_MESSAGE).on(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)),
                        DELIVERY.PERSON_ID.eq(staff.get(name)).and(OUTBOUND_MESSAGE.TOPIC.eq("ALERT_DURESS"))));
    }

    private String number(String name) {
        return "+1602555010" + List.of("Forced", "Office", "Teacher").indexOf(name);
    }

    private String mail(String name) {
        return name.toLowerCase(Locale.ROOT) + day.cast.suffix() + "@story.example";
    }
}
