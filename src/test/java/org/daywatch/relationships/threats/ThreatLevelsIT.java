package org.daywatch.relationships.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.relationships.Tables.THREAT_CASE;
import static org.daywatch_db.relationships.Tables.THREAT_WORD;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.threats.cases.AssessmentModel;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A district that decides by levels: how it comes to it, and what the table refuses a short team. */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class ThreatLevelsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired DSLContext db;
    @Autowired ThreatRules rules;
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
    void aCaseKeepsTheModelItWasOpenedUnderWhateverTheDistrictTurnsTo() {
        assertThat(counselor.get("/threats/new").body()).contains("whether the threat is transient or substantive");
        var before = story.opened(counselor);
        story.decidesByLevels();
        assertThat(counselor.get("/threats/new").body()).contains("whether the level is low, medium or high");
        var after = story.opened(counselor);
        for (var at : List.of(before, after)) story.gathered(counselor, at);
        assertThat(counselor.get(before).body()).contains("field-about-TRANSIENT").doesNotContain("field-about-LOW");
        assertThat(counselor.get(after).body()).contains("field-about-LOW").doesNotContain("field-about-TRANSIENT");
        assertThat(story.act(counselor, before, "words", "about", "LOW", "words", "x").body())
                .contains("not an answer of this assessment");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.update(THREAT_CASE)
                .set(THREAT_CASE.MODEL, "DECISION_TREE").where(THREAT_CASE.ID.eq(id(after))).execute()))
                .hasMessageContaining("keeps the model");
        assertThat(told.as(story.district(), () -> db.select(THREAT_CASE.MODEL_RULE).from(THREAT_CASE)
                .where(THREAT_CASE.ID.eq(id(after))).fetchSingle(THREAT_CASE.MODEL_RULE))).startsWith("OWN-");
        assertThat(told.as(story.district(), () -> rules.models(story.district(), "AZ", LocalDate.of(2026, 7, 1),
                LocalDate.of(2027, 6, 30)))).as("a year of both").containsExactly(AssessmentModel.values());
        assertThat(told.as(story.district(), () -> rules.models(story.district(), "FL", LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 6, 30)))).as("as Florida asks").containsExactly(AssessmentModel.LEVELS);
    }

    @Test
    void theTableRefusesALevelAndAPlanOfAShortTeam() {
        story.decidesByLevels();
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        story.act(counselor, at, "sharing", "shared", "true");
        done(story.act(counselor, at, "words", "about", "LOW", "words", "Because"));
        done(story.act(officer, at, "words", "about", "LOW", "words", "Because"));
        done(named(at, "ADMINISTRATOR", "Lee Moss, assistant principal", "LOW"));
        refused(at, "three of four");
        done(named(at, "INSTRUCTION", "Dana Reyes, science", "LOW"));
        refused(at, "nobody heard who knows the student");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.update(THREAT_WORD)
                .set(THREAT_WORD.PERSON_ID, story.principal).set(THREAT_WORD.ENTERED_BY, story.principal)
                .where(THREAT_WORD.PART.eq("ADMINISTRATOR")).execute())).as("the principal as the administrator")
                .hasMessageContaining("not_the_principal");
        assertThat(story.act(principal, at, "words", "about", "LOW", "words", "Because").body())
                .contains("somebody other than the principal");
        done(story.act(counselor, at, "words", "heard", "Jo Desk, coach", "words", "Comes to practice"));
        assertThat(counselor.get(at).body()).contains("Level low", "this fades");
        for (var part : List.of("INSTRUCTION", "KNOWS_STUDENT"))
            assertThatThrownBy(() -> told.run(story.district(),
                    () -> db.deleteFrom(THREAT_WORD).where(THREAT_WORD.PART.eq(part)).execute()))
                    .as("a word that counts stays").hasMessageContaining("foreign key");
        done(story.act(counselor, at, "account", "language", "es", "summary", "Lo que pasó"));
        assertThat(counselor.get(at + "/account?language=es").body()).contains("El equipo vio que el nivel es bajo");
    }

    @Test
    void inAnAssessmentWithoutLevelsNobodyWritesThePrincipalsWordDown() {
        var at = story.opened(counselor);
        for (var about : List.of("SERIOUS", "PLAN"))
            assertThatThrownBy(() -> told.run(story.district(), () -> db.insertInto(THREAT_WORD)
                    .set(THREAT_WORD.DISTRICT_ID, story.district()).set(THREAT_WORD.CASE_ID, id(at))
                    .set(THREAT_WORD.ABOUT, about).set(THREAT_WORD.PART, "ADMINISTRATOR")
                    .set(THREAT_WORD.ENTERED_BY, story.counselor).set(THREAT_WORD.DAY, DAY).execute()))
                    .as(about).hasMessageContaining("says it themself");
    }

    private java.net.http.HttpResponse<String> named(String at, String part, String name, String about) {
        return story.act(principal, at, "words", "police", name, "part", part, "about", about, "words", "As told");
    }

    private static void done(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private void refused(String at, String why) {
        assertThatThrownBy(() -> told.run(story.district(), () -> db.update(THREAT_CASE)
                .set(THREAT_CASE.STAGE, "TRANSIENT").set(THREAT_CASE.CLASSIFICATION, "LOW")
                .set(THREAT_CASE.FADES_ON, DAY).where(THREAT_CASE.ID.eq(id(at))).execute())).as(why)
                .hasMessageContaining("foreign key");
    }

    private static UUID id(String at) {
        return UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
    }
}
