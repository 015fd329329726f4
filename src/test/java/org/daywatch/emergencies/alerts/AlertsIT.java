package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.duress.DuressWords;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Presses, alerts and their ends in the database and over HTTP, P-07, P-08 of docs/security. */
@DaywatchIT
class AlertsIT {

    private static final Pattern LINK = Pattern
            .compile("<p class=\"responder-address\">https?://[^/]+(/r/[\\w-]+)</p>");

    private static final Instant START = Instant.parse("2026-08-03T14:10:00Z"); // Monday 07:10 in Phoenix, an hour after the story begins

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AlertIntake intake;
    @Autowired DuressWords words;
    @Autowired DSLContext db;

    private PostedDay day;
    private UUID school;
    private Visit teacher;
    private Visit principal;
    private Visit office;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        school = day.school;
        teacher = member("teacher", Role.TEACHER, school);
        principal = member("principal", Role.PRINCIPAL, school);
        office = member("office", Role.FRONT_OFFICE, school);
    }

    @Test
    void theSamePressAThousandTimesInParallelIsOneAlert() throws Exception {
        var press = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, "Ana Cruz");
        try (var threads = Executors.newFixedThreadPool(16)) {
            Callable<Void> once = () -> {
                intake.store(List.of(press));
                return null;
            };
            for (var done : threads.invokeAll(IntStream.range(0, 1000).mapToObj(i -> once).toList())) done.get();
        }
        assertThat(count(PRESS)).isOne();
        assertThat(count(ALERT)).isOne();
        assertThat(count(ALERT_CHANGE)).isOne();
        assertThat(intake.heard(press)).isEqualTo(press.id());
    }

    @Test
    void fourHundredPressesAreOneAlertWithFourHundredPressersEachListed() {
        List<LaneEntry> presses = IntStream.range(0, 400).<LaneEntry>mapToObj(i -> press(Ids.next(), AlertStatus.ACTUAL,
                i == 7 ? ProtocolAction.LOCKDOWN : ProtocolAction.SECURE, "Presser No. " + i)).toList();
        for (var press : presses) assertThat(intake.heard(press)).as("memory").isEqualTo(presses.getFirst().id());
        intake.store(presses.subList(0, 250));
        intake.store(presses); // some come again
        assertThat(count(ALERT)).isOne();
        assertThat(count(PRESS)).isEqualTo(400);
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(PRESS, PRESS.ALERT_ID.eq(presses.getFirst().id()))))
                .isEqualTo(400);
        var page = principal.get("/alerts/" + presses.getFirst().id()).body();
        for (int i : new int[] {0, 7, 399}) assertThat(page).contains("Presser No. " + i + "<");
        assertThat(page).contains("Raised by (400)", "Lockdown");
    }

    @Test
    void noStatementOfTheApplicationChangesAStatus() {
        var drill = stored(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        for (String sql : List.of("update emergencies.alert set status = 'ACTUAL' where id = '" + drill + "'",
                "update emergencies.alert set status = 'ACTUAL', version = version + 1",
                "delete from emergencies.alert where id = '" + drill + "'",
                "update emergencies.press set status = 'ACTUAL' where alert_id = '" + drill + "'",
                "delete from emergencies.press where alert_id = '" + drill + "'",
                "update emergencies.alert_change set action = 'HOLD'",
                "insert into emergencies.alert select * from emergencies.alert where id = '" + drill
                        + "' on conflict (agency_id, id) do update set status = 'ACTUAL'",
                "merge into emergencies.alert a using (select 1) x on a.id = '" + drill
                        + "' when matched then update set status = 'ACTUAL'",
                "alter table emergencies.alert disable trigger alert_status_never_changes",
                "truncate emergencies.alert cascade")) {
            assertThatThrownBy(() -> story.run(day.cast.agency(), () -> db.execute(sql))).as(sql).rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner|only retention deletes).*");
        }
        assertThat(status(drill)).isEqualTo("EXERCISE");
    }

    @Test
    void noPageTurnsADrillIntoTheRealThing() {
        var drill = stored(AlertStatus.EXERCISE, ProtocolAction.HOLD);
        principal.post("/alerts/" + drill + "/change", "action", "LOCKDOWN", "why", "louder", "status", "ACTUAL");
        principal.post("/alerts/" + drill + "/rooms/" + school + "/release", "status", "ACTUAL");
        principal.post("/alerts/" + drill + "/over", "how", "ALL_CLEAR", "status", "ACTUAL");
        var again = teacher.post("/alert", "id", drill.toString(), "school", school.toString(), "status", "ACTUAL",
                "action", "LOCKDOWN");
        assertThat(again.headers().firstValue("location").orElse("")).as("the same press is the same press")
                .endsWith(drill.toString());
        assertThat(count(ALERT)).isOne();
        assertThat(status(drill)).isEqualTo("EXERCISE");
        var real = teacher.post("/alert", "id", Ids.next().toString(), "school", school.toString(), "status", "ACTUAL",
                "action", "HOLD");
        assertThat(real.headers().firstValue("location").orElse("")).doesNotEndWith(drill.toString());
        assertThat(principal.get("/alerts/" + drill).body())
                .contains("Drill: this is only a drill", "The drill is suspended")
                .doesNotContain("Real: this is not a drill");
    }

    @Test
    void whoeverCallsForHelpIsOfferedToEndItAndAnotherTeacherIsNotOfferedWhatWouldBeRefused() {
        var called = teacher.post("/alert", "id", Ids.next().toString(), "school", school.toString(), "status",
                "ACTUAL", "action", "HELP_MEDICAL", "place", "Gym");
        var own = called.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(teacher.get(own).body()).contains("value=\"ALL_CLEAR\"");
        assertThat(teacher.get("/alert").body()).contains("No one is on the way yet", "Cancel help call");
        var other = visitor.signedIn(story.as(day.cast.mesquite(), () -> app.getBean(Organizations.class).join(
                day.cast.mesquite(), "other" + day.cast.suffix() + "@story.example", "Lee Moss", Role.TEACHER, school)),
                day.cast.mesquite(), Role.TEACHER);
        assertThat(other.get(own).body()).contains("Help: medical").doesNotContain("value=\"ALL_CLEAR\"");
        principal.post(own + "/going");
        assertThat(teacher.get("/alert/calls").body()).contains("On the way:", "principal");
        principal.post(own + "/going", "going", "false");
        assertThat(teacher.get("/alert/calls").body()).contains("No one is on the way yet");
        teacher.post(own + "/over", "how", "ALL_CLEAR", "why", "It is over.");
        assertThat(teacher.get("/alert/calls").body()).contains("This help call ended at");
    }

    @Test
    void aTeacherPressesATeamReleasesRoomByRoomAndTwoEndIt() {
        var building = story.as(day.cast.agency(), () -> app.getBean(Schools.class).addBuilding(school, "Main"));
        var room = story.as(day.cast.agency(),
                () -> app.getBean(Schools.class).addRoom(school, building, "Room 12", "1", null));
        var pressed = teacher.post("/alert", "id", Ids.next().toString(), "school", school.toString(), "status",
                "ACTUAL", "action", "LOCKDOWN", "room", room.toString(), "note", "a shot");
        var own = pressed.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(principal.get(own).body()).contains("Room 12", "a shot", "Rooms to release: 1",
                "Daywatch has not notified 911. Call 911 if you need police, fire or EMS.", "tel:911");
        assertThat(principal.post(own + "/over", "how", "ALL_CLEAR", "why", "police went through").body())
                .as("what was typed is not lost")
                .contains("Rooms not released yet: 1", "value=\"police went through\"");
        assertThat(principal.get(own).body()).as("nothing is over before the rooms are").contains("Active");
        principal.post(own + "/rooms/" + room + "/release");
        assertThat(principal.get(own).body()).as("the history names the room")
                .containsPattern("<strong>Room released</strong>: Room 12");
        var link = LINK.matcher(principal.post(own + "/links", "forWhom", "Mesquite dispatch", "hours", "4").body());
        assertThat(link.find()).isTrue();
        assertThat(visitor.stranger().get(link.group(1)).body()).as("and that of arriving units")
                .containsPattern("<strong>Room released</strong>: Room 12");
        principal.post(own + "/over", "how", "ALL_CLEAR");
        principal.post(own + "/over", "how", "ALL_CLEAR");
        assertThat(principal.get(own).body()).contains("a second person must confirm", "All rooms are released");
        assertThat(teacher.post(own + "/over", "how", "ALL_CLEAR", "why", "police went through").statusCode())
                .isEqualTo(302);
        assertThat(principal.get(own).body()).contains("Ended", "police went through");
        assertThat(teacher.get("/alerts.csv").body()).contains("ACTUAL,Ocotillo High,LOCKDOWN,ENDED");
    }

    @Test
    void whoWritesTheAgreedWordSeesAnEndAndTheOthersTheForce() {
        assertThat(principal.post("/alerts/words/" + school, "word", "Blue heron").statusCode()).isEqualTo(302);
        var hold = stored(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        office.post("/alerts/" + hold + "/over", "how", "ALL_CLEAR");
        principal.post("/alerts/" + hold + "/over", "how", "ALL_CLEAR", "word", "blue  HERON ");
        assertThat(principal.get("/alerts/" + hold).body()).contains("<strong>Ended</strong>").doesNotContain("forced",
                "under force", "under duress", "used the duress code");
        assertThat(office.get("/alerts/" + hold).body()).contains("used the duress code at", "<strong>Active</strong>");
        assertThat(principal.get("/alerts/screen").body()).contains("\"alerts\":[]", "\"ended\":[\"" + hold);
        assertThat(office.get("/alerts/screen").body()).contains(hold.toString(), "\"status\":\"ACTUAL\"");
        assertThat(office.get("/inbox").body()).contains("under duress at Ocotillo High");
        assertThat(principal.get("/inbox").body()).doesNotContain("under duress");
        assertThat(principal.get("/alerts").body()).contains("Ended").doesNotContain("Active");
        assertThat(principal.get("/alerts.csv").body()).contains("ACTUAL,Ocotillo High,HOLD,ENDED,")
                .doesNotContain("ACTIVE");
        assertThat(office.get("/alerts.csv").body()).contains("ACTUAL,Ocotillo High,HOLD,ACTIVE,")
                .doesNotContain("ENDED");
        assertThat(principal.get("/school").body()).as("nothing of it waits on their first screen")
                .doesNotContain("Hold");
        assertThat(principal.get("/accountability").body()).contains("No active alert");
        assertThat(office.get("/accountability").body()).doesNotContain("No active alert");
    }

    @Test
    void whoIsForcedToReleaseARoomAndToEndALockdownSeesBothDoneEverywhere() {
        var rooms = story.as(day.cast.agency(), () -> {
            var building = app.getBean(Schools.class).addBuilding(school, "Main");
            return List.of(app.getBean(Schools.class).addRoom(school, building, "Room 12", "1", null),
                    app.getBean(Schools.class).addRoom(school, building, "Room 14", "1", null));
        });
        principal.post("/alerts/words/" + school, "word", "Blue heron");
        var lockdown = stored(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        var own = "/alerts/" + lockdown;
        office.post(own + "/rooms/" + rooms.getFirst() + "/release");
        principal.post(own + "/rooms/" + rooms.getLast() + "/release", "word", "blue heron");
        assertThat(principal.get(own).body()).contains("Rooms to release: 0", "Released.").doesNotContain("under force",
                "forced", "under duress", "used the duress code");
        assertThat(office.get(own).body()).contains("Rooms to release: 1", "used the duress code at",
                "Duress signaled</strong> (Room released)");
        assertThat(office.get("/inbox").body()).contains("under duress at Ocotillo High");
        story.run(day.cast.agency(), () -> app.getBean(org.daywatch.emergencies.incidents.IncidentCommands.class)
                .hear(app.getBean(AlertStore.class).find(lockdown).orElseThrow()));
        assertThat(principal.get("/incidents/" + lockdown).body()).as("the incident's timeline").contains("Room 14")
                .doesNotContain("under force", "under duress", "used the duress code");
        principal.post(own + "/over", "how", "ALL_CLEAR");
        assertThat(office.post(own + "/over", "how", "ALL_CLEAR", "word", "heron").body()).as("one room stands")
                .contains("Rooms not released yet: 1").doesNotContain("value=\"heron\"");
        assertThat(principal.get(own).body()).as("their first word stands on their screen")
                .contains("a second person must confirm");
        teacher.post(own + "/over", "how", "FALSE_ALARM", "why", "nobody there");
        assertThat(principal.get("/alerts.csv").body()).contains("LOCKDOWN,RELEASING");
        assertThat(status(lockdown)).isEqualTo("ACTUAL");
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(org.daywatch_db.emergencies.Tables.ROOM_RELEASE)))
                .as("rooms released in earnest").isOne();
    }

    @Test
    void aLockdownBecomesSomethingLessOnlyWhenASecondPersonSaysSo() {
        var lockdown = stored(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        var own = "/alerts/" + lockdown;
        var refused = principal.post(own + "/change", "action", "SHELTER", "detail", "", "why", "dust from the west");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("value=\"dust from the west\"", "<option value=\"SHELTER\" selected");
        principal.post(own + "/change", "action", "EVACUATE", "why", "fire in the kitchen");
        assertThat(action(lockdown)).isEqualTo("LOCKDOWN");
        assertThat(principal.get(own).body()).contains("to change the response to Evacuate", "fire in the kitchen")
                .doesNotContain("Confirm: Evacuate");
        assertThat(teacher.get(own).body()).contains("Confirm: Evacuate",
                "First of two asked to change the response</strong>: Evacuate");
        assertThat(office.get("/alert").body()).as("on the first screen of whoever may be the second")
                .contains("to change the response to Evacuate");
        principal.post(own + "/second-word", "action", "EVACUATE");
        assertThat(action(lockdown)).as("not alone").isEqualTo("LOCKDOWN");
        teacher.post(own + "/second-word", "action", "HOLD");
        assertThat(action(lockdown)).as("not to something else").isEqualTo("LOCKDOWN");
        assertThat(teacher.post(own + "/second-word", "action", "EVACUATE").statusCode()).isEqualTo(302);
        assertThat(action(lockdown)).isEqualTo("EVACUATE");
    }

    @Test
    void onlyThoseWhoMayDoAndOnlyWhereTheyAre() {
        var hold = stored(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        var other = story.as(day.cast.agency(),
                () -> app.getBean(Schools.class).add(new Schools.NewSchool(day.cast.mesquite(), "Palo Verde High",
                        org.daywatch.directory.SchoolLevel.HIGH, "9", "12", 900, "2 Way", "Mesquite Flat", "AZ",
                        "85001", "480 555 0101", PostedDay.ZONE)));
        var elsewhere = member("elsewhere", Role.TEACHER, other);
        assertThat(elsewhere.get("/alerts/" + hold).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/alerts").body()).doesNotContain("Ocotillo High");
        assertThat(elsewhere.post("/alert", "id", Ids.next().toString(), "school", school.toString(), "status",
                "ACTUAL", "action", "HOLD").statusCode()).isEqualTo(404);
        assertThat(teacher.post("/alerts/" + hold + "/change", "action", "SECURE", "why", "x").statusCode())
                .isEqualTo(403);
        assertThat(teacher.get("/alerts/words").statusCode()).isEqualTo(403);
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/alert").statusCode()).isEqualTo(403);
        assertThat(coordinator.get("/alerts/" + hold).statusCode()).isEqualTo(200);
        var stranger = story.cast();
        var strange = visitor.signedIn(stranger.coordinator(), stranger.agency(), Role.COORDINATOR);
        assertThat(strange.get("/alerts/" + hold).statusCode()).isEqualTo(404);
        assertThat(strange.get("/alerts").body()).doesNotContain("Ocotillo High");
    }

    @Test
    void anOfficerPressesWhereTheyStandAndNowhereElse() {
        var dana = day.officer("Dana Vega");
        var post = day.post(START);
        var officer = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(officer.get("/alert").body()).contains("You are not assigned to a school right now");
        assertThat(officer.post("/alert", "id", Ids.next().toString(), "school", school.toString(), "status", "ACTUAL",
                "action", "SECURE").statusCode()).isEqualTo(404);
        Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> app.getBean(Acceptances.class).accept(dana.person(), post));
        clock.setTo(START.minus(Duration.ofMinutes(20)));
        assertThat(officer.get("/alert").body()).contains("Ocotillo High", "Press and hold a button for two seconds");
        assertThat(officer.post("/alert", "id", Ids.next().toString(), "school", school.toString(), "status", "ACTUAL",
                "action", "SECURE").statusCode()).isEqualTo(302);
    }

    @Test
    void wrongInputIsNamedAndTheConfirmPageAsksOnce() {
        assertThat(teacher.get(
                "/alert/confirm?id=" + Ids.next() + "&school=" + school + "&status=EXERCISE&action=EVACUATE&detail=")
                .body())
                .contains("Evacuate at Ocotillo High?", "Yes, begin the drill", "Drill: this is only a drill");
        assertThat(teacher.post("/alert", "id", "x", "school", school.toString(), "status", "SORT_OF", "action", "RUN")
                .statusCode()).isEqualTo(400);
        assertThat(teacher.post("/alert", "id", Ids.next().toString(), "school", school.toString(), "status", "ACTUAL",
                "action", "SHELTER", "detail", "RAIN/UMBRELLA").statusCode()).isEqualTo(400);
        assertThat(count(ALERT)).isZero();
    }

    private UUID stored(AlertStatus status, ProtocolAction action) {
        var press = press(Ids.next(), status, action, "Ana Cruz");
        intake.store(List.of(press));
        return press.id();
    }

    private LaneEntry.Press press(UUID id, AlertStatus status, ProtocolAction action, String presser) {
        return new LaneEntry.Press(id, day.cast.agency(), day.cast.mesquite(), school, status, action, "", null, "", "",
                LaneEntry.Source.WEB, null, presser, null, clock.instant());
    }

    private int count(org.jooq.Table<?> table) {
        return story.as(day.cast.agency(), () -> db.fetchCount(table));
    }

    private String action(UUID alert) {
        return story.as(day.cast.agency(),
                () -> db.select(ALERT.ACTION).from(ALERT).where(ALERT.ID.eq(alert)).fetchSingle(ALERT.ACTION));
    }

    private String status(UUID alert) {
        return story.as(day.cast.agency(),
                () -> db.select(ALERT.STATUS).from(ALERT).where(ALERT.ID.eq(alert)).fetchSingle(ALERT.STATUS));
    }

    private Visit member(String who, Role role, UUID at) {
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@story.example", who, role, at));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
