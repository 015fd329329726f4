package org.daywatch.relationships.helping;

import static org.assertj.core.api.Assertions.assertThat;

import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.threats.ThreatStory;
import org.daywatch.relationships.triage.TipStory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The first screens of those who help. */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class HelpingIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;

    @Test
    void aCounselorFirstSeesTheTipsThatCameToThemAndTheAssessmentsWhoseNextStepIsTheirs() {
        var tips = new TipStory(app);
        var analyst = tips.visit(tips.analyst, Role.TIP_ANALYST);
        var counselor = tips.visit(tips.join(Role.COUNSELOR, "Ana Cruz", tips.day.school), Role.COUNSELOR);
        assertThat(counselor.get("/").headers().firstValue("Location").orElse("")).endsWith("/helping");
        assertThat(analyst.get("/").headers().firstValue("Location").orElse("")).endsWith("/nameless-tips");
        assertThat(counselor.get("/helping").body()).contains("Tips routed to you: 0", "No tip waits for you",
                "with your next step: 0", "href=\"/alert\"");
        var toOthers = tips.handed("They take my lunch", false);
        tips.routed(analyst, toOthers, "ROUTINE");
        var quiet = tips.handed("She cries each day", false);
        TipStory.done(tips.act(analyst, quiet, "class", "class", "ROUTINE", "category", "DEPRESSION"));
        TipStory.done(tips.act(analyst, quiet, "routes", "toMENTAL_HEALTH", "true"));
        var life = tips.handed("They have taken pills", true);
        tips.routed(analyst, life, "LIFE_SAFETY");
        var body = counselor.get("/helping").body();
        assertThat(body).contains("Tips routed to you: 2", "Acknowledge").doesNotContain(toOthers, "She cries",
                "taken pills");
        assertThat(body.indexOf(life)).as("about a life first").isPositive().isLessThan(body.indexOf(quiet));
        TipStory.done(tips.act(counselor, quiet, "acknowledgment"));
        TipStory.done(tips.act(counselor, quiet, "end", "isCOUNSELING", "true", "words", "They talk each week"));
        assertThat(counselor.get("/helping").body()).contains("Tips routed to you: 1").doesNotContain(quiet);
    }

    @Test
    void anAssessmentStandsThereWhileItsNextStepIsTheCounselors() {
        var story = new ThreatStory(app);
        var counselor = story.visit(story.counselor, Role.COUNSELOR);
        var principal = story.visit(story.principal, Role.PRINCIPAL);
        var at = story.opened(counselor);
        assertThat(counselor.get("/helping").body()).contains("with your next step: 1", at);
        story.gathered(counselor, at);
        assertThat(counselor.get("/helping").body()).as("their word is missing").contains("with your next step: 1", at);
        story.act(counselor, at, "words", "about", "TRANSIENT", "words", "From what we gathered");
        assertThat(counselor.get("/helping").body()).as("it waits for the others").contains("with your next step: 0")
                .doesNotContain(at);
        assertThat(principal.get("/helping").statusCode()).as("whose first screen is the school's").isEqualTo(404);
        assertThat(principal.get("/").headers().firstValue("Location").orElse("")).endsWith("/school");
    }

    @Test
    void aDirectorFirstReadsThatNobodyReadsTipsUntilSomebodyDoes() {
        var day = new PostedDay(app);
        var story = app.getBean(Story.class);
        var director = app.getBean(Visitor.class).signedIn(
                story.join(day.cast.mesquite(), "Dana Rios", Role.SAFETY_DIRECTOR, null), day.cast.mesquite(),
                Role.SAFETY_DIRECTOR);
        assertThat(director.get("/district").body()).contains("Nobody reads tips yet", "href=\"/tip-duty\"");
        story.join(day.cast.mesquite(), "Ada Cole", Role.TIP_ANALYST, null);
        assertThat(director.get("/district").body()).doesNotContain("Nobody reads tips yet");
    }
}
