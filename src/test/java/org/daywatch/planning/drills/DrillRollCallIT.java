package org.daywatch.planning.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.accountability.RollUp;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.planning.ExerciseRoll;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * In a drill each room says who is there and who is not; how long it took until everybody was accounted for stands in
 * the drill's record.
 */
@DaywatchIT
class DrillRollCallIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DrillStore drills;
    @Autowired DrillRecords records;
    @Autowired RollQueries rolls;
    @Autowired AlertPlaces places;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private SchoolRoll roll;
    private Visit principal;
    private Visit office;
    private List<Visit> teachers;

    @BeforeEach
    void aSchoolOfTwoClassesOfThreeStudents() {
        clock.setTo("2026-08-04T16:00:00Z"); // Tuesday, nine in the morning in Phoenix
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 3));
        principal = member("principal", Role.PRINCIPAL);
        office = member("office", Role.FRONT_OFFICE);
        teachers = List.of(member("teacher0-", Role.TEACHER), member("teacher1-", Role.TEACHER));
    }

    @Test
    void theTimeUntilEverybodyIsAccountedForIsThatOfTheLastStudentFound() throws IOException {
        var drill = begun();
        var call = call(drill);
        clock.move(Duration.ofSeconds(40));
        report(0, call, "everybody", "true", "secured", "yes");
        clock.move(Duration.ofSeconds(50));
        var late = person(call, "Yucca01, Student002");
        report(1, call, "secured", "yes", "person-" + person(call, "Yucca01, Student000"), "PRESENT",
                "person-" + person(call, "Yucca01, Student001"), "PRESENT", "person-" + late, "MISSING");
        soon(() -> assertThat(principal.get("/drills/" + drill).body())
                .contains("7 of 8 people accounted for, 1 missing, 0 unknown.", "2 of 2 rooms answered."));
        clock.move(Duration.ofSeconds(60));
        office.post("/accountability/" + call.id() + "/people/" + late, "says", "PRESENT");
        clock.move(Duration.ofSeconds(90));
        end(drill);

        soon(() -> assertThat(drill(drill).state().code()).isEqualTo("HELD"));
        var times = drill(drill).state().times();
        assertThat(Duration.between(times.started(), times.secured()))
                .as("the second room closed its door after 90 seconds").isEqualTo(Duration.ofSeconds(90));
        assertThat(Duration.between(times.started(), times.accounted()))
                .as("the last student came to the office after 150 seconds").isEqualTo(Duration.ofSeconds(150));
        assertThat(Duration.between(times.started(), times.ended())).isEqualTo(Duration.ofSeconds(240));
        assertThat(said(drill)).isEqualTo(new ExerciseRoll(8, 8, 0, 0, 2, 2, times.accounted()));

        String whole = "All 8 people were accounted for after 2:30. 2 of 2 rooms answered.";
        assertThat(principal.get("/drills/" + drill).body()).contains("+2:30", whole);
        assertThat(principal.get("/drills/" + drill + "/review").body()).as("whoever rates has the times before them")
                .contains("+1:30", "+2:30", whole);
        assertThat(paper(drill)).contains("(+2:30)", "2 of 2 rooms answered");
        assertThat(principal.get("/drills/record.csv").body()).contains(",8,8,0,0,2,2,2026-08-04T16:02:30Z");
    }

    @Test
    void whereSomebodyIsMissingAtTheEndNoTimeIsMadeUp() throws IOException {
        var drill = begun();
        var call = call(drill);
        clock.move(Duration.ofSeconds(40));
        report(0, call, "secured", "yes", "person-" + person(call, "Yucca00, Student000"), "PRESENT",
                "person-" + person(call, "Yucca00, Student001"), "MISSING", "person-"
                        + person(call, "Yucca00, Student002"),
                "PRESENT");
        clock.move(Duration.ofMinutes(5));
        end(drill);
        soon(() -> assertThat(drill(drill).state().code()).isEqualTo("HELD"));
        assertThat(drill(drill).state().times().accounted()).isNull();
        assertThat(drill(drill).state().times().secured()).as("one room of two has not said so").isNull();
        assertThat(said(drill)).isEqualTo(new ExerciseRoll(8, 3, 1, 4, 2, 1, null));
        assertThat(principal.get("/drills/" + drill).body()).contains("not everyone by the end",
                "3 of 8 people accounted for, 1 missing, 4 unknown.", "1 of 2 rooms answered.");
        assertThat(paper(drill)).contains("not everyone by the end", "1 missing, 4 unknown");
    }

    @Test
    void aSheetOfPaperTypedInAfterTheDrillStillCounts() {
        var drill = begun();
        var call = call(drill);
        report(0, call, "everybody", "true", "secured", "yes");
        clock.move(Duration.ofMinutes(10));
        end(drill);
        soon(() -> assertThat(drill(drill).state().code()).isEqualTo("HELD"));
        assertThat(drill(drill).state().times().accounted()).isNull();
        clock.move(Duration.ofMinutes(20));
        var room = place(call, "Class 01");
        var everybody = story.as(cast.mesquite(), () -> rolls.rollUp(call)).lines().values().stream()
                .filter(l -> l.standing() == RollUp.Standing.UNKNOWN).toList();
        var fields = new java.util.ArrayList<>(List.of("report", UUID.randomUUID().toString(), "paperTime", "09:06"));
        everybody.forEach(l -> fields.addAll(List.of("person-" + l.person().id(), "PRESENT")));
        assertThat(office.post("/accountability/" + call.id() + "/places/" + room, fields.toArray(String[]::new))
                .statusCode()).isEqualTo(302);
        soon(() -> assertThat(drill(drill).state().times().accounted())
                .isEqualTo(java.time.Instant.parse("2026-08-04T16:06:00Z")));
        assertThat(said(drill).found()).isEqualTo(8);
        assertThat(Duration.between(drill(drill).state().times().started(), drill(drill).state().times().ended()))
                .as("its end stays").isEqualTo(Duration.ofMinutes(10));
    }

    /** Planned for today and started by the principal; the emergency room presses it. */
    private UUID begun() {
        String to = principal.post("/drills/schools/" + roll.school() + "/new", "kind", "LOCKDOWN", "day", "2026-08-04",
                "at", "09:00", "announced", "yes", "simulation", "no", "form",
                UUID.randomUUID().toString()).headers().firstValue("location").orElse("");
        var drill = UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
        principal.post("/drills/" + drill + "/start");
        return drill;
    }

    private RollCall call(UUID drill) {
        soon(() -> assertThat(story.as(cast.mesquite(), () -> rolls.ofAlert(drill))).isPresent());
        return story.as(cast.mesquite(), () -> rolls.ofAlert(drill).orElseThrow());
    }

    private void report(int teacher, RollCall call, String... says) {
        var fields = new java.util.ArrayList<>(List.of("report", UUID.randomUUID().toString()));
        fields.addAll(List.of(says));
        assertThat(teachers.get(teacher)
                .post("/accountability/" + call.id() + "/places/" + place(call, "Class 0" + teacher),
                        fields.toArray(String[]::new))
                .statusCode()).isEqualTo(302);
    }

    private UUID place(RollCall call, String title) {
        return story.as(cast.mesquite(), () -> rolls.rollUp(call)).rooms().stream().map(RollUp.Room::place)
                .filter(p -> p.title().equals(title)).findFirst().orElseThrow().id();
    }

    private UUID person(RollCall call, String name) {
        return story.as(cast.mesquite(), () -> rolls.rollUp(call)).lines().values().stream().map(RollUp.Line::person)
                .filter(p -> p.name().equals(name)).findFirst().orElseThrow().id();
    }

    /** A lockdown ends room by room, then by two people. */
    private void end(UUID drill) {
        for (var room : story.as(cast.mesquite(), () -> places.toRelease(roll.school())))
            principal.post("/alerts/" + drill + "/rooms/" + room + "/release");
        principal.post("/alerts/" + drill + "/over", "how", "ALL_CLEAR", "sure", "true");
        office.post("/alerts/" + drill + "/over", "how", "ALL_CLEAR", "sure", "true");
    }

    private String paper(UUID drill) throws IOException {
        try (var pdf = new PdfReader(principal.bytes("/drills/" + drill + "/record.pdf"))) {
            return new PdfTextExtractor(pdf).getTextFromPage(1).replaceAll("\\s+", " ");
        }
    }

    private ExerciseRoll said(UUID drill) {
        return story.as(cast.agency(), () -> records.of(drill)).roll();
    }

    private Drill drill(UUID id) {
        return story.as(cast.agency(), () -> drills.find(id).orElseThrow());
    }

    private static void soon(ThrowingRunnable what) {
        await().atMost(SOON).untilAsserted(what);
    }

    private Visit member(String name, Role role) {
        var person = story.as(cast.agency(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", name, role, roll.school()));
        return visitor.signedIn(person, cast.mesquite(), role);
    }
}
