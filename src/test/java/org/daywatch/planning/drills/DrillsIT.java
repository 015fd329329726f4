package org.daywatch.planning.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.DRILL_EXERCISE;
import static org.daywatch_db.planning.Tables.DRILL;
import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
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
import org.daywatch.emergencies.IncidentEvent.ImprovementProposed;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.planning.drills.DrillCommands.Wish;
import org.daywatch.planning.drills.forwardplan.SpreadPlan;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.planning.improvements.ImprovementReminders;
import org.daywatch.planning.improvements.ImprovementStore;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/**
 * Drills from their schedule through the screens of the school to what was learned, against a real database and the
 * real lane.
 */
@DaywatchIT
class DrillsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> lane;
    @Autowired DrillStore drills;
    @Autowired DrillCommands commands;
    @Autowired DrillTimers timers;
    @Autowired ForwardPlans plans;
    @Autowired ImprovementStore improvements;
    @Autowired ImprovementReminders reminders;
    @Autowired Facts facts;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private Visit office;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo("2026-08-04T16:00:00Z"); // Tuesday, nine in the morning in Phoenix
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.school);
        office = member("office", Role.FRONT_OFFICE, day.school);
    }

    @Test
    void aDrillThatBeginsStandsOnTheScreensAsAnExerciseAndIsHeldWhenTwoPeopleEndIt() {
        var id = scheduled("FIRE");
        assertThat(principal.get("/drills/" + id).body()).contains("Start drill").doesNotContain("Drill on screens");
        principal.post("/drills/" + id + "/start", "status", "ACTUAL", "actual", "true", "exercise", "false");
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo("EXERCISE"));
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(principal.get("/drills/" + id).body()).contains("Drill on screens"));
        clock.move(Duration.ofSeconds(90));
        principal.post("/drills/" + id + "/secured");
        principal.post("/drills/" + id + "/end");
        assertThat(drill(id).state().code()).as("an exercise that stands is ended where it stands")
                .isEqualTo("RUNNING");
        clock.move(Duration.ofSeconds(150));
        principal.post("/alerts/" + id + "/over", "how", "ALL_CLEAR");
        office.post("/alerts/" + id + "/over", "how", "ALL_CLEAR");
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(drill(id).state().code()).isEqualTo("HELD"));
        var times = drill(id).state().times();
        assertThat(Duration.between(times.started(), times.secured())).isEqualTo(Duration.ofSeconds(90));
        assertThat(Duration.between(times.started(), times.ended())).isEqualTo(Duration.ofSeconds(240));
        assertThat(status(id)).isEqualTo("EXERCISE");
        assertThat(drill(id).counts()).isTrue();
    }

    @Test
    void aDrillReachesWhomTheDrillPlanOfTheSchoolNamesFromItsDayOn() {
        String own = "/drills/schools/" + day.school + "/told";
        assertThat(principal.get(own).body()).contains("everyone, by every channel");
        assertThat(principal.post(own, "kind", "FIRE", "from", "2026-08-04", "toTEACHER", "true").body())
                .as("no way at all").contains("Choose at least one channel");
        assertThat(principal.post(own, "kind", "FIRE", "from", "2026-08-03", "bySCREEN", "true").body())
                .contains("is in the past. Choose today or a later day");
        assertThat(principal.post(own, "kind", "FLOOD", "from", "2026-08-04", "bySCREEN", "true").body())
                .contains("“FLOOD” is not a type of drill");
        principal.post(own, "kind", "FIRE", "from", "2026-08-04", "toFRONT_OFFICE", "true", "bySCREEN", "true");
        principal.post(own, "kind", "ANY", "from", "2026-08-04", "toTEACHER", "true", "bySMS", "true");
        principal.post(own, "kind", "FIRE", "from", "2026-08-05", "bySCREEN", "true"); // not yet
        assertThat(principal.get(own).body()).contains("principal, front office; open screens",
                "principal, teachers; text message");
        assertThat(member("teacher", Role.TEACHER, day.school)
                .post(own, "kind", "FIRE", "from", "2026-08-04", "bySCREEN", "true").statusCode()).isEqualTo(403);

        var id = scheduled("FIRE");
        principal.post("/drills/" + id + "/start");
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo("EXERCISE"));
        assertThat(story.as(day.cast.agency(),
                () -> db.selectFrom(DRILL_EXERCISE).where(DRILL_EXERCISE.DRILL_ID.eq(id)).fetchSingle()))
                .satisfies(r -> {
                    assertThat(r.getPeople()).containsExactly("FRONT_OFFICE");
                    assertThat(r.getWays()).containsExactly("SCREEN");
                    assertThat(r.getAlertId()).isEqualTo(id);
                });
        assertThat(office.get("/alerts/screen").body()).contains(id.toString(), "\"apart\":[]");
        assertThat(member("teacher", Role.TEACHER, day.school).get("/alerts/screen").body())
                .contains("\"apart\":[\"" + id + "\"]");
        principal.post(own + "/removal", "kind", "FIRE", "from", "2026-08-04");
        assertThat(principal.get(own).body()).doesNotContain("principal, front office; open screens");
        assertThat(principal.post(own + "/removal", "kind", "FIRE", "from", "2026-08-04").statusCode()).as("twice")
                .isEqualTo(404);
    }

    @Test
    void anExerciseNobodyHadScheduledIsADrillOnceSomebodySaysAsWhatItCounts() {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school,
                AlertStatus.EXERCISE, ProtocolAction.SECURE, "", null, "Office", "",
                LaneEntry.Source.WEB, UUID.randomUUID(), "Quinn Moss", null, clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        clock.move(Duration.ofMinutes(6));
        principal.post("/alerts/" + press.id() + "/over", "how", "ALL_CLEAR");
        office.post("/alerts/" + press.id() + "/over", "how", "ALL_CLEAR");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(
                () -> assertThat(story.as(day.cast.agency(), () -> drills.find(press.id()))).isPresent());
        assertThat(drill(press.id()).counts()).isFalse();
        assertThat(principal.get("/drills/" + press.id()).body()).contains("What does this drill count as?");
        principal.post("/drills/" + press.id() + "/confirm", "kind", "SECURE");
        assertThat(drill(press.id()).counts()).isTrue();
        assertThat(principal.get("/drills/record.csv").body()).contains("SECURE,Exercise,2026-08-04");
    }

    @Test
    void noAttackerIsPlayedAndNoClassHasMoreOfItThanItMay() {
        principal.get("/drills/schools/" + day.school + "/new");
        var refused = principal.post("/drills/schools/" + day.school + "/new", "kind", "LOCKDOWN", "day", "2026-08-05",
                "at", "10:00", "announced", "yes", "simulation", "yes", "form",
                UUID.randomUUID().toString());
        assertThat(refused.body()).contains("No one may play an attacker in a drill");
        assertThatThrownBy(() -> story.run(day.cast.agency(), () -> db.execute(
                "insert into planning.drill (agency_id, id, district_id, school_id, drill, day, at, announced, simulation, origin, "
                        + "scheduled_at, scheduled_by, state) select ?, ?, ?, ?, 'DRILL:LOCKDOWN', '2026-08-05', '10:00', true, true, 'BY_HAND', now(), 'x', 'SCHEDULED'",
                day.cast.agency(), Ids.next(),
                day.cast.mesquite(), day.school))).isInstanceOf(DataAccessException.class);
        for (int i = 0; i < 4; i++) schedule(DrillKind.LOCKDOWN, LocalDate.of(2026, 8, 5).plusDays(i));
        assertThatThrownBy(() -> schedule(DrillKind.ACTIVE_THREAT, LocalDate.of(2026, 8, 10))).isInstanceOfSatisfying(
                Refused.class,
                r -> assertThat(r.details()).containsEntry("number", 4).containsEntry("limit", 4).containsEntry("title",
                        "Ocotillo High"));
        schedule(DrillKind.FIRE, LocalDate.of(2026, 8, 10));
        assertThatThrownBy(() -> schedule(DrillKind.HOLD, LocalDate.of(2026, 8, 10))).isInstanceOfSatisfying(
                Refused.class, r -> assertThat(r.code()).isEqualTo(PlanningRefusal.DRILL_DAY_TAKEN));
    }

    @Test
    void theYearIsPlannedTakenAndPlannedAnewAroundWhatAPersonChose() {
        aYear();
        var plan = plan();
        assertThat(plan.choices()).as("the program of the state asks for some every month").hasSizeGreaterThan(6);
        assertThat(plan.unplaced()).isEmpty();
        assertThat(principal.get("/drills/schools/" + day.school + "/plan").body()).contains("Save schedule",
                "Days that were not possible", "On time until");
        take(plan, "11:11");
        var scheduled = scheduledDrills();
        assertThat(scheduled).hasSameSizeAs(plan.choices());
        assertThat(scheduled.stream().filter(Drill::fixed)).singleElement()
                .satisfies(d -> assertThat(d.at()).isEqualTo(LocalTime.of(11, 11)));
        var again = plan();
        assertThat(again.choices()).as("all but the one whose hour a person chose").hasSize(plan.choices().size() - 1);
        take(again, "");
        assertThat(scheduledDrills()).hasSameSizeAs(plan.choices());
        assertThat(scheduledDrills().stream().filter(Drill::fixed)).hasSize(1);
        assertThat(principal.get("/drills/schools/" + day.school).body()).contains("Due this year")
                .as("the first proposal is gone, not called off").doesNotContain("Canceled");
        assertThat(story.as(day.cast.agency(), () -> drills.list(DRILL.SCHOOL_ID.eq(day.school))))
                .hasSameSizeAs(plan.choices());
        assertThat(visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR).get("/drills").body())
                .contains("Ocotillo High", "Next drill");
    }

    private void aYear() {
        visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR).post("/calendars", "district",
                day.cast.mesquite().toString(), "name", "Year", "firstDay", "2026-08-03",
                "lastDay", "2027-05-21");
    }

    private SpreadPlan plan() {
        return story.as(day.cast.mesquite(),
                () -> plans.of(app.getBean(Campuses.class).find(day.school).orElseThrow()));
    }

    /** @param hour the first one's, where a person changes it */
    private void take(SpreadPlan plan, String hour) {
        var fields = new ArrayList<>(List.of("form", UUID.randomUUID().toString()));
        for (int i = 0; i < plan.choices().size(); i++) {
            var c = plan.choices().get(i);
            fields.addAll(List.of("kind" + i, c.wanted().kind().name(), "day" + i, c.day().toString(), "at" + i,
                    i == 0 && !hour.isEmpty() ? hour : c.at().toString(), "was" + i,
                    c.day() + " " + c.at(), "take" + i, "true", "why" + i, String.join("\n", c.why())));
        }
        principal.post("/drills/schools/" + day.school + "/plan", fields.toArray(String[]::new));
    }

    private List<Drill> scheduledDrills() {
        return story.as(day.cast.agency(),
                () -> drills.list(DRILL.SCHOOL_ID.eq(day.school).and(DRILL.STATE.eq("SCHEDULED"))));
    }

    @Test
    void whatWasMissedIsSaidTheNextDay() {
        var id = schedule(DrillKind.FIRE, LocalDate.of(2026, 8, 4));
        assertThat(story.as(day.cast.agency(), () -> timers.missed())).isZero();
        clock.move(Duration.ofDays(1));
        assertThat(story.as(day.cast.agency(), () -> timers.missed())).isOne();
        assertThat(drill(id).state().code()).isEqualTo("MISSED");
        assertThat(member("principal", Role.PRINCIPAL, day.school).get("/drills/schools/" + day.school).body())
                .contains("Missed");
    }

    @Test
    void aLineThatAPlannedDrillOfAnotherKindWillAnswerSaysSoAndIsNotScheduledAgain() {
        aYear();
        String own = "/drills/schools/" + day.school;
        String line = "Schedule: Evacuate, due by Aug 31, 2026";
        assertThat(principal.get(own).body()).contains(line);
        var id = scheduled("FIRE"); // in Arizona a fire drill is the evacuation drill of its month
        assertThat(principal.get(own).body()).doesNotContain(line)
                .contains("<a href=\"/drills/" + id + "\">Planned for Aug 4, 2026</a>");
    }

    @Test
    void whatAnIncidentTaughtIsSeenToUntilSomebodyElseHasLooked() {
        var id = Ids.next();
        var idea = new ImprovementProposed(day.cast.agency(), Ids.next(), clock.instant(), day.school,
                AlertStatus.EXERCISE, id, "PROTECTING", "The light in 102 stays on", "A second switch",
                "Facilities", LocalDate.of(2026, 8, 20), "Pat Greer");
        story.run(day.cast.agency(), () -> facts.tell(idea));
        story.run(day.cast.agency(), () -> facts.tell(idea));
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(), () -> improvements.find(id))).isPresent());
        assertThat(story.as(day.cast.agency(), () -> reminders.remind())).as("sixteen days are left").isZero();
        clock.move(Duration.ofDays(10));
        assertThat(story.as(day.cast.agency(), () -> reminders.remind() + reminders.remind())).as("reminded once")
                .isOne();
        principal = member("principal", Role.PRINCIPAL, day.school); // their session is over
        principal.post("/improvements/" + id + "/done", "words", "A second switch beside the corner.");
        principal.post("/improvements/" + id + "/verification", "words", "Looks fine to me.");
        assertThat(principal.get("/improvements/" + id).body()).contains("Another person must verify it");
        clock.move(Duration.ofDays(10));
        assertThat(story.as(day.cast.agency(), () -> reminders.remind())).as("done and not verified is late").isOne();
        principal = member("principal", Role.PRINCIPAL, day.school);
        assertThat(principal.get("/improvements?state=LATE").body()).contains("The light in 102 stays on");
        var director = member("director", Role.SAFETY_DIRECTOR, null);
        director.post("/improvements/" + id + "/verification", "words", "Sat in the corner and switched it off.");
        assertThat(director.get("/improvements/" + id).body()).contains("Verified by director")
                .contains("Sat in the corner");
        assertThat(principal.get("/improvements.csv").body()).contains("VERIFIED");
    }

    @Test
    void theDatabaseClosesNothingUnverified() {
        var id = Ids.next();
        story.run(day.cast.agency(),
                () -> db.insertInto(IMPROVEMENT).set(IMPROVEMENT.AGENCY_ID, day.cast.agency()).set(IMPROVEMENT.ID, id)
                        .set(IMPROVEMENT.DISTRICT_ID, day.cast.mesquite())
                        .set(IMPROVEMENT.SCHOOL_ID, day.school).set(IMPROVEMENT.SOURCE, "BY_HAND")
                        .set(IMPROVEMENT.ISSUE, "x").set(IMPROVEMENT.ACTION, "y").set(IMPROVEMENT.OWNER, "z")
                        .set(IMPROVEMENT.DUE, LocalDate.of(2026, 9, 1)).set(IMPROVEMENT.STATE, "OPEN")
                        .set(IMPROVEMENT.AGREED_AT, clock.instant()).set(IMPROVEMENT.AGREED_BY, "Pat").execute());
        var one = UUID.randomUUID();
        assertThatThrownBy(() -> close(id, null, one)).as("never said to be done")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> close(id, one, one)).as("by the one who did it")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> close(id, one, null)).as("by nobody").isInstanceOf(DataAccessException.class);
        close(id, one, UUID.randomUUID());
    }

    private void close(UUID id, UUID done, UUID closed) {
        story.run(day.cast.agency(),
                () -> db.update(IMPROVEMENT).set(IMPROVEMENT.STATE, "VERIFIED")
                        .set(IMPROVEMENT.DONE_AT, done == null ? null : clock.instant())
                        .set(IMPROVEMENT.DONE_PERSON, done).set(IMPROVEMENT.CLOSED_AT, clock.instant())
                        .set(IMPROVEMENT.CLOSED_PERSON, closed).where(IMPROVEMENT.ID.eq(id)).execute());
    }

    private UUID schedule(DrillKind kind, LocalDate on) {
        return story.as(day.cast.agency(),
                () -> commands.schedule(Ids.next(), day.cast.agency(),
                        app.getBean(Campuses.class).find(day.school).orElseThrow(),
                        new Wish(kind, on, LocalTime.of(10, 0), true, "", false, true, Drill.Origin.BY_HAND, ""),
                        new By(UUID.randomUUID(), "Pat Greer")));
    }

    /** Through the page, for today. */
    private UUID scheduled(String kind) {
        var answer = principal.post("/drills/schools/" + day.school + "/new", "kind", kind, "day", "2026-08-04", "at",
                "09:30", "announced", "yes", "simulation", "no", "form",
                UUID.randomUUID().toString());
        String to = answer.headers().firstValue("location").orElse("");
        assertThat(to).contains("/drills/");
        return UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
    }

    private Drill drill(UUID id) {
        return story.as(day.cast.agency(), () -> drills.find(id).orElseThrow());
    }

    private String status(UUID alert) {
        return story.as(day.cast.agency(), () -> db.select(ALERT.STATUS).from(ALERT).where(ALERT.ID.eq(alert))
                .fetchOptional(ALERT.STATUS).orElse(""));
    }

    private Visit member(String name, Role role, UUID school) {
        var person = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                name + day.cast.suffix() + "@story.example", name, role, school));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
