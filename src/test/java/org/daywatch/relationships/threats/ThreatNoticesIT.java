package org.daywatch.relationships.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION_READER;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Whom a case waits for is told that it does, and no word more; what a person is given of what the room holds. */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class ThreatNoticesIT {

    private static final String[] SECRETS = {"Yucca", "Student0", "sorry", "threat", "amenaza", "art teacher"};

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired ThreatReminders reminders;
    @Autowired List<PersonalData> rooms;
    @Autowired DSLContext db;
    private ThreatStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit principal;
    private Visitor.Visit officer;

    @BeforeEach
    void aTeam() {
        story = new ThreatStory(app);
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        principal = story.visit(story.principal, Role.PRINCIPAL);
        officer = story.visit(story.officer.person(), Role.OFFICER);
    }

    @Test
    void whoeverACaseWaitsForIsToldAtWhichSchoolAndNoWordMore() {
        story.join(Role.COUNSELOR, "Lee Moss", story.day.school);
        var at = story.opened(counselor);
        assertThat(messages()).isEqualTo(Map.of(story.principal, List.of("ASSESSMENT_GIVEN")));
        story.gathered(counselor, at);
        assertThat(messages()).isEqualTo(
                Map.of(story.principal, List.of("ASSESSMENT_GIVEN", "ASSESSMENT_WORD")));
        planned(at);
        assertThat(messages()).isEqualTo(Map.of(story.principal,
                List.of("ASSESSMENT_GIVEN", "ASSESSMENT_WORD", "ASSESSMENT_WORD")));
        told.run(story.district(), () -> {
            for (var m : db.selectFrom(OUTBOUND_MESSAGE).where(OUTBOUND_MESSAGE.TOPIC.startsWith("ASSESSMENT_"))) {
                var said = m.getSubjects().data() + m.getBodies().data();
                assertThat(said).contains("An assessment at Ocotillo High", "Una evaluación en Ocotillo High",
                        "\"es\"").doesNotContainIgnoringCase(SECRETS);
                assertThat(m.getLink()).isEqualTo(at);
            }
        });
    }

    @Test
    void whoMayNotReadACaseIsNotToldOfIt() {
        told.run(story.district(), () -> {
            var p = STUDENT_PROTECTION;
            var id = Ids.next();
            db.insertInto(p).set(p.DISTRICT_ID, story.district()).set(p.ID, id)
                    .set(p.STUDENT_ID, story.roll.students().getFirst())
                    .set(p.REASON, "A parent must not learn where they are").set(p.FIRST_DAY, LocalDate.of(2026, 1, 1))
                    .set(p.ENTERED_BY, story.counselor).set(p.ENTERED_AT, clock.instant()).execute();
            db.insertInto(STUDENT_PROTECTION_READER).set(STUDENT_PROTECTION_READER.DISTRICT_ID, story.district())
                    .set(STUDENT_PROTECTION_READER.PROTECTION_ID, id)
                    .set(STUDENT_PROTECTION_READER.PERSON_ID, story.counselor).execute();
        });
        story.gathered(counselor, story.opened(counselor));
        assertThat(messages()).isEmpty();
        assertThat(held(story.principal).get("threatAssessmentsGivenToMe")).isEmpty();
    }

    @Test
    void onTheDayOfAReviewItsCounselorIsToldOnceAndOfTheNextDayAgain() {
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        planned(at);
        for (var by : List.of(counselor, principal, officer)) word(by, at, "PLAN");
        assertThat(remind()).as("its day has not come").isZero();
        clock.move(Duration.ofDays(14));
        signIn();
        assertThat(remind()).isOne();
        assertThat(remind()).isZero();
        clock.move(Duration.ofDays(3));
        assertThat(remind()).as("late, and told before").isZero();
        assertThat(messages().get(story.counselor)).containsExactly("ASSESSMENT_REVIEW");
        signIn();
        var kept = story.act(counselor, at, "reviews", "words", "It helps", "next", day(30));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(302);
        clock.move(Duration.ofDays(13));
        assertThat(remind()).isOne();
        assertThat(messages().get(story.counselor)).containsExactly("ASSESSMENT_REVIEW", "ASSESSMENT_REVIEW");
    }

    @Test
    void theTimerTellsInEveryDistrictAndIsStillWhileTimersWait() {
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        planned(at);
        for (var by : List.of(counselor, principal, officer)) word(by, at, "PLAN");
        clock.move(Duration.ofDays(14));
        var tenants = app.getBean(Tenants.class);
        var timer = new ThreatReminders.Timer(tenants, app.getBean(ThreatDoor.class), reminders);
        tenants.letTimersWait(true);
        timer.remind();
        tenants.letTimersWait(false);
        assertThat(messages()).doesNotContainKey(story.counselor);
        timer.remind();
        timer.remind();
        assertThat(messages().get(story.counselor)).as("once").containsExactly("ASSESSMENT_REVIEW");
    }

    @Test
    void anOfficerIsAskedOnTheirFirstPageOnlyWhileTheyMayReadTheCase() {
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        var asked = "Threat assessments waiting for your decision: 1";
        assertThat(counselor.get("/alert").body()).contains(asked);
        assertThat(officer.get("/alert").body()).as("not shared").doesNotContain("waiting for your decision");
        story.act(counselor, at, "sharing", "shared", "true");
        assertThat(officer.get("/alert").body()).contains(asked).doesNotContain("Yucca00");
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get("/alert").body()).doesNotContain("waiting for your decision");
        story.as(Capacity.SCHOOL_AGENT);
        word(officer, at, "TRANSIENT");
        assertThat(officer.get("/alert").body()).as("answered").doesNotContain("waiting for your decision");
    }

    @Test
    void anOfficerOnPostReadsOnTheirFirstPageThatASharedPlanIsNewUntilTheyOpenIt() {
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        planned(at);
        var fresh = "A safety plan at this school was shared with you and is new.";
        assertThat(officer.get("/alert").body()).contains(fresh).doesNotContain("Yucca00");
        assertThat(counselor.get("/alert").body()).doesNotContain(fresh);
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get("/alert").body()).doesNotContain(fresh);
        story.as(Capacity.SCHOOL_AGENT);
        assertThat(officer.get(at).statusCode()).isEqualTo(200);
        assertThat(officer.get("/alert").body()).as("opened").doesNotContain(fresh);
        story.act(counselor, at, "sharing", "shared", "false");
        assertThat(officer.get("/alert").body()).as("not shared").doesNotContain(fresh);
        story.act(counselor, at, "sharing", "shared", "true");
        assertThat(officer.get("/alert").body()).as("shared anew").contains(fresh);
        story.offPost();
        assertThat(officer.get("/alert").body()).as("not on post").doesNotContain(fresh);
    }

    @Test
    void aPersonIsGivenWhatTheRoomHoldsOfThemAndToldWhatIsWithheld() {
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        word(counselor, at, "TRANSIENT");
        var held = held(story.counselor);
        assertThat(held.get("threatAssessmentsGivenToMe")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("opened_on", LocalDate.of(2026, 8, 3)).hasEntrySatisfying("written",
                        said -> assertThat(said).isEqualTo("WITHHELD_ABOUT_A_STUDENT")));
        assertThat(held.get("threatWordsGiven")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("about", "TRANSIENT").containsKey("written"));
        assertThat(held.toString()).doesNotContain("Yucca", "sorry", "From what we gathered",
                at.substring("/threats/".length()));
        assertThat(held(UUID.randomUUID()).values()).allMatch(List::isEmpty);
    }

    private Map<String, List<Map<String, Object>>> held(UUID person) {
        var held = new TreeMap<String, List<Map<String, Object>>>();
        told.run(story.district(), () -> rooms.stream().filter(ThreatData.class::isInstance)
                .forEach(room -> held.putAll(room.about(person))));
        assertThat(held).isNotEmpty();
        return held;
    }

    private int remind() {
        return told.as(story.district(), reminders::remind);
    }

    private void planned(String at) {
        story.act(counselor, at, "sharing", "shared", "true");
        for (var by : List.of(counselor, principal, officer)) word(by, at, "SERIOUS");
        var drafted = story.act(counselor, at, "plan", "factors", "The art teacher", "what0", "Meet each morning",
                "who0", "Ana Cruz", "due0", day(7), "excludes", "NO", "review", day(14));
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(302);
    }

    private void word(Visitor.Visit by, String at, String about) {
        var answer = story.act(by, at, "words", "about", about, "words", "From what we gathered");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private void signIn() {
        counselor = story.visit(story.counselor, Role.COUNSELOR);
    }

    private static String day(int from) {
        return LocalDate.of(2026, 8, 3).plusDays(from).toString();
    }

    /** What lies in whose inbox, in order. */
    private Map<UUID, List<String>> messages() {
        return told.as(story.district(),
                () -> db.select(DELIVERY.PERSON_ID, OUTBOUND_MESSAGE.TOPIC).from(DELIVERY).join(OUTBOUND_MESSAGE)
                        .on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                        .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)).where(DELIVERY.CHANNEL.eq("IN_APP"))
                        .and(OUTBOUND_MESSAGE.TOPIC.startsWith("ASSESSMENT_")).orderBy(OUTBOUND_MESSAGE.CREATED_AT,
                                OUTBOUND_MESSAGE.ID)
                        .fetchGroups(DELIVERY.PERSON_ID, OUTBOUND_MESSAGE.TOPIC));
    }
}
