package org.daywatch.planning.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.planning.Tables.AGREEMENT;
import static org.daywatch_db.planning.Tables.AGREEMENT_SIGNATURE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PaperText;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.programs.posts.Members;
import org.daywatch.planning.agreements.Agreement.Kind;
import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.planning.agreements.AgreementDrafts.Wanted;
import org.daywatch.planning.agreements.clauses.ClauseLibrary;
import org.daywatch.planning.agreements.clauses.ClauseRules;
import org.daywatch.planning.agreements.reminders.AgreementReminders;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.retention.RecordKeeper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Agreements against a real database and over HTTP: two parties, one exact text, the day by which both must have
 * signed.
 */
@DaywatchIT
class AgreementsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AgreementStore agreements;
    @Autowired AgreementDrafts drafts;
    @Autowired AgreementReminders reminders;
    @Autowired ClauseRules rules;
    @Autowired ClauseLibrary library;
    @Autowired Campuses campuses;
    @Autowired Members members;
    @Autowired List<RecordKeeper> keepers;
    @Autowired DSLContext db;

    private PostedDay day;
    private UUID administrator;
    private Visit coordinator;
    private Visit director;

    @BeforeEach
    void twoParties() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        administrator = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                "m" + Ids.next() + "@story.example", "Taylor Winslow", Role.SAFETY_DIRECTOR, null));
        bothSignIn();
    }

    /** Weeks later their sessions are over. */
    private void bothSignIn() {
        coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        director = visitor.signedIn(administrator, day.cast.mesquite(), Role.SAFETY_DIRECTOR);
    }

    @Test
    void isInForceWhenBothPartiesSignedTheSameTextThemselves() {
        String own = offered();
        assertThat(coordinator.get(own).body()).contains("Nothing conflicts", "Sent for signature");
        assertThat(sign(coordinator, own, "Robin Alder")).isEqualTo(302);
        assertThat(now(own).state()).isEqualTo(State.SIGNED_IN_PART);
        sign(director, own, "Somebody Else");
        assertThat(now(own).state()).as("another name is no signature").isEqualTo(State.SIGNED_IN_PART);
        sign(director, own, "taylor winslow");
        assertThat(now(own).state()).isEqualTo(State.IN_FORCE);
        assertThat(director.get(own).body()).contains("In effect", "Robin Alder", "taylor winslow");
        assertThat(director.get(own + "/agreement.pdf").headers().firstValue("content-type").orElse(""))
                .isEqualTo("application/pdf");
        assertThat(PaperText.of(director.bytes(own + "/agreement.pdf")))
                .as("the exact text, both names and the mark of the text")
                .contains("Ocotillo High", "Robin Alder", "taylor winslow", now(own).hash().substring(0, 16))
                .doesNotContain("Not signed");
        assertThat(director.get("/service-agreements.csv").body()).contains(",IN_FORCE,false,2");
    }

    @Test
    void aChangedTextVoidsTheSignatureAndIsComparedWithTheOneBefore() {
        String own = offered();
        sign(coordinator, own, "Robin Alder");
        String read = now(own).hash();
        director.post(own + "/clauses", text(own, "ABSENCE", "The officer shall enforce the code of conduct."));
        assertThat(now(own).state()).isEqualTo(State.DRAFT);
        assertThat(now(own).signatures()).isEmpty();
        assertThat(story.as(day.cast.agency(),
                () -> db.fetchCount(AGREEMENT_SIGNATURE,
                        AGREEMENT_SIGNATURE.AGREEMENT_ID.eq(id(own)).and(AGREEMENT_SIGNATURE.VOIDED_AT.isNotNull()))))
                .as("kept, and void").isEqualTo(1);
        assertThat(coordinator.get(own).body()).contains("The text lets the officer impose school discipline.",
                "The officer shall enforce the code of conduct.");
        assertThat(coordinator.get(own + "/comparison?from=1&to=2").body()).contains("<ins>", "<del>",
                "Coverage and absence");
        coordinator.post(own + "/offer", "why", "");
        assertThat(now(own).state()).as("what the check found is answered first").isEqualTo(State.DRAFT);
        coordinator.post(own + "/offer", "why", "The board wants it so.");
        coordinator.post(own + "/signature", "name", "Robin Alder", "hash", read);
        assertThat(now(own).signatures()).as("whoever read the old text does not sign the new one").isEmpty();
    }

    @Test
    void twoWhoSignForOnePartyAtOnceLeaveOneSignature() throws Exception {
        String own = offered();
        var admin = member("Casey Juniper", Role.AGENCY_ADMIN, day.cast.agency(), null);
        try (var both = Executors.newFixedThreadPool(2)) {
            CompletableFuture.allOf(CompletableFuture.runAsync(() -> sign(coordinator, own, "Robin Alder"), both),
                    CompletableFuture.runAsync(() -> sign(admin, own, "Casey Juniper"), both)).get();
        }
        assertThat(now(own).signatures()).hasSize(1);
        assertThat(now(own).state()).isEqualTo(State.SIGNED_IN_PART);
    }

    @Test
    void onlyThePartiesSignAndOthersAreKeptOut() {
        String own = offered();
        var principal = member("Pat Greer", Role.PRINCIPAL, day.cast.mesquite(), day.school);
        assertThat(principal.get(own).statusCode()).isEqualTo(200);
        sign(principal, own, "Pat Greer");
        assertThat(now(own).signatures()).as("a principal is not the district's administrator").isEmpty();
        assertThat(member("Lee Moss", Role.PRINCIPAL, day.cast.mesquite(), new PostedDay(app).school).get(own)
                .statusCode()).isEqualTo(404);
        assertThat(member("Kit Reed", Role.SAFETY_DIRECTOR, day.cast.saguaro(), null).get(own).statusCode())
                .isEqualTo(404);
        assertThat(member("Gale Ray", Role.TEACHER, day.cast.mesquite(), day.school).get(own).statusCode())
                .isEqualTo(403);
        var officer = day.officer("Dana Reyes");
        assertThat(visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER).get(own).statusCode())
                .as("an officer who is not there").isEqualTo(404);
    }

    @Test
    void oneOfficerHasOneAgreementForASchoolAndYear() {
        var officer = day.officer("Dana Reyes");
        var first = draft(officer);
        assertThat(story.as(day.cast.agency(),
                () -> agreements.covering(day.school, officer.id(), LocalDate.of(2026, 12, 1)))).contains(first);
        assertThat(story.as(day.cast.agency(), () -> drafts.startedWork(campuses.find(day.school).orElseThrow(),
                officer.id(), "Dana Reyes", LocalDate.of(2026, 9, 1)))).as("covered already").isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> draft(officer))
                .hasMessageContaining("serviceAgreements.wrong.twice");
        coordinator.post("/service-agreements/" + first + "/end", "why", "They left.");
        assertThat(draft(officer)).isNotEqualTo(first);
    }

    @Test
    void oneForEveryOfficerCoversWhoeverWorksThereAndIsNotDraftedTwice() {
        story.run(day.cast.agency(),
                () -> members.join("AZ-SSP", day.cast.mesquite(), null, LocalDate.of(2026, 7, 1), null));
        var officer = day.officer("Dana Reyes");
        UUID forAll = id(offered());
        assertThat(story.as(day.cast.agency(),
                () -> agreements.covering(day.school, officer.id(), LocalDate.of(2026, 9, 1)))).contains(forAll);
        assertThat(story.as(day.cast.agency(), () -> drafts.startedWork(campuses.find(day.school).orElseThrow(),
                officer.id(), "Dana Reyes", LocalDate.of(2026, 9, 1)))).as("they need none of their own").isEmpty();
        var again = coordinator.post("/service-agreements", "school", day.school.toString(), "kind", "SERVICE",
                "officer", "", "start", "2026-09-01", "due", "2026-10-01", "ends", "2027-06-30", "language", "en");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains(
                "An agreement for every officer at this school already covers some of these days", "2026-10-01");
        coordinator.post("/service-agreements/" + forAll + "/end", "why", "The board wants one for each.");
        assertThat(story.as(day.cast.agency(), () -> drafts.startedWork(campuses.find(day.school).orElseThrow(),
                officer.id(), "Dana Reyes", LocalDate.of(2026, 9, 1)))).isPresent();
    }

    @Test
    void whereAProgramDemandsItTheDraftIsThereWhenTheOfficerFirstStandsAtTheSchool() {
        var officer = day.officer("Dana Reyes");
        var none = story.as(day.cast.agency(), () -> drafts.startedWork(campuses.find(day.school).orElseThrow(),
                officer.id(), "Dana Reyes", LocalDate.of(2026, 8, 3)));
        assertThat(none).as("no program demands one").isEmpty();
        story.run(day.cast.agency(),
                () -> members.join("AZ-SSP", day.cast.mesquite(), null, LocalDate.of(2026, 7, 1), null));
        var drafted = story.as(day.cast.agency(), () -> drafts.startedWork(campuses.find(day.school).orElseThrow(),
                officer.id(), "Dana Reyes", LocalDate.of(2026, 8, 3))).orElseThrow();
        var g = now("/service-agreements/" + drafted);
        assertThat(g.due()).isEqualTo(LocalDate.of(2026, 9, 2));
        assertThat(g.dueRule()).startsWith("AZ-SSP-AGREEMENT@");
        assertThat(g.ends()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(director.get("/service-agreements/" + drafted).body()).contains("Dana Reyes", "30 days left",
                "Ocotillo High");
    }

    @Test
    void whereNoRuleSaysTheLastDayThePageAsksForIt() {
        var asked = coordinator.post("/service-agreements", "school", day.school.toString(), "kind", "MOU", "start",
                "2026-08-03", "ends", "2027-06-30", "language", "es");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("No rule sets a deadline to sign");
        var made = coordinator.post("/service-agreements", "school", day.school.toString(), "kind", "MOU", "start",
                "2026-08-03", "due", "2026-11-01", "ends", "2027-06-30", "language", "es");
        assertThat(coordinator.get(made.headers().firstValue("location").orElseThrow()).body())
                .contains("Partes, escuela y vigencia", "Memorandum of understanding");
    }

    @Test
    void remindsOnceBeforeTheLastDayOnceAfterItAndEndsWhatIsOver() {
        String own = offered();
        assertThat(remind("2026-08-20T15:00:00Z")).isZero();
        assertThat(remind("2026-08-27T15:00:00Z")).isEqualTo(1);
        assertThat(remind("2026-08-28T15:00:00Z")).isZero();
        assertThat(remind("2026-09-03T15:00:00Z")).isEqualTo(1);
        assertThat(story.as(day.cast.mesquite(),
                () -> db.select(OUTBOUND_MESSAGE.SUBJECT).from(OUTBOUND_MESSAGE)
                        .where(OUTBOUND_MESSAGE.TOPIC.eq("AGREEMENT_LATE")).fetch(OUTBOUND_MESSAGE.SUBJECT)))
                .singleElement().asString().startsWith("Service agreement overdue since Sep 2, 2026");
        bothSignIn();
        assertThat(coordinator.get("/board").body()).contains("Agreement not signed by both parties");
        assertThat(coordinator.get("/service-agreements?state=LATE").body()).contains("past the deadline");
        sign(coordinator, own, "Robin Alder");
        sign(director, own, "Taylor Winslow");
        coordinator.post(own + "/renewal");
        var renewal = story.as(day.cast.agency(), () -> db.select(AGREEMENT.ID).from(AGREEMENT)
                .where(AGREEMENT.FOLLOWS_ID.eq(id(own))).fetchSingle(AGREEMENT.ID));
        assertThat(now("/service-agreements/" + renewal).start()).isEqualTo(LocalDate.of(2027, 7, 1));
        remind("2027-07-01T15:00:00Z");
        assertThat(now(own).state()).isEqualTo(State.EXPIRED);
        String next = "/service-agreements/" + renewal;
        bothSignIn();
        coordinator.post(next + "/offer");
        sign(coordinator, next, "Robin Alder");
        sign(director, next, "Taylor Winslow");
        assertThat(now(own).state()).isEqualTo(State.RENEWED);
    }

    @Test
    void anAgreementGoesWithItsTextAndSignaturesFiveYearsAfterItsTermAndNotWhileItStands() {
        String own = offered();
        sign(coordinator, own, "Robin Alder");
        assertThat(forgotten()).as("it is still to be signed").isZero();
        coordinator.post(own + "/end", "why", "The school closes.");
        assertThat(forgotten()).isEqualTo(1);
        assertThat(story.as(day.cast.agency(),
                () -> db.fetchCount(AGREEMENT_SIGNATURE, AGREEMENT_SIGNATURE.AGREEMENT_ID.eq(id(own))))).isZero();
    }

    private int forgotten() {
        return story.as(day.cast.agency(), () -> keepers.stream().filter(k -> k.kind().equals("AGREEMENT")).findFirst()
                .orElseThrow().forget(java.time.Instant.parse("2027-07-01T12:00:00Z")));
    }

    @Test
    void everyShippedRuleIsReadAndHasItsSentence() {
        var all = story.as(day.cast.agency(), () -> rules.list());
        assertThat(all).hasSize(32);
        var page = coordinator.get("/service-agreements/clauses").body();
        assertThat(page).contains("covered by 56.4% of primary and 58.7% of secondary schools", "T.C.A. 49-6-820");
        assertThat(library.all("es")).hasSize(21);
    }

    private int remind(String at) {
        clock.setTo(at);
        return story.as(day.cast.agency(), () -> reminders.remind());
    }

    private UUID draft(PostedDay.Officer officer) {
        return story.as(day.cast.agency(), () -> drafts.byHand(campuses.find(day.school).orElseThrow(),
                new Wanted(Kind.SERVICE, officer.id(), "Dana Reyes", LocalDate.of(2026, 8, 3), LocalDate.of(2026, 9, 2),
                        LocalDate.of(2027, 6, 30), "en"),
                "Robin Alder"));
    }

    /** Of every officer at the school, offered for signature; both must have signed by 2 September. */
    private String offered() {
        UUID id = story.as(day.cast.agency(), () -> drafts.byHand(campuses.find(day.school).orElseThrow(),
                new Wanted(Kind.SERVICE, null, "", LocalDate.of(2026, 8, 3), LocalDate.of(2026, 9, 2),
                        LocalDate.of(2027, 6, 30), "en"),
                "Robin Alder"));
        String own = "/service-agreements/" + id;
        coordinator.post(own + "/offer");
        return own;
    }

    /** The text as it is, with other words in the clause on one topic. */
    private String[] text(String own, String topic, String words) {
        var fields = new java.util.ArrayList<String>();
        int i = 0;
        for (var clause : story.as(day.cast.agency(), () -> agreements.text(id(own), now(own).text()))) {
            fields.addAll(List.of("topic-" + i, clause.topic().name(), "title-" + i, clause.title(), "words-" + i,
                    clause.topic().name().equals(topic) ? words : clause.words()));
            i++;
        }
        return fields.toArray(String[]::new);
    }

    private int sign(Visit visit, String own, String name) {
        return visit.post(own + "/signature", "name", name, "hash", now(own).hash()).statusCode();
    }

    private Agreement now(String own) {
        return story.as(day.cast.agency(), () -> agreements.find(id(own)).orElseThrow());
    }

    private static UUID id(String own) {
        return UUID.fromString(own.substring("/service-agreements/".length()));
    }

    private Visit member(String name, Role role, UUID org, UUID school) {
        UUID person = story.as(day.cast.agency(),
                () -> organizations.join(org, "m" + Ids.next() + "@story.example", name, role, school));
        return visitor.signedIn(person, org, role);
    }
}
