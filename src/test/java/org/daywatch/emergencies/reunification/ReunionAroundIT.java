package org.daywatch.emergencies.reunification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.accountability.AlertsAtSchool;
import org.daywatch.emergencies.accountability.RollCalls;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What ties a reunification to its alert, to the agency's screens and to paper. */
@DaywatchIT
class ReunionAroundIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired Reunifications reunifications;
    @Autowired ReunionQueries queries;
    @Autowired ReunionDuties duties;
    @Autowired RollCalls calls;
    @Autowired RollQueries rolls;
    @Autowired AlertsAtSchool alertsAtSchool;
    @Autowired DSLContext db;
    private final By lead = new By(UUID.randomUUID(), "Lead");
    private Story.Cast cast;

    @BeforeEach
    void aCast() {
        clock.setTo(TestClock.START);
        cast = story.cast();
    }

    @Test
    void aCardOfPaperIsTypedInLaterAndWhoWasNotOnTheListIsShown() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2));
        var office = visitor.signedIn(join("office", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var home = path(office.post("/schools/" + roll.school() + "/reunifications", "site", "Stadium", "from",
                "ACTUAL", "why", "The power is out").headers().firstValue("location").orElseThrow());
        var id = UUID.fromString(home.substring(home.lastIndexOf('/') + 1));
        var students = as(() -> queries.students(id));
        clock.move(Duration.ofMinutes(30));
        var listed = roll.guardians().get(roll.students().indexOf(students.get(0).studentId())).toString();
        assertThat(office.post(home + "/paper", "student", students.get(0).id().toString(), "guardian", "Pat Yucca",
                "guardianId", listed, "time", "05:00", "initials", "KM / RS").statusCode())
                .as("a time that is still to come").isEqualTo(400);
        office.post(home + "/paper", "student", students.get(0).id().toString(), "guardian", "Pat Yucca", "guardianId",
                listed, "time", "06:12", "initials", "KM / RS");
        office.post(home + "/paper", "student", students.get(1).id().toString(), "guardian", "Lou Nobody", "guardianId",
                "", "time", "06:15", "initials", "KM / RS");
        assertThat(office.post(home + "/paper", "student", students.get(1).id().toString(), "guardian", "Lou Nobody",
                "time", "06:15", "initials", "KM / RS").body())
                .as("nobody goes home twice, on paper either")
                .contains("on the way to another adult or has already left");
        assertThat(as(() -> queries.counts(id))).isEqualTo(Map.of(StudentPlace.RELEASED, 2));
        assertThat(office.get(home).body()).contains("Released to unauthorized people (1)", "Lou Nobody");
    }

    @Test
    void theLeadIsHandedOverByWhoeverHasItOrTakenWithAReasonThatThePrincipalReads() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        var principal = visitor.signedIn(join("principal", Role.PRINCIPAL, roll.school()), cast.mesquite(),
                Role.PRINCIPAL);
        var office = visitor.signedIn(join("office", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var clerk = visitor.signedIn(join("clerk", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var home = path(office.post("/schools/" + roll.school() + "/reunifications", "site", "Stadium", "from",
                "ACTUAL", "why", "The power is out").headers().firstValue("location").orElseThrow());
        var id = UUID.fromString(home.substring(home.lastIndexOf('/') + 1));
        var lead = as(() -> queries.get(id));
        assertThat(clerk.get(home).body()).contains("Reason, if you take the lead without a hand-over");
        clerk.post(home + "/duties", "duty", "LEAD");
        assertThat(leads(lead.id())).as("nobody makes themselves the lead").containsExactly("Kai office");
        var holder = as(() -> duties.list(id)).getFirst().person();
        clerk.post(home + "/duties/" + holder + "/LEAD/end");
        assertThat(leads(lead.id())).as("nor takes it from the one who has it").containsExactly("Kai office");
        assertThat(principal.get("/inbox").body()).doesNotContain("lead taken");
        clerk.post(home + "/duties", "duty", "LEAD", "why", "The office was taken to the hospital.");
        assertThat(leads(lead.id())).containsExactlyInAnyOrder("Kai clerk", "Kai office");
        assertThat(principal.get("/inbox").body()).contains("reunification lead taken");
        office.post(home + "/duties", "duty", "LEAD", "to", as(() -> organizations.placedAt(cast.mesquite(),
                roll.school())).stream().filter(p -> p.name().equals("Kai principal")).findFirst().orElseThrow()
                .person()
                .toString());
        assertThat(leads(lead.id())).as("by the word of the one who has it").contains("Kai principal");
    }

    private List<String> leads(UUID reunification) {
        return as(() -> duties.list(reunification)).stream().filter(d -> d.duty() == Reunification.Duty.LEAD)
                .map(Reunification.OnDuty::name).toList();
    }

    @Test
    void noDrillOfGivingStudentsBackBeginsWhileARealAlertStands() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2));
        var office = visitor.signedIn(join("office", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        story.run(cast.mesquite(), () -> roll.alert(db, cast, "ACTUAL", "SECURE", clock.instant()));
        var begin = "/schools/" + roll.school() + "/reunifications";
        assertThat(office.post(begin, "site", "Stadium", "from", "EXERCISE", "why", "The yearly drill").body())
                .contains("A real alert is active at this school.");
        assertThat(office.post(begin, "site", "Stadium", "from", "ACTUAL", "why", "The power is out").statusCode())
                .as("a real one begins").isEqualTo(302);
    }

    @Test
    void theAlertDoesNotEndInSilenceWhileStudentsWait() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2));
        var office = visitor.signedIn(join("office", Role.FRONT_OFFICE, roll.school()), cast.mesquite(),
                Role.FRONT_OFFICE);
        var principal = visitor.signedIn(join("principal", Role.PRINCIPAL, roll.school()), cast.mesquite(),
                Role.PRINCIPAL);
        var alert = story.as(cast.mesquite(), () -> roll.alert(db, cast, "ACTUAL", "EVACUATE", clock.instant()));
        story.run(cast.mesquite(), () -> calls.begin(alertsAtSchool.find(alert).orElseThrow()));
        var call = as(() -> rolls.ofAlert(alert)).orElseThrow();
        principal.post("/alerts/" + alert + "/out");
        assertThat(office.get("/reunification").body()).contains("building evacuated");
        var home = path(office
                .post("/schools/" + roll.school() + "/reunifications", "site", "Stadium", "from", call.id().toString())
                .headers().firstValue("location").orElseThrow());
        assertThat(principal.get("/alerts/" + alert).body()).as("the alert says so by itself")
                .contains("Students not released yet: 2");
        principal.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR");
        assertThat(state(alert)).isEqualTo("REUNIFYING null");
        assertThat(principal.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR", "why", "They wait in the church.")
                .body()).as("nobody has said where they are").contains("Not everyone is accounted for");
        principal.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR", "why", "They wait in the church.", "sure",
                "true");
        assertThat(principal.get("/alerts/" + alert).body())
                .contains("(students still waiting: 2) They wait in the church.");
        office.post(home + "/everybody", "to", "ASSEMBLY");
        office.post(home + "/everybody", "to", "BACK");
        office.post(home + "/closing");
        office.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR", "sure", "true");
        assertThat(state(alert)).as("nobody waits any more: two words are enough").startsWith("ENDED");
    }

    @Test
    void theAgencyReadsTheNumbersOfBothAndNoName() {
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 3));
        var alert = story.as(cast.mesquite(), () -> roll.alert(db, cast, "EXERCISE", "EVACUATE", clock.instant()));
        story.run(cast.mesquite(), () -> calls.begin(alertsAtSchool.find(alert).orElseThrow()));
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/alerts/" + alert + "/roll").body())
                .contains("0 of 4 accounted for", "0 of 1 rooms answered", "Unknown 4")
                .doesNotContain("Yucca00", "/accountability/");
        assertThat(coordinator.get("/board").body()).as("on their first screen")
                .contains("0 of 4 accounted for", "0 missing, 4 unknown", "/alerts/" + alert).doesNotContain("Yucca00");
        var call = as(() -> rolls.ofAlert(alert)).orElseThrow();
        run(() -> reunifications.begin(campuses.find(roll.school()).orElseThrow(), new Reunifications.Beginning(lead,
                true, AlertStatus.EXERCISE, "Stadium", call, "A drill of the desk")));
        assertThat(coordinator.get("/alerts/" + alert + "/roll").body())
                .contains("0 of 3 students released", "3 waiting: 0 with medical staff, 3 missing")
                .doesNotContain("Yucca00");
    }

    private String state(UUID alert) {
        return story.as(cast.mesquite(),
                () -> db.fetchSingle(
                        "select state || ' ' || coalesce(word_name, 'null') from emergencies.alert where id = ?", alert)
                        .get(0, String.class));
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
