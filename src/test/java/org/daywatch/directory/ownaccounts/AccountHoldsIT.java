package org.daywatch.directory.ownaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.ACCOUNT_HOLD;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A principal holds a student's account back from the parents, and lets it go. */
@DaywatchIT
class AccountHoldsIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private SchoolRoll roll;
    private Visit principal;
    private String page;

    @BeforeEach
    void aStudentOfTheRoll() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 3));
        principal = visit(Role.PRINCIPAL, cast.mesquite(), roll.school());
        page = "/schools/" + roll.school() + "/students/" + roll.students().getFirst() + "/account";
    }

    @Test
    void itIsHeldBackWithItsGroundAndWhereThePaperLiesAndLetGoAgain() {
        assertThat(principal.get(page.replace("/account", "/guardians")).body()).contains(page);
        assertThat(principal.get(page).body()).contains("Nothing is held back");
        assertThat(hold(principal, "ABUSE_REPORT", "Office file 3, call of October 5")).isEqualTo(302);
        assertThat(principal.get(page).body()).contains("Held back from parents", "Office file 3, call of October 5");
        assertThat(hold(principal, "COURT", "Office file 4")).as("once is enough").isNotEqualTo(302);
        assertThat(principal.post(page + "/release", "form", Ids.next().toString()).statusCode()).isEqualTo(302);
        assertThat(principal.get(page).body()).contains("Nothing is held back");
        assertThat(principal.post(page + "/release", "form", Ids.next().toString()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
        var wrong = principal.post(page, "ground", "COURT", "paper", "no", "form", Ids.next().toString());
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Say where the paper lies, in 5 to 200 characters.", "value=\"no\"");
        assertThat(hold(principal, "NOTHING", "Office file 3")).isEqualTo(400);
        assertThat(holds()).isZero();
    }

    @Test
    void onlyWhoProtectsStudentsOfTheSchoolMayAndTwoAtOnceAreOne() {
        for (var role : List.of(Role.TEACHER, Role.COUNSELOR, Role.FRONT_OFFICE))
            assertThat(hold(visit(role, cast.mesquite(), roll.school()), "COURT", "Office file 3")).as(role.name())
                    .isIn(403, 404);
        assertThat(hold(visit(Role.SAFETY_DIRECTOR, cast.saguaro(), null), "COURT", "Office file 3")).isEqualTo(404);
        List.of(1, 2, 3).stream()
                .map(i -> CompletableFuture.supplyAsync(() -> hold(principal, "COURT", "Office file 3"))).toList()
                .forEach(CompletableFuture::join);
        assertThat(holds()).isOne();
    }

    private int holds() {
        return story.as(cast.mesquite(), () -> db.fetchCount(ACCOUNT_HOLD));
    }

    private int hold(Visit who, String ground, String paper) {
        return who.post(page, "ground", ground, "paper", paper, "form", Ids.next().toString()).statusCode();
    }

    private Visit visit(Role role, UUID organization, @org.jspecify.annotations.Nullable UUID school) {
        return visitor.signedIn(story.join(organization, role.name(), role, school), organization, role);
    }
}
