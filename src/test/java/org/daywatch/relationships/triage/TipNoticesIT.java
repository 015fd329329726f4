package org.daywatch.relationships.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.TIP_NOTICE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.triage.duty.WaitingNotices;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Who is told that a routed tip waits, when, and in which capacity an officer is.
 *
 * <p>A-02 of docs/security.
 */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class TipNoticesIT {

    private static final String LIFE = "Tips about a life that nobody has acknowledged: ";
    private static final String SHARED = "shared with you, that nobody has acknowledged: ";

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired WaitingNotices waiting;
    @Autowired DSLContext db;
    private TipStory story;
    private UUID counselor;
    private Visitor.Visit analyst;
    private Visitor.Visit officer;

    @BeforeEach
    void aSchool() {
        story = new TipStory(app);
        counselor = story.join(Role.COUNSELOR, "Ana Cruz", story.day.school);
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
        officer = story.visit(story.officer.person(), Role.OFFICER);
    }

    /** It is 6:00 of a Monday without bells. */
    @Test
    void whoeverGotRoutineTipsIsToldOnceInTheMorningThatOneWaits() {
        routed("zqone They take my lunch", "BULLYING", "toSCHOOL", "toMENTAL_HEALTH");
        clock.move(Duration.ofMinutes(7));
        routed("zqtwo They take mine too", "BULLYING", "toSCHOOL");
        told.run(story.district(), () -> assertThat(db.select(TIP_NOTICE.DUE_AT).from(TIP_NOTICE)
                .fetch(TIP_NOTICE.DUE_AT).stream().map(Object::toString)).as("the morning, and no moment of an act")
                .hasSize(3).containsOnly("2026-08-03T15:00:00Z"));
        assertThat(tell()).isZero();
        assertThat(messages(story.district(), story.principal)).isEmpty();
        clock.move(Duration.ofMinutes(113));
        assertThat(tell()).isEqualTo(2);
        assertThat(tell()).as("once").isZero();
        for (var person : List.of(story.principal, counselor))
            assertThat(messages(story.district(), person)).as("one for both tips")
                    .containsExactly("TIP_WAITS A tip waits at Ocotillo High NORMAL /nameless-tips");
        told.run(story.district(), () -> assertThat(db.select(OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE)
                .fetch(OUTBOUND_MESSAGE.BODY)).noneMatch(body -> body.contains("zq") || body.contains("Bullying")));
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
        var third = routed("zqthree Again", "BULLYING", "toSCHOOL");
        var principal = story.visit(story.principal, Role.PRINCIPAL);
        TipStory.done(story.act(principal, third, "acknowledgment"));
        clock.move(Duration.ofMinutes(15));
        assertThat(tell()).as("who has it already").isZero();
    }

    @Test
    void whatIsAboutALifeIsToldAtOnceAsBefore() {
        var at = story.handed("zqlife Pills", true);
        story.routed(analyst, at, "LIFE_SAFETY");
        assertThat(messages(story.district(), counselor))
                .containsExactly("TIP_ROUTED A tip was routed to you at Ocotillo High URGENT " + at);
        assertThat(tell()).isZero();
    }

    /** The message alone is not enough: whoever opens Daywatch that night does not look into messages first. */
    @Test
    void aTipAboutALifeStandsFirstOnThePrincipalsFirstScreenUntilSomebodyHasIt() {
        var principal = story.visit(story.principal, Role.PRINCIPAL);
        assertThat(principal.get("/school").body()).doesNotContain(LIFE);
        var at = story.handed("zqlife Pills", true);
        var screen = principal.get("/school").body();
        assertThat(screen).contains(LIFE + "1").doesNotContain("zqlife");
        assertThat(screen.indexOf(LIFE)).as("before who is here").isLessThan(screen.indexOf("Here now"));
        story.routed(analyst, at, "LIFE_SAFETY");
        assertThat(principal.get("/school").body()).contains(LIFE + "1").doesNotContain("Tips routed to you");
        principal = story.visit(story.principal, Role.PRINCIPAL);
        TipStory.done(story.act(principal, at, "acknowledgment"));
        assertThat(principal.get("/school").body()).doesNotContain(LIFE);
    }

    @Test
    void anOfficerOnPostIsToldAndAskedAsTheSchoolsAgent() {
        var life = story.handed("zqlife Pills", true);
        assertThat(messages(story.day.cast.agency(), story.officer.person()))
                .containsExactly("LIFE_TIP A tip about a life waits at Ocotillo High URGENT " + life);
        assertThat(officer.get("/alert").body()).contains(SHARED + "1", "/nameless-tips").doesNotContain("zqlife");
        routed("zqgun A knife in a locker", "WEAPON", "toSCHOOL", "toPOLICE");
        routed("zqno They take my lunch", "BULLYING", "toSCHOOL");
        assertThat(officer.get("/alert").body()).as("what was not shared is not counted").contains(SHARED + "2");
        clock.move(Duration.ofMinutes(120));
        assertThat(tell()).as("the principal and the officer").isEqualTo(2);
        assertThat(messages(story.day.cast.agency(), story.officer.person()))
                .contains("TIP_WAITS A tip waits at Ocotillo High NORMAL /nameless-tips");
    }

    @Test
    void anOfficerWhoActsAsAPeaceOfficerIsToldOfNothingAndShownNoWayToIt() {
        assertThat(officer.get("/alert").body()).contains("href=\"/nameless-tips\"", "href=\"/threats\"");
        story.as(Capacity.PEACE_OFFICER);
        var life = story.handed("zqlife Pills", true);
        routed("zqgun A knife in a locker", "WEAPON", "toSCHOOL", "toPOLICE");
        story.routed(analyst, life, "LIFE_SAFETY");
        assertThat(analyst.get(life).body()).contains("as the school’s agent: none is told");
        clock.move(Duration.ofMinutes(120));
        tell();
        assertThat(messages(story.day.cast.agency(), story.officer.person())).isEmpty();
        assertThat(officer.get("/alert").body()).doesNotContain(SHARED, "/nameless-tips", "/threats");
        assertThat(officer.get(life).statusCode()).isEqualTo(404);
        story.as(Capacity.SCHOOL_AGENT);
        assertThat(officer.get("/alert").body()).as("the school's agent again").contains(SHARED + "2");
    }

    private String routed(String words, String category, String... to) {
        var at = story.handed(words, false);
        TipStory.done(story.act(analyst, at, "class", "class", "ROUTINE", "category", category));
        var fields = new String[to.length * 2];
        for (int i = 0; i < to.length; i++) {
            fields[2 * i] = to[i];
            fields[2 * i + 1] = "true";
        }
        TipStory.done(story.act(analyst, at, "routes", fields));
        return at;
    }

    private int tell() {
        return told.as(story.district(), () -> waiting.tellDue(story.district()));
    }

    private List<String> messages(UUID org, UUID person) {
        var m = OUTBOUND_MESSAGE;
        return told.as(org, () -> db.selectDistinct(m.TOPIC, m.SUBJECT, m.LANE, m.LINK).from(m).join(DELIVERY)
                .on(DELIVERY.MESSAGE_ID.eq(m.ID)).where(DELIVERY.PERSON_ID.eq(person)).and(m.TOPIC.like("%TIP%"))
                .fetch(r -> String.join(" ", r.get(m.TOPIC), r.get(m.SUBJECT), r.get(m.LANE), r.get(m.LINK))));
    }
}
