package org.daywatch.staffing.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.TestClock;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.offers.Trades;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DaywatchIT
class OpportunitiesIT {

    private static final Instant FIRST = Instant.parse("2026-08-04T14:10:00Z");
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Opportunities opportunities;
    @Autowired OpportunityLedger ledger;
    @Autowired FairnessQueries fairness;
    @Autowired Acceptances acceptances;
    @Autowired ShiftCommands shifts;
    @Autowired Trades trades;

    @Autowired org.daywatch.staffing.posts.PostCommands posts;
    @Autowired org.daywatch._story.Visitor visitor;

    private PostedDay day;
    private PostedDay.Officer dana;
    private PostedDay.Officer lee;

    @BeforeEach
    void twoOfficers() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        lee = day.officer("Lee Ortega");
    }

    @Test
    void eachPostCountsOnceForEachOfficerHoweverOftenItIsSeen() {
        day.post(FIRST);
        day.post(FIRST.plus(Duration.ofDays(1)));
        assertThat(as(opportunities::gather)).isEqualTo(4);
        assertThat(as(opportunities::gather)).isZero();
        assertThat(share(dana)).extracting(Share::shown, Share::accepted, Share::missed, Share::open)
                .containsExactly(2L, 0L, 0L, 2L);
    }

    @Test
    void whatBecameOfAChanceIsCountedUnderOneWord() {
        var taken = day.post(FIRST);
        var refused = day.post(FIRST.plus(Duration.ofDays(1)));
        var silent = day.post(FIRST.plus(Duration.ofDays(2)));
        as(opportunities::gather);
        accept(dana, taken);
        as(() -> run(() -> opportunities.decline(dana.id(), refused)));
        accept(lee, silent);
        as(opportunities::gather);
        assertThat(share(dana)).extracting(Share::shown, Share::accepted, Share::declined, Share::missed, Share::open)
                .containsExactly(3L, 1L, 1L, 1L, 0L);
        assertThat(share(lee)).extracting(Share::shown, Share::accepted, Share::declined, Share::missed, Share::open)
                .containsExactly(3L, 1L, 0L, 1L, 1L);
    }

    @Test
    void whatIsDeclinedOrGivenBackCountsAsHadSoThatSayingNoPutsNobodyInFront() {
        var refused = day.post(FIRST);
        var back = day.post(FIRST.plus(Duration.ofDays(1)));
        as(opportunities::gather);
        as(() -> run(() -> opportunities.decline(dana.id(), refused)));
        var shift = accept(dana, back);
        assertThat(credit(dana)).isEqualTo(Duration.ofHours(14));
        Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> shifts.handle(shift, new ShiftCommand.GiveBack("called to court")));
        as(() -> run(opportunities::settle));
        assertThat(credit(dana)).isEqualTo(Duration.ofHours(14));
        as(() -> run(() -> opportunities.reconsider(dana.id(), refused)));
        assertThat(credit(dana)).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void theOfferSaysThatHoursSaidNoToCountAsOfferedAndTheyDo() {
        var post = day.post(FIRST);
        as(opportunities::gather);
        var phone = visitor.signedIn(dana.person(), day.cast.agency(), org.daywatch.platform.identity.Role.OFFICER);
        assertThat(phone.get("/offers/" + post).body()).contains("declined hours count as offered to you")
                .doesNotContain("costs you nothing");
        assertThat(phone.post("/offers/" + post + "/refusal").statusCode()).isEqualTo(302);
        assertThat(credit(dana)).as("as if they had been worked").isEqualTo(Duration.ofHours(7));
    }

    @Test
    void postsOfOneMorningAreOneChanceBecauseAnOfficerCouldHaveTakenOnlyOneOfThem() {
        for (int i = 0; i < 5; i++) day.post(FIRST.plus(Duration.ofMinutes(20L * i)));
        var evening = day.post(FIRST.plus(Duration.ofHours(9)));
        as(opportunities::gather);
        assertThat(share(dana)).extracting(Share::shown, Share::open).containsExactly(2L, 2L);
        var morning = day.post(FIRST);
        as(opportunities::gather);
        accept(dana, morning);
        as(() -> run(() -> opportunities.decline(dana.id(), evening)));
        as(opportunities::gather);
        clock.setTo(FIRST.plus(Duration.ofDays(1)));
        assertThat(share(dana)).as("the other posts of the morning they took were not missed")
                .extracting(Share::shown, Share::accepted, Share::declined, Share::missed, Share::open)
                .containsExactly(2L, 1L, 1L, 0L, 0L);
        assertThat(share(lee)).extracting(Share::shown, Share::missed).containsExactly(2L, 2L);
    }

    @Test
    void decliningFivePostsOfOneMorningIsDecliningOneMorning() {
        var posts = java.util.stream.IntStream.range(0, 5).mapToObj(i -> day.post(FIRST)).toList();
        as(opportunities::gather);
        posts.forEach(post -> as(() -> run(() -> opportunities.decline(dana.id(), post))));
        assertThat(credit(dana)).isEqualTo(Duration.ofHours(7));
        accept(dana, day.post(FIRST));
        assertThat(credit(dana)).as("they work that morning; nothing of it is declined").isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aPostTheSchoolCancelsIsNobodysMissedChance() {
        var thanksgiving = day.post(FIRST);
        day.post(FIRST.plus(Duration.ofDays(1)));
        as(opportunities::gather);
        as(() -> run(() -> posts.cancel(thanksgiving, "Thanksgiving")));
        clock.setTo(FIRST.plus(Duration.ofDays(2)));
        assertThat(share(dana)).extracting(Share::shown, Share::missed, Share::cancelled).containsExactly(1L, 1L, 1L);
        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(),
                org.daywatch.platform.identity.Role.COORDINATOR);
        assertThat(desk.get("/fairness?month=2026-08").body()).contains("Not taken", "Canceled", "outcome=CANCELLED");
        assertThat(desk.get("/fairness/officers/" + dana.id() + "?month=2026-08&outcome=CANCELLED").body())
                .contains("canceled").contains("Ocotillo High");
    }

    @Test
    void aTradeProposedIsAskedByNameAndDeclinedItIsDeclined() {
        var shift = accept(dana, day.post(FIRST));
        var trade = Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> trades.propose(dana.person(), shift, lee.id()));
        Tenancy.run(new Scope(day.cast.agency(), lee.person()), () -> trades.decline(lee.person(), trade));
        as(() -> run(opportunities::settle));
        assertThat(share(lee)).extracting(Share::shown, Share::asked, Share::declined).containsExactly(1L, 1L, 1L);
    }

    @Test
    void aNewcomerBeginsAtTheMiddleOfTheirDepartment() {
        as(opportunities::gather);
        day.post(FIRST);
        as(opportunities::gather); // both join the list today
        clock.setTo(FIRST.plus(Duration.ofDays(40)));
        for (int i = 0; i < 3; i++) accept(dana, day.post(FIRST.plus(Duration.ofDays(41 + i))));
        accept(lee, day.post(FIRST.plus(Duration.ofDays(44))));
        var kim = day.officer("Kim Larkin");
        var until = FIRST.plus(Duration.ofDays(60));
        var credits = as(() -> ledger.credits(List.of(dana.id(), lee.id(), kim.id()), until, Duration.ofDays(28)));
        assertThat(credits.get(dana.id())).isEqualTo(new OpportunityLedger.Credit(Duration.ofHours(21), false));
        assertThat(credits.get(lee.id())).isEqualTo(new OpportunityLedger.Credit(Duration.ofHours(7), false));
        assertThat(credits.get(kim.id())).as("the lower of the two in the middle")
                .isEqualTo(new OpportunityLedger.Credit(Duration.ofHours(7), true));
    }

    @Test
    void chancesOfOneAgencyAreNoneOfAnothers() {
        day.post(FIRST);
        as(opportunities::gather);
        var other = new PostedDay(app);
        assertThat(Tenancy.as(Scope.system(other.cast.agency()), fairness::countedSince)).isEmpty();
        assertThat(as(fairness::countedSince)).contains(TestClock.START);
    }

    private Share share(PostedDay.Officer officer) {
        return as(() -> fairness.month(AUGUST)).stream().filter(s -> s.officer().equals(officer.id())).findFirst()
                .orElseThrow();
    }

    private Duration credit(PostedDay.Officer officer) {
        return as(() -> ledger.credits(List.of(officer.id()), FIRST.plus(Duration.ofDays(10)), Duration.ofDays(28)))
                .get(officer.id()).credited();
    }

    private UUID accept(PostedDay.Officer officer, UUID post) {
        return Tenancy.as(new Scope(day.cast.agency(), officer.person()),
                () -> acceptances.accept(officer.person(), post));
    }

    private <R> R as(Supplier<R> work) {
        return Tenancy.as(Scope.system(day.cast.agency()), work::get);
    }

    private static boolean run(Runnable work) {
        work.run();
        return true;
    }
}
