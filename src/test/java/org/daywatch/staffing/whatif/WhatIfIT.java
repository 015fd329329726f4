package org.daywatch.staffing.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.whatif.Affected.Outcome;
import org.daywatch.staffing.whatif.WhatIfProposal.Change;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A worked week of five posts of seven hours, replayed: what is stored, what others could have taken, and what the
 * pages say.
 */
@DaywatchIT
class WhatIfIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final Instant FIRST = MONDAY.atTime(7, 30).atZone(PostedDay.ZONE).toInstant();

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitors;
    @Autowired DSLContext db;
    @Autowired WhatIfJobs jobs;
    @Autowired WhatIfStore store;

    private PostedDay field;
    private PostedDay.Officer dana;

    @BeforeEach
    void danaWorkedTheWholeWeek() {
        clock.setTo(TestClock.START);
        field = new PostedDay(app);
        dana = field.officer("Dana Vega");
        for (int day = 0; day < 5; day++) {
            var post = field.post(FIRST.plus(Duration.ofDays(day)));
            story.run(field.cast.agency(), () -> app.getBean(Acceptances.class).accept(dana.person(), post));
        }
        story.run(field.cast.agency(), () -> {
            db.update(SHIFT).set(SHIFT.STATE, "ENDED").set(SHIFT.CHECKED_IN_AT, SHIFT.STARTS_AT)
                    .set(SHIFT.CHECK_IN_PROOF, "DESK_CODE").set(SHIFT.CHECKED_OUT_AT, SHIFT.ENDS_AT).execute();
            db.update(POST).set(POST.MARGIN_RULE, "MARGIN@2020-01-01").execute();
        });
    }

    private WhatIf.Sums run(WhatIfProposal proposal) {
        return Tenancy.as(Scope.system(field.cast.agency()), () -> {
            var id = replayed(proposal);
            assertThat(store.get(id).state()).isEqualTo(WhatIf.State.DONE);
            assertThat(store.get(id)).extracting(WhatIf::shifts, WhatIf::minutes).containsExactly(5, 5 * 420L);
            assertThat(store.get(id).done()).isEqualTo(store.get(id).total());
            return store.sums(id);
        });
    }

    private UUID replayed(WhatIfProposal proposal) {
        var id = store.add(MONDAY, FRIDAY, proposal, "said", null);
        assertThat(jobs.next()).isTrue();
        return id;
    }

    @Test
    void whatANodeLeftHalfDoneIsBegunAnewAfterItsLeaseAndTheLateNodeWritesNothing() {
        Tenancy.run(Scope.system(field.cast.agency()), () -> {
            var id = store.add(MONDAY, FRIDAY, atMost(21), "said", null);
            store.take("a node that died", clock.instant());
            store.replayed(id, "a node that died", 1, 5, 2100, List.of());
            assertThat(jobs.next()).as("its lease holds").isFalse();
            clock.move(Duration.ofSeconds(121));
            assertThat(jobs.next()).isTrue();
            assertThat(store.get(id)).extracting(WhatIf::state, WhatIf::shifts, WhatIf::minutes)
                    .containsExactly(WhatIf.State.DONE, 5, 2100L);
            assertThat(store.sums(id).of("LOST").posts()).isEqualTo(2);
            assertThatThrownBy(() -> store.replayed(id, "a node that died", 1, 5, 2100, List.of()))
                    .isInstanceOf(WhatIfStore.TakenOver.class);
            assertThat(store.get(id).shifts()).isEqualTo(5);
        });
    }

    private WhatIfProposal.Limit atMost(int hours) {
        return new WhatIfProposal.Limit(field.cast.department(), Change.ADD, "", "WEEK", hours * 60, null, "OFF_DUTY",
                "BLOCK");
    }

    @Test
    void withNobodyElseEveryPostOverTheLimitIsLost() {
        assertThat(run(atMost(21)).by()).isEqualTo(Map.of(Outcome.LOST, new WhatIf.Sum(2, 840, 0)));
        assertThat(run(atMost(35)).by()).isEmpty();
    }

    @Test
    void anotherOfficerTakesWhatTheirOwnHoursAllow() {
        field.officer("Sam Ives");
        assertThat(run(atMost(21)).by()).isEqualTo(Map.of(Outcome.MOVED, new WhatIf.Sum(2, 840, 840)));
        assertThat(run(atMost(14)).by()).as("Dana two, Sam two, one lost")
                .isEqualTo(Map.of(Outcome.MOVED, new WhatIf.Sum(2, 840, 840), Outcome.LOST, new WhatIf.Sum(1, 420, 0)));
    }

    @Test
    void aClosedDayLongerPostsAndAnOpenedDay() {
        assertThat(run(new WhatIfProposal.Calendar(null, List.of(FRIDAY), List.of(), 15, 0)).by())
                .isEqualTo(Map.of(Outcome.CLOSED, new WhatIf.Sum(1, 420, 0),
                        Outcome.CHANGED, new WhatIf.Sum(4, 1680, 1740)));
        var tuesday = MONDAY.plusDays(1);
        story.run(field.cast.agency(), () -> {
            db.update(SHIFT).set(SHIFT.STATE, "CANCELLED").set(SHIFT.CLOSED_AT, SHIFT.ENDS_AT)
                    .set(SHIFT.CLOSED_REASON, "holiday")
                    .where(SHIFT.POST_ID.in(db.select(POST.ID).from(POST).where(POST.DAY.eq(tuesday)))).execute();
            db.execute("delete from staffing.hour_entry where starts_at::date = {0}", org.jooq.impl.DSL.val(tuesday));
            db.update(POST).set(POST.STATE, "CANCELLED").set(POST.CANCELLED_REASON, "holiday")
                    .where(POST.DAY.eq(tuesday)).execute();
        });
        var sums = Tenancy.as(Scope.system(field.cast.agency()),
                () -> store.sums(replayed(new WhatIfProposal.Calendar(null, List.of(), List.of(tuesday), 0, 0))));
        assertThat(sums.of("OPENED").posts() + sums.of("UNFILLED").posts()).as("each seat of the request once")
                .isEqualTo(4);
        assertThat(sums.of("OPENED").posts()).as("Dana is free and at one place only").isEqualTo(1);
    }

    @Test
    void theCoordinatorAsksAndReadsDownToTheRows() {
        field.officer("Sam Ives");
        var coordinator = visitors.signedIn(field.cast.coordinator(), field.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/rules").body()).contains("/what-if");
        assertThat(coordinator.get("/departments/" + field.cast.department()).body())
                .contains("/what-if/limit?department=" + field.cast.department());
        assertThat(coordinator.get("/what-if/limit?department=" + field.cast.department()).body())
                .contains("New limit");

        var sent = coordinator.post("/what-if/limit", "department", field.cast.department().toString(), "policy", "",
                "shape", "WEEK", "counts", "OFF_DUTY", "hours", "14",
                "from", MONDAY.toString(), "to", FRIDAY.toString());
        assertThat(sent.statusCode()).isEqualTo(302);
        var place = java.net.URI.create(sent.headers().firstValue("location").orElseThrow()).getPath();
        assertThat(coordinator.get(place).body()).contains("Replaying");
        assertThat(Tenancy.as(Scope.system(field.cast.agency()), jobs::next)).isTrue();
        String body = coordinator.get(place).body();
        assertThat(body).contains("5 shifts worked, 35:00 hours").contains("Dana Vega", "Sam Ives", "Ocotillo High")
                .contains(place + "/rows?outcome=LOST");
        assertThat(coordinator.get(place + "/rows?outcome=LOST").body()).contains("21:00 of 14:00")
                .doesNotContain("Sam Ives");
        assertThat(coordinator.get(place + "/rows?officer=" + dana.id()).body()).contains("Sam Ives");
        assertThat(coordinator.get(place + "/rows.csv").body().lines()).hasSize(4).first().asString()
                .startsWith("outcome,day,school");
        assertThat(coordinator.get("/what-if").body()).contains("a new limit, Week, 14:00 hours");
    }

    @Test
    void mistakesAreNamedAndOthersMayNotAsk() {
        var coordinator = visitors.signedIn(field.cast.coordinator(), field.cast.agency(), Role.COORDINATOR);
        var department = field.cast.department().toString();
        var wrong = coordinator.post("/what-if/limit", "department", department, "policy", "", "shape", "WEEK", "hours",
                "many", "from", MONDAY.toString(), "to", FRIDAY.toString());
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Enter hours such as 40 or 37:30.");
        assertThat(
                coordinator.post("/what-if/limit", "department", department, "policy", "NO-SUCH", "hours", "40").body())
                .contains("The department has no such limit.");
        assertThat(coordinator.get("/what-if/limit?department=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(coordinator.post("/what-if/calendar", "from", MONDAY.toString(), "to", FRIDAY.toString()).body())
                .contains("Enter at least one day or a number of minutes.");
        assertThat(coordinator
                .post("/what-if/calendar", "from", MONDAY.toString(), "to", FRIDAY.toString(), "closed", "2026-12-25")
                .body()).contains("is outside the period");
        assertThat(coordinator
                .post("/what-if/calendar", "from", FRIDAY.toString(), "to", MONDAY.toString(), "earlier", "5").body())
                .contains("is before the first");
        assertThat(coordinator.get("/what-if/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(visitors.signedIn(dana.person(), field.cast.agency(), Role.OFFICER).get("/what-if").statusCode())
                .isEqualTo(403);
        var other = new PostedDay(app);
        var id = Tenancy.as(Scope.system(field.cast.agency()), () -> replayed(atMost(30)));
        assertThat(visitors.signedIn(other.cast.coordinator(), other.cast.agency(), Role.COORDINATOR)
                .get("/what-if/" + id).statusCode()).isEqualTo(404);
    }
}
