package org.daywatch.emergencies.reunification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What lets a stopped card go on: the word of somebody who was named before the emergency began, or of two people.
 *
 * <p>A-04 of docs/security.
 */
@DaywatchIT
class StoppedCardsIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired ReunionQueries queries;
    @Autowired ReunionDuties duties;
    @Autowired DSLContext db;
    private Story.Cast cast;

    @BeforeEach
    void aCast() {
        clock.setTo(TestClock.START);
        cast = story.cast();
    }

    @Test
    void aClerkWhoMakesThemselvesTheLeadClearsNoStopAlone() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2));
        join("principal", Role.PRINCIPAL, roll.school());
        var checker = visitor.signedIn(join("checker", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var clerk = visitor.signedIn(join("clerk", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var home = begin(clerk, roll);
        clerk.post(home + "/duties", "duty", "GREETER");
        clerk.post(home + "/duties", "duty", "CHECKER");
        checker.post(home + "/duties", "duty", "CHECKER");
        var card = stopped(clerk, home, roll, 0, "Lou Nobody");
        assertThat(clerk.get(card).body()).contains("Ask to continue card").doesNotContain("Allow card to continue");
        clerk.post(card + "/on", "why", "I know Lou very well.");
        assertThat(state(home, card)).as("begun, led and asked by the same person").isEqualTo("STOPPED");
        assertThat(clerk.post(card + "/on", "why", "I really do know Lou.").body())
                .contains("A second person must confirm");
        assertThat(state(home, card)).isEqualTo("STOPPED");
        var id = UUID.fromString(card.substring(card.lastIndexOf('/') + 1));
        assertThatThrownBy(() -> story.run(cast.mesquite(),
                () -> db.execute("update emergencies.pickup set state = 'CHECKED', stop = null, asked_by = null, "
                        + "first_checker = asked_by where id = ?", id)))
                .hasMessageContaining("a stop is not cleared alone");
        assertThat(checker.get(home).body()).as("it waits for the second").contains("Waiting for you (1)");
        assertThat(checker.get(card).body()).contains("Kai clerk asked that this card continue",
                "Confirm: continue card");
        checker.post(card + "/on", "why", "I called the mother: she sent Lou.");
        assertThat(state(home, card)).isEqualTo("CHECKED");
        assertThat(clerk.get(card).body()).as("both stand on the card").contains(
                "Asked that the card continue, Kai clerk",
                "Card allowed to continue, Kai checker");
    }

    @Test
    void whoeverWasNamedBeforeTheEmergencyDecidesAlone() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2));
        var principal = visitor.signedIn(join("principal", Role.PRINCIPAL, roll.school()), cast.mesquite(),
                Role.PRINCIPAL);
        var counselor = join("counselor", Role.TEACHER, roll.school());
        var late = join("late", Role.TEACHER, roll.school());
        var clerk = visitor.signedIn(join("clerk", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var list = "/schools/" + roll.school() + "/release-approvers";
        assertThat(clerk.get("/reunification/approvers").body()).contains("No release approvers")
                .doesNotContain("Name approver");
        assertThat(clerk.post(list, "person", counselor.toString()).statusCode()).as("a clerk names nobody")
                .isEqualTo(403);
        principal.post(list, "person", counselor.toString());
        assertThat(principal.get("/reunification/approvers").body()).contains("Kai counselor",
                "named by Kai principal");
        assertThatThrownBy(() -> story.run(cast.mesquite(), () -> db.execute(
                "update emergencies.release_approver set named_by = person_id where person_id = ?", counselor)))
                .hasMessageContaining("nobody_names_themselves");
        clock.move(Duration.ofMinutes(1));
        var home = begin(clerk, roll);
        clock.move(Duration.ofMinutes(1));
        principal.post(list, "person", late.toString());
        clerk.post(home + "/duties", "duty", "GREETER");
        clerk.post(home + "/duties", "duty", "CHECKER");
        var card = stopped(clerk, home, roll, 0, "Lou Nobody");
        var named = visitor.signedIn(counselor, cast.mesquite(), Role.TEACHER);
        assertThat(visitor.signedIn(late, cast.mesquite(), Role.TEACHER).get(home).statusCode())
                .as("named once it had begun").isEqualTo(404);
        assertThat(named.get(home).body()).contains("You can decide about stopped cards here", "Waiting for you (1)");
        assertThat(named.get(card).body()).contains("You were named before this emergency");
        named.post(card + "/on", "why", "The mother told me herself.");
        assertThat(state(home, card)).isEqualTo("CHECKED");
        principal.post(list + "/" + story.as(cast.mesquite(), () -> db.fetchSingle(
                "select id from emergencies.release_approver where person_id = ?", counselor).get(0, UUID.class))
                + "/end");
        assertThat(named.get(home).statusCode()).as("ended").isEqualTo(404);
    }

    @Test
    void aNameThatIsPutOnTheListInTheMiddleOfItGivesNobodyAway() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2));
        var clerk = visitor.signedIn(join("clerk", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var home = begin(clerk, roll);
        clerk.post(home + "/duties", "duty", "GREETER");
        clerk.post(home + "/duties", "duty", "CHECKER");
        clock.move(Duration.ofMinutes(5));
        clerk.post("/schools/" + roll.school() + "/students/" + roll.students().getFirst() + "/guardians", "givenName",
                "Lou", "familyName", "Nobody", "relation", "uncle", "mayCollect", "YES", "court", "NONE");
        var lou = story.as(cast.mesquite(), () -> db.fetchSingle(
                "select id from directory.guardian where family_name = 'Nobody' and district_id = ?", cast.mesquite())
                .get(0, UUID.class));
        var card = card(clerk, home, roll, 0, "Lou Nobody", lou.toString());
        assertThat(clerk.get(card).body()).contains("Not on the list");
        assertThat(state(home, card)).isEqualTo("STOPPED");
    }

    @Test
    void aRoleIsNotTakenFromAnotherByWhoDoesNotLead() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        var runner = join("runner", Role.TEACHER, roll.school());
        var lead = visitor.signedIn(join("office", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var clerk = visitor.signedIn(join("clerk", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var home = begin(lead, roll);
        lead.post(home + "/duties", "duty", "RUNNER", "to", runner.toString());
        clerk.post(home + "/duties/" + runner + "/RUNNER/end");
        assertThat(as(() -> duties.of(UUID.fromString(home.substring(home.lastIndexOf('/') + 1)), runner)))
                .containsExactly(Reunification.Duty.RUNNER);
        lead.post(home + "/duties/" + runner + "/RUNNER/end");
        assertThat(as(() -> duties.of(UUID.fromString(home.substring(home.lastIndexOf('/') + 1)), runner))).isEmpty();
    }

    private String begin(Visitor.Visit who, SchoolRoll roll) {
        var home = path(who.post("/schools/" + roll.school() + "/reunifications", "site", "Stadium", "from", "ACTUAL",
                "why", "The power is out").headers().firstValue("location").orElseThrow());
        who.post(home + "/everybody", "to", "ASSEMBLY");
        return home;
    }

    /** A card of somebody who is not on the student's list. @return its address */
    private String stopped(Visitor.Visit who, String home, SchoolRoll roll, int student, String adult) {
        var card = card(who, home, roll, student, adult, "");
        assertThat(state(home, card)).isEqualTo("STOPPED");
        return card;
    }

    private String card(Visitor.Visit who, String home, SchoolRoll roll, int student, String adult,
            String guardian) {
        var card = path(who.post(home + "/cards", "form", UUID.randomUUID().toString(), "guardian", adult).headers()
                .firstValue("location").orElseThrow());
        var there = as(() -> queries.students(UUID.fromString(home.substring(home.lastIndexOf('/') + 1)))).stream()
                .filter(p -> p.studentId().equals(roll.students().get(student))).findFirst().orElseThrow();
        who.post(card + "/filling", "student", there.id().toString(), "guardianId", guardian);
        who.post(card + "/check", "shown", "DRIVER_LICENSE");
        return card;
    }

    private String state(String home, String card) {
        return as(() -> queries.pickup(UUID.fromString(home.substring(home.lastIndexOf('/') + 1)),
                UUID.fromString(card.substring(card.lastIndexOf('/') + 1)))).state().code();
    }

    private UUID join(String name, Role role, UUID school) {
        return story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", "Kai " + name, role, school));
    }

    private <R> R as(java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(cast.mesquite()), work::get);
    }

    private static String path(String location) {
        return location.replaceAll("^https?://[^/]+", "").replaceAll(";.*", "");
    }
}
