package org.daywatch.emergencies.reunification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.PICKUP;
import static org.daywatch_db.emergencies.Tables.REUNION_STUDENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Against PostgreSQL: nobody is released twice, nobody is lost.
 *
 * <p>A-04 of docs/security.
 */
@DaywatchIT
class ReunificationIT {

    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired Reunifications reunifications;
    @Autowired ReunionQueries queries;
    @Autowired DSLContext db;
    private final By lead = new By(UUID.randomUUID(), "Lead");
    private Story.Cast cast;

    @BeforeEach
    void aCast() {
        cast = story.cast();
    }

    @Test
    void whoeverIsWithARunnerDoesNotGoBackToClass() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 3));
        var reunification = begin(roll);
        as(() -> reunifications.allAtAssembly(lead, reunification));
        var fetched = as(() -> queries.students(reunification.id())).getFirst();
        story.run(cast.mesquite(),
                () -> db.insertInto(PICKUP).set(PICKUP.DISTRICT_ID, cast.mesquite()).set(PICKUP.ID, UUID.randomUUID())
                        .set(PICKUP.REUNIFICATION_ID, reunification.id()).set(PICKUP.CARD, 1).set(PICKUP.HALF, "AAAA")
                        .set(PICKUP.GUARDIAN, "Jamie Yucca").set(PICKUP.REUNION_STUDENT_ID, fetched.id())
                        .set(PICKUP.STATE, "FETCHING").set(PICKUP.SINCE, java.time.Instant.now())
                        .set(PICKUP.GREETED_AT, java.time.Instant.now()).execute());
        assertThat(as(() -> reunifications.allBack(lead, reunification))).as("the other two").isEqualTo(2);
        assertThat(as(() -> queries.counts(reunification.id())))
                .isEqualTo(Map.of(StudentPlace.ASSEMBLY, 1, StudentPlace.BACK, 2));
        assertThatThrownBy(() -> story.run(cast.mesquite(),
                () -> reunifications.place(lead, reunification, fetched.id(), StudentPlace.BACK)))
                .isInstanceOf(Refused.class);
        story.run(cast.mesquite(),
                () -> reunifications.place(lead, reunification, fetched.id(), StudentPlace.MEDICAL));
    }

    @Test
    void theDatabaseItselfForbidsASecondRelease() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        var reunification = begin(roll);
        var student = as(() -> queries.students(reunification.id())).getFirst();
        for (int i = 0; i < 2; i++) {
            int n = i;
            Runnable insert = () -> story.run(cast.mesquite(),
                    () -> db.insertInto(PICKUP).set(PICKUP.DISTRICT_ID, cast.mesquite())
                            .set(PICKUP.ID, UUID.randomUUID()).set(PICKUP.REUNIFICATION_ID, reunification.id())
                            .set(PICKUP.CARD, n + 1).set(PICKUP.HALF, "AAAA").set(PICKUP.GUARDIAN, "Jamie Yucca")
                            .set(PICKUP.REUNION_STUDENT_ID, student.id()).set(PICKUP.STATE, "RELEASED")
                            .set(PICKUP.SINCE, java.time.Instant.now()).set(PICKUP.GREETED_AT, java.time.Instant.now())
                            .set(PICKUP.RELEASED_AT, java.time.Instant.now()).execute());
            if (i == 0) insert.run();
            else assertThatThrownBy(insert::run).hasMessageContaining("nobody_released_twice");
        }
    }

    @Test
    void itDoesNotCloseWhileAStudentIsHereOrLookedFor() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 3));
        var reunification = begin(roll);
        var students = as(() -> queries.students(reunification.id()));
        run(() -> reunifications.place(lead, reunification, students.get(0).id(), StudentPlace.DROVE));
        run(() -> reunifications.place(lead, reunification, students.get(1).id(), StudentPlace.MEDICAL));
        assertThatThrownBy(() -> run(() -> reunifications.close(reunification))).isInstanceOf(Refused.class)
                .hasMessageContaining("STUDENTS_NOT_ALL_GONE");
        run(() -> reunifications.place(lead, reunification, students.get(1).id(), StudentPlace.ABSENT));
        run(() -> reunifications.place(lead, reunification, students.get(2).id(), StudentPlace.ABSENT));
        run(() -> reunifications.close(reunification));
        assertThatThrownBy(() -> run(() -> reunifications.place(lead, queries.get(reunification.id()),
                students.get(0).id(), StudentPlace.ASSEMBLY))).isInstanceOf(Refused.class);
    }

    @Test
    void eachStepIsDoneByWhoeverHasItsRoleAndASecondPersonLooksAgain() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2));
        var office = visitor.signedIn(join("office", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var principal = visitor.signedIn(join("principal", Role.PRINCIPAL, roll.school()), cast.mesquite(),
                Role.PRINCIPAL);
        var runner = join("teacher", Role.TEACHER, roll.school());
        var teacher = visitor.signedIn(runner, cast.mesquite(), Role.TEACHER);
        assertThat(office.post("/schools/" + roll.school() + "/reunifications", "site", "Stadium, north gate", "from",
                "EXERCISE").body()).as("nothing was emptied, so a reason is needed")
                .contains("for releasing students before the building was evacuated");
        var home = path(office.post("/schools/" + roll.school() + "/reunifications", "site", "Stadium, north gate",
                "from", "EXERCISE", "why", "Exercise of the desk").headers().firstValue("location").orElseThrow());
        office.post(home + "/everybody", "to", "ASSEMBLY");
        assertThat(office.get(home).body()).contains("this is only a drill", "2 students in total", "Your role:",
                "Reunification lead", "Exercise of the desk");
        assertThat(teacher.get(home).statusCode()).as("without a role it is none of their business").isEqualTo(404);
        assertThat(office.post(home + "/cards", "form", UUID.randomUUID().toString(), "guardian", "Guardian000 Yucca00")
                .body())
                .contains("This step belongs to another role");
        for (var duty : List.of("GREETER", "CHECKER", "ACCOUNTANT")) office.post(home + "/duties", "duty", duty);
        principal.post(home + "/duties", "duty", "CHECKER");
        office.post(home + "/duties", "duty", "RUNNER", "to", runner.toString());
        office.post(home + "/duties", "duty", "REUNIFIER", "to", runner.toString());
        var card = path(
                office.post(home + "/cards", "form", UUID.randomUUID().toString(), "guardian", "Guardian000 Yucca00")
                        .headers().firstValue("location")
                        .orElseThrow());
        var id = UUID.fromString(home.substring(home.lastIndexOf('/') + 1));
        String twice = UUID.randomUUID().toString();
        var places = Stream
                .generate(() -> office.post(home + "/cards", "form", twice, "guardian", "Guardian001 Yucca00"))
                .limit(3).map(answer -> path(answer.headers().firstValue("location").orElseThrow())).toList();
        assertThat(places.getFirst()).startsWith(home + "/cards/");
        assertThat(places.subList(1, 3)).as("sent twice it is one card").containsExactly(home, home);
        assertThat(office.post(home + "/cards", "guardian", "Guardian001 Yucca00").statusCode()).as("without its id")
                .isEqualTo(400);
        var student = as(() -> queries.students(id)).stream()
                .filter(p -> p.studentId().equals(roll.students().getFirst())).findFirst().orElseThrow();
        assertThat(office.get(card + "?q=student000").body()).contains("Yucca00, Student000");
        assertThat(office.get(card + "?student=" + student.id()).body()).contains("Yucca00, Guardian000, mother");
        office.post(card + "/filling", "student", student.id().toString(), "guardianId",
                roll.guardians().getFirst().toString());
        office.post(card + "/check", "shown", "PASSPORT");
        assertThat(office.post(card + "/photo", "same", "yes").body())
                .contains("A second staff member compares the photo");
        assertThat(teacher.post(card + "/photo", "same", "yes").body()).as("a runner is no checker")
                .contains("This step belongs to another role");
        assertThat(principal.post(card + "/photo", "same", "yes").statusCode()).isEqualTo(302);
        assertThat(teacher.get(home).body()).as("it waits for the runner").contains("Waiting for you (1)",
                "Guardian000 Yucca00");
        teacher.post(card + "/fetching");
        teacher.post(card + "/answer", "answer", "yes");
        assertThat(office.post(card + "/halves", "half", "XXXX").body()).contains("do not match");
        var half = as(() -> queries.pickup(id, UUID.fromString(card.substring(card.lastIndexOf('/') + 1)))).half();
        assertThat(office.get(card + "/print").body()).contains(half, "Top half", "Bottom half");
        assertThat(office.post(card + "/halves", "half", half).statusCode()).isEqualTo(302);
        assertThat(office.get(card).body()).contains("Released", "Photo compared, Kai principal",
                "authorized pickup, Passport");
        assertThat(as(() -> queries.counts(id))).containsEntry(StudentPlace.RELEASED, 1);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(PICKUP) + db.fetchCount(REUNION_STUDENT)))
                .as("the agency").isZero();
        office.post(home + "/duties/" + runner + "/RUNNER/end");
        office.post(home + "/duties/" + runner + "/REUNIFIER/end");
        assertThat(teacher.get(home).statusCode()).as("their part is over").isEqualTo(404);
    }

    private Reunification begin(SchoolRoll roll) {
        var reunification = as(() -> queries.get(reunifications.begin(campuses.find(roll.school()).orElseThrow(),
                new Reunifications.Beginning(lead, true, AlertStatus.ACTUAL, "Stadium", null,
                        "Gas was smelled in the gym"))));
        run(() -> reunifications.allAtAssembly(lead, reunification));
        return reunification;
    }

    private UUID join(String name, Role role, UUID school) {
        return story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", "Kai " + name, role, school));
    }

    private <R> R as(java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(cast.mesquite()), work::get);
    }

    private void run(Runnable work) {
        Tenancy.run(Scope.system(cast.mesquite()), work);
    }

    private static String path(String location) {
        return location.replaceAll("^https?://[^/]+", "").replaceAll(";.*", "");
    }
}
