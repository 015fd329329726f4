package org.daywatch.emergencies.reunification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.accountability.AlertsAtSchool;
import org.daywatch.emergencies.accountability.RollCalls;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * In a drill a protected child is counted, moved and given back, and has a name for those who may find it only; in an
 * emergency everybody who helps reads it.
 *
 * <p>A-03 of docs/security.
 */
@DaywatchIT
class ProtectedInDrillsIT {

    private static final String CHILD = "Sorrel, Linnea";
    private static final String NAMELESS = "A student (protected)";

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired RollCalls calls;
    @Autowired RollQueries rolls;
    @Autowired ReunionQueries reunions;
    @Autowired AlertsAtSchool alerts;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private SchoolRoll roll;
    private UUID child;
    private Visit principal;
    private Visit office;
    private Visit own;
    private Visit other;

    @BeforeEach
    void aPrincipalProtectsAChildOfTheFirstClass() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 2));
        child = roll.students().getFirst();
        story.run(cast.mesquite(),
                () -> db.update(ROSTER_PERSON).set(ROSTER_PERSON.FAMILY_NAME, "Sorrel")
                        .set(ROSTER_PERSON.GIVEN_NAME, "Linnea").where(ROSTER_PERSON.ID.eq(child)).execute());
        principal = signedIn("principal", Role.PRINCIPAL);
        office = signedIn("office", Role.FRONT_OFFICE);
        own = signedIn("teacher0-", Role.TEACHER);
        other = signedIn("teacher1-", Role.TEACHER);
        assertThat(principal.post("/protected-students", "form", Ids.next().toString(), "school",
                roll.school().toString(), "student", child.toString(), "q", "Sorrel", "reason",
                "Court order of May 2, office file 3", "firstDay", LocalDate.of(2026, 8, 3).toString()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void atARollCallTheirAdultAndWhoIsNamedReadTheNameAndAllOthersACount() {
        var call = begin("EXERCISE");
        String all = "/accountability/" + call;
        missed(call, child);
        missed(call, roll.students().get(1));
        assertThat(principal.get(all).body()).as("named").contains(CHILD);
        assertThat(office.get(all).body()).contains(NAMELESS, "Yucca00, Student001").doesNotContain("Sorrel");
        UUID room = room(call, "Class 00");
        assertThat(own.get(all + "/places/" + room).body()).as("their teacher").contains(CHILD);
        assertThat(office.get(all + "/places/" + room).body()).contains(NAMELESS).doesNotContain("Sorrel");
        assertThat(other.get(all + "/names?not=" + room(call, "Class 01")).body())
                .contains("Yucca00, Student001").doesNotContain("Sorrel");
        UUID alert = story.as(cast.mesquite(), () -> rolls.get(call)).alertId();
        assertThat(office.post("/alerts/" + alert + "/over", "how", "FALSE_ALARM", "why", "a button was leaned on")
                .body()).as("whoever ends it reads how many").contains("2 missing").doesNotContain("Sorrel");
    }

    @Test
    void inAnEmergencyEverybodyWhoHelpsReadsTheName() {
        var call = begin("ACTUAL");
        missed(call, child);
        assertThat(office.get("/accountability/" + call).body()).contains(CHILD).doesNotContain(NAMELESS);
        assertThat(office.get("/accountability/" + call + "/places/" + room(call, "Class 00")).body()).contains(CHILD);
        String home = reunification("ACTUAL");
        assertThat(office.get(home + "?q=Sorrel").body()).contains(CHILD);
    }

    @Test
    void atADrillOfGivingStudentsBackTheyStandWithoutNameAndWithoutWhoMayCollectThem() {
        String home = reunification("EXERCISE");
        assertThat(office.get(home + "?q=Sorrel").body()).doesNotContain("Sorrel, ");
        assertThat(office.get(home + "?q=protected").body()).contains(NAMELESS);
        assertThat(principal.get(home + "?q=Sorrel").body()).as("named").contains(CHILD);
        for (var duty : new String[] {"GREETER", "CHECKER"}) office.post(home + "/duties", "duty", duty);
        String card = path(office.post(home + "/cards", "form", Ids.next().toString(), "guardian", "Pat Anybody")
                .headers().firstValue("location").orElseThrow());
        UUID id = UUID.fromString(home.substring(home.lastIndexOf('/') + 1));
        UUID there = story.as(cast.mesquite(), () -> reunions.students(id)).stream()
                .filter(s -> s.studentId().equals(child)).findFirst().orElseThrow().id();
        assertThat(office.get(card + "?student=" + there).body()).contains(NAMELESS)
                .doesNotContain("Sorrel", "Guardian000 Yucca00");
        office.post(card + "/filling", "student", there.toString(), "guardianId", "");
        assertThat(office.get(card).body()).contains(NAMELESS).doesNotContain("Sorrel", "Guardian000 Yucca00");
        assertThat(office.get(card + "/print").body()).doesNotContain("Sorrel");
        assertThat(office.get(home + "/paper?student=" + there).body()).doesNotContain("Sorrel", "Guardian000 Yucca00");
    }

    private String reunification(String status) {
        return path(office.post("/schools/" + roll.school() + "/reunifications", "site", "Stadium", "from", status,
                "why", "The power is out").headers().firstValue("location").orElseThrow());
    }

    private UUID begin(String status) {
        return story.as(cast.mesquite(), () -> calls
                .begin(alerts.find(roll.alert(db, cast, status, "EVACUATE", clock.instant())).orElseThrow()));
    }

    private UUID room(UUID call, String title) {
        return story.as(cast.mesquite(), () -> rolls.rollUp(rolls.get(call))).rooms().stream().map(r -> r.place())
                .filter(p -> p.title().equals(title)).findFirst().orElseThrow().id();
    }

    /** By somebody who is told no name: the drill goes on. */
    private void missed(UUID call, UUID student) {
        assertThat(office.post("/accountability/" + call + "/people/" + person(call, student), "says", "MISSING")
                .statusCode()).isEqualTo(302);
    }

    private UUID person(UUID call, UUID student) {
        return story.as(cast.mesquite(), () -> rolls.rollUp(rolls.get(call))).lines().values().stream()
                .map(line -> line.person()).filter(p -> Optional.ofNullable(p.personId()).equals(Optional.of(student)))
                .findFirst().orElseThrow().id();
    }

    private Visit signedIn(String name, Role role) {
        UUID person = story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + (name.endsWith("-") ? "" : "-") + cast.suffix() + "@story.example", "Kai " + name, role,
                roll.school()));
        return visitor.signedIn(person, cast.mesquite(), role);
    }

    private static String path(String location) {
        return location.replaceFirst("https?://[^/]+", "");
    }
}
