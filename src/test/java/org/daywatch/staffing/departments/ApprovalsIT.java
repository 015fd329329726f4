package org.daywatch.staffing.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A post of eleven hours under a limit of ten that the chief can lift: asked by the officer, answered by their
 * department.
 */
@DaywatchIT
class ApprovalsIT {

    private static final Instant START = Instant.parse("2026-08-05T14:00:00Z");
    private static final Pattern ONE = Pattern.compile("/department/approvals/([0-9a-f-]{36})");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Organizations organizations;

    private PostedDay day;
    private PostedDay.Officer dana;
    private UUID post;
    private UUID chiefPerson;

    @BeforeEach
    void aLongPostAndALimitThatTheChiefCanLift() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        story.run(day.cast.agency(),
                () -> db.update(DEPARTMENT_TERMS).set(DEPARTMENT_TERMS.POLICY_SET, "SOUTHERN_AGENCY").execute());
        post = day.post(START, Duration.ofHours(11));
        chiefPerson = story.as(day.cast.agency(),
                () -> organizations.join(day.cast.department(), "chief" + day.cast.suffix() + "@story.example",
                        "Lee Park", Role.DEPARTMENT_SUPERVISOR, null));
    }

    @Test
    void theOfficerAsksTheChiefApprovesAndTheShiftKeepsWhoseWordItWas() {
        var officer = officer();
        assertThat(officer.get("/offers/" + post).body()).contains("Would work 11 h without a break")
                .contains("Request approval");
        assertThat(officer.post("/offers/" + post + "/acceptance").statusCode()).as("not without the word")
                .isEqualTo(409);
        assertThat(officer.post("/offers/" + post + "/approval", "reason", "I slept all afternoon").statusCode())
                .isEqualTo(302);
        assertThat(officer.get("/offers/" + post).body()).contains("Awaiting department")
                .doesNotContain("Request approval");
        assertThat(told(day.cast.department())).contains("Approval requested: Dana Vega");

        var chief = chief();
        var id = only(chief.get("/department/approvals?show=pending").body());
        assertThat(chief.get("/department/approvals/" + id).body()).contains("Would reach 11 h; the limit is 10 h.")
                .contains("I slept all afternoon");
        assertThat(chief.post("/department/approvals/" + id + "/approval", "reason", "", "until", "2026-08-05T07:00")
                .statusCode()).as("no reason").isEqualTo(400);
        assertThat(chief.post("/department/approvals/" + id + "/approval", "reason", "one long game day", "until",
                "2026-08-05T07:00").statusCode()).isEqualTo(302);
        assertThat(told(day.cast.agency())).anyMatch(s -> s.startsWith("Approved: Ocotillo High"));

        assertThat(officer.get("/offers").body()).contains("Approved by Lee Park");
        assertThat(officer.post("/offers/" + post + "/acceptance").statusCode()).isEqualTo(302);
        assertThat(evidence()).contains("CAP_APPROVED").contains("Lee Park").contains("approval " + id);
        assertThat(acts(day.cast.agency())).contains("CapApprovalAsked");
        assertThat(acts(day.cast.department())).contains("CapApprovalGiven");
    }

    @Test
    void aWordTakenBackIsNoWordAnyMoreAndOneThatEndedNeither() {
        var chief = chief();
        officer().post("/offers/" + post + "/approval");
        var id = only(chief.get("/department/approvals").body());
        chief.post("/department/approvals/" + id + "/approval", "reason", "one long game day", "until",
                "2026-08-04T18:00");
        assertThat(chief.post("/department/approvals/" + id + "/revocation", "reason", "they are called to court")
                .statusCode()).isEqualTo(302);
        assertThat(chief.get("/department/approvals/" + id).body()).contains("Revoked by Lee Park")
                .contains("they are called to court");
        assertThat(officer().post("/offers/" + post + "/acceptance").statusCode()).isEqualTo(409);
        assertThat(told(day.cast.agency())).anyMatch(s -> s.startsWith("Approval revoked"));

        officer().post("/offers/" + post + "/approval");
        var again = only(chief.get("/department/approvals?show=pending").body());
        chief.post("/department/approvals/" + again + "/approval", "reason", "the court date fell away", "until",
                "2026-08-04T18:00");
        clock.setTo("2026-08-05T01:01:00Z"); // a minute past the end, in Phoenix
        assertThat(officer().post("/offers/" + post + "/acceptance").statusCode()).isEqualTo(409);
    }

    @Test
    void theCoordinatorSeesWhoNeedsTheWordAndAsksForThem() {
        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(desk.get("/posts/" + post + "/approvals").body()).contains("Dana Vega")
                .contains("Would work 11 h without a break");
        assertThat(desk
                .post("/posts/" + post + "/approvals", "officer", dana.id().toString(), "reason", "nobody else is free")
                .statusCode()).isEqualTo(302);
        assertThat(desk.get("/posts/" + post + "/approvals").body()).contains("nobody else is free")
                .contains("No officers need approval for this post.");
    }

    @Test
    void theChiefApprovesAheadForADayAndOnlyAsFarAsTheySay() {
        var chief = chief();
        assertThat(chief.post("/department/approvals", "officer", dana.id().toString(), "policy", "SOU-DETAIL-10",
                "start", "2026-08-05T00:00", "end",
                "2026-08-06T00:00", "hours", "10", "reason", "the fair").statusCode())
                .as("the limit itself needs no word").isEqualTo(400);
        assertThat(chief.post("/department/approvals", "officer", dana.id().toString(), "policy", "SOU-DETAIL-10",
                "start", "2026-08-05T00:00", "end",
                "2026-08-06T00:00", "hours", "12", "reason", "the fair").statusCode()).isEqualTo(302);
        var longer = day.post(START.minus(Duration.ofHours(1)), Duration.ofHours(13));
        assertThat(officer().post("/offers/" + longer + "/acceptance").statusCode()).as("thirteen were not allowed")
                .isEqualTo(409);
        assertThat(officer().post("/offers/" + post + "/acceptance").statusCode()).isEqualTo(302);
    }

    @Test
    void anotherDepartmentsChiefSeesNothingAndAnOfficerCannotAnswerForThemselves() {
        officer().post("/offers/" + post + "/approval");
        var id = only(chief().get("/department/approvals").body());
        var other = story.cast();
        var stranger = story.as(other.agency(),
                () -> organizations.join(other.department(), "chief" + other.suffix() + "@story.example", "Jo Hale",
                        Role.DEPARTMENT_SUPERVISOR, null));
        var elsewhere = visitor.signedIn(stranger, other.department(), Role.DEPARTMENT_SUPERVISOR);
        assertThat(elsewhere.get("/department/approvals/" + id).statusCode()).isEqualTo(404);
        assertThat(elsewhere
                .post("/department/approvals/" + id + "/approval", "reason", "why not", "until", "2026-08-05T07:00")
                .statusCode()).isEqualTo(404);
        assertThat(officer()
                .post("/department/approvals/" + id + "/approval", "reason", "I say so", "until", "2026-08-05T07:00")
                .statusCode()).isEqualTo(403);
    }

    private Visitor.Visit officer() {
        return visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
    }

    private Visitor.Visit chief() {
        return visitor.signedIn(chiefPerson, day.cast.department(), Role.DEPARTMENT_SUPERVISOR);
    }

    private static String only(String html) {
        var found = ONE.matcher(html);
        assertThat(found.find()).as("a question on the list").isTrue();
        return found.group(1);
    }

    private String evidence() {
        return story.as(day.cast.agency(),
                () -> db.select(SHIFT.VERDICT).from(SHIFT).fetchSingle(SHIFT.VERDICT).data());
    }

    private java.util.List<String> told(UUID organization) {
        return story.as(organization,
                () -> db.select(OUTBOUND_MESSAGE.SUBJECT).from(OUTBOUND_MESSAGE).fetch(OUTBOUND_MESSAGE.SUBJECT));
    }

    private java.util.List<String> acts(UUID organization) {
        return story.as(organization, () -> db.select(AUDIT_LINE.ACTION).from(AUDIT_LINE).fetch(AUDIT_LINE.ACTION));
    }
}
