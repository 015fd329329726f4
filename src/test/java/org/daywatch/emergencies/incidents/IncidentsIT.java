package org.daywatch.emergencies.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.IMPROVEMENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.incidents.clocks.StatutoryReminders;
import org.daywatch.emergencies.incidents.clocks.StatutoryReminders;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Incidents and what is learned from them, against a real database and over HTTP. */
@DaywatchIT
class IncidentsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> lane;
    @Autowired IncidentCommands commands;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private Visit office;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.school);
        office = member("office", Role.FRONT_OFFICE, day.school);
    }

    @Test
    void everyAlertOpensAnIncidentWhoseTimelineFollowsItAndATestOpensNone() {
        var hold = pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        principal.post("/alerts/" + hold + "/change", "action", "SECURE", "why", "It is outside.");
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(principal.get("/incidents/" + hold).body()).contains("It is outside."));
        var help = pressed(AlertStatus.ACTUAL, ProtocolAction.HELP_MEDICAL);
        var drill = pressed(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        var test = pressed(AlertStatus.TEST, ProtocolAction.HOLD);
        heard(help, drill);
        story.run(day.cast.agency(), () -> app.getBean(AlertStore.class).find(test).ifPresent(commands::hear));
        assertThat(principal.get("/incidents/" + test).statusCode()).isEqualTo(404);
        assertThat(principal.get("/incidents/" + drill).body()).contains("Drill: this is only a drill");
        // Heard again, in whatever order: nothing is written twice.
        story.run(day.cast.agency(), () -> app.getBean(AlertStore.class).find(hold).ifPresent(commands::hear));
        assertThat(
                story.as(day.cast.agency(), () -> db.fetchCount(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID.eq(hold))))
                .isEqualTo(2);
    }

    @Test
    void commandIsTakenHandedOverAndAcceptedByTheReceiver() {
        var own = "/incidents/" + heard(pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD));
        assertThat(principal.get(own).body()).contains("No one yet", "Take command");
        principal.post(own + "/command");
        principal.post(own + "/command/offer", "to", "Desk lead", "briefed", "Two rooms are still to be checked.");
        assertThat(office.get(own).body()).contains("Accept command", "Two rooms are still to be checked.");
        principal.post(own + "/command/acceptance");
        assertThat(principal.get(own).body()).as("they cannot accept for the other")
                .contains("offered command to Desk lead");
        office.post(own + "/command/acceptance");
        assertThat(office.get(own).body()).contains("Command transferred",
                "principal → office: Two rooms are still to be checked.", "accepted in person");
        assertThat(principal.post(own + "/closing", "why", "done").body()).as("only the commander closes")
                .contains("office is in command. Only the incident commander can do this.");
        assertThat(office.post(own + "/closing", "why", "done and dusted").body())
                .contains("The alert is still active. End it first.", "done and dusted</textarea>");
    }

    @Test
    void aFalseAlarmClosesItsIncidentOnceAndWhoeverOpensItAgainKeepsItOpen() {
        var alert = heard(pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD));
        principal.post("/incidents/" + alert + "/command");
        principal.post("/incidents/" + alert + "/tasks", "form", UUID.randomUUID().toString(), "words", "Walk the hall",
                "owner", "Coach Bell", "minutes",
                "0");
        office.post("/alerts/" + alert + "/over", "how", "FALSE_ALARM", "why", "burnt toast");
        principal.post("/alerts/" + alert + "/over", "how", "FALSE_ALARM", "why", "burnt toast");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(
                () -> assertThat(principal.get("/incidents/" + alert).body()).contains("Closed", "burnt toast"));
        assertThat(principal.get("/incidents/" + alert).body()).contains("/reopening")
                .doesNotContain("I called 911");
        principal.post("/incidents/" + alert + "/reopening", "why", "The fire marshal calls back.");
        story.run(day.cast.agency(), () -> app.getBean(AlertStore.class).find(alert).ifPresent(commands::hear));
        assertThat(principal.get("/incidents/" + alert).body()).contains("The fire marshal calls back.",
                "Take command");
    }

    @Test
    void whoeverWasForcedToCallItAFalseAlarmFindsTheIncidentClosedAndTheOthersDoNot() {
        principal.post("/alerts/words/" + day.school, "word", "Blue heron");
        var alert = heard(pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD));
        office.post("/alerts/" + alert + "/over", "how", "FALSE_ALARM", "why", "burnt toast");
        clock.move(Duration.ofSeconds(5));
        principal.post("/alerts/" + alert + "/over", "how", "FALSE_ALARM", "why", "it was nothing", "word",
                "blue heron");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(
                () -> assertThat(office.get("/incidents/" + alert).body()).contains("Closed under duress"));
        assertThat(principal.get("/incidents/" + alert).body()).contains("it was nothing", "/reopening")
                .doesNotContain("under duress");
        assertThat(office.get("/incidents?state=OPEN").body()).contains("/incidents/" + alert);
    }

    @Test
    void theTimelineIsNeverChangedACorrectionIsANewLine() {
        var id = heard(pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD));
        var own = "/incidents/" + id;
        var form = Ids.next().toString();
        office.post(own + "/notes", "words", "Ambulance at door 4", "kind", "SITUATION", "form", form);
        office.post(own + "/notes", "words", "Ambulance at door 4", "kind", "SITUATION", "form", form);
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID.eq(id))))
                .as("sent twice, written once").isEqualTo(2);
        assertThat(office.get(own + "/entries/2/correction").body()).contains("Ambulance at door 4");
        office.post(own + "/entries/2/correction", "words", "It is door 6.");
        assertThat(office.get(own).body()).contains("corrects line 2", "corrected by line 3", "It is door 6.",
                "Ambulance at door 4");
        assertThat(office.get(own + "/entries/77/correction").statusCode()).isEqualTo(404);
        for (String sql : List.of("update emergencies.incident_entry set words = 'x'",
                "delete from emergencies.incident_entry", "update emergencies.incident set status = 'EXERCISE'",
                "delete from emergencies.incident", "update emergencies.statutory_clock set due_at = now()",
                "update emergencies.incident_photo set caption = 'x'")) {
            assertThatThrownBy(() -> story.run(day.cast.agency(), () -> db.execute(sql))).as(sql)
                    .hasStackTraceContaining(sql.startsWith("delete") ? "only retention deletes" : "permission denied");
        }
    }

    @Test
    void rolesUnitsTasksAndClaimsStandOnThePageAndInTheForms() {
        var building = story.as(day.cast.agency(), () -> app.getBean(Schools.class).addBuilding(day.school, "Main"));
        story.run(day.cast.agency(),
                () -> app.getBean(Schools.class).addRoom(day.school, building, "Room 104", "1", null));
        var own = "/incidents/" + heard(pressed(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN));
        principal.post(own + "/roles", "role", "SAFETY");
        principal.post(own + "/units", "form", UUID.randomUUID().toString(), "name", "Engine 12", "kind", "FIRE",
                "state", "ARRIVED", "place", "North gate",
                "under", "SAFETY");
        principal.post(own + "/tasks", "form", UUID.randomUUID().toString(), "words", "Check the gym", "owner",
                "Coach Bell", "minutes", "5");
        principal.post(own + "/claims", "form", UUID.randomUUID().toString(), "room", "219", "words",
                "Somebody is in room 219.");
        clock.move(Duration.ofMinutes(6));
        assertThat(principal.get(own).body()).contains("Engine 12", "North gate", "Check the gym", "Late",
                "This room is not on the school’s list. 219", "Closest room number: Room 104", "Suggestion only");
        assertThat(principal.post(own + "/tasks", "form", UUID.randomUUID().toString(), "words", "Count the bus",
                "owner", "y", "minutes", "-4").body())
                .contains("-4 minutes is not possible", "value=\"Count the bus\"");
        assertThat(principal.get(own).body()).doesNotContain("Count the bus");
        for (String form : List.of("/ics-201.pdf", "/ics-214.pdf", "/ics-214.pdf?role=SAFETY", "/after-action.pdf")) {
            var pdf = principal.get(own + form);
            assertThat(pdf.statusCode()).as(form).isEqualTo(200);
            assertThat(pdf.body()).as(form).startsWith("%PDF-").contains("%%EOF");
        }
        assertThat(principal.get(own + "/ics-214.pdf?role=KING").statusCode()).isEqualTo(400);
        assertThat(principal.get("/incidents.csv").body()).contains("EXERCISE,Ocotillo High,LOCKDOWN");
    }

    @Test
    void custodyAndRestraintStartTheirClocksAndLateIsSaid() {
        principal.post("/incidents", "school", day.school.toString(), "status", "ACTUAL", "title",
                "Custody at the front desk", "form", Ids.next().toString());
        var id = story.as(day.cast.agency(),
                () -> db.select(INCIDENT.ID).from(INCIDENT).where(INCIDENT.ALERT_ID.isNull()).fetchSingle(INCIDENT.ID));
        var own = "/incidents/" + id;
        assertThat(principal.post(own + "/student-events", "kind", "CUSTODY", "student", "Jordan Smith", "day",
                "2026-08-03", "time", "06:00", "place", "Desk", "form", Ids.next().toString()).body())
                .contains("Jordan Smith is not a set of initials", "value=\"Desk\"")
                .doesNotContain("Notify a parent or guardian<");
        principal.post(own + "/student-events", "kind", "CUSTODY", "student", "j.s.", "day", "2026-08-03", "time",
                "06:00", "place", "Office", "form", Ids.next().toString());
        principal.post(own + "/student-events", "kind", "RESTRAINT", "day", "2026-08-03", "time", "05:00", "form",
                Ids.next().toString());
        assertThat(principal.get(own).body())
                .contains("Notify a parent or guardian<", "J.S.", "A.R.S. 8-303", "to be confirmed",
                        "Notify a parent or guardian on the same day", "one student", "Written report")
                .doesNotContain("Late by");
        clock.move(Duration.ofMinutes(70));
        assertThat(principal.get(own).body()).contains("Late by 10 min");
        var event = story.as(day.cast.agency(), () -> db
                .fetchSingle("select id from emergencies.student_event where kind = 'CUSTODY'").get(0, UUID.class));
        assertThat(principal
                .post(own + "/student-events/" + event + "/CUSTODY_ASK_OFFICER", "outcome", "HELD_BACK", "words", "no")
                .body()).contains("Only the notice to the parent or guardian can be delayed");
        var notice = own + "/student-events/" + event + "/CUSTODY_PARENT_NOTICE";
        assertThat(principal.post(notice, "outcome", "DONE", "words", "Mother told.").body())
                .contains("Choose how it was done", "value=\"Mother told.\"").doesNotContain("Done late");
        principal.post(notice, "outcome", "DONE", "how", "PHONE", "words", "Mother told.");
        assertThat(principal.post(notice, "outcome", "DONE", "how", "PHONE", "words", "again").body())
                .contains("Done late", "by phone: Mother told.", "This has already been answered.");
        principal.post(notice + "/reversal", "why", "It was the aunt.");
        assertThat(principal.get(own).body()).contains("Late by 10 min", "Answer to legal deadline withdrawn",
                "It was the aunt.");
        principal.post(notice, "outcome", "DONE", "how", "IN_PERSON", "day", "2026-08-03", "time", "06:55", "words",
                "Mother told at the desk.");
        assertThat(principal.get(own).body()).as("it was done in time and written down later")
                .contains("in person: Mother told at the desk.");
        assertThat(story.as(day.cast.agency(),
                () -> db.fetch("select said from emergencies.statutory_answer order by at, id").getValues(0,
                        String.class)))
                .as("every answer stays")
                .containsExactly("DONE", "TAKEN_BACK", "DONE");
        assertThat(principal.post(own + "/student-events", "kind", "RESTRAINT", "day", "2026-08-04", "time", "05:00",
                "form", Ids.next().toString()).body()).contains("2026-08-04 05:00 is in the future");
    }

    @Test
    void thePersonWhoMustActIsToldAtOnceBeforeAndAfterAndReadsItOnTheirFirstScreen() {
        principal.post("/incidents", "school", day.school.toString(), "status", "ACTUAL", "title",
                "Student taken into police custody", "form", Ids.next().toString());
        var id = story.as(day.cast.agency(),
                () -> db.select(INCIDENT.ID).from(INCIDENT).where(INCIDENT.ALERT_ID.isNull()).fetchSingle(INCIDENT.ID));
        principal.post("/incidents/" + id + "/student-events", "kind", "CUSTODY", "day", "2026-08-03", "time", "06:00",
                "form", Ids.next().toString());
        var reminders = app.getBean(StatutoryReminders.class);
        java.util.function.IntSupplier look = () -> story.as(day.cast.agency(), reminders::remind);
        assertThat(look.getAsInt()).as("nothing is near").isZero();
        clock.move(Duration.ofMinutes(23)); // of 30 for asking the officer
        assertThat(look.getAsInt()).isOne();
        assertThat(look.getAsInt()).as("once").isZero();
        clock.move(Duration.ofMinutes(8));
        assertThat(look.getAsInt()).isOne();
        assertThat(principal.get("/school").body()).contains(
                "Ask the officer whether it is safe to notify a parent or guardian: overdue since", "/incidents/" + id);
        assertThat(office.get("/alert").body()).contains("Notify a parent or guardian: due");
        assertThat(principal.get("/inbox").body()).contains("Legal deadlines: Student taken into police custody",
                "Due soon: Ask the officer", "Overdue: Ask the officer");
        assertThat(story.as(day.cast.mesquite(), () -> db.fetch(
                "select distinct d.channel from platform.delivery d join platform.outbound_message m on m.id = d.message_id"
                        + " where m.topic = 'STATUTORY_LATE'")
                .getValues(0, String.class))).contains("IN_APP");
        assertThat(story.as(day.cast.agency(),
                () -> db.fetchCount(org.jooq.impl.DSL.table("platform.outbound_message"),
                        org.jooq.impl.DSL.condition("topic like 'STATUTORY%'"))))
                .as("it is the school's to do").isZero();
    }

    @Test
    void whatWasLearnedIsRatedAndImprovementsAreToldToThosePlanning() {
        var id = heard(pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD));
        var own = "/incidents/" + id;
        clock.move(Duration.ofMinutes(4));
        principal.post("/alerts/" + id + "/over", "how", "ALL_CLEAR");
        office.post("/alerts/" + id + "/over", "how", "ALL_CLEAR");
        principal.post(own + "/after-action/ratings", "capability", "ALERTING", "rating", "S", "words",
                "The gym did not hear it.");
        var form = Ids.next().toString();
        for (int i = 0; i < 2; i++) {
            principal.post(own + "/after-action/improvements", "capability", "ALERTING", "issue",
                    "No speaker in the gym", "action", "Mount one", "owner", "Facilities", "due", "2026-09-01", "form",
                    form);
        }
        assertThat(principal
                .post(own + "/after-action/improvements", "capability", "ALERTING", "issue", "Too quiet", "action", "y",
                        "owner", "z", "due", "2026-01-01", "form", Ids.next().toString())
                .body()).contains("2026-01-01 is in the past", "Too quiet</textarea>");
        assertThat(principal.get(own + "/after-action").body()).contains("+0:04:00", "Not measured",
                "S: performed with some challenges", "The gym did not hear it.", "No speaker in the gym",
                "Facilities");
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(IMPROVEMENT))).isOne();
        assertThat(story.as(day.cast.mesquite(),
                () -> db.fetchSingle("select count(*) from platform.audit_line where action = 'ImprovementProposed'")
                        .get(0, Integer.class)))
                .isOne();
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(principal.get("/improvements").body())
                .as("planning sees to it").contains("No speaker in the gym"));
        assertThat(principal.get("/alerts/budget").body()).contains("Ocotillo High", "17%", "1 of 6");
        assertThat(principal.get("/alerts/budget.csv").body()).contains("Ocotillo High,1,0,0,0,0,1,6,17");
    }

    @Test
    void onlyThoseWhoMayAndOnlyWhereTheyAre() {
        var id = heard(pressed(AlertStatus.ACTUAL, ProtocolAction.HOLD));
        var teacher = member("teacher", Role.TEACHER, day.school);
        for (String path : List.of("/incidents", "/incidents/" + id, "/incidents/" + id + "/ics-201.pdf",
                "/incidents/" + id + "/after-action", "/alerts/budget")) {
            assertThat(teacher.get(path).statusCode()).as(path).isEqualTo(403);
        }
        var other = story.as(day.cast.agency(),
                () -> app.getBean(Schools.class).add(new Schools.NewSchool(day.cast.mesquite(), "Palo Verde High",
                        org.daywatch.directory.SchoolLevel.HIGH, "9", "12", 900, "2 Way", "Mesquite Flat", "AZ",
                        "85001", "480 555 0101", PostedDay.ZONE)));
        var elsewhere = member("elsewhere", Role.PRINCIPAL, other);
        var stranger = story.cast();
        var strange = visitor.signedIn(stranger.coordinator(), stranger.agency(), Role.COORDINATOR);
        for (var visit : List.of(elsewhere, strange)) {
            assertThat(visit.get("/incidents/" + id).statusCode()).isEqualTo(404);
            assertThat(
                    visit.post("/incidents/" + id + "/notes", "words", "x", "form", Ids.next().toString()).statusCode())
                    .isEqualTo(404);
            assertThat(visit.post("/incidents/" + id + "/command").statusCode()).isEqualTo(404);
            assertThat(visit.get("/incidents").body()).doesNotContain("Ocotillo High");
            assertThat(visit.get("/alerts/budget").body()).doesNotContain("Ocotillo High");
        }
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/incidents/" + id).body()).contains("Hold").doesNotContain("Take command");
    }

    private UUID pressed(AlertStatus status, ProtocolAction action) {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, status, action,
                "", null, "", "", LaneEntry.Source.WEB, null, "Ana Cruz", null,
                clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        return press.id();
    }

    /** Its incident is there. @return the first */
    private UUID heard(UUID... alerts) {
        for (var alert : alerts) {
            Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> story.as(day.cast.agency(),
                    () -> db.fetchExists(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID.eq(alert))));
        }
        return alerts[0];
    }

    private Visit member(String who, Role role, UUID at) {
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@story.example", who, role, at));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
