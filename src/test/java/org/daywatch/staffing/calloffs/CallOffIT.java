package org.daywatch.staffing.calloffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.staffing.Tables.REPLACEMENT_OFFER;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.duty.ShiftTimers;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.replacement.ReplacementRounds;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@DaywatchIT
class CallOffIT {

    @Autowired ApplicationContext app;
    @Autowired Visitor visitor;
    @Autowired TestClock clock;
    @Autowired Acceptances acceptances;
    @Autowired ReplacementRounds rounds;
    @Autowired ShiftTimers timers;
    @Autowired DSLContext db;
    @Autowired TransactionTemplate transaction;

    private PostedDay day;
    private PostedDay.Officer dana;
    private UUID post;
    private UUID shift;

    @BeforeEach
    void danaHasTakenAPost() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        post = day.post(Instant.parse("2026-08-04T14:10:00Z"));
        shift = Tenancy.as(new Scope(day.cast.agency(), dana.person()), () -> acceptances.accept(dana.person(), post));
    }

    @Test
    void whoCalledOffSickIsNotAskedWhenTheReliefDoesNotComeEitherAndTakesNoPostThatDay() {
        var lee = day.officer("Lee Ortega");
        clock.setTo("2026-08-04T13:40:00Z");
        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(desk.get("/shifts/" + shift).body()).contains("Did the officer call off?",
                "Yes, sick: no posts that day");
        desk.post("/shifts/" + shift + "/cancellation", "reason", "called at 6:40", "called", "sick");
        assertThat(desk.get("/shifts/" + shift).body()).contains("The officer called off sick for Tue, Aug 4",
                "Offer them posts again");
        system(() -> acceptances.accept(lee.person(), post));
        clock.setTo("2026-08-04T16:06:00Z");
        system(timers::markMissed);
        system(rounds::sendDue);
        assertThat(askedOf(dana)).as("sick that morning").isZero();
        assertThat(askedOf(lee)).as("asked in the morning, and not again for the post they then missed").isOne();
        var other = day.post(Instant.parse("2026-08-04T17:00:00Z"));
        assertThatThrownBy(() -> system(() -> acceptances.accept(dana.person(), other))).isInstanceOf(Refused.class)
                .hasMessageContaining("Called off sick for Tue, Aug 4");

        var phone = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(phone.get("/shifts/" + shift).body()).contains("You called off sick for Tue, Aug 4",
                "Offer me posts again");
        assertThat(phone.post("/shifts/" + shift + "/call-off/end").statusCode()).isEqualTo(302);
        assertThat(system(() -> acceptances.accept(dana.person(), other))).isNotNull();
        assertThat(phone.post("/shifts/" + shift + "/call-off/end").statusCode()).as("nothing is left to take back")
                .isEqualTo(404);
    }

    @Test
    void whoAcceptsAfterThePostBeganIsNeitherMissedNorReplacedTheSameMinute() {
        var lee = day.officer("Lee Ortega");
        clock.setTo("2026-08-04T16:06:00Z");
        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        desk.post("/shifts/" + shift + "/cancellation", "reason", "called off", "called", "post");
        system(() -> acceptances.accept(lee.person(), post));
        clock.setTo("2026-08-04T16:08:00Z");
        assertThat(system(timers::markMissed)).isZero();
        assertThat(system(rounds::noticeMissing)).isZero();
        assertThat(desk.get("/board").body()).contains("At risk");
        clock.setTo("2026-08-04T16:11:00Z");
        assertThat(system(rounds::noticeMissing)).as("asked whether they are coming").isOne();
        assertThat(desk.get("/board").body()).contains("href=\"tel:6025550100\">Call Lee Ortega");
        clock.setTo("2026-08-04T16:20:59Z");
        assertThat(system(timers::markMissed)).isZero();
        clock.setTo("2026-08-04T16:26:00Z");
        assertThat(system(timers::markMissed)).isOne();
    }

    @Test
    void whoGivesBackOnePostMayTakeAnotherThatDayAndComingAfterAllIsNoCallOff() {
        var phone = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        phone.post("/shifts/" + shift + "/return", "reason", "court at nine");
        assertThatThrownBy(() -> system(() -> acceptances.accept(dana.person(), post))).isInstanceOf(Refused.class)
                .hasMessageContaining("Called off this post");
        assertThat(system(() -> acceptances.accept(dana.person(), day.post(Instant.parse("2026-08-04T22:00:00Z")))))
                .isNotNull();
        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(desk.post("/shifts/" + shift + "/reinstatement", "reason", "comes after all").statusCode())
                .isEqualTo(302);
        assertThat(desk.get("/shifts/" + shift).body()).contains("Scheduled").doesNotContain("called off this post");
    }

    @Test
    void anotherOfficerCannotSayThatSomebodyIsFit() {
        visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER).post("/shifts/" + shift + "/return", "reason",
                "flu", "sick", "true");
        var lee = visitor.signedIn(day.officer("Lee Ortega").person(), day.cast.agency(), Role.OFFICER);
        assertThat(lee.post("/shifts/" + shift + "/call-off/end").statusCode()).isEqualTo(404);
    }

    private int askedOf(PostedDay.Officer officer) {
        return system(() -> db.fetchCount(REPLACEMENT_OFFER, REPLACEMENT_OFFER.OFFICER_ID.eq(officer.id())));
    }

    private <T> T system(Supplier<T> work) {
        return Tenancy.as(Scope.system(day.cast.agency()), () -> transaction.execute(t -> work.get()));
    }

    @Test
    void afterTheCutOffTheOfficerIsToldWhatTheyCanDoInstead() {
        var phone = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(phone.get("/shifts/" + shift).body())
                .contains("You can give it back yourself until Mon, Aug 3, 7:10", "/return");
        clock.setTo("2026-08-04T02:10:00Z");
        assertThat(phone.get("/shifts/" + shift).body())
                .contains("could give it back yourself until Mon, Aug 3, 7:10", "Offer to a colleague")
                .doesNotContain("/return");
        var refused = phone.post("/shifts/" + shift + "/return", "reason", "court");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("call the coordinator");
    }
}
