package org.daywatch.planning.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.directory.Tables.IMPORT_RUN;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.planning.Tables.INDIVIDUAL_PLAN;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.retention.Retention;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan of one student: written by the school, read by the adults of their classes, and by nobody else. */
@DaywatchIT
class IndividualPlanIT {

    private static final Path EXAMPLE = Path.of("docs/formats/examples/oneroster");

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Retention retention;
    @Autowired FileImports imports;
    @Autowired DSLContext db;
    @TempDir Path folder;
    private Story.Cast cast;
    private SchoolRoll roll;
    private UUID student;
    private Visitor.Visit office;
    private Visitor.Visit teacher;
    private Visitor.Visit otherTeacher;

    @BeforeEach
    void twoClassesAndTheirTeachers() {
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 2));
        student = roll.students().getFirst();
        office = join("office" + cast.suffix(), cast.mesquite(), Role.FRONT_OFFICE);
        teacher = join("teacher0-" + cast.suffix(), cast.mesquite(), Role.TEACHER);
        otherTeacher = join("teacher1-" + cast.suffix(), cast.mesquite(), Role.TEACHER);
        assertThat(office.post("/individual-plans/" + student, "EVACUATE", "Two adults and the chair at stairs B",
                "helpers", "Nurse", "medication", "Red bag").statusCode()).isEqualTo(302);
    }

    @Test
    void theAdultOfTheClassReadsItAndSaysSo() {
        assertThat(office.get("/individual-plans").body()).contains("Class 00", "Not read").doesNotContain("Class 01",
                "stairs B");
        assertThat(teacher.get("/alert").body()).contains("Individual plans you have not read: 1");
        var page = teacher.get("/individual-plans/" + student).body();
        assertThat(page).contains("Two adults and the chair at stairs B", "Red bag", "nothing special");
        var plan = Pattern.compile("name=\"plan\" value=\"([0-9a-f-]{36})\"").matcher(page).results().findFirst()
                .orElseThrow().group(1);
        teacher.post("/individual-plans/" + student + "/reading", "plan", plan);
        var list = office.get("/individual-plans").body();
        assertThat(list.substring(list.indexOf("Class 00"))).contains("Sage, Teacher0").doesNotContain("Not read");
        assertThat(teacher.get("/alert").body()).doesNotContain("you have not read");
        office.post("/individual-plans/" + student, "EVACUATE", "By the ramp");
        assertThat(teacher.get("/alert").body()).as("what was changed is read again").contains("you have not read: 1");
        assertThat(teacher.post("/individual-plans/" + student + "/reading", "plan", plan).statusCode())
                .as("the old one").isEqualTo(404);
        assertThat(audited("ReadIndividualPlan")).isPositive();
    }

    @Test
    void itFollowsTheStudentToAnotherClassAndNobodyElseReadsIt() {
        assertThat(otherTeacher.get("/individual-plans/" + student).statusCode()).isEqualTo(404);
        assertThat(otherTeacher.get("/individual-plans/" + student + "/edit").statusCode()).isEqualTo(403);
        story.run(cast.mesquite(),
                () -> db.update(ROSTER_ENROLLMENT).set(ROSTER_ENROLLMENT.CLASS_ID, roll.classes().get(1))
                        .where(ROSTER_ENROLLMENT.PERSON_ID.eq(student)).execute());
        assertThat(otherTeacher.get("/individual-plans/" + student).body()).contains("stairs B");
        assertThat(teacher.get("/individual-plans/" + student).statusCode()).isEqualTo(404);
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/individual-plans").statusCode()).isEqualTo(403);
        for (UUID other : new UUID[] {cast.agency(), cast.saguaro()})
            assertThat(story.as(other, () -> db.fetchCount(INDIVIDUAL_PLAN))).isZero();
    }

    @Test
    void itIsEncryptedPrintedForTheGoKitAndForgottenOnceItIsReplaced() {
        byte[] body = story.as(cast.mesquite(),
                () -> db.select(INDIVIDUAL_PLAN.BODY).from(INDIVIDUAL_PLAN).fetchSingle(INDIVIDUAL_PLAN.BODY));
        assertThat(new String(body, StandardCharsets.ISO_8859_1)).startsWith("DWC1").doesNotContain("stairs");
        assertThat(office.get("/individual-plans/go-kit").body()).contains("Class 00", "stairs B", "Confidential");
        assertThat(teacher.get("/individual-plans/go-kit").statusCode()).isEqualTo(403);
        office.post("/individual-plans/" + student, "EVACUATE", "");
        assertThat(office.get("/individual-plans").body()).contains("No plans or notes");
        clock.move(Duration.ofDays(31));
        retention.apply(cast.mesquite());
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(INDIVIDUAL_PLAN))).isZero();
    }

    @Test
    void itEndsWhenTheStudentLeavesTheSchoolIsInForceAgainOnceTheyAreBackAndIsForgottenOtherwise() {
        placed(null);
        retention.apply(cast.mesquite());
        assertThat(standing()).as("the night after they left").isZero();
        assertThat(office.get("/individual-plans").body()).doesNotContain("Sage, Student0");
        placed(roll.school());
        clock.move(Duration.ofDays(5));
        retention.apply(cast.mesquite());
        assertThat(standing()).as("they are back, and so is their plan").isOne();
        placed(null);
        retention.apply(cast.mesquite());
        clock.move(Duration.ofDays(31));
        retention.apply(cast.mesquite());
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(INDIVIDUAL_PLAN))).isZero();
        assertThat(audited("IndividualPlansEnded")).isEqualTo(2);
    }

    @Test
    void itEndsWithTheRosterThatNoLongerNamesTheStudentAndStandsAgainWhenThatRosterIsTakenBack() throws IOException {
        take(EXAMPLE, false);
        var person = story.as(cast.mesquite(),
                () -> db.selectFrom(ROSTER_PERSON).where(ROSTER_PERSON.SOURCED_ID.eq("u-2")).fetchSingle());
        var desk = visitor.signedIn(
                story.as(cast.agency(),
                        () -> organizations.join(cast.mesquite(), "desk" + cast.suffix() + "@story.example", "Jo Desk",
                                Role.FRONT_OFFICE, person.getSchoolId())),
                cast.mesquite(), Role.FRONT_OFFICE);
        assertThat(desk.post("/individual-plans/" + person.getId(), "EVACUATE", "By the ramp").statusCode())
                .isEqualTo(302);
        assertThat(standing()).isEqualTo(2);
        take(withoutAlex(), true);
        await().untilAsserted(() -> assertThat(standing())
                .as("the plan of the student who left has ended, no night between").isOne());
        assertThat(desk.get("/individual-plans/go-kit").body()).doesNotContain("By the ramp");
        var run = story.as(cast.mesquite(), () -> db.select(IMPORT_RUN.ID).from(IMPORT_RUN)
                .where(IMPORT_RUN.LEAVERS.eq(1)).fetchSingle(IMPORT_RUN.ID));
        story.run(cast.mesquite(), () -> imports.undo(run));
        await().untilAsserted(() -> assertThat(standing()).as("they are back").isEqualTo(2));
    }

    private void take(Path roster, boolean leaversConfirmed) {
        Tenancy.as(Scope.system(cast.mesquite()),
                () -> imports.take(ImportKind.ONEROSTER, new ImportFile(roster, "oneroster", null, leaversConfirmed)));
    }

    private Path withoutAlex() throws IOException {
        try (var files = Files.list(EXAMPLE)) {
            for (Path file : files.toList()) {
                Files.writeString(folder.resolve(file.getFileName()), Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("u-2,")).collect(Collectors.joining("\n", "", "\n")));
            }
        }
        return folder;
    }

    private void placed(UUID school) {
        story.run(cast.mesquite(), () -> db.update(ROSTER_PERSON).set(ROSTER_PERSON.SCHOOL_ID, school)
                .where(ROSTER_PERSON.ID.eq(student)).execute());
    }

    private int standing() {
        return story.as(cast.mesquite(), () -> db.fetchCount(INDIVIDUAL_PLAN, INDIVIDUAL_PLAN.ENDED_AT.isNull()));
    }

    private long audited(String action) {
        return story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq(action)));
    }

    private Visitor.Visit join(String name, UUID org, Role role) {
        UUID person = story.as(cast.agency(),
                () -> organizations.join(org, name + "@story.example", name, role, roll.school()));
        return visitor.signedIn(person, org, role);
    }
}
