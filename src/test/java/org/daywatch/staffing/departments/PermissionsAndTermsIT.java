package org.daywatch.staffing.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.notices.PermissionReminders;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a department does for its own officers: the yearly permission, and the terms on which they work. */
@DaywatchIT
class PermissionsAndTermsIT {

    private static final Instant START = Instant.parse("2026-08-05T14:00:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Organizations organizations;
    @Autowired PermissionReminders reminders;

    private PostedDay day;
    private PostedDay.Officer dana;
    private Visitor.Visit chief;

    @BeforeEach
    void aDepartmentWithAnOfficer() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        chief = visitor.signedIn(person("chief", Role.DEPARTMENT_SUPERVISOR), day.cast.department(),
                Role.DEPARTMENT_SUPERVISOR);
    }

    @Test
    void takingAPermissionBackShowsTheShiftsItTouchesAndThenNothingMoreCanBeTaken() {
        var officer = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        officer.post("/offers/" + day.post(START) + "/acceptance");
        var later = day.post(START.plusSeconds(86_400));

        assertThat(chief.get("/department/officers/" + dana.id() + "/permission-end").body())
                .contains("Accepted shifts affected: 1").contains("Ocotillo High");
        assertThat(chief.post("/department/officers/" + dana.id() + "/permission-end", "cause", "LIGHT_DUTY", "kind",
                "SUSPENDED", "reason", "").statusCode())
                .as("without a reason").isEqualTo(400);
        assertThat(chief
                .post("/department/officers/" + dana.id() + "/permission-end", "cause", "LIGHT_DUTY", "kind",
                        "SUSPENDED", "reason", "hurt their knee")
                .statusCode()).isEqualTo(302);

        assertThat(officer.post("/offers/" + later + "/acceptance").body()).contains("suspended or revoked");
        assertThat(told(day.cast.agency())).contains("Work permission ended: Dana Vega");
        assertThat(chief.get("/department/permissions?show=none").body()).contains("Dana Vega").contains("suspended");

        assertThat(chief.post("/department/permissions", "officer", dana.id().toString(), "until", "2026-12-31")
                .statusCode()).isEqualTo(302);
        assertThat(officer.post("/offers/" + later + "/acceptance").statusCode()).as("given again").isEqualTo(302);
        assertThat(acts()).contains("WorkPermissionEnded", "WorkPermissionGiven");
    }

    @Test
    void aPermissionIsGivenForAtMostAYearAndOnlyToOnesOwn() {
        assertThat(chief.get("/department/permissions?q=nobody-of-that-name").body()).as("a search that finds nothing")
                .contains("No matches", "Clear filters").doesNotContain("No officers yet");
        assertThat(chief.post("/department/permissions", "officer", dana.id().toString(), "until", "2027-08-04")
                .statusCode()).isEqualTo(400);
        assertThat(chief.post("/department/permissions", "officer", dana.id().toString(), "until", "2026-08-02")
                .statusCode()).isEqualTo(400);
        assertThat(chief.post("/department/permissions", "until", "2026-12-31").body())
                .contains("Select at least one officer.");
        var other = new PostedDay(app).officer("Sam Ives");
        assertThat(chief.post("/department/permissions", "officer", other.id().toString(), "until", "2026-12-31")
                .statusCode()).isEqualTo(404);
        assertThat(chief.get("/department/officers/" + other.id() + "/permission-end").statusCode()).isEqualTo(404);
        assertThat(chief.post("/department/permissions", "officer", dana.id().toString(), "until", "2027-08-03")
                .statusCode()).isEqualTo(302);
        assertThat(story.as(day.cast.agency(),
                () -> db.select(CREDENTIAL.EXPIRES_ON).from(CREDENTIAL).where(CREDENTIAL.KIND.eq("WORK_PERMISSION"))
                        .orderBy(CREDENTIAL.ISSUED_ON.desc()).limit(1).fetchSingle(CREDENTIAL.EXPIRES_ON)))
                .isEqualTo(LocalDate.of(2027, 8, 3));
    }

    @Test
    void officerAndDepartmentAreWarnedThirtyAndSevenDaysAheadEachTimeOnce() {
        clock.setTo("2026-11-30T19:00:00Z"); // 31 days before the end of the year
        assertThat(remind()).isZero();
        clock.setTo("2026-12-01T19:00:00Z");
        assertThat(remind()).isOne();
        clock.setTo("2026-12-10T19:00:00Z");
        assertThat(remind()).as("told already").isZero();
        clock.setTo("2026-12-24T19:00:00Z");
        assertThat(remind()).isOne();
        assertThat(told(day.cast.department())).containsExactly("Work permission ends soon: Dana Vega",
                "Work permission ends soon: Dana Vega");
    }

    @Test
    void theDepartmentsAdministratorSeesWhatChangesBeforeItChangesAndTheCoordinatorReadsIt() {
        var admin = visitor.signedIn(person("admin", Role.DEPARTMENT_ADMIN), day.cast.department(),
                Role.DEPARTMENT_ADMIN);
        String[] form = {"policySet", "GEORGIA_DPS", "workTOWING", "true", "supervisorFrom", "5", "supervisorPer", "4",
                "leadHours", "72", "cancelHours", "24", "minimumHours", "3"};
        var action = "/department/terms/" + day.cast.agency();
        assertThat(admin.get(action).body()).contains("Set of limits");
        assertThat(admin.post(action, form).body()).contains("Set of limits: NONE → GEORGIA_DPS")
                .contains("Prohibited work: – → towing");
        assertThat(set()).as("only shown so far").isEqualTo("NONE");

        var sure = java.util.Arrays.copyOf(form, form.length + 2);
        sure[form.length] = "sure";
        sure[form.length + 1] = "true";
        assertThat(admin.post(action, sure).statusCode()).isEqualTo(302);
        assertThat(set()).isEqualTo("GEORGIA_DPS");

        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(desk.get("/departments/" + day.cast.department()).body()).contains("At most 64 hours a week")
                .contains("Ga. Comp. R.").contains("one for every 4 officers when there are 5 or more");
        assertThat(chief.get("/department/terms").body()).contains("At most 64 hours a week")
                .doesNotContain("Change</a>");
        assertThat(chief.post(action, sure).statusCode()).as("a supervisor reads them").isEqualTo(403);
        assertThat(acts()).contains("DepartmentTermsChanged");
    }

    @Test
    void aSupervisorRuleNeedsBothItsNumbersAndSchoolSafetyCannotBeForbidden() {
        var admin = visitor.signedIn(person("admin", Role.DEPARTMENT_ADMIN), day.cast.department(),
                Role.DEPARTMENT_ADMIN);
        var action = "/department/terms/" + day.cast.agency();
        assertThat(admin.post(action, "policySet", "DENVER", "supervisorFrom", "5", "leadHours", "0", "cancelHours",
                "24", "minimumHours", "3").body())
                .contains("Enter both numbers of the supervisor rule, or leave both empty.");
        assertThat(admin
                .post(action, "policySet", "DENVER", "workSCHOOL_SAFETY", "true", "leadHours", "0", "cancelHours", "24",
                        "minimumHours", "3", "sure", "true")
                .statusCode()).isEqualTo(400);
        assertThat(admin.post(action, "policySet", "MADE_UP", "leadHours", "0", "cancelHours", "24", "minimumHours",
                "3", "sure", "true").statusCode()).isEqualTo(400);
        assertThat(set()).isEqualTo("NONE");
    }

    private UUID person(String name, Role role) {
        return story.as(day.cast.agency(), () -> organizations.join(day.cast.department(),
                name + day.cast.suffix() + "@story.example", "Lee Park", role, null));
    }

    private int remind() {
        return Tenancy.as(Scope.system(day.cast.agency()), reminders::remind);
    }

    private String set() {
        return story.as(day.cast.agency(), () -> db.select(DEPARTMENT_TERMS.POLICY_SET).from(DEPARTMENT_TERMS)
                .fetchSingle(DEPARTMENT_TERMS.POLICY_SET));
    }

    private List<String> told(UUID organization) {
        return story.as(organization,
                () -> db.select(OUTBOUND_MESSAGE.SUBJECT).from(OUTBOUND_MESSAGE).fetch(OUTBOUND_MESSAGE.SUBJECT));
    }

    private List<String> acts() {
        return story.as(day.cast.department(),
                () -> db.select(AUDIT_LINE.ACTION).from(AUDIT_LINE).fetch(AUDIT_LINE.ACTION));
    }
}
