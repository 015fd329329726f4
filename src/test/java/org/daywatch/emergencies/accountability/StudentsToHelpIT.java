package org.daywatch.emergencies.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Note and plan of a student who needs help: opened by an actual alert to the adult who has them beside them, and to
 * nobody else.
 *
 * <p>A-01, P-17 of docs/security.
 */
@DaywatchIT
class StudentsToHelpIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AlertsAtSchool alerts;
    @Autowired RollCalls calls;
    @Autowired RollQueries queries;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private SchoolRoll roll;
    private Visitor.Visit teacher;
    private Visitor.Visit office;

    @BeforeEach
    void aSchoolOfTwoClasses() {
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 3));
        teacher = visitor.signedIn(join("teacher0-", Role.TEACHER), cast.mesquite(), Role.TEACHER);
        office = visitor.signedIn(join("office", Role.FRONT_OFFICE), cast.mesquite(), Role.FRONT_OFFICE);
    }

    @Test
    void whoHasTheStudentBesideThemReadsTheNoteInAnActualEmergencyOnly() {
        var student = roll.students().getFirst();
        office.post("/schools/" + roll.school() + "/students/" + student + "/assistance", "words",
                "Two adults on the stairs.");
        var drill = begin("EXERCISE");
        assertThat(teacher.get(room(drill, "Class 00")).body()).contains("not in a drill")
                .doesNotContain("Two adults on the stairs");
        var actual = begin("ACTUAL");
        assertThat(teacher.get(room(actual, "Class 00")).body()).contains("Two adults on the stairs");
        assertThat(teacher.get(room(drill, "Class 00")).body()).as("the drill's page shows none even now")
                .doesNotContain("Two adults on the stairs");
        assertThat(office.get(room(actual, "Class 00")).body()).as("not to somebody else")
                .doesNotContain("Two adults on the stairs");
    }

    @Test
    void aPlanSaysBesideTheNoteWhatIsWantedInTheActionUnderWayEachSentenceOnce() {
        var noted = roll.students().getFirst();
        var planned = roll.students().get(1);
        office.post("/schools/" + roll.school() + "/students/" + noted + "/assistance", "words",
                "Beside the inner wall.");
        for (var student : List.of(noted, planned)) plan(student, "Beside the inner wall.", "By the chair at stairs B");
        var drill = begin("EXERCISE");
        assertThat(teacher.get(room(drill, "Class 00")).body())
                .contains("an assistance note or individual plan", "not in a drill")
                .doesNotContain("inner wall", "The nurse");
        var actual = begin("ACTUAL");
        var page = teacher.get(room(actual, "Class 00")).body();
        assertThat(page)
                .contains("<h3>Yucca00, Student000</h3>", "<h3>Yucca00, Student001</h3>", "The nurse", "Red bag")
                .doesNotContain("stairs B");
        assertThat(page.split("Beside the inner wall", -1)).as("once for each of the two").hasSize(3);
        assertThat(office.get(room(actual, "Class 00")).body()).as("not to somebody else").doesNotContain("inner wall",
                "The nurse");
        assertThat(readings("ReadIndividualPlan", planned)).as("once, in the actual emergency").isOne();
        story.run(cast.mesquite(),
                () -> db.update(ALERT).set(ALERT.ACTION, "EVACUATE").where(ALERT.ID.eq(actual.alertId())).execute());
        assertThat(teacher.get(room(actual, "Class 00")).body()).as("the action was changed")
                .contains("By the chair at stairs B");
        story.run(cast.mesquite(), () -> db.update(ALERT).set(ALERT.STATE, "ENDED")
                .set(ALERT.ENDED_BY, "Kai Sage, Lee Park").where(ALERT.ID.eq(actual.alertId())).execute());
        assertThat(teacher.get(room(actual, "Class 00")).body()).as("over").doesNotContain("inner wall", "stairs B");
    }

    @Test
    void whoSaysThatAStrayedStudentIsWithThemReadsWhatHelpsThemUntilAnotherRoomHasThem() {
        var strayed = roll.students().get(3);
        office.post("/schools/" + roll.school() + "/students/" + strayed + "/assistance", "words",
                "Stays calm with a hand to hold.");
        plan(strayed, "Low behind the desk", "By the ramp");
        var other = visitor.signedIn(join("teacher1-", Role.TEACHER), cast.mesquite(), Role.TEACHER);
        var drill = begin("EXERCISE");
        teacher.post(room(drill, "Class 00"), "report", UUID.randomUUID().toString(), "with", "Yucca01, Student000");
        assertThat(teacher.get(room(drill, "Class 00")).body()).as("nothing in a drill").doesNotContain("Stays calm",
                "behind the desk");
        var call = begin("ACTUAL");
        String mine = room(call, "Class 00");
        assertThat(teacher.get(mine).body()).as("not before they said so").doesNotContain("Stays calm",
                "behind the desk");
        assertThat(readings("ReadAssistanceNote", strayed) + readings("ReadIndividualPlan", strayed)).isZero();
        clock.move(Duration.ofSeconds(20));
        teacher.post(mine, "report", UUID.randomUUID().toString(), "with", "Yucca01, Student000");
        assertThat(teacher.get(mine).body()).contains("<h3>Yucca01, Student000</h3>", "Stays calm with a hand to hold",
                "Low behind the desk", "The nurse").doesNotContain("By the ramp");
        assertThat(readings("ReadAssistanceNote", strayed)).isOne();
        assertThat(readings("ReadIndividualPlan", strayed)).isOne();
        assertThat(office.get(mine).body()).as("who did not say it").doesNotContain("Stays calm", "behind the desk");
        assertThat(other.get(mine).body()).as("nor whose room it is not, though the student is of their class")
                .doesNotContain("Stays calm", "behind the desk");
        assertThat(teacher.get(room(call, "Class 01")).body()).as("nor the teacher on another room's page")
                .doesNotContain("Stays calm", "behind the desk");
        clock.move(Duration.ofSeconds(20));
        other.post(room(call, "Class 01"), "report", UUID.randomUUID().toString(),
                "person-" + person(call, "Yucca01, Student000"), "MISSING");
        assertThat(teacher.get(mine).body()).as("their own class misses them, who is still here")
                .contains("Stays calm");
        clock.move(Duration.ofSeconds(20));
        other.post(room(call, "Class 01"), "report", UUID.randomUUID().toString(), "everybody", "true");
        assertThat(teacher.get(mine).body()).as("they are back with their class").doesNotContain("Stays calm",
                "behind the desk");
    }

    private void plan(UUID student, String lockdown, String evacuate) {
        assertThat(office.post("/individual-plans/" + student, "school", roll.school().toString(), "LOCKDOWN", lockdown,
                "EVACUATE", evacuate, "helpers", "The nurse", "medication", "Red bag").statusCode())
                .isEqualTo(302);
    }

    private int readings(String action, UUID student) {
        return story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE,
                AUDIT_LINE.ACTION.eq(action).and(AUDIT_LINE.SUBJECT.eq("student " + student))));
    }

    private RollCall begin(String status) {
        return story.as(cast.mesquite(), () -> {
            var alert = roll.alert(db, cast, status, "LOCKDOWN", clock.instant());
            return queries.get(calls.begin(alerts.find(alert).orElseThrow()));
        });
    }

    private String room(RollCall call, String title) {
        var place = story.as(cast.mesquite(), () -> queries.places(call.id())).stream()
                .filter(p -> p.title().equals(title)).findFirst().orElseThrow();
        return "/accountability/" + call.id() + "/places/" + place.id();
    }

    private UUID person(RollCall call, String name) {
        return story.as(cast.mesquite(), () -> queries.people(call.id())).stream().filter(p -> p.name().equals(name))
                .findFirst().orElseThrow().id();
    }

    private UUID join(String name, Role role) {
        return story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", "Kai " + name, role, roll.school()));
    }
}
