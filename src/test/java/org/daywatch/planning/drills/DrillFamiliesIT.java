package org.daywatch.planning.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.planning.Tables.DRILL_DOSE;
import static org.daywatch_db.planning.Tables.DRILL_OPT_OUT;

import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What families and classes have to do with a drill: told before it, not asked why, counted after it. */
@DaywatchIT
class DrillFamiliesIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private SchoolRoll roll;
    private Visit principal;

    @BeforeEach
    void aSchoolWithTwoClasses() {
        clock.setTo("2026-08-04T16:00:00Z");
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 2));
        principal = member("principal", Role.PRINCIPAL);
        member("teacher0-", Role.TEACHER);
    }

    @Test
    void staffIsToldThroughDaywatchAndFamiliesByASheetInBothLanguages() {
        var own = "/drills/" + scheduled("LOCKDOWN", "2026-08-11");
        principal.post(own + "/support", "alternative", "Reading in the library", "accommodations",
                "An aide beside two students");
        assertThat(principal.get(own + "/families").body()).contains("A drill at Quail Run", "Simulacro en Quail Run",
                "Tuesday, August 11, 2026", "Reading in the library",
                "You do not need to say why", "No necesita decir por qué");
        principal.post(own + "/notices/staff");
        principal.post(own + "/notices/families", "how", "Paper sent home");
        assertThat(principal.get(own).body()).contains("2 people through Daywatch", "Paper sent home");
        var refused = principal.post(own + "/notices/families", "how", " ");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Enter a few words.");
    }

    @Test
    void aStudentDoesSomethingElseNobodyAsksWhyAndTheAgencyDoesNotLearnOfIt() {
        var id = scheduled("LOCKDOWN", "2026-08-11");
        var own = "/drills/" + id + "/opt-outs";
        assertThat(principal.get(own).body()).as("nobody before a name").doesNotContain("Yucca");
        assertThat(principal.get(own + "?q=yucca00").body()).contains("Yucca00, Student000").doesNotContain("Yucca01");
        principal.post(own, "student", roll.students().getFirst().toString());
        principal.post(own, "student", roll.students().getFirst().toString());
        assertThat(principal.get(own).body()).contains("Opted-out students: 1", "Yucca00, Student000");
        assertThat(principal.post(own, "student", UUID.randomUUID().toString()).statusCode()).as("of no school")
                .isEqualTo(404);
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get(own).statusCode()).isEqualTo(403);
        assertThat(coordinator.get("/drills/" + id).body()).contains("Lockdown").doesNotContain("Opted-out students");
        assertThat(story.as(cast.agency(), () -> db.fetchCount(DRILL_OPT_OUT))).as("row security").isZero();
        principal.post(own + "/removal", "student", roll.students().getFirst().toString());
        assertThat(principal.get(own).body()).contains("Opted-out students: 0");
    }

    @Test
    void whichClassesMetIsCountedForTheDistrictAndAnotherOneTooManyIsRefusedByName() {
        for (int day = 4; day < 8; day++) {
            clock.setTo("2026-08-%02dT16:00:00Z".formatted(day));
            principal.post("/drills/" + scheduled("LOCKDOWN", "2026-08-%02d".formatted(day)) + "/start");
        }
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(DRILL_DOSE, DRILL_DOSE.SCHOOL_ID.eq(roll.school()))))
                .as("two classes, four drills").isEqualTo(8);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(DRILL_DOSE))).isZero();
        var refused = post("ACTIVE_THREAT", "2026-08-10");
        assertThat(refused.body()).containsPattern("Class 0[01] would have 4 drills of this type")
                .contains("The limit is 4");
        assertThat(principal.get("/drills/schools/" + roll.school()).body()).contains("Class 00", "4 of 4");
    }

    private UUID scheduled(String kind, String day) {
        String to = post(kind, day).headers().firstValue("location").orElse("");
        assertThat(to).contains("/drills/");
        return UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
    }

    private java.net.http.HttpResponse<String> post(String kind, String day) {
        return principal.post("/drills/schools/" + roll.school() + "/new", "kind", kind, "day", day, "at", "10:00",
                "announced", "yes", "simulation", "no", "form", UUID.randomUUID().toString());
    }

    private Visit member(String name, Role role) {
        var person = story.as(cast.agency(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", name, role, roll.school()));
        return visitor.signedIn(person, cast.mesquite(), role);
    }
}
