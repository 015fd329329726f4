package org.daywatch.staffing.awards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch.staffing.awards.AwardDay.CLOSED;
import static org.daywatch.staffing.awards.AwardDay.OPENED;
import static org.daywatch.staffing.awards.AwardDay.START;
import static org.daywatch_db.staffing.Tables.AWARD;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.awards.methods.Method;
import org.daywatch.staffing.awards.replay.Replays;
import org.daywatch.staffing.eligibility.StoredFindings;
import org.daywatch.staffing.hours.BusyTimes;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DaywatchIT
class AwardsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Awards awards;
    @Autowired Replays replays;
    @Autowired AwardMethods methods;
    @Autowired Acceptances acceptances;
    @Autowired ShiftStore shifts;
    @Autowired ShiftCommands commands;

    private AwardDay day;
    private PostedDay.Officer dana;
    private PostedDay.Officer lee;

    @BeforeEach
    void theLongerServingOneHasIt() {
        day = new AwardDay(app, Method.SENIORITY);
        dana = day.day.officer("Dana Vega");
        lee = day.day.officer("Lee Ortega");
        hired(dana, 2015);
        hired(lee, 2009);
    }

    @Test
    void whoServedLongestHasThePostAndTheirSigningUpIsTheActBehindTheShift() {
        var post = day.post(0);
        day.sign(dana, post);
        day.sign(lee, post);
        assertThat(day.award()).as("before signing up ends").isZero();
        clock.setTo(CLOSED);
        assertThat(day.award()).isEqualTo(1);
        var award = day.of(post);
        assertThat(award.officer()).isEqualTo(lee.id());
        var shift = story.as(day.agency(), () -> shifts.get(award.shift()));
        assertThat(shift.officerId()).isEqualTo(lee.id());
        assertThat(shift.acceptance().verdict()).contains("SIGN_UP", award.id().toString(), "\"allowed\": true");
        assertThat(day.day.stateOf(post)).isEqualTo("FILLED");
        assertThat(replays(award.id())).isTrue();
        assertThat(day.award()).as("once only").isZero();
    }

    @Test
    void anOptimizedAwardAsksTheRosterEngineAndReplaysFromTheProblemInItsRecord() {
        Tenancy.run(Scope.system(day.agency()), () -> methods.set("DISTRICT:" + day.day.cast.mesquite(),
                Method.OPTIMIZED, LocalDate.parse("2026-08-10"), null, "the district asked", null));
        story.run(day.agency(),
                () -> db.update(OFFICER).set(OFFICER.HOME_ZIP, "86001").where(OFFICER.ID.eq(lee.id())).execute());
        clock.move(Duration.ofMinutes(1));
        var post = day.post(0, clock.instant());
        day.sign(lee, post);
        day.sign(dana, post);
        clock.setTo(CLOSED.plusSeconds(60));
        assertThat(day.award()).isEqualTo(1);
        var stored = day.of(post);
        assertThat(stored.officer()).as("she lives nearer; by seniority it would be Lee").isEqualTo(dana.id());
        var award = AwardReader.read(stored.record()).decide();
        assertThat(award.ranked()).extracting(r -> Long.parseLong(r.keys().getFirst()))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder()).doesNotHaveDuplicates();
        assertThat(award.ruling().rules()).extracting(r -> r.code()).contains("ROSTER_TRAVEL_KM", "ROSTER_FAIR");
        assertThat(replays(stored.id())).isTrue();
        var otherPoints = stored.record().replaceFirst("\"FILL\":\\{[^}]*}", "\"FILL\":{\"1\":1,\"2\":1,\"3\":1}");
        assertThat(otherPoints).isNotEqualTo(stored.record());
        assertThat(org.daywatch.staffing.awards.replay.Replay.of(otherPoints, null).differences())
                .as("who changes what the engine was asked").extracting(d -> d.where()).contains("candidates[0].keys");
    }

    @Test
    void whileOfficersSignUpNobodyTakesThePostFirst() {
        var post = day.post(0);
        assertRefused(() -> acceptances.accept(dana.person(), post), StaffingRefusal.AWARDED_LATER);
        assertRefused(() -> acceptances.recordPhone(post, dana.id(),
                new Shift.Call("Dana, from 602 555 0100", clock.instant())), StaffingRefusal.AWARDED_LATER);
        clock.setTo(CLOSED);
        assertRefused(() -> app.getBean(SignUps.class).sign(dana.person(), post), StaffingRefusal.SIGN_UP_CLOSED);
        assertThat(day.award()).isEqualTo(1);
        assertThat(day.of(post).outcome()).isEqualTo(Award.Outcome.NOBODY);
        assertThat(accept(dana, post)).as("nobody wanted it: whoever accepts first").isNotNull();
    }

    @Test
    void whoseHoursNoLongerAllowItIsOutWithTheRuleAndTheNextOneHasIt() {
        var post = day.post(0);
        day.sign(dana, post);
        day.sign(lee, post);
        story.run(day.agency(),
                () -> db.update(OFFICER).set(OFFICER.STATE, "SUSPENDED").where(OFFICER.ID.eq(lee.id())).execute());
        clock.setTo(CLOSED);
        day.award();
        var award = AwardReader.read(day.of(post).record()).decide();
        assertThat(award.winner().orElseThrow().officer()).isEqualTo(dana.id());
        assertThat(award.out()).singleElement().satisfies(c -> {
            assertThat(c.officer()).isEqualTo(lee.id());
            assertThat(StoredFindings.against(c.verdict())).extracting(f -> f.code()).contains("NOT_ACTIVE");
        });
    }

    @Test
    void whoIsBookedByAnotherAgencyIsPassedOverAndTheRecordSaysOnlyThat() {
        var post = day.post(0);
        day.sign(dana, post);
        day.sign(lee, post);
        var other = story.cast();
        story.run(other.agency(), () -> app.getBean(BusyTimes.class).reserve(lee.person(),
                Window.of(START, Duration.ofHours(1)), UUID.randomUUID()));
        clock.setTo(CLOSED);
        day.award();
        var stored = day.of(post);
        assertThat(stored.officer()).isEqualTo(dana.id());
        assertThat(AwardReader.read(stored.record()).decide().candidate(lee.id()).orElseThrow().elsewhere()).isTrue();
        assertThat(replays(stored.id())).isTrue();
    }

    @Test
    void twoWhoAwardOnePostAtOnceMakeOneAward() throws Exception {
        for (int round = 0; round < 10; round++) {
            clock.setTo(OPENED);
            var post = day.post(round);
            day.sign(dana, post);
            day.sign(lee, post);
            clock.setTo(CLOSED);
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var tries = java.util.stream.IntStream.range(0, 2).mapToObj(i -> threads.submit(() -> {
                    start.await();
                    return Tenancy.as(Scope.system(day.agency()), () -> awards.award(post));
                })).toList();
                int made = 0;
                for (var one : tries) if (one.get().isPresent()) made++;
                assertThat(made).isEqualTo(1);
            }
            int now = round + 1;
            story.run(day.agency(), () -> {
                assertThat(db.fetchCount(AWARD)).isEqualTo(now);
                assertThat(db.fetchCount(SHIFT)).isEqualTo(now);
            });
        }
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveAnAward() {
        var post = day.post(0);
        day.sign(dana, post);
        clock.setTo(CLOSED);
        day.award();
        assertThatThrownBy(() -> story.run(day.agency(), () -> db.update(AWARD).set(AWARD.RECORD, "{}").execute()))
                .rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> story.run(day.agency(), () -> db.deleteFrom(AWARD).execute())).rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void anAwardedPostThatIsGivenBackIsTakenByWhoeverAcceptsFirst() {
        var post = day.post(0);
        day.sign(lee, post);
        clock.setTo(CLOSED);
        day.award();
        Tenancy.as(new Scope(day.agency(), lee.person()),
                () -> commands.handle(day.of(post).shift(), new ShiftCommand.GiveBack("called to court")));
        assertThat(accept(dana, post)).isNotNull();
    }

    @Test
    void aPostOpenedTooLateToSignUpIsTakenByWhoeverAcceptsFirst() {
        clock.setTo(START.minus(Duration.ofHours(40)));
        var post = day.post(0, clock.instant());
        assertThat(accept(dana, post)).isNotNull();
    }

    @Test
    void aPostKeepsTheMethodItWasOpenedUnder() {
        var before = day.post(0, AwardDay.MONDAY.minusSeconds(60));
        var after = day.post(1);
        var rulings = story.as(day.agency(),
                () -> java.util.List.of(methods.ruling(before).method(), methods.ruling(after).method()));
        assertThat(rulings).containsExactly(Method.FIRST_COME, Method.SENIORITY);
        clock.move(Duration.ofMinutes(1));
        Tenancy.run(Scope.system(day.agency()),
                () -> methods.withdraw(methods.list().getFirst().id(), "the agreement ended", null));
        assertThat(story.as(day.agency(), () -> methods.ruling(after)).method()).isEqualTo(Method.SENIORITY);
        clock.move(Duration.ofHours(1));
        var later = day.post(2, clock.instant());
        assertThat(story.as(day.agency(), () -> methods.ruling(later)).method()).isEqualTo(Method.FIRST_COME);
    }

    @Test
    void theDepartmentsMethodGoesBeforeTheDistrictsAndThatBeforeTheOneForAll() {
        var from = LocalDate.parse("2026-08-10");
        Tenancy.run(Scope.system(day.agency()), () -> methods.set("DISTRICT:" + day.day.cast.mesquite(),
                Method.ROTATION, from, null, "the district asked", null));
        var first = day.post(0, OPENED.plusSeconds(60));
        assertThat(story.as(day.agency(), () -> methods.ruling(first)).method()).isEqualTo(Method.ROTATION);
        Tenancy.run(Scope.system(day.agency()), () -> methods.set("DEPARTMENT:" + day.day.cast.department(),
                Method.LEAST_HOURS, from, null, "labor agreement", null));
        assertThat(story.as(day.agency(), () -> methods.ruling(first)).method()).isEqualTo(Method.LEAST_HOURS);
    }

    private boolean replays(UUID award) {
        return Tenancy.as(Scope.system(day.agency()), () -> replays.replay(award)).equal();
    }

    private UUID accept(PostedDay.Officer officer, UUID post) {
        return Tenancy.as(new Scope(day.agency(), officer.person()), () -> acceptances.accept(officer.person(), post));
    }

    private void hired(PostedDay.Officer officer, int year) {
        story.run(day.agency(), () -> db.update(OFFICER).set(OFFICER.HIRED_ON, LocalDate.of(year, 4, 1))
                .where(OFFICER.ID.eq(officer.id())).execute());
    }

    private void assertRefused(Runnable act, StaffingRefusal why) {
        assertThatThrownBy(() -> Tenancy.run(new Scope(day.agency(), dana.person()), act))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(why));
    }
}
