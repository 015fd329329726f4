package org.daywatch.relationships.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.QUEUED_TIP;
import static org.daywatch_db.relationships.Tables.TIP_OPENING;
import static org.daywatch_db.relationships.Tables.TIP_TOLD;
import static org.daywatch_db.relationships.Tables.TIP_TURN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.personal.PersonalData;
import org.daywatch.relationships.triage.duty.TipCalls;
import org.daywatch.relationships.triage.duty.TipReceivers;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Tips as those who read them come upon them: who reads which, what they do, who is told, and what is kept of it.
 *
 * <p>A-01, A-02, A-05, A-14 of docs/security.
 */
@DaywatchIT
class TipTriageIT {

    private static final List<String> ACTS = List.of("class", "routes", "link", "acknowledgment", "work", "end",
            "reopening", "answers");

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired TipCalls calls;
    @Autowired TipReceivers receivers;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    private TipStory story;
    private Visitor.Visit analyst;
    private Visitor.Visit principal;
    private Visitor.Visit officer;

    @BeforeEach
    void whoReads() {
        story = new TipStory(app);
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
        principal = story.visit(story.principal, Role.PRINCIPAL);
        officer = story.visit(story.officer.person(), Role.OFFICER);
    }

    @Test
    void aTipGoesFromItsAnalystToThePrincipalAndIsClosedAndOpenedAgain() {
        var at = story.handed("They take my lunch every day", false);
        assertThat(analyst.get("/nameless-tips").body()).contains("Ocotillo High", "New", "Routine")
                .doesNotContain("lunch");
        assertThat(analyst.get(at).body()).contains("They take my lunch every day", "Read it and give it a class.");
        story.routed(analyst, at, "ROUTINE");
        TipStory.done(story.act(analyst, at, "answers", "words", "Thank you. Somebody looks after it today."));
        assertThat(principal.get(at).body()).contains("They take my lunch", "Somebody looks after it today.");
        assertThat(officer.get(at).statusCode()).as("no life, not shared").isEqualTo(404);
        TipStory.done(story.act(principal, at, "acknowledgment"));
        TipStory.done(story.act(principal, at, "work"));
        assertThat(story.act(principal, at, "end", "isUNFOUNDED", "true", "isMISTAKEN", "true", "words", "x").body())
                .contains("Choose only one of");
        TipStory.done(story.act(principal, at, "end", "isCOUNSELING", "true", "words", "zqend They eat together now"));
        assertThat(state(at)).isEqualTo("CLOSED");
        assertThat(analyst.get("/nameless-tips").body()).doesNotContain(TipStory.id(at).toString());
        assertThat(analyst.get("/nameless-tips?closed=true").body()).contains(TipStory.id(at).toString());
        assertThat(principal.get(at).body()).contains("Counseling", "zqend They eat together now", "Robin Sage");
        TipStory.done(story.act(principal, at, "reopening", "why", "It began again"));
        assertThat(state(at)).isEqualTo("REOPENED");
        told.run(story.district(), () -> {
            var row = db.selectFrom(QUEUED_TIP).fetchSingle();
            assertThat(new String(row.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("zqend");
            assertThat(db.select(TIP_OPENING.ROLE).from(TIP_OPENING).fetch(TIP_OPENING.ROLE))
                    .containsExactlyInAnyOrder("TIP_ANALYST", "PRINCIPAL");
            var audit = db.select(AUDIT_LINE.ACTION, AUDIT_LINE.DETAIL).from(AUDIT_LINE).fetch();
            assertThat(audit.getValues(AUDIT_LINE.ACTION)).contains("ReadNamelessTip", "TipTriaged", "TipRouted",
                    "TipAcknowledged", "TipWorkedOn", "TipClosed", "TipReopened", "TipAnswered");
            assertThat(audit.getValues(AUDIT_LINE.DETAIL)).noneMatch(
                    detail -> detail.contains("lunch") || detail.contains("zqend") || detail.contains("looks after"));
            assertThat(db.select(OUTBOUND_MESSAGE.SUBJECT, OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE).fetch()
                    .toString()).doesNotContain("lunch");
        });
    }

    @Test
    void forWhoeverMayNotReadItATipIsNotThereInTheSameBytesAndNoActReachesIt() {
        var at = story.handed("It is in the gym", false);
        gone(principal, at, "before it is routed");
        story.routed(analyst, at, "ROUTINE");
        assertThat(principal.get(at).statusCode()).isEqualTo(200);
        var other = new TipStory(app);
        var strangers = new Visitor.Visit[] {
                story.visit(story.join(Role.PRINCIPAL, "Jo Desk", story.elsewhere), Role.PRINCIPAL),
                story.visit(story.join(Role.TIP_ANALYST, "Lee Moss", null), Role.TIP_ANALYST),
                story.visit(story.join(Role.TEACHER, "Dana Reyes", story.day.school), Role.TEACHER),
                story.visit(story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null), Role.SAFETY_DIRECTOR),
                other.visit(other.analyst, Role.TIP_ANALYST), other.visit(other.principal, Role.PRINCIPAL), officer,
                app.getBean(Visitor.class).signedIn(story.day.cast.coordinator(), story.day.cast.agency(),
                        Role.COORDINATOR)};
        for (int i = 0; i < strangers.length; i++) gone(strangers[i], at, "stranger " + i);
        assertThat(state(at)).as("after every act of everybody").isEqualTo("ROUTED");
        for (UUID org : new UUID[] {story.day.cast.agency(), story.day.cast.saguaro(), story.day.cast.department()})
            told.run(org, () -> assertThat(db.fetchCount(QUEUED_TIP) + db.fetchCount(TIP_TOLD)).isZero());

        told.run(story.district(), () -> organizations.part(story.principal, Role.PRINCIPAL));
        assertThat(principal.get(at).statusCode()).as("whose place has ended").isNotEqualTo(200);
        told.run(story.district(), () -> organizations.part(story.analyst, Role.TIP_ANALYST));
        assertThat(analyst.get(at).statusCode()).as("whose place has ended").isNotEqualTo(200);
        assertThat(strangers[1].get(at).statusCode()).as("another analyst, once the first has left").isEqualTo(200);
    }

    /** As an address that never was, to read and for each act. */
    private static void gone(Visitor.Visit visit, String at, String who) {
        var there = visit.get(at);
        var never = visit.get("/nameless-tips/" + new UUID(7, 7));
        assertThat(there.statusCode()).as(who).isEqualTo(404);
        assertThat(bytes(there.body())).as(who).isEqualTo(bytes(never.body()));
        for (var act : ACTS)
            assertThat(visit.post(at + "/" + act, "version", "3", "class", "ROUTINE", "category", "OTHER", "toSCHOOL",
                    "true", "words", "x", "why", "x", "isCOUNSELING", "true", "other", new UUID(7, 7).toString(),
                    "form", UUID.randomUUID().toString()).statusCode()).as(who + " " + act).isEqualTo(404);
    }

    /** Without what differs between any two looks at one page. */
    private static String bytes(String body) {
        return body.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void anOfficerReadsWhatIsAboutALifeAsTheSchoolsAgentAndNeverAsAPeaceOfficer() {
        var life = story.handed("They have taken pills", true);
        assertThat(officer.get(life).body()).contains("They have taken pills", "call 911 before anything else");
        story.as(Capacity.PEACE_OFFICER);
        gone(officer, life, "as a peace officer");
        story.as(Capacity.NONE);
        gone(officer, life, "in no capacity");
        story.as(Capacity.SCHOOL_AGENT);
        assertThat(officer.post(life + "/end", "version", "1", "words", "x", "isHOSPITAL", "true").statusCode())
                .as("closing is the school's").isEqualTo(404);
        var weapon = story.handed("A knife in a locker", false);
        gone(officer, weapon, "before it is shared");
        TipStory.done(story.act(analyst, weapon, "class", "class", "ROUTINE", "category", "BULLYING"));
        assertThat(story.act(analyst, weapon, "routes", "toSCHOOL", "true", "toPOLICE", "true").body())
                .contains("only when somebody’s life is in danger");
        TipStory.done(story.act(analyst, weapon, "class", "class", "ROUTINE", "category", "WEAPON"));
        TipStory.done(story.act(analyst, weapon, "routes", "toSCHOOL", "true", "toPOLICE", "true"));
        assertThat(officer.get(weapon).body()).contains("A knife in a locker");
        story.as(Capacity.PEACE_OFFICER);
        gone(officer, weapon, "shared, as a peace officer");
    }

    @Test
    void ofATipThatIsNotAboutALifeNoMomentIsKeptUntilSomebodyActs() {
        clock.move(Duration.ofMinutes(42));
        var receipt = "4711 0000 1111 2222".replace(" ", "");
        var at = story.handed("gossip without a danger", false, receipt);
        story.handed("and they have a gun", false, receipt);
        told.run(story.district(), () -> {
            var row = db.selectFrom(QUEUED_TIP).fetchSingle();
            assertThat(row.getHandedOn()).isNull();
            assertThat(row.getStateAt()).isNull();
            assertThat(row.getIsLifted()).as("a danger word was added").isTrue();
            assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.SUBJECT.like("nameless tip%"))).isZero();
            assertThat(db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.in("LIFE_TIP", "TIP_ROUTED"))).isZero();
        });
        TipStory.done(story.act(analyst, at, "class", "class", "ROUTINE", "category", "OTHER"));
        TipStory.done(story.act(analyst, at, "end", "isUNFOUNDED", "true", "words", "Nothing in it"));
        story.handed("I was wrong about the day", false, receipt);
        told.run(story.district(), () -> {
            var row = db.selectFrom(QUEUED_TIP).fetchSingle();
            assertThat(row.getState()).isEqualTo("REOPENED");
            assertThat(row.getStateAt()).as("the day, not the moment").isEqualTo("2026-08-03T00:00:00Z");
            assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("TipReopened"))).isZero();
        });
        assertThat(analyst.get(at).body()).contains("I was wrong about the day", "Read it again and route it");
        assertThat(story.act(analyst, at, "link", "other", TipStory.id(at).toString()).statusCode()).isEqualTo(409);
        var same = story.handed("The same again", false);
        TipStory.done(story.act(analyst, at, "link", "other", TipStory.id(same).toString()));
        assertThat(analyst.get(at).body()).contains("Tells the same as another tip");
    }

    @Test
    void whoRoutesATipAboutALifeReadsOfWhomNobodyIsThere() {
        var at = story.handed("zqlife They will do it tonight", true);
        TipStory.done(story.act(analyst, at, "class", "class", "LIFE_SAFETY", "category", "PLANNED_ATTACK"));
        assertThat(analyst.get(at).body()).contains("No counselor of this school has an account", "Route tip")
                .doesNotContain("No principal of this school", "No officer is on post");
        TipStory.done(story.act(analyst, at, "routes", "toSCHOOL", "true"));
        assertThat(analyst.get(at).body()).contains("No counselor of this school has an account")
                .as("nothing is left to route").doesNotContain("Route tip");
        story.offPost();
        assertThat(analyst.get(at).body()).contains("No officer is on post at this school now");
        assertThat(principal.get(at).body()).as("theirs to help, not to route").doesNotContain("No officer is on post");
        told.run(story.district(), () -> assertThat(receivers.missing(story.district(), story.elsewhere))
                .as("a school where nobody has an account").containsExactlyInAnyOrder(TipReceiver.values()));
    }

    @Test
    void theNextPersonIsToldAfterFiveTenAndTwentyMinutesUntilSomebodyOpensIt() {
        var second = story.join(Role.TIP_ANALYST, "Lee Moss", null);
        var third = story.join(Role.TIP_ANALYST, "Jo Reed", null);
        var director = story.visit(story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null), Role.SAFETY_DIRECTOR);
        assertThat(director.get("/tip-duty").body()).contains("No list is kept");
        duty(director, story.analyst, 1);
        duty(director, second, 2);
        assertThat(director.post("/tip-duty", "person", story.principal.toString(), "onMONDAY", "true", "from", "x",
                "until", "07:00", "rank", "1").body()).contains("Choose somebody who reads tips", "Type a time");
        assertThat(director.get("/tip-duty").body()).contains("Ada Cole", "Lee Moss").doesNotContain("No list is");

        var at = story.handed("zqlife They will do it tonight", true);
        assertThat(toldOf(at)).containsExactly(story.analyst);
        gone(principal, at, "who was not told");
        later(4);
        assertThat(toldOf(at)).containsExactly(story.analyst);
        later(1);
        assertThat(toldOf(at)).containsExactlyInAnyOrder(story.analyst, second);
        later(5);
        assertThat(toldOf(at)).as("the list is at its end").containsExactlyInAnyOrder(story.analyst, second, third,
                story.principal, story.officer.person());
        assertThat(principal.get(at).statusCode()).as("who was told").isEqualTo(200);
        var next = story.handed("zqlife Another one", true);
        assertThat(analyst.get(next).statusCode()).isEqualTo(200);
        later(30);
        assertThat(toldOf(next)).as("somebody has opened it").containsExactly(story.analyst);
        told.run(story.district(), () -> {
            var said = db.select(OUTBOUND_MESSAGE.SUBJECT, OUTBOUND_MESSAGE.BODY, OUTBOUND_MESSAGE.LANE)
                    .from(OUTBOUND_MESSAGE).where(OUTBOUND_MESSAGE.TOPIC.eq("LIFE_TIP")).fetch().toString();
            assertThat(said).contains("A tip about a life waits at Ocotillo High", "URGENT").doesNotContain("zqlife");
            assertThat(db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE).fetch(AUDIT_LINE.DETAIL))
                    .noneMatch(detail -> detail.contains("zqlife"));
            assertThat(db.selectDistinct(DELIVERY.PERSON_ID).from(DELIVERY).join(OUTBOUND_MESSAGE)
                    .on(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)).where(OUTBOUND_MESSAGE.TOPIC.eq("LIFE_TIP"))
                    .fetchSet(DELIVERY.PERSON_ID)).hasSize(4);
            var own = app.getBeansOfType(PersonalData.class).values().stream()
                    .map(room -> room.about(second)).filter(held -> held.containsKey("tipDuty")).findFirst()
                    .orElseThrow();
            assertThat(own.get("tipDuty")).hasSize(2);
            assertThat(own.get("tipsToldToMe")).hasSize(1);
            assertThat(own.toString()).doesNotContain(TipStory.id(at).toString());
            var turn = db.selectFrom(TIP_TURN).fetchAny();
            assertThatThrownBy(() -> db.transaction(t -> t.dsl().update(TIP_TURN)
                    .set(TIP_TURN.DISTRICT_ID, story.day.cast.saguaro()).where(TIP_TURN.ID.eq(turn.getId())).execute()))
                    .hasStackTraceContaining("row-level security");
        });
    }

    @Test
    void whereNoListIsKeptEveryAnalystAndThePrincipalAreToldAtOnce() {
        var second = story.join(Role.TIP_ANALYST, "Lee Moss", null);
        var receipt = "9911000011112222";
        var at = story.handed("It was only a rumor", false, receipt);
        TipStory.done(story.act(analyst, at, "class", "class", "ROUTINE", "category", "OTHER"));
        TipStory.done(story.act(analyst, at, "end", "isUNFOUNDED", "true", "words", "Nothing in it"));
        assertThat(toldOf(at)).isEmpty();
        story.handed("They have a rope now", true, receipt);
        assertThat(toldOf(at)).containsExactlyInAnyOrder(story.analyst, second, story.principal,
                story.officer.person());
        assertThat(state(at)).as("what was closed is open again").isEqualTo("REOPENED");
        assertThat(principal.get(at).body()).contains("They have a rope now");
        assertThat(analyst.get("/nameless-tips").body()).contains("A life is in danger");
    }

    private void duty(Visitor.Visit director, UUID person, int rank) {
        TipStory.done(director.post("/tip-duty", "person", person.toString(), "onMONDAY", "true", "onTUESDAY", "true",
                "from", "00:00", "until", "00:00", "rank", Integer.toString(rank)));
    }

    private void later(int minutes) {
        clock.move(Duration.ofMinutes(minutes));
        told.run(story.district(), () -> calls.callAll(story.district()));
    }

    private Set<UUID> toldOf(String at) {
        return told.as(story.district(), () -> db.select(TIP_TOLD.PERSON_ID).from(TIP_TOLD)
                .where(TIP_TOLD.TIP_ID.eq(TipStory.id(at))).fetchSet(TIP_TOLD.PERSON_ID));
    }

    private String state(String at) {
        return told.as(story.district(), () -> db.select(QUEUED_TIP.STATE).from(QUEUED_TIP)
                .where(QUEUED_TIP.ID.eq(TipStory.id(at))).fetchSingle(QUEUED_TIP.STATE));
    }
}
