package org.daywatch.emergencies.incidents.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.ReachStore;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two students with like names are seen before one of them is looked for; a caller's room is held against the adults of
 * that room.
 */
@DaywatchIT
class IdentityIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> lane;
    @Autowired ReachStore reach;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private SchoolRoll roll;
    private Visit principal;
    private UUID incident;

    @BeforeEach
    void aSchoolWithTwoOfLikeNames() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 2));
        name(0, "Colt", "Gray");
        name(2, "Kolt", "Gray");
        name(3, "Dana", "Brown");
        principal = member("principal", Role.PRINCIPAL);
        var press = new LaneEntry.Press(Ids.next(), cast.agency(), cast.mesquite(), roll.school(), AlertStatus.EXERCISE,
                ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null, "Ana Cruz",
                null, clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        incident = press.id();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> story.as(cast.agency(),
                () -> db.fetchExists(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID.eq(incident))));
    }

    @Test
    void aNameThatTwoStudentsHaveIsSaidToBeAmbiguousAndOnlyInitialsReachTheTimeline() {
        var page = principal.get("/incidents/" + incident + "/identity?q=colt+gray").body();
        assertThat(page).contains("2 students have similar names", "Gray, Colt", "Gray, Kolt", "Class 00", "R101")
                .doesNotContain("Brown, Dana");
        assertThat(principal.get("/incidents/" + incident + "/identity?q=Nobody+Here").body())
                .contains("No student at this school has a similar name");
        principal.post("/incidents/" + incident + "/identity", "student", roll.students().get(2).toString(), "how",
                "Grade 6, room R101, by their teacher");
        var timeline = principal.get("/incidents/" + incident).body();
        assertThat(timeline).contains("K.G. (+1): Grade 6, room R101, by their teacher").doesNotContain("Kolt")
                .doesNotContain("Gray");
        assertThat(audited("ReadStudentsLikeNamed")).isEqualTo(2);
        assertThat(audited("IdentityConfirmed")).isOne();
        assertThat(principal.post("/incidents/" + incident + "/identity", "student", "x", "how", "y").body())
                .contains("Choose one of the students shown.");
    }

    @Test
    void studentsNamesAreForThoseOfTheDistrictWhoMayReadThem() {
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/incidents/" + incident + "/identity?q=colt").statusCode()).isEqualTo(403);
        assertThat(member("teacher9", Role.TEACHER).get("/incidents/" + incident + "/identity?q=colt").statusCode())
                .isEqualTo(403);
        assertThat(coordinator.get("/incidents/" + incident).body()).doesNotContain(incident + "/identity");
    }

    @Test
    void aCallersRoomIsHeldAgainstTheAdultsOfThatRoomForTheAgencyTooWithoutAName() {
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        coordinator.post("/incidents/" + incident + "/claims", "form", UUID.randomUUID().toString(), "room", "R100",
                "words", "Shots in R100.");
        assertThat(coordinator.get("/incidents/" + incident).body())
                .contains("Adults in that room who have not answered: 1", "Suggestion only").doesNotContain("Teacher0");
        var teacher = story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                "teacher0-" + cast.suffix() + "@story.example", "Teacher0 Sage", Role.TEACHER, roll.school()));
        story.run(cast.mesquite(),
                () -> reach.receive(new LaneEntry.Ack(Ids.next(), cast.agency(), cast.mesquite(), roll.school(),
                        incident, 1, LaneEntry.Kind.SAFE, teacher, "Teacher0 Sage", "",
                        clock.instant()), Way.STREAM));
        coordinator.post("/incidents/" + incident + "/claims", "form", UUID.randomUUID().toString(), "room",
                "room R100", "words", "Shots in R100.");
        coordinator.post("/incidents/" + incident + "/claims", "form", UUID.randomUUID().toString(), "room", "R999",
                "words", "Shots in R999.");
        assertThat(coordinator.get("/incidents/" + incident).body())
                .contains("Adults in that room who report they are safe: 1", "shows no teacher in that room now");
    }

    private void name(int student, String given, String family) {
        story.run(cast.mesquite(),
                () -> db.update(ROSTER_PERSON).set(ROSTER_PERSON.GIVEN_NAME, given)
                        .set(ROSTER_PERSON.FAMILY_NAME, family).where(ROSTER_PERSON.ID.eq(roll.students().get(student)))
                        .execute());
    }

    private int audited(String action) {
        return story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq(action)));
    }

    private Visit member(String who, Role role) {
        var person = story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                who + cast.suffix() + "@story.example", who, role, roll.school()));
        return visitor.signedIn(person, cast.mesquite(), role);
    }
}
