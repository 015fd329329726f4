package org.daywatch.planning.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.planning.Tables.IMPROVEMENT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.IncidentEvent.ImprovementProposed;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.planning.drills.DrillCommands.Wish;
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

/** Drills from their schedule through the screens of the school to what was learned, against a real database and the real lane. */
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
        assertThat(principal.get("/drills/" + id).body()).contains("Start the drill").doesNotContain("The exercise on the screens");
        principal.post("/drills/" + id + "/start", "status", "ACTUAL", "actual", "true", "exercise", "false");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(status(id)).isEqualTo("EXERCISE"));
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(principal.get("/drills/" + id).body()).contains("The exercise on the screens"));
        clock.move(Duration.ofSeconds(90));
        principal.post("/drills/" + id + "/secured");
        principal.post("/drills/" + id + "/end");
        assertThat(drill(id).state().code()).as("an exercise that stands is ended where it stands").isEqualTo("RUNNING");
        clock.move(Duration.ofSeconds(150));
        principal.post("/alerts/" + id + "/over", "how", "ALL_CLEAR");
        office.post("/alerts/" + id + "/over", "how", "ALL_CLEAR");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(drill(id).state().code()).isEqualTo("HELD"));
        var times = drill(id).state().times();
        assertThat(Duration.between(times.started(), times.secured())).isEqualTo(Duration.ofSeconds(90));
        assertThat(Duration.between(times.started(), times.ended())).isEqualTo(Duration.ofSeconds(240));
        assertThat(status(id)).isEqualTo("EXERCISE");
        assertThat(drill(id).counts()).isTrue();
    }

    @Test
    void anExerciseNobodyHadScheduledIsADrillOnceSomebodySaysAsWhatItCounts() {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, AlertStatus.EXERCISE, ProtocolAction.SECURE, "", null, "Office", "",
                LaneEntry.Source.WEB, UUID.randomUUID(), "Quinn Moss", null, clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        clock.move(Duration.ofMinutes(6));
        principal.post("/alerts/" + press.id() + "/over", "how", "ALL_CLEAR");
        office.post("/alerts/" + press.id() + "/over", "how", "ALL_CLEAR");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(story.as(day.cast.agency(), () -> drills.find(press.id()))).isPresent());
        assertThat(drill(press.id()).counts()).isFalse();
        assertThat(principal.get("/drills/" + press.id()).body()).contains("What does this drill count as?");
        principal.post("/drills/" + press.id() + "/confirm", "kind", "SECURE");
        assertThat(drill(press.id()).counts()).isTrue();
        assertThat(principal.get("/drills/record.csv").body()).contains("SECURE,Exercise,2026-08-04");
    }

    @Test
    void noAttackerIsPlayedAndNoClassHasMoreOfItThanItMay() {
        principal.get("/drills/schools/" + day.school + "/new");
        var refused = principal.post("/drills/schools/" + day.school + "/new", "kind", "LOCKDOWN", "day", "2026-08-05", "at", "10:00", "announced", "yes", "simulation", "yes", "form",
                UUID.randomUUID().toString());
        assertThat(refused.body()).contains("No drill has anybody play an attacker");
        assertThatThrownBy(() -> story.run(day.cast.agency(), () -> db.execute("insert into planning.drill (agency_id, id, district_id, school_id, drill, day, at, announced, simulation, origin, "
                + "scheduled_at, scheduled_by, state) select ?, ?, ?, ?, 'DRILL:LOCKDOWN', '2026-08-05', '10:00', true, true, 'BY_HAND', now(), 'x', 'SCHEDULED'", day.cast.agency(), Ids.next(),
                day.cast.mesquite(), day.school))).isInstanceOf(DataAccessException.class);
        for (int i = 0; i < 4; i++) schedule(DrillKind.LOCKDOWN, LocalDate.of(2026, 8, 5).plusDays(i));
        assertThatThrownBy(() -> schedule(DrillKind.ACTIVE_THREAT, LocalDate.of(2026, 8, 10))).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.details()).containsEntry("number", 4).containsEntry("limit", 4).containsEntry("title", "Ocotillo High"));
        schedule(DrillKind.FIRE, LocalDate.of(2026, 8, 10));
        assertThatThrownBy(() -> schedule(DrillKind.HOLD, LocalDate.of(2026, 8, 10))).isInstanceOf(Refused.class).hasMessageContaining("DRILL_DAY_TAKEN");
    }

    @Test
    void whatWasMissedIsSaidTheNextDay() {
        var id = schedule(DrillKind.FIRE, LocalDate.of(2026, 8, 4));
        assertThat(story.as(day.cast.agency(), () -> timers.missed())).isZero();
        clock.move(Duration.ofDays(1));
        assertThat(story.as(day.cast.agency(), () -> timers.missed())).isOne();
        assertThat(drill(id).state().code()).isEqualTo("MISSED");
        assertThat(principal.get("/drills/schools/" + day.school).body()).contains("Missed");
    }

    @Test
    void whatAnIncidentTaughtIsSeenToUntilSomebodyElseHasLooked() {
        var id = Ids.next();
        var idea = new ImprovementProposed(day.cast.agency(), Ids.next(), clock.instant(), day.school, AlertStatus.EXERCISE, id, "PROTECTING", "The light in 102 stays on", "A second switch",
                "Facilities", LocalDate.of(2026, 8, 20), "Pat Greer");
        story.run(day.cast.agency(), () -> facts.tell(idea));
        story.run(day.cast.agency(), () -> facts.tell(idea));
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(story.as(day.cast.agency(), () -> improvements.find(id))).isPresent());
        assertThat(story.as(day.cast.agency(), () -> reminders.remind())).as("sixteen days are left").isZero();
        clock.move(Duration.ofDays(10));
        assertThat(story.as(day.cast.agency(), () -> reminders.remind() + reminders.remind())).as("reminded once").isOne();
        principal.post("/improvements/" + id + "/done", "words", "A second switch beside the corner.");
        principal.post("/improvements/" + id + "/verification", "words", "Looks fine to me.");
        assertThat(principal.get("/improvements/" + id).body()).contains("Somebody else must look at it now");
        clock.move(Duration.ofDays(10));
        assertThat(story.as(day.cast.agency(), () -> reminders.remind())).as("done and not verified is late").isOne();
        assertThat(principal.get("/improvements?state=LATE").body()).contains("The light in 102 stays on");
        var director = member("director", Role.SAFETY_DIRECTOR, null);
        director.post("/improvements/" + id + "/verification", "words", "Sat in the corner and switched it off.");
        assertThat(director.get("/improvements/" + id).body()).contains("Verified by director").contains("Sat in the corner");
        assertThat(principal.get("/improvements.csv").body()).contains("VERIFIED");
    }

    @Test
    void theDatabaseClosesNothingUnverified() {
        var id = Ids.next();
        story.run(day.cast.agency(), () -> db.insertInto(IMPROVEMENT).set(IMPROVEMENT.AGENCY_ID, day.cast.agency()).set(IMPROVEMENT.ID, id).set(IMPROVEMENT.DISTRICT_ID, day.cast.mesquite())
                .set(IMPROVEMENT.SCHOOL_ID, day.school).set(IMPROVEMENT.SOURCE, "BY_HAND").set(IMPROVEMENT.ISSUE, "x").set(IMPROVEMENT.ACTION, "y").set(IMPROVEMENT.OWNER, "z")
                .set(IMPROVEMENT.DUE, LocalDate.of(2026, 9, 1)).set(IMPROVEMENT.STATE, "OPEN").set(IMPROVEMENT.AGREED_AT, clock.instant()).set(IMPROVEMENT.AGREED_BY, "Pat").execute());
        var one = UUID.randomUUID();
        assertThatThrownBy(() -> close(id, null, one)).as("never said to be done").isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> close(id, one, one)).as("by the one who did it").isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> close(id, one, null)).as("by nobody").isInstanceOf(DataAccessException.class);
        close(id, one, UUID.randomUUID());
    }

    private void close(UUID id, UUID done, UUID closed) {
        story.run(day.cast.agency(), () -> db.update(IMPROVEMENT).set(IMPROVEMENT.STATE, "VERIFIED").set(IMPROVEMENT.DONE_AT, done == null ? null : clock.instant())
                .set(IMPROVEMENT.DONE_PERSON, done).set(IMPROVEMENT.CLOSED_AT, clock.instant()).set(IMPROVEMENT.CLOSED_PERSON, closed).where(IMPROVEMENT.ID.eq(id)).execute());
    }

    private UUID schedule(DrillKind kind, LocalDate on) {
        return story.as(day.cast.agency(), () -> commands.schedule(Ids.next(), day.cast.agency(), app.getBean(org.daywatch.directory.Campuses.class).find(day.school).orElseThrow(),
                new Wish(kind, on, LocalTime.of(10, 0), true, "", false, true, Drill.Origin.BY_HAND, ""), new By(UUID.randomUUID(), "Pat Greer")));
    }

    /** Through the page, for today. */
    private UUID scheduled(String kind) {
        var answer = principal.post("/drills/schools/" + day.school + "/new", "kind", kind, "day", "2026-08-04", "at", "09:30", "announced", "yes", "simulation", "no", "form",
                UUID.randomUUID().toString());
        String to = answer.headers().firstValue("location").orElse("");
        assertThat(to).contains("/drills/");
        return UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
    }

    private Drill drill(UUID id) {
        return story.as(day.cast.agency(), () -> drills.find(id).orElseThrow());
    }

    private String status(UUID alert) {
        return story.as(day.cast.agency(), () -> db.select(ALERT.STATUS).from(ALERT).where(ALERT.ID.eq(alert)).fetchOptional(ALERT.STATUS).orElse(""));
    }

    private Visit member(String name, Role role, UUID school) {
        var person = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(), name + day.cast.suffix() + "@story.example", name, role, school));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
