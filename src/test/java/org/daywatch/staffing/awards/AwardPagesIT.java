package org.daywatch.staffing.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.staffing.awards.AwardDay.CLOSED;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.time.LocalDate;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.awards.methods.Method;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DaywatchIT
class AwardPagesIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @Autowired Organizations organizations;

    private AwardDay day;
    private PostedDay.Officer dana;
    private PostedDay.Officer lee;
    private Visitor.Visit me;
    private Visitor.Visit colleague;
    private Visitor.Visit coordinator;

    @BeforeEach
    void twoWhoWantIt() {
        day = new AwardDay(app, Method.SENIORITY);
        dana = day.day.officer("Dana Vega");
        lee = day.day.officer("Lee Ortega");
        story.run(day.agency(), () -> db.update(OFFICER).set(OFFICER.HIRED_ON, LocalDate.of(2009, 4, 1))
                .where(OFFICER.ID.eq(lee.id())).execute());
        signIn();
    }

    /** A session ends when nobody used it for a day; whoever comes back signs in anew. */
    private void signIn() {
        me = visitor.signedIn(dana.person(), day.agency(), Role.OFFICER);
        colleague = visitor.signedIn(lee.person(), day.agency(), Role.OFFICER);
        coordinator = visitor.signedIn(day.day.cast.coordinator(), day.agency(), Role.COORDINATOR);
    }

    @Test
    void anOfficerSignsUpAndReadsWhyTheyDidNotGetIt() {
        var post = day.post(0);
        assertThat(me.get("/offers").body()).contains("View and sign up");
        assertThat(me.get("/offers/" + post).body())
                .contains("Sign up for this post", "The officer hired earliest among those signed up gets it")
                .doesNotContain("/offers/" + post + "/acceptance");
        assertThat(me.post("/offers/" + post + "/sign-up").statusCode()).isEqualTo(302);
        assertThat(me.get("/offers/" + post).body()).contains("You signed up", "Withdraw sign-up");
        colleague.post("/offers/" + post + "/sign-up");
        assertThat(coordinator.get("/awards").body()).contains("Ocotillo High", "Seniority", "Signed up");
        clock.setTo(CLOSED);
        day.award();
        signIn();
        assertThat(me.get("/my-sign-ups").body()).contains("Not awarded to you", "Why not me?");
        var why = me.get("/my-sign-ups/" + post).body();
        assertThat(why)
                .contains("You were number 2 of 2",
                        "Deciding criterion: Hired. Officer who got it: Apr 1, 2009; next candidate: Apr 1, 2012")
                .doesNotContain("Ortega", lee.id().toString());
        assertThat(colleague.get("/my-sign-ups/" + post).body()).contains("Awarded to you");
    }

    @Test
    void whoDidNotSignUpReadsThat() {
        var post = day.post(0);
        day.sign(lee, post);
        clock.setTo(CLOSED);
        day.award();
        signIn();
        assertThat(me.get("/my-sign-ups").body()).contains("Other recently awarded posts", "/my-sign-ups/" + post);
        assertThat(me.get("/my-sign-ups/" + post).body())
                .contains("You had not signed up", "The rules would have allowed you to have it")
                .doesNotContain("Ortega");
        assertThat(coordinator.get("/awards/" + day.of(post).id()).body())
                .contains("Did not sign up: 1. The rules would have allowed 1 of them.");
    }

    @Test
    void whoDidNotSignUpAndWasNotAllowedReadsTheRuleAsItStoodWhenItWasAwarded() {
        var post = day.post(0);
        day.sign(lee, post);
        story.run(day.agency(), () -> db.update(CREDENTIAL).set(CREDENTIAL.EXPIRES_ON, LocalDate.of(2026, 8, 8))
                .where(CREDENTIAL.OFFICER_ID.eq(dana.id())).execute());
        clock.setTo(CLOSED);
        day.award();
        story.run(day.agency(), () -> db.update(CREDENTIAL).set(CREDENTIAL.EXPIRES_ON, LocalDate.of(2029, 8, 8))
                .where(CREDENTIAL.OFFICER_ID.eq(dana.id())).execute());
        signIn();
        assertThat(me.get("/my-sign-ups/" + post).body()).contains("You had not signed up",
                "At that time, the rules would not have allowed it either", "Aug 8, 2026")
                .doesNotContain("Aug 8, 2029");
    }

    @Test
    void whoWasOutReadsTheRule() {
        var post = day.post(0);
        day.sign(dana, post);
        story.run(day.agency(),
                () -> db.update(OFFICER).set(OFFICER.STATE, "SUSPENDED").where(OFFICER.ID.eq(dana.id())).execute());
        clock.setTo(CLOSED);
        day.award();
        signIn();
        assertThat(me.get("/my-sign-ups/" + post).body()).contains("A rule did not allow it");
        var award = day.of(post);
        assertThat(coordinator.get("/awards/" + award.id()).body()).contains("No eligible candidate", "Dana Vega",
                "Signed up but not allowed: 1");
    }

    @Test
    void theCoordinatorReadsTheAwardAndReplaysIt() {
        var post = day.post(0);
        day.sign(dana, post);
        day.sign(lee, post);
        clock.setTo(CLOSED);
        day.award();
        signIn();
        var award = day.of(post);
        assertThat(coordinator.get("/awards").body()).contains("/awards/" + award.id(), "Lee Ortega");
        assertThat(coordinator.get("/awards/" + award.id()).body()).contains("Awarded to Lee Ortega",
                "Deciding criterion: Hired", "Dana Vega", award.digest(), "SENIORITY/1");
        assertThat(coordinator.get("/awards/" + award.id() + "/replay").body()).contains("The result is the same");
        assertThat(me.get("/awards/" + award.id()).statusCode()).as("not for officers").isEqualTo(403);
    }

    @Test
    void anOfficerSaysNoAndThinksAgain() {
        var post = day.day.post(AwardDay.START.minusSeconds(5 * 86_400));
        clock.setTo(TestClock.START);
        assertThat(me.post("/offers/" + post + "/refusal").statusCode()).isEqualTo(302);
        assertThat(me.get("/offers/" + post).body()).contains("You declined this post.");
        assertThat(me.post("/offers/" + post + "/refusal/withdrawal").statusCode()).isEqualTo(302);
        assertThat(me.get("/offers/" + post).body()).doesNotContain("You declined this post.");
    }

    @Test
    void anAdministratorSetsAMethodAndWithdrawsItWithAReason() {
        var person = Tenancy.as(Scope.system(day.agency()), () -> organizations.join(day.agency(),
                "admin" + day.day.cast.suffix() + "@story.example", "Ari Admin", Role.AGENCY_ADMIN, null));
        var administrator = visitor.signedIn(person, day.agency(), Role.AGENCY_ADMIN);
        var scope = "DISTRICT:" + day.day.cast.mesquite();
        assertThat(administrator
                .post("/award-methods", "scope", scope, "method", "ROTATION", "from", "2026-08-04", "source", "x")
                .body()).contains("Choose a day after today.");
        assertThat(administrator
                .post("/award-methods", "scope", scope, "from", "2026-08-20", "source", "the district asked").body())
                .contains("Choose a method.");
        assertThat(administrator.post("/award-methods", "scope", "DISTRICT:" + day.agency(), "method", "ROTATION",
                "from", "2026-08-20", "source", "the district asked").body())
                .contains("Choose where the method applies.");
        assertThat(administrator.post("/award-methods", "scope", scope, "method", "ROTATION", "from", "2026-08-20",
                "source", "the district asked").statusCode()).isEqualTo(302);
        assertThat(administrator.post("/award-methods", "scope", scope, "method", "SENIORITY", "from", "2026-08-20",
                "source", "the district asked").body()).contains("starts on that day");
        var list = coordinator.get("/award-methods").body();
        assertThat(list).contains("Mesquite Unified", "Rotation", "the district asked").doesNotContain("/withdrawal");
        var mine = administrator.get("/award-methods").body();
        var id = mine.replaceAll("(?s).*?/award-methods/([0-9a-f-]{36})/withdrawal.*", "$1");
        assertThat(administrator.post("/award-methods/" + id + "/withdrawal", "reason", "").body())
                .contains("Give a reason of 5 to 300 characters.");
        assertThat(administrator.post("/award-methods/" + id + "/withdrawal", "reason", "the district thought again")
                .statusCode()).isEqualTo(302);
        assertThat(administrator.get("/award-methods").body()).contains("Withdrawn", "the district thought again");
    }
}
