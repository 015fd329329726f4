package org.daywatch.staffing.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Instant;
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
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A post nobody of the first department takes goes to the partner by itself. Opened Monday 06:00 for the Monday after.
 */
@DaywatchIT
class PostWideningIT {

    private static final Instant START = Instant.parse("2026-08-10T14:00:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Organizations organizations;
    @Autowired PostWidening widening;

    private PostedDay day;
    private PostedDay.Officer first;
    private PostedDay.Officer partner;
    private UUID partners;
    private UUID post;

    @BeforeEach
    void twoDepartmentsAndAnOpenPost() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        first = day.officer("Dana Vega");
        partner = day.officer("Lee Ortega");
        story.run(day.cast.agency(), () -> {
            partners = organizations.findOrCreate("DEPARTMENT", "Palo Brea Police " + day.cast.suffix(), "AZ",
                    "AZ9" + day.cast.suffix());
            db.insertInto(DEPARTMENT_TERMS).set(DEPARTMENT_TERMS.AGENCY_ID, day.cast.agency())
                    .set(DEPARTMENT_TERMS.DEPARTMENT_ID, partners)
                    .set(DEPARTMENT_TERMS.RANK_ORDER, 2).set(DEPARTMENT_TERMS.POLICY_SET, "NONE")
                    .set(DEPARTMENT_TERMS.ZONE, "America/Phoenix").execute();
            db.update(OFFICER).set(OFFICER.DEPARTMENT_ID, partners).where(OFFICER.ID.eq(partner.id())).execute();
        });
        post = day.post(START);
        story.run(day.cast.agency(), () -> db.update(POST).set(POST.POSTED_AT, TestClock.START).execute());
    }

    @Test
    void threeDaysAfterItWasOpenedThePartnerIsAskedToldAndMayTakeIt() {
        assertThat(desk().get("/posts/" + post).body()).contains("opens to the next department Thu, Aug 6, 6:00");
        clock.setTo("2026-08-06T12:59:59Z");
        assertThat(widen()).isZero();
        assertThat(take(partner)).isEqualTo(409);

        clock.setTo("2026-08-06T13:00:00Z");
        assertThat(widen()).isOne();
        assertThat(told()).containsExactly(partner.person());
        assertThat(widen()).as("once").isZero();
        assertThat(desk().get("/posts/" + post).body()).doesNotContain("opens to the next department");
        assertThat(take(partner)).isEqualTo(302);
        assertThat(story.as(day.cast.agency(),
                () -> db.select(AUDIT_LINE.ACTION).from(AUDIT_LINE).fetch(AUDIT_LINE.ACTION))).contains("PostsWidened");
    }

    @Test
    void twoDaysBeforeItBeginsItGoesToAllHoweverLateItWasOpened() {
        story.run(day.cast.agency(),
                () -> db.update(POST).set(POST.POSTED_AT, Instant.parse("2026-08-07T20:00:00Z")).execute());
        clock.setTo("2026-08-08T13:59:59Z");
        assertThat(widen()).isZero();
        clock.setTo("2026-08-08T14:00:00Z");
        assertThat(widen()).isOne();
    }

    @Test
    void theDepartmentARequestNamesIsAskedFirstAndTheOtherIsItsPartner() {
        story.run(day.cast.agency(),
                () -> db.update(DETAIL_REQUEST).set(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID, partners).execute());
        assertThat(take(first)).as("first by rank, but not for this request").isEqualTo(409);
        clock.setTo("2026-08-06T13:00:00Z");
        assertThat(widen()).isOne();
        assertThat(told()).containsExactly(first.person());
        var other = day.post(START.plusSeconds(86_400));
        assertThat(visitor.signedIn(partner.person(), day.cast.agency(), Role.OFFICER)
                .post("/offers/" + other + "/acceptance").statusCode()).isEqualTo(302);
        assertThat(take(first)).isEqualTo(302);
    }

    @Test
    void aPlaceHeldForSomebodyWaitsForThem() {
        story.run(day.cast.agency(),
                () -> db.update(POST).set(POST.STATE, "HELD").set(POST.HELD_FOR, first.id()).set(POST.HELD_UNTIL, START)
                        .set(POST.HELD_REASON, "asked by name").execute());
        clock.setTo("2026-08-09T13:00:00Z");
        assertThat(widen()).isZero();
    }

    private int widen() {
        return Tenancy.as(Scope.system(day.cast.agency()), widening::widen);
    }

    private int take(PostedDay.Officer officer) {
        return visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER)
                .post("/offers/" + post + "/acceptance").statusCode();
    }

    private Visitor.Visit desk() {
        return visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
    }

    private List<UUID> told() {
        return story.as(day.cast.agency(),
                () -> db.selectDistinct(DELIVERY.PERSON_ID).from(DELIVERY).fetch(DELIVERY.PERSON_ID));
    }
}
