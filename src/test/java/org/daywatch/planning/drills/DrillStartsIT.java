package org.daywatch.planning.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.planning.Tables.DRILL_DOSE;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneAddress;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.planning.drills.DrillCommands.Wish;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Who begins a drill of the whole school, when, what it counts for at once, and that its times are the same everywhere.
 */
@DaywatchIT
class DrillStartsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> lane;
    @Autowired LaneTokens tokens;
    @Autowired LaneAddress address;
    @Autowired DrillStore drills;
    @Autowired DrillCommands commands;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private Visit office;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo("2026-08-04T16:00:00Z"); // Tuesday, nine in the morning in Phoenix
        day = new PostedDay(app);
        principal = visit("principal", Role.PRINCIPAL);
        office = visit("office", Role.FRONT_OFFICE);
    }

    @Test
    void aTeacherBeginsNoDrillOfTheWholeSchoolByPageOrLaneAndPracticesACallForTheirRoom() throws Exception {
        var teacher = join("teacher", Role.TEACHER);
        var page = visitor.signedIn(teacher, day.cast.mesquite(), Role.TEACHER);
        assertThat(page.get("/alert?status=EXERCISE").body()).contains("A drill for the whole school is started by")
                .doesNotContain("alert-button-LOCKDOWN").contains("HELP_MEDICAL");
        assertThat(page.get("/alert?status=ACTUAL").body()).as("the real thing anybody")
                .contains("alert-button-LOCKDOWN");
        assertThat(press(page, "LOCKDOWN").statusCode()).isEqualTo(409);
        assertThat(press(page, "HELP_MEDICAL").statusCode()).isEqualTo(302);
        int port = URI.create(address.get()).getPort();
        var token = tokens.seal(new LaneSender(day.cast.agency(), day.cast.mesquite(), false,
                Map.of(day.school, day.cast.mesquite()), teacher, "Kai teacher", true, true, true,
                clock.instant().plus(Duration.ofHours(1))).starting(false));
        try (var client = HttpClient.newHttpClient()) {
            var body = LaneScreen.body(Ids.next(), day.school);
            var refused = LaneScreen.press(client, port, token, body);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("cannot start a drill for the whole school")
                    .doesNotContainPattern("\\b911\\b");
            assertThat(LaneScreen.press(client, port, token,
                    LaneScreen.body(Ids.next(), day.school).replace("EXERCISE", "ACTUAL")).statusCode()).isEqualTo(202);
        }
    }

    @Test
    void whomTheDrillPlanNamesBeginsOneAndNobodyNamesThemselves() {
        var clerk = join("clerk", Role.FRONT_OFFICE);
        var page = visitor.signedIn(clerk, day.cast.mesquite(), Role.FRONT_OFFICE);
        var id = schedule(DrillKind.FIRE, LocalDate.of(2026, 8, 4), LocalTime.of(9, 30));
        assertThat(page.post("/drills/" + id + "/start").statusCode()).isEqualTo(403);
        var own = "/drills/schools/" + day.school + "/starters";
        assertThat(page.post(own, "person", clerk.toString()).statusCode()).isEqualTo(403);
        principal.post(own, "person", clerk.toString());
        assertThat(principal.get(own).body()).contains("Kai clerk", "named by Kai principal");
        assertThatThrownBy(() -> story.run(day.cast.mesquite(), () -> db.execute(
                "update planning.drill_starter set named_by = person_id where person_id = ?", clerk)))
                .hasMessageContaining("nobody_names_themselves");
        assertThat(page.get("/alert?status=EXERCISE").body()).contains("alert-button-LOCKDOWN");
        assertThat(page.get("/drills/" + id).body()).contains("Start drill");
        page.post("/drills/" + id + "/start");
        assertThat(drill(id).state().code()).isEqualTo("RUNNING");
    }

    @Test
    void aLockdownDrillNobodyScheduledCountsForItsClassesWhileItStillStands() {
        var press = pressed(ProtocolAction.LOCKDOWN);
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(doses(press)).isOne());
        assertThat(story.as(day.cast.agency(), () -> drills.find(press))).as("it stands").isEmpty();
        assertThat(principal.get("/drills/schools/" + day.school).body()).contains("Ocotillo High:", "1 of 4");
        clock.move(Duration.ofMinutes(6));
        end(press, "ALL_CLEAR");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(
                () -> assertThat(story.as(day.cast.agency(), () -> drills.find(press))).isPresent());
        assertThat(doses(press)).as("once").isOne();
        clock.move(Duration.ofMinutes(20));
        var mistake = pressed(ProtocolAction.LOCKDOWN);
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(doses(mistake)).isOne());
        end(mistake, "FALSE_ALARM");
        assertThat(story.as(day.cast.agency(), () -> db.fetchValue("select state from emergencies.alert where id = ?",
                mistake))).isEqualTo("CANCELLED");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(doses(mistake)).isZero());
    }

    @Test
    void noDrillOnADayWithoutSchoolNorOutsideItsHoursAndTheRefusalNamesThem() {
        aYearWithBells();
        assertThatThrownBy(() -> schedule(DrillKind.FIRE, LocalDate.of(2026, 8, 8), LocalTime.of(10, 0)))
                .as("a Saturday").isInstanceOfSatisfying(Refused.class,
                        r -> assertThat(r.code()).isEqualTo(PlanningRefusal.DRILL_NO_SCHOOL));
        assertThat(principal.post("/drills/schools/" + day.school + "/new", "kind", "FIRE", "day", "2026-08-05", "at",
                "16:30", "announced", "yes", "simulation", "no", "form", UUID.randomUUID().toString()).body())
                .contains("On Aug 5, 2026 the school is open from 8:30 AM to 3:30 PM");
        var id = schedule(DrillKind.FIRE, LocalDate.of(2026, 8, 5), LocalTime.of(10, 0));
        assertThat(principal.post("/drills/" + id + "/move", "day", "2026-08-05", "at", "07:15").body())
                .contains("8:30 AM to 3:30 PM");
        clock.setTo("2026-08-05T14:00:00Z"); // seven in Phoenix
        assertThat(principal.get("/drills/" + id).body()).contains("8:30 AM to 3:30 PM").doesNotContain("Start drill");
        principal.post("/drills/" + id + "/start");
        assertThat(drill(id).state().code()).isEqualTo("SCHEDULED");
        assertThat(principal.get("/alert?status=EXERCISE").body()).contains("8:30 AM to 3:30 PM")
                .doesNotContain("alert-button-LOCKDOWN");
        assertThat(press(principal, "EVACUATE").statusCode()).isEqualTo(409);
        clock.setTo("2026-08-05T17:00:00Z");
        principal.post("/drills/" + id + "/start");
        assertThat(drill(id).state().code()).isEqualTo("RUNNING");
    }

    @Test
    void theTimesOfOneDrillAreTheSameOnItsPageInItsFileAndOnThePageOfItsAlert() {
        var id = schedule(DrillKind.FIRE, LocalDate.of(2026, 8, 4), LocalTime.of(9, 30));
        clock.move(Duration.ofSeconds(150));
        principal.post("/drills/" + id + "/start");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(
                () -> assertThat(principal.get("/alerts/" + id).statusCode()).isEqualTo(200));
        clock.move(Duration.ofSeconds(400));
        end(id, "ALL_CLEAR");
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(drill(id).state().code()).isEqualTo("HELD"));
        assertThat(principal.get("/drills/" + id).body()).contains("August 4, 2026, 9:02 AM", "9:09 AM (+6:40)",
                "Minutes: <strong>7</strong>");
        assertThat(principal.get("/drills/record.csv").body()).contains("09:02:30,09:09:10,7");
        assertThat(principal.get("/alerts/" + id).body()).contains("9:02", "9:09");
    }

    private void aYearWithBells() {
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        coordinator.post("/calendars", "district", day.cast.mesquite().toString(), "name", "Year", "firstDay",
                "2026-08-03", "lastDay", "2027-05-21");
        coordinator.post("/bells/change", "district", day.cast.mesquite().toString(), "whom", "SCHOOL:" + day.school,
                "kind", "REGULAR", "firstBell", "08:30", "lastBell", "15:30", "validFrom", "2026-08-04");
    }

    private UUID pressed(ProtocolAction action) {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school,
                AlertStatus.EXERCISE, action, "", null, "Office", "", LaneEntry.Source.WEB, UUID.randomUUID(),
                "Quinn Moss", null, clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        return press.id();
    }

    private void end(UUID alert, String how) {
        if (how.equals("ALL_CLEAR")) principal.post("/alerts/" + alert + "/rooms/" + day.school + "/release");
        principal.post("/alerts/" + alert + "/over", "how", how, "sure", "true", "why", "Somebody leaned on it.");
        office.post("/alerts/" + alert + "/over", "how", how, "sure", "true", "why", "Somebody leaned on it.");
    }

    private java.net.http.HttpResponse<String> press(Visit who, String action) {
        return who.post("/alert", "id", Ids.next().toString(), "school", day.school.toString(), "status", "EXERCISE",
                "action", action, "detail", "");
    }

    private int doses(UUID drill) {
        return story.as(day.cast.mesquite(), () -> db.fetchCount(DRILL_DOSE, DRILL_DOSE.DRILL_ID.eq(drill)));
    }

    private UUID schedule(DrillKind kind, LocalDate on, LocalTime at) {
        return story.as(day.cast.agency(),
                () -> commands.schedule(Ids.next(), day.cast.agency(),
                        app.getBean(Campuses.class).find(day.school).orElseThrow(),
                        new Wish(kind, on, at, true, "", false, true, Drill.Origin.BY_HAND, ""),
                        new By(UUID.randomUUID(), "Pat Greer")));
    }

    private Drill drill(UUID id) {
        return story.as(day.cast.agency(), () -> drills.find(id).orElseThrow());
    }

    private Visit visit(String name, Role role) {
        return visitor.signedIn(join(name, role), day.cast.mesquite(), role);
    }

    private UUID join(String name, Role role) {
        return story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                name + day.cast.suffix() + "@story.example", "Kai " + name, role, day.school));
    }
}
