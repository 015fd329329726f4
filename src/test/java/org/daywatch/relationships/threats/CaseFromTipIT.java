package org.daywatch.relationships.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.relationships.Tables.THREAT_CASE;

import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.triage.TipStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Somebody writes without a name that a student threatens others; the counselor who works on it opens an assessment.
 * Its family may read that, so the writer's words stay in the tip.
 */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class CaseFromTipIT {

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired DSLContext db;
    private TipStory story;
    private UUID counselor;
    private String tip;

    @BeforeEach
    void aTipThatSomebodyWorksOn() {
        story = new TipStory(app);
        counselor = story.join(Role.COUNSELOR, "Ana Cruz", story.day.school);
        tip = story.handed("zqknife Jo will bring a knife on Friday", true);
        story.routed(story.visit(story.analyst, Role.TIP_ANALYST), tip, "LIFE_SAFETY");
    }

    @Test
    void theCounselorWhoHasATipOpensAnAssessmentBesideItsWordsAndInTheirOwn() {
        var visit = story.visit(counselor, Role.COUNSELOR);
        assertThat(visit.get(tip).body()).as("not before somebody has it").doesNotContain("/threats/new?tip=");
        TipStory.done(story.act(visit, tip, "acknowledgment"));
        var way = "/threats/new?tip=" + TipStory.id(tip);
        assertThat(visit.get(tip).body()).contains(way, "Open threat assessment");
        assertThat(story.visit(story.analyst, Role.TIP_ANALYST).get(tip).body()).doesNotContain(way);

        var form = visit.get(way).body();
        assertThat(form).contains("zqknife Jo will bring a knife on Friday", "Write it below in your own words");
        assertThat(form.substring(form.indexOf("name=\"report\""))).as("taken over by no field")
                .doesNotContain("zqknife");
        var again = visit.post("/threats", "form", UUID.randomUUID().toString(), "tip", TipStory.id(tip).toString(),
                "student", "Jo Field", "report", "", "owner", counselor.toString(), "administrator",
                story.principal.toString());
        assertThat(again.body()).as("what is missing is said beside the words").contains("zqknife", "Jo Field");
        var opened = visit.post("/threats", "form", UUID.randomUUID().toString(), "tip", TipStory.id(tip).toString(),
                "student", "Jo Field", "report", "Somebody heard them speak of a knife", "owner",
                counselor.toString(), "administrator", story.principal.toString());
        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(visit.get(opened.headers().firstValue("location").orElseThrow()).body())
                .contains("Somebody heard them speak of a knife").doesNotContain("zqknife");
        told.run(story.district(), () -> {
            assertThat(db.fetchCount(THREAT_CASE)).isOne();
            assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ReadNamelessTip")
                    .and(AUDIT_LINE.SUBJECT.eq("nameless tip " + TipStory.id(tip)))))
                    .as("each look at its words").isGreaterThanOrEqualTo(4);
        });
    }

    @Test
    void aCounselorOfAnotherSchoolReachesNoTipOverTheFormOfAnAssessment() {
        var stranger = story.visit(story.join(Role.COUNSELOR, "Jo Wren", story.elsewhere), Role.COUNSELOR);
        var way = "/threats/new?tip=";
        assertThat(stranger.get("/threats/new").statusCode()).isEqualTo(200);
        assertThat(stranger.get(way + TipStory.id(tip)).statusCode()).isEqualTo(404);
        assertThat(stranger.get(way + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }
}
