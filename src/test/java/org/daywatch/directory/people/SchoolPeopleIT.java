package org.daywatch.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.ASSISTANCE_NOTE;
import static org.daywatch_db.directory.Tables.GUARDIAN;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.PLAN_OPENING;
import static org.daywatch_db.directory.Tables.SITE_PLAN;
import static org.daywatch_db.directory.Tables.VISITOR;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.assistance.AssistanceNotes;
import org.daywatch.directory.guardians.CustodyAnswer;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.retention.Retention;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Visitors, guardians, plans and notes of a school: entered by its front office, seen by nobody outside the district.
 */
@DaywatchIT
class SchoolPeopleIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired Guardians guardians;
    @Autowired SitePlans plans;
    @Autowired AssistanceNotes notes;
    @Autowired FileImports imports;
    @Autowired Retention retention;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private SchoolRoll roll;
    private Campus campus;
    private UUID office;
    private Visitor.Visit desk;

    @BeforeEach
    void aSchoolWithAFrontOffice() {
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 2));
        campus = story.as(cast.mesquite(), () -> campuses.find(roll.school()).orElseThrow());
        office = join("office", Role.FRONT_OFFICE, roll.school());
        desk = visitor.signedIn(office, cast.mesquite(), Role.FRONT_OFFICE);
    }

    @Test
    void aVisitorSignsInGetsABadgeAndLeavesByItsNumber() {
        var home = "/schools/" + roll.school();
        assertThat(desk
                .post(home + "/visitors", "name", "Dana Mendez", "visits", "Room 12", "organization", "Copper Plumbing")
                .headers().firstValue("location").orElse("")).contains("/badge");
        desk.post(home + "/visitors", "name", "Lou Park", "visits", "Office");
        assertThat(desk.get("/visitors").body()).contains("Dana Mendez", "Copper Plumbing", "Lou Park",
                "ID not checked");
        var lou = story.as(cast.mesquite(),
                () -> db.select(VISITOR.ID).from(VISITOR).where(VISITOR.BADGE.eq(2)).fetchSingle(VISITOR.ID));
        assertThat(desk.post(home + "/visitors/" + lou + "/departure").statusCode()).isEqualTo(302);
        assertThat(story.as(cast.mesquite(),
                () -> db.fetchCount(VISITOR, VISITOR.LEFT_AT.isNotNull().and(VISITOR.BADGE.eq(2))))).isOne();
        assertThat(desk.post(home + "/visitors", "name", "X", "visits", "").body())
                .contains("Enter first and last name", "Enter the person or office visited");
    }

    @Test
    void theAgencyAndOtherDistrictsSeeNoneOfIt() {
        desk.post("/schools/" + roll.school() + "/visitors", "name", "Dana Mendez", "visits", "Room 12");
        story.run(cast.mesquite(), () -> plans.add(office, campus, "Main building", svg("")));
        for (UUID other : List.of(cast.agency(), cast.saguaro())) {
            for (var table : List.of(VISITOR, GUARDIAN, GUARDIANSHIP, SITE_PLAN, ASSISTANCE_NOTE)) {
                assertThat(story.as(other, () -> db.fetchCount(table))).as(table + " for " + other).isZero();
            }
        }
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        for (String page : List.of("/visitors", "/guardians", "/plans", "/visitors/kiosks", "/not-admitted"))
            assertThat(coordinator.get(page).statusCode()).as(page).isEqualTo(403);
        var teacher = visitor.signedIn(join("teacher", Role.TEACHER, roll.school()), cast.mesquite(), Role.TEACHER);
        assertThat(teacher.get("/guardians").statusCode()).isEqualTo(403);
        var elsewhere = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        assertThat(desk.get("/visitors?school=" + elsewhere.school()).statusCode()).as("another school of the district")
                .isEqualTo(404);
    }

    @Test
    void whoMayCollectIsDecidedByTheDayAndAnOrderNeedsItsPaper() {
        var student = roll.students().getFirst();
        var home = "/schools/" + roll.school() + "/students/" + student + "/guardians";
        assertThat(desk.post(home, "givenName", "Lee", "familyName", "Yucca", "relation", "father", "mayCollect", "NO",
                "court", "ORDER", "firstDay", "2026-08-10").body())
                .contains("Enter where the court order is filed.");
        assertThat(desk
                .post(home, "givenName", "Lee", "familyName", "Yucca", "relation", "father", "mayCollect", "NO",
                        "court", "ORDER", "document", "file 3", "firstDay", "2026-08-10")
                .statusCode()).isEqualTo(302);
        assertThat(desk.get(home).body()).contains("Yucca, Lee", "No, must not pick up", "file 3");
        story.run(cast.mesquite(), () -> {
            var father = db.select(GUARDIAN.ID).from(GUARDIAN).where(GUARDIAN.GIVEN_NAME.eq("Lee"))
                    .fetchSingle(GUARDIAN.ID);
            assertThat(guardians.mayCollect(student, father, LocalDate.of(2026, 8, 9), clock.instant()))
                    .isEqualTo(CustodyAnswer.NOT_TODAY);
            assertThat(guardians.mayCollect(student, father, LocalDate.of(2026, 8, 10), clock.instant()))
                    .isEqualTo(CustodyAnswer.FORBIDDEN);
            assertThat(guardians.mayCollect(student, null, LocalDate.of(2026, 8, 10), clock.instant()))
                    .isEqualTo(CustodyAnswer.NOT_ON_LIST);
        });
        assertThat(audited("ReadGuardianships")).isPositive();
    }

    @Test
    void whatIsEndedAtNoonCountsAtNoonAndThePersonMayBeEnteredAnewTheSameDay() {
        var student = roll.students().getFirst();
        var home = "/schools/" + roll.school() + "/students/" + student + "/guardians";
        var today = LocalDate.ofInstant(clock.instant(), campus.zone());
        String[] mother = {"givenName", "Jo", "familyName", "Yucca", "relation", "mother", "mayCollect", "YES", "court",
                "NONE", "firstDay", today.toString()};
        desk.post(home, mother);
        var entry = story.as(cast.mesquite(), () -> db.fetchSingle(GUARDIANSHIP, GUARDIANSHIP.RELATION.eq("mother")
                .and(GUARDIANSHIP.STUDENT_ID.eq(student)).and(GUARDIANSHIP.FIRST_DAY.eq(today))));
        assertThat(mayCollect(student, entry.getGuardianId(), today)).isEqualTo(CustodyAnswer.MAY_COLLECT);

        assertThat(desk.post(home + "/" + entry.getId() + "/end").statusCode()).isEqualTo(302);
        assertThat(mayCollect(student, entry.getGuardianId(), today)).as("the order came at noon")
                .isEqualTo(CustodyAnswer.NOT_TODAY);
        assertThat(desk.get(home).body()).contains("no longer counts, starting now", "Not valid today", "Ended on ")
                .doesNotContain(entry.getId() + "/end");
        assertThat(desk.post(home + "/" + entry.getId() + "/end").statusCode()).as("ended twice").isEqualTo(409);

        assertThat(desk.post(home, mother).statusCode()).as("it was a mistake").isEqualTo(302);
        assertThat(mayCollect(student, entry.getGuardianId(), today)).isEqualTo(CustodyAnswer.MAY_COLLECT);
        assertThat(desk.post(home, mother).body()).contains("already has an entry that begins on this day");
    }

    private CustodyAnswer mayCollect(UUID student, UUID guardian, LocalDate day) {
        return story.as(cast.mesquite(), () -> guardians.mayCollect(student, guardian, day, clock.instant()));
    }

    @Test
    void whereADistrictHasNoSafetyDirectorThePrincipalOfTheSchoolIsTold() {
        var principal = visitor.signedIn(join("principal", Role.PRINCIPAL, roll.school()), cast.mesquite(),
                Role.PRINCIPAL);
        var plan = story.as(cast.mesquite(), () -> plans.add(office, campus, "Main building", svg("")));
        desk.post("/schools/" + roll.school() + "/plans/" + plan + "/openings", "purpose", "Burst pipe in the gym");
        assertThat(principal.get("/inbox").body()).contains("Main building", "Burst pipe in the gym");
    }

    @Test
    void aPlanIsOpenedWithAReasonForAQuarterOfAnHourAndItsOwnerIsTold() {
        join("director", Role.SAFETY_DIRECTOR, null);
        var plan = story.as(cast.mesquite(), () -> plans.add(office, campus, "Main building", svg("")));
        var home = "/schools/" + roll.school() + "/plans/" + plan;
        assertThat(desk.post(home + "/openings", "purpose", "").statusCode()).isEqualTo(400);
        var sheet = desk.post(home + "/openings", "purpose", "Burst pipe in the gym").headers().firstValue("location")
                .orElseThrow().replaceAll("^https?://[^/]+", "");
        assertThat(desk.get(sheet).statusCode()).isEqualTo(200);
        assertThat(desk.get(sheet + "/picture").headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment");
        assertThat(story.as(cast.mesquite(),
                () -> db.select(OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE)
                        .where(OUTBOUND_MESSAGE.TOPIC.eq("SITE_PLAN_OPENED")).fetchOne(OUTBOUND_MESSAGE.BODY)))
                .contains("Main building", "Burst pipe");
        assertThat(audited("SitePlanOpened")).isOne();
        clock.move(Duration.ofMinutes(15));
        assertThat(desk.get(sheet + "/picture").statusCode()).as("closed again").isEqualTo(409);
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(PLAN_OPENING))).isOne();
    }

    @Test
    void aDrawingThatDoesMoreThanDrawIsRefused() {
        for (String evil : List.of("<script>1</script>", "<rect onload=\"x()\"/>",
                "<image href=\"https://elsewhere.example/a.png\"/>", "<foreignObject/>", "<a href='javascript:x'/>")) {
            assertThatThrownBy(() -> story.run(cast.mesquite(), () -> plans.add(office, campus, "Main", svg(evil))))
                    .as(evil).isInstanceOf(InvalidInput.class).hasMessageContaining("file");
        }
        assertThatThrownBy(
                () -> story.run(cast.mesquite(), () -> plans.add(office, campus, "Main", new byte[] {1, 2, 3})))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aNoteIsReadByItsWriterAndInAnActualEmergencyOnly() {
        var student = roll.students().getFirst();
        var home = "/schools/" + roll.school() + "/students/" + student;
        desk.post(home + "/assistance", "words", "Carries an inhaler in the red bag.");
        assertThat(desk.get(home + "/guardians").body()).contains("inhaler in the red bag");
        var principal = visitor.signedIn(join("principal", Role.PRINCIPAL, roll.school()), cast.mesquite(),
                Role.PRINCIPAL);
        assertThat(principal.get(home + "/guardians").body()).contains("Another person wrote a note")
                .doesNotContain("inhaler in the red bag");
        assertThat(story.as(cast.mesquite(), () -> notes.duringEmergency(roll.school(), roll.students())))
                .as("no alert").isEmpty();
        story.run(cast.mesquite(), () -> roll.alert(db, cast, "EXERCISE", "LOCKDOWN", clock.instant()));
        assertThat(story.as(cast.mesquite(), () -> notes.duringEmergency(roll.school(), roll.students()))).as("a drill")
                .isEmpty();
        long before = audited("ReadAssistanceNote");
        story.run(cast.mesquite(), () -> roll.alert(db, cast, "ACTUAL", "EVACUATE", clock.instant()));
        assertThat(story.as(cast.mesquite(), () -> notes.duringEmergency(roll.school(), roll.students())))
                .containsEntry(student, "Carries an inhaler in the red bag.");
        assertThat(audited("ReadAssistanceNote")).isEqualTo(before + 1);
    }

    @Test
    void guardiansAreTakenInFromAFileOnceAndUndone() {
        Tenancy.as(Scope.system(cast.saguaro()), () -> imports.take(ImportKind.ONEROSTER,
                new ImportFile(Path.of("docs/formats/examples/oneroster"), "oneroster", null)));
        var file = new ImportFile(Path.of("docs/formats/examples/guardians.csv"), "guardians.csv", null);
        var preview = Tenancy.as(Scope.system(cast.saguaro()), () -> imports.preview(ImportKind.GUARDIANS, file));
        assertThat(List.of(preview.read(), preview.refusedRows(), preview.created())).containsExactly(6, 3, 3);
        assertThat(preview.refused()).extracting(c -> c.line() + " " + c.field()).contains("5 Student", "6 Document",
                "7 May collect", "7 Last day");
        assertThat(story.as(cast.saguaro(), () -> db.fetchCount(GUARDIANSHIP))).isZero();
        assertThat(Tenancy.as(Scope.system(cast.saguaro()), () -> imports.take(ImportKind.GUARDIANS, file)).created())
                .isEqualTo(3);
        var second = Tenancy.as(Scope.system(cast.saguaro()), () -> imports.take(ImportKind.GUARDIANS, file));
        assertThat(List.of(second.created(), second.updated(), second.unchanged())).containsExactly(0, 0, 3);
        assertThatThrownBy(
                () -> Tenancy.as(Scope.system(cast.agency()), () -> imports.take(ImportKind.GUARDIANS, file)))
                .isInstanceOf(Refused.class);
        var run = story.as(cast.saguaro(),
                () -> db.fetchOne("select id from directory.import_run where kind = 'GUARDIANS' and created = 3").get(0,
                        UUID.class));
        Tenancy.as(Scope.system(cast.saguaro()), () -> imports.undo(run));
        assertThat(story.as(cast.saguaro(), () -> db.fetchCount(GUARDIANSHIP) + db.fetchCount(GUARDIAN))).isZero();
    }

    @Test
    void aListImportedLaterDoesNotOpenAgainWhatSomebodyEnded() {
        Tenancy.as(Scope.system(cast.saguaro()), () -> imports.take(ImportKind.ONEROSTER,
                new ImportFile(Path.of("docs/formats/examples/oneroster"), "oneroster", null)));
        var file = new ImportFile(Path.of("docs/formats/examples/guardians.csv"), "guardians.csv", null);
        Tenancy.as(Scope.system(cast.saguaro()), () -> imports.take(ImportKind.GUARDIANS, file));
        var ended = LocalDate.of(2026, 9, 1);
        story.run(cast.saguaro(), () -> db.update(GUARDIANSHIP).set(GUARDIANSHIP.ENDED_ON, ended).execute());
        assertThat(Tenancy.as(Scope.system(cast.saguaro()), () -> imports.take(ImportKind.GUARDIANS, file)).unchanged())
                .as("an older list opens nothing again").isEqualTo(3);
        assertThat(story.as(cast.saguaro(), () -> db.fetchCount(GUARDIANSHIP, GUARDIANSHIP.ENDED_ON.eq(ended))))
                .isEqualTo(3);
    }

    @Test
    void anEndedPickupIsForgottenTwoYearsAfterItsEndThoughItHadNoLastDay() {
        var home = "/schools/" + roll.school() + "/students/" + roll.students().getLast() + "/guardians";
        desk.post(home, "givenName", "Quinn", "familyName", "Sage", "relation", "aunt", "mayCollect", "YES", "court",
                "NONE", "firstDay", LocalDate.ofInstant(clock.instant(), campus.zone()).toString());
        var id = story.as(cast.mesquite(),
                () -> db.fetchSingle(GUARDIANSHIP, GUARDIANSHIP.RELATION.eq("aunt")).getId());
        desk.post(home + "/" + id + "/end");
        clock.move(Duration.ofDays(728));
        retention.apply(cast.mesquite());
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(GUARDIANSHIP, GUARDIANSHIP.ID.eq(id)))).isOne();
        clock.move(Duration.ofDays(5));
        retention.apply(cast.mesquite());
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(GUARDIANSHIP, GUARDIANSHIP.ID.eq(id)))).isZero();
    }

    @Test
    void whatIsNoLongerNeededIsForgotten() {
        desk.post("/schools/" + roll.school() + "/visitors", "name", "Dana Mendez", "visits", "Room 12");
        clock.move(Duration.ofDays(401));
        retention.apply(cast.mesquite());
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(VISITOR))).isZero();
    }

    private long audited(String action) {
        return story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq(action)));
    }

    private UUID join(String name, Role role, UUID school) {
        return story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", "Kai " + name, role, school));
    }

    private static byte[] svg(String more) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><rect width=\"4\" height=\"4\"/>"
                + more + "</svg>").getBytes(StandardCharsets.UTF_8);
    }
}
