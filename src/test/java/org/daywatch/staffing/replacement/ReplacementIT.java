package org.daywatch.staffing.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.OPPORTUNITY;
import static org.daywatch_db.staffing.Tables.REPLACEMENT;
import static org.daywatch_db.staffing.Tables.REPLACEMENT_OFFER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A post on Tuesday 4 August, 7:10 in Phoenix. Dana has taken it and will not come. */
@DaywatchIT
class ReplacementIT {

    private static final Instant START = Instant.parse("2026-08-04T14:10:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Organizations organizations;
    @Autowired Acceptances acceptances;
    @Autowired ShiftCommands shiftCommands;
    @Autowired ReplacementCommands commands;
    @Autowired ReplacementRounds rounds;

    private PostedDay day;
    private PostedDay.Officer dana;
    private List<PostedDay.Officer> others;
    private UUID post;
    private UUID shift;

    @BeforeEach
    void danaHasTakenThePost() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        others = new ArrayList<>();
        for (String name : List.of("Ana Ruiz", "Ben Soto", "Cal Ward", "Eva Lind")) others.add(day.officer(name));
        post = day.post(START);
        shift = Tenancy.as(new Scope(day.cast.agency(), dana.person()), () -> acceptances.accept(dana.person(), post));
    }

    @Test
    void withinASecondOfTheCallOffTheFirstThreeAreAskedAndTheSchoolReadsIt() throws Exception {
        clock.setTo("2026-08-04T13:40:00Z");
        long began = System.nanoTime();
        callOff();
        long stored = until(() -> offers().size() == 3);
        assertThat(Duration.ofNanos(stored - began))
                .as("from the call-off to the stored wave, guarded at five times the promise")
                .isLessThan(Duration.ofSeconds(5));
        assertThat(told("REPLACEMENT_ASKED")).hasSize(3).doesNotContain(dana.person());
        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(desk.get("/replacements").body())
                .contains("Searching for a replacement: 3 asked, 0 declined, next wave 6:46");
        var principal = visitor.signedIn(principal(), day.cast.mesquite(), Role.PRINCIPAL);
        assertThat(principal.get("/school").body())
                .contains("Searching for a replacement: 3 asked, 0 declined, next wave 6:46");
        assertThat(desk.get("/replacements/" + search()).body()).contains("Ana Ruiz", "Waiting", "Stop search");
    }

    @Test
    void aWaveThatDoesNotAnswerIsFollowedByTheNextAndAtTheEndAPersonIsTold() {
        clock.setTo("2026-08-04T13:40:00Z");
        callOff();
        until(() -> offers().size() == 3);
        clock.setTo("2026-08-04T13:45:59Z");
        assertThat(sendDue()).isZero();
        clock.setTo("2026-08-04T13:46:00Z");
        assertThat(sendDue()).isOne();
        assertThat(sendDue()).as("once").isZero();
        assertThat(offers()).hasSize(4);
        clock.setTo("2026-08-04T13:52:00Z");
        sendDue();
        assertThat(state()).isEqualTo("EXHAUSTED");
        assertThat(told("REPLACEMENT_EXHAUSTED")).containsExactly(day.cast.coordinator());
        assertThat(visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR)
                .get("/replacements/" + search()).body())
                .as("four never answered")
                .contains("No answer in time", "href=\"/phone-acceptances?post=" + post + "\">Find an officer by phone")
                .doesNotContain("No longer needed", "A person must act");
        assertThat(visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR).get("/replacements")
                .body()).contains("No officers left to ask: asked 4, 0 declined");
    }

    @Test
    void afterThePrimaryDepartmentThePartnersAreAskedAndMayTakeIt() {
        var partner = others.getLast();
        story.run(day.cast.agency(), () -> {
            var partners = organizations.findOrCreate("DEPARTMENT", "Palo Brea Police " + day.cast.suffix(), "AZ",
                    "AZ9" + day.cast.suffix());
            db.insertInto(DEPARTMENT_TERMS).set(DEPARTMENT_TERMS.AGENCY_ID, day.cast.agency())
                    .set(DEPARTMENT_TERMS.DEPARTMENT_ID, partners)
                    .set(DEPARTMENT_TERMS.RANK_ORDER, 2).set(DEPARTMENT_TERMS.POLICY_SET, "NONE")
                    .set(DEPARTMENT_TERMS.ZONE, "America/Phoenix").execute();
            db.update(OFFICER).set(OFFICER.DEPARTMENT_ID, partners).where(OFFICER.ID.eq(partner.id())).execute();
        });
        clock.setTo("2026-08-04T13:40:00Z");
        callOff();
        until(() -> offers().size() == 3);
        assertThat(offers()).doesNotContain(partner.id());
        clock.setTo("2026-08-04T13:46:00Z");
        sendDue();
        assertThat(offers()).contains(partner.id());
        assertThat(accept(partner)).isNotNull();
        assertThat(state()).isEqualTo("FILLED");
    }

    @Test
    void ofThreeWhoAcceptAtOnceOneWinsAndTheSearchIsOver() throws Exception {
        clock.setTo("2026-08-04T13:40:00Z");
        callOff();
        until(() -> offers().size() == 3);
        var asked = others.stream().filter(o -> offers().contains(o.id())).toList();
        var barrier = new CyclicBarrier(3);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var tries = asked.stream().map(o -> threads.submit((Callable<Object>) () -> {
                barrier.await();
                try {
                    return accept(o);
                } catch (Refused refused) {
                    return refused.code().toString();
                }
            })).toList();
            var results = new ArrayList<Object>();
            for (var one : tries) results.add(one.get());
            assertThat(results.stream().filter(UUID.class::isInstance)).hasSize(1);
            assertThat(results.stream().filter("ALREADY_TAKEN"::equals)).hasSize(2);
        }
        assertThat(state()).isEqualTo("FILLED");
        assertThat(answers()).containsExactlyInAnyOrder("ACCEPTED", "TAKEN", "TAKEN");
        assertThat(told("REPLACEMENT_FOUND")).containsExactly(day.cast.coordinator());
        var desk = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(desk.get("/replacements/times").body()).contains("1 filled", "Ocotillo High", "Wave 1",
                "/replacements?school=" + day.school);
        assertThat(desk.get("/replacements?school=" + day.school).body()).contains("Dana Vega", "Found after");
    }

    @Test
    void anOfficerDeclinesOnTheirPhoneAndWhenAllHaveTheNextAreAskedAtOnce() {
        clock.setTo("2026-08-04T13:40:00Z");
        callOff();
        until(() -> offers().size() == 3);
        var asked = others.stream().filter(o -> offers().contains(o.id())).toList();
        for (var officer : asked) {
            var phone = visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER);
            assertThat(phone.get("/offers").body()).contains("/replacement-offers");
            assertThat(phone.get("/replacement-offers").body()).contains("Answer by 6:46", "Decline", "Ocotillo High");
            assertThat(phone.post("/replacement-offers/" + offer(officer) + "/refusal").statusCode()).isEqualTo(302);
            assertThat(phone.get("/replacement-offers").body()).doesNotContain("Decline");
            assertThat(phone.post("/replacement-offers/" + offer(officer) + "/refusal").statusCode()).isEqualTo(409);
        }
        until(() -> offers().size() == 4);
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(OPPORTUNITY,
                OPPORTUNITY.POST_ID.eq(post).and(OPPORTUNITY.DECLINED_AT.isNotNull())))).isEqualTo(3);
        var stranger = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(stranger.post("/replacement-offers/" + offer(asked.getFirst()) + "/acceptance").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAnswerAfterItsTimeIsRefused() {
        clock.setTo("2026-08-04T13:40:00Z");
        callOff();
        until(() -> offers().size() == 3);
        clock.setTo("2026-08-04T13:46:00Z");
        var officer = others.stream().filter(o -> offers().contains(o.id())).findFirst().orElseThrow();
        var late = visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER)
                .post("/replacement-offers/" + offer(officer) + "/acceptance");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("The time to answer has ended");
    }

    @Test
    void tenMinutesBeforeTheOfficerIsAskedFiveAfterOthersAreAndWhoAcceptsTakesTheirPlace() {
        clock.setTo("2026-08-04T13:59:59Z");
        assertThat(notice()).isZero();
        clock.setTo("2026-08-04T14:00:00Z");
        assertThat(notice()).isOne();
        assertThat(notice()).as("once").isZero();
        assertThat(told("ARRIVAL_ASKED")).containsExactly(dana.person());
        assertThat(offers()).isEmpty();
        clock.setTo("2026-08-04T14:14:59Z");
        assertThat(sendDue()).isZero();
        clock.setTo("2026-08-04T14:15:00Z");
        sendDue(); // or the listener of its beginning, should it be this late
        assertThat(offers()).hasSize(3);
        var officer = others.stream().filter(o -> offers().contains(o.id())).findFirst().orElseThrow();
        var won = accept(officer);
        assertThat(story.as(day.cast.agency(),
                () -> db.select(SHIFT.STATE).from(SHIFT).where(SHIFT.ID.eq(shift)).fetchSingle(SHIFT.STATE)))
                .isEqualTo("NO_SHOW");
        assertThat(story.as(day.cast.agency(),
                () -> db.select(SHIFT.OFFICER_ID).from(SHIFT).where(SHIFT.ID.eq(won)).fetchSingle(SHIFT.OFFICER_ID)))
                .isEqualTo(officer.id());
        assertThat(state()).isEqualTo("FILLED");
    }

    @Test
    void whenTheMissingOfficerComesAfterAllNobodyElseIsAsked() {
        clock.setTo("2026-08-04T14:00:00Z");
        notice();
        var phone = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        clock.setTo("2026-08-04T14:12:00Z");
        phone.post("/shifts/" + shift + "/check-in", "code", day.deskCode());
        assertThat(state()).isEqualTo("WITHDRAWN");
        clock.setTo("2026-08-04T14:15:00Z");
        assertThat(sendDue()).isZero();
        assertThat(offers()).isEmpty();
    }

    @Test
    void twoNodesThatWakeAtOnceSendAWaveOnce() throws Exception {
        clock.setTo("2026-08-04T14:00:00Z");
        notice();
        clock.setTo("2026-08-04T14:15:00Z");
        var id = search();
        var barrier = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> node = () -> {
                barrier.await();
                return Tenancy.as(Scope.system(day.cast.agency()), () -> rounds.send(id));
            };
            var first = nodes.submit(node);
            var second = nodes.submit(node);
            assertThat(first.get() && second.get()).as("both").isFalse();
        }
        assertThat(offers()).hasSize(3);
    }

    private void callOff() {
        Tenancy.run(Scope.system(day.cast.agency()),
                () -> shiftCommands.handle(shift, new ShiftCommand.Cancel("called in sick")));
    }

    private UUID accept(PostedDay.Officer officer) {
        var offer = offer(officer);
        return Tenancy.as(new Scope(day.cast.agency(), officer.person()),
                () -> commands.accept(officer.person(), offer));
    }

    private UUID offer(PostedDay.Officer officer) {
        return story.as(day.cast.agency(), () -> db.select(REPLACEMENT_OFFER.ID).from(REPLACEMENT_OFFER)
                .where(REPLACEMENT_OFFER.OFFICER_ID.eq(officer.id())).fetchSingle(REPLACEMENT_OFFER.ID));
    }

    private int sendDue() {
        return Tenancy.as(Scope.system(day.cast.agency()), rounds::sendDue);
    }

    private int notice() {
        return Tenancy.as(Scope.system(day.cast.agency()), rounds::noticeMissing);
    }

    private UUID search() {
        return story.as(day.cast.agency(),
                () -> db.select(REPLACEMENT.ID).from(REPLACEMENT).fetchSingle(REPLACEMENT.ID));
    }

    private String state() {
        return story.as(day.cast.agency(),
                () -> db.select(REPLACEMENT.STATE).from(REPLACEMENT).fetchSingle(REPLACEMENT.STATE));
    }

    private List<UUID> offers() {
        return story.as(day.cast.agency(), () -> db.select(REPLACEMENT_OFFER.OFFICER_ID).from(REPLACEMENT_OFFER)
                .fetch(REPLACEMENT_OFFER.OFFICER_ID));
    }

    private List<String> answers() {
        return story.as(day.cast.agency(),
                () -> db.select(REPLACEMENT_OFFER.STATE).from(REPLACEMENT_OFFER).fetch(REPLACEMENT_OFFER.STATE));
    }

    private List<UUID> told(String topic) {
        return story.as(day.cast.agency(),
                () -> db.selectDistinct(DELIVERY.PERSON_ID).from(DELIVERY).join(OUTBOUND_MESSAGE)
                        .on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                        .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)).where(OUTBOUND_MESSAGE.TOPIC.eq(topic))
                        .fetch(DELIVERY.PERSON_ID));
    }

    private UUID principal() {
        return Tenancy.as(Scope.system(day.cast.agency()), () -> organizations.join(day.cast.mesquite(),
                "principal" + day.cast.suffix() + "@story.example", "Pat Reyes", Role.PRINCIPAL, day.school));
    }

    /** The first wave goes out on another thread, right after the commit. @return when it was so, in nanoseconds */
    private static long until(java.util.function.BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            if (so.getAsBoolean()) return System.nanoTime();
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("not within ten seconds");
    }
}
