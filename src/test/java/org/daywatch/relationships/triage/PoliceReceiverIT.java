package org.daywatch.relationships.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.QUEUED_TIP;
import static org.daywatch_db.relationships.Tables.TIP_DISCLOSURE;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The police of a district read what was sent to them as a recorded disclosure, and nothing else.
 *
 * <p>A-01, A-02 of docs/security.
 */
@DaywatchIT
class PoliceReceiverIT {

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    private TipStory story;
    private UUID kim;
    private Visitor.Visit analyst;
    private Visitor.Visit police;

    @BeforeEach
    void aDistrictWithPolice() {
        story = new TipStory(app);
        kim = story.join(Role.POLICE_RECEIVER, "Kim Ward", null);
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
        police = story.visit(kim, Role.POLICE_RECEIVER);
    }

    @Test
    void aTipAboutALifeReachesThePoliceWithItsThreatOnRecordAndNothingThatWasSaidSince() {
        var receipt = "9911000011113333";
        var at = story.handed("zqlife They will do it tonight", true, receipt);
        assertThat(police.get(at).statusCode()).as("before it is sent").isEqualTo(404);
        assertThat(police.get("/nameless-tips").body()).contains("What was sent to you", "No open tips");
        TipStory.done(story.act(analyst, at, "class", "class", "LIFE_SAFETY", "category", "PLANNED_ATTACK"));
        assertThat(analyst.get(at).body()).contains("It also goes to the police of the district");
        assertThat(story.act(analyst, at, "routes", "toSCHOOL", "true").body())
                .contains("Write what the threat is.");
        assertThat(police.get(at).statusCode()).isEqualTo(404);
        TipStory.done(story.act(analyst, at, "routes", "toSCHOOL", "true", "threat", "zqthreat A plan for tonight"));
        TipStory.done(story.act(analyst, at, "answers", "words", "zqanswer We are on our way"));
        story.handed("zqmore It is locker 114", false, receipt);

        assertThat(police.get("/nameless-tips").body()).contains("Ocotillo High", TipStory.id(at).toString())
                .doesNotContain("zqlife");
        var read = police.get(at);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).contains("zqlife They will do it tonight", "call the school or the district")
                .doesNotContain("zqthreat", "zqanswer", "zqmore", "Acknowledge tip", "Answer the writer",
                        "Opened by", "Ada Cole");
        for (var act : new String[] {"acknowledgment", "answers"})
            assertThat(story.act(police, at, act, "words", "zqpolice Who are you?").statusCode()).as(act)
                    .isNotEqualTo(302);
        for (var act : new String[] {"class", "routes", "link", "work", "end", "reopening"})
            assertThat(story.act(police, at, act, "why", "x", "words", "x").statusCode()).as(act).isEqualTo(404);
        assertThat(analyst.get(at).body()).contains("Sent to the police of the district", "Kim Ward",
                "zqthreat A plan for tonight", "34 CFR 99.36", "The police").doesNotContain("zqpolice");
        var later = story.visit(story.join(Role.POLICE_RECEIVER, "Lou Hart", null), Role.POLICE_RECEIVER);
        assertThat(later.get(at).statusCode()).as("who came after it was sent").isEqualTo(404);
        told.run(story.district(), () -> {
            assertThat(db.select(QUEUED_TIP.STATE).from(QUEUED_TIP).fetchSingle(QUEUED_TIP.STATE))
                    .isEqualTo("ROUTED");
            var line = db.selectFrom(TIP_DISCLOSURE).fetchSingle();
            assertThat(line.getPersonId()).isEqualTo(kim);
            assertThat(line.getGround()).isEqualTo("CFR_99_36");
            assertThat(new String(line.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("zqthreat");
            assertThat(db.select(OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE).join(DELIVERY)
                    .on(DELIVERY.MESSAGE_ID.eq(OUTBOUND_MESSAGE.ID)).where(DELIVERY.PERSON_ID.eq(kim))
                    .fetch(OUTBOUND_MESSAGE.BODY))
                    .containsExactly(
                            "A tip without a name about Ocotillo High was sent to you by Ada Cole. Open it now.");
        });
    }

    @Test
    void aRoutineTipReachesThePoliceOnlyAsAReportableCrimeWithItsGround() {
        var at = story.handed("zqlunch They take my lunch", false);
        TipStory.done(story.act(analyst, at, "class", "class", "ROUTINE", "category", "BULLYING"));
        assertThat(analyst.get(at).body()).doesNotContain("Police of the district");
        assertThat(story.act(analyst, at, "routes", "toSCHOOL", "true", "toDEPARTMENT", "true", "ground", "CFR_99_36",
                "threat", "x").body()).contains("only when somebody’s life is in danger");
        TipStory.done(story.act(analyst, at, "class", "class", "ROUTINE", "category", "WEAPON"));
        assertThat(story.act(analyst, at, "routes", "toSCHOOL", "true", "toDEPARTMENT", "true", "threat", "x").body())
                .contains("Write what the threat is.");
        assertThat(police.get(at).statusCode()).isEqualTo(404);
        TipStory.done(story.act(analyst, at, "routes", "toSCHOOL", "true", "toDEPARTMENT", "true", "ground",
                "CFR_99_31", "threat", "Subpoena 14"));
        assertThat(police.get(at).body()).contains("zqlunch They take my lunch").doesNotContain("Subpoena");
        var officer = story.visit(story.officer.person(), Role.OFFICER);
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get(at).statusCode()).as("it was not disclosed to them").isEqualTo(404);
        var elsewhere = new TipStory(app);
        var strange = elsewhere.visit(elsewhere.join(Role.POLICE_RECEIVER, "Lou Hart", null), Role.POLICE_RECEIVER);
        assertThat(strange.get(at).statusCode()).isEqualTo(404);
    }

    @Test
    void whereNobodyReceivesForThePoliceTheAnalystReadsSo() {
        var elsewhere = new TipStory(app);
        var other = elsewhere.visit(elsewhere.analyst, Role.TIP_ANALYST);
        var at = elsewhere.handed("zqlife Tonight", true);
        TipStory.done(elsewhere.act(other, at, "class", "class", "LIFE_SAFETY", "category", "SUICIDE"));
        assertThat(other.get(at).body()).contains("No police receiver of your district")
                .doesNotContain("What the threat is");
        TipStory.done(elsewhere.act(other, at, "routes", "toSCHOOL", "true"));
    }
}
