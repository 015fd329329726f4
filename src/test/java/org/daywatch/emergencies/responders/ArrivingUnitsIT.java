package org.daywatch.emergencies.responders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.PLAN_OPENING;
import static org.daywatch_db.directory.Tables.SITE_PLAN;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.nio.charset.StandardCharsets;
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
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.cipher.Renewal;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a dispatcher and arriving units see first, and the sealed plan that a link opens once. */
@DaywatchIT
class ArrivingUnitsIT {

    private static final Pattern ADDRESS = Pattern
            .compile("<p class=\"responder-address\">https?://[^/]+(/r/[\\w-]+)</p>");
    private static final byte[] DRAWING = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"></rect></svg>"
            .getBytes(StandardCharsets.UTF_8);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> lane;
    @Autowired SitePlans plans;
    @Autowired Renewal renewal;
    @Autowired LaterDevices later;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private UUID room;
    private UUID plan;

    @BeforeEach
    void aSchoolWithAPlan() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.school);
        member("director", Role.SAFETY_DIRECTOR, null);
        story.run(day.cast.agency(), () -> {
            var building = app.getBean(Schools.class).addBuilding(day.school, "Main");
            app.getBean(Schools.class).addRoom(day.school, building, "Room 12", "1", null);
            app.getBean(Schools.class).addRoom(day.school, building, "Gym", "1", null);
        });
        room = story.as(day.cast.agency(), () -> app.getBean(SchoolRooms.class).of(day.school).stream()
                .filter(r -> r.name().equals("Room 12")).findFirst().orElseThrow().id());
        var campus = story.as(day.cast.mesquite(), () -> app.getBean(Campuses.class).find(day.school).orElseThrow());
        plan = story.as(day.cast.mesquite(), () -> plans.add(UUID.randomUUID(), campus, "Main building", DRAWING));
        story.run(day.cast.mesquite(), () -> {
            plans.place(campus, plan, new SitePlan.Mark(Ids.next(), SitePlan.Kind.ROOM, room, "Room 12", 30, 40));
            plans.place(campus, plan, new SitePlan.Mark(Ids.next(), SitePlan.Kind.DOOR, null, "Door 4, north", 10, 10));
            plans.place(campus, plan,
                    new SitePlan.Mark(Ids.next(), SitePlan.Kind.KEYS, null, "Key box by the flag", 12, 12));
            plans.place(campus, plan, new SitePlan.Mark(Ids.next(), SitePlan.Kind.CAMERA, null, "Camera 7", 50, 50));
        });
    }

    @Test
    void firstComesWhetherItIsMeantThenWhatWhereWhoCommandsAndWhomToCall() {
        var alert = pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        String link = link(alert);
        assertThat(text(visitor.stranger().get(link).body())).containsSubsequence("Real: this is not a drill",
                "Lockdown", "Where", "Room 12", "Ocotillo High, 1 Ocotillo Way", "Door 4, north",
                "33.44840, -112.07400", "In command", "No one has taken command yet.", "Alert raised by Ana Cruz",
                "Callback number", "480 555 0100", "Timeline", "Plan: Main building",
                "Room 12 is circled in red", "Key box by the flag", "Camera 7");
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> story.as(day.cast.agency(), () -> db.fetchExists(INCIDENT, INCIDENT.ID.eq(alert))));
        principal.post("/incidents/" + alert + "/command");
        principal.post("/incidents/" + alert + "/command/post", "reach", "480 555 0177", "office", "Principal", "place",
                "North gate");
        principal.post("/incidents/" + alert + "/units", "form", UUID.randomUUID().toString(), "name", "Engine 12",
                "kind", "FIRE", "state", "ARRIVED",
                "place", "North gate", "under", "COMMANDER");
        var page = visitor.stranger().get(link).body();
        assertThat(text(page)).containsSubsequence("In command", "principal", "Principal",
                "Contact the incident commander", "480 555 0177", "Command post", "North gate", "Engine 12",
                "Command taken");
        assertThat(page).contains("href=\"tel:4805550177\"", "http-equiv=\"refresh\" content=\"30\"",
                "hx-trigger=\"every 10s\"").doesNotContain("Little Sam");
        assertThat(principal.get("/incidents/" + alert).body()).contains("480 555 0177");
    }

    @Test
    void whoTookCommandStandsBetweenWhatTheSchoolWasToldBeforeAndAfter() {
        var alert = pressed(AlertStatus.EXERCISE, ProtocolAction.HOLD);
        String link = link(alert);
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> story.as(day.cast.agency(), () -> db.fetchExists(INCIDENT, INCIDENT.ID.eq(alert))));
        for (var action : List.of("SECURE", "EVACUATE")) {
            clock.move(Duration.ofMinutes(1));
            principal.post("/alerts/" + alert + "/change", "action", action, "why", "as drilled");
            clock.move(Duration.ofMinutes(1));
            if (action.equals("SECURE")) principal.post("/incidents/" + alert + "/command");
        }
        String page = text(visitor.stranger().get(link).body());
        assertThat(page.substring(page.indexOf("Timeline"))).containsSubsequence("Alert raised", "Hold",
                "Alert changed", "Secure", "Command taken", "Alert changed", "Evacuate");
    }

    @Test
    void whatOneCommanderSaidEndsWithTheirCommand() {
        var alert = pressed(AlertStatus.EXERCISE, ProtocolAction.HOLD);
        String link = link(alert);
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> story.as(day.cast.agency(), () -> db.fetchExists(INCIDENT, INCIDENT.ID.eq(alert))));
        var desk = member("office", Role.FRONT_OFFICE, day.school);
        principal.post("/incidents/" + alert + "/command");
        principal.post("/incidents/" + alert + "/command/post", "reach", "channel 3");
        desk.post("/incidents/" + alert + "/command/post", "reach", "not theirs to say");
        assertThat(visitor.stranger().get(link).body()).contains("channel 3").doesNotContain("not theirs to say");
        clock.move(Duration.ofMinutes(1));
        desk.post("/incidents/" + alert + "/command", "why", "The principal is hurt.");
        assertThat(visitor.stranger().get(link).body()).contains("<strong>office</strong>").doesNotContain("channel 3");
    }

    @Test
    void aPlanIsToldToItsOwnerWhenALinkShowsItHoweverOftenThatDeviceLoadsThePage() {
        var alert = pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        String link = link(alert);
        var unit = visitor.stranger();
        for (int i = 0; i < 5; i++) unit.get(link);
        var picture = unit.get(link + "/plans/" + plan);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body()).isEqualTo(new String(DRAWING, StandardCharsets.UTF_8));
        assertThat(picture.headers().firstValue("content-disposition").orElse("")).startsWith("attachment");
        assertThat(openings()).isOne();
        assertThat(messages()).isOne();
        assertThat(principal.get("/alerts/" + alert + "/links").body()).as("one device, one opening")
                .contains("times opened: 1");
        visitor.stranger().get(link(alert));
        assertThat(openings()).as("another link is another opening").isEqualTo(2);
        assertThat(messages()).isEqualTo(2);
        assertThat(story.as(day.cast.mesquite(),
                () -> db.select(PLAN_OPENING.OPENED_BY, PLAN_OPENING.PURPOSE).from(PLAN_OPENING)
                        .fetch(r -> r.value1() + ": " + r.value2())))
                .containsOnly("Mesquite dispatch: Responder link. Real: Lockdown");
    }

    @Test
    void eachFurtherDeviceOfALinkIsToldOnceAndAFloodOfThemInOneMessageAMinute() {
        var alert = pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        String link = link(alert);
        visitor.stranger().get(link);
        assertThat(messages()).isOne();
        clock.move(Duration.ofMinutes(2));
        var second = visitor.stranger();
        for (int i = 0; i < 3; i++) second.get(link);
        assertThat(principal.get("/alerts/" + alert + "/links").body()).as("another device")
                .contains("times opened: 2");
        assertThat(told()).as("at once, and the same device once").containsExactly("Plan opened: Main building",
                "Plan opened on one more device: Main building");
        second.get(link + "/plans/" + plan);
        for (int i = 0; i < 7; i++) visitor.stranger().get(link);
        visitor.stranger().get(link + "/plans/" + plan); // the drawing without its page
        round();
        assertThat(messages()).as("within the minute").isEqualTo(2);
        clock.move(Duration.ofMinutes(1));
        for (int i = 0; i < 2; i++) round();
        assertThat(told()).as("the minute is over").last().isEqualTo("Plan opened on 8 more devices: Main building");
        assertThat(story.as(day.cast.mesquite(),
                () -> db.select(OUTBOUND_MESSAGE.BODIES).from(OUTBOUND_MESSAGE)
                        .where(OUTBOUND_MESSAGE.TOPIC.eq("SITE_PLAN_OPENED")).orderBy(OUTBOUND_MESSAGE.ID.desc())
                        .limit(1).fetchSingle().value1().data()))
                .contains("Mesquite dispatch", "8 more devices have opened", "Otros 8 dispositivos", "Real: Lockdown");
        clock.move(Duration.ofMinutes(5));
        round();
        second.get(link);
        assertThat(messages()).as("nobody new").isEqualTo(3);
        assertThat(openings()).as("the seal was broken once, for the link").isOne();
    }

    @Test
    void withTheLinkEndsThePlan() {
        var alert = pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        String link = link(alert);
        var unit = visitor.stranger();
        assertThat(unit.get(link + "/plans/" + plan).statusCode()).as("never without the page").isEqualTo(404);
        unit.get(link);
        assertThat(unit.get(link + "/plans/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        var id = Pattern.compile("/links/([0-9a-f-]{36})/revocation")
                .matcher(principal.get("/alerts/" + alert + "/links").body()).results().findFirst().orElseThrow()
                .group(1);
        principal.post("/alerts/" + alert + "/links/" + id + "/revocation");
        assertThat(unit.get(link + "/plans/" + plan).statusCode()).isEqualTo(410);
        var gone = unit.get(link);
        assertThat(gone.headers().firstValue("hx-refresh")).as("a page that is open says so").contains("true");
        assertThat(gone.body()).contains("The school revoked this link.").doesNotContain("Main building");
    }

    @Test
    void aDrillIsADrillAtTheTopInTheTitleAndNowhereReal() {
        for (var status : List.of(AlertStatus.EXERCISE, AlertStatus.TEST)) {
            var page = visitor.stranger().get(link(pressed(status, ProtocolAction.LOCKDOWN))).body();
            assertThat(page).doesNotContainIgnoringCase("not a drill").doesNotContain(">Real").doesNotContain("Real:")
                    .doesNotContain("-ACTUAL").contains("responder-mode-" + status, "alert-head-" + status);
            assertThat(page).containsPattern("<title>(Drill|Test)");
        }
    }

    @Test
    void pictureLiesEncryptedAndANewKeyReadsItToo() {
        assertThat(stored()).startsWith("DWC1").doesNotContain("svg");
        assertThat(renewal.withNewKey()).isPositive();
        assertThat(stored()).startsWith("DWC1");
        story.run(day.cast.mesquite(),
                () -> db.update(SITE_PLAN).set(SITE_PLAN.IMAGE, DRAWING).where(SITE_PLAN.ID.eq(plan)).execute());
        var unit = visitor.stranger();
        String link = link(pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN));
        unit.get(link);
        assertThat(unit.get(link + "/plans/" + plan).body()).as("what an older release stored")
                .isEqualTo(new String(DRAWING, StandardCharsets.UTF_8));
        assertThat(renewal.run()).isEqualTo(1);
        assertThat(unit.get(link + "/plans/" + plan).body()).isEqualTo(new String(DRAWING, StandardCharsets.UTF_8));
    }

    private String stored() {
        return story.as(day.cast.mesquite(),
                () -> new String(db.select(SITE_PLAN.IMAGE).from(SITE_PLAN).fetchSingle(SITE_PLAN.IMAGE),
                        StandardCharsets.ISO_8859_1));
    }

    private int openings() {
        return story.as(day.cast.mesquite(), () -> db.fetchCount(PLAN_OPENING));
    }

    private void round() {
        Tenancy.run(Scope.system(day.cast.agency()), later::round); // as its timer does, in no transaction of another
    }

    private List<String> told() {
        return story.as(day.cast.mesquite(),
                () -> db.select(OUTBOUND_MESSAGE.SUBJECT).from(OUTBOUND_MESSAGE)
                        .where(OUTBOUND_MESSAGE.TOPIC.eq("SITE_PLAN_OPENED")).orderBy(OUTBOUND_MESSAGE.ID)
                        .fetch(OUTBOUND_MESSAGE.SUBJECT));
    }

    private int messages() {
        return story.as(day.cast.mesquite(),
                () -> db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("SITE_PLAN_OPENED")));
    }

    /** As one reads it: without tags. */
    private static String text(String page) {
        return page.substring(page.indexOf("<main")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private String link(UUID alert) {
        var address = ADDRESS.matcher(principal
                .post("/alerts/" + alert + "/links", "forWhom", "Mesquite dispatch", "contact", "", "hours", "4")
                .body());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private UUID pressed(AlertStatus status, ProtocolAction action) {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, status, action,
                "", room, "Room 12", "Little Sam is here", LaneEntry.Source.WEB, null, "Ana Cruz", null,
                clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        return press.id();
    }

    private Visit member(String who, Role role, UUID at) {
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@story.example", who, role, at));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
