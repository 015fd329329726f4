package org.daywatch.relationships.threats.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.cases.CaseFile.SafetyPlan;
import org.daywatch.relationships.threats.cases.CaseFile.Student;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;
import org.daywatch.relationships.threats.cases.CaseFile.Task;
import org.daywatch.relationships.threats.cases.ThreatCommand.*;
import org.junit.jupiter.api.Test;

/** A case under levels: low, medium or high, by four, after somebody who knows the student was heard. */
class ThreatLevelsTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate FADES = LocalDate.of(2027, 5, 16);
    private static final By COUNSELOR = new By(new UUID(1, 1), "Ana Cruz", TeamPart.MENTAL_HEALTH);
    private static final By PRINCIPAL = new By(new UUID(1, 2), "Robin Sage", TeamPart.ADMINISTRATOR);
    private static final By OFFICER = new By(new UUID(1, 3), "Sam Cholla", TeamPart.LAW_ENFORCEMENT);
    private static final Named ASSISTANT = new Named(TeamPart.ADMINISTRATOR, "Lee Moss, assistant principal");
    private static final Named TEACHER = new Named(TeamPart.INSTRUCTION, "Dana Reyes, science");
    private static final Named COACH = new Named(TeamPart.KNOWS_STUDENT, "Jo Desk, coach");

    @Test
    void fourWhoAgreeDecideOnceSomebodyWhoKnowsTheStudentWasHeard() {
        assertThat(decided(About.LOW).stage()).isEqualTo(Stage.TRANSIENT);
        assertThat(decided(About.LOW).fadesOn()).as("low fades as transient does").isEqualTo(FADES);
        for (var grave : List.of(About.MEDIUM, About.HIGH)) {
            var c = decided(grave);
            assertThat(c.stage()).isEqualTo(Stage.SUBSTANTIVE);
            assertThat(c.classification()).isEqualTo(grave);
            assertThat(c.fadesOn()).isNull();
            assertThat(NextStep.of(c, TODAY).kind()).isEqualTo(NextStep.Kind.WRITE_PLAN);
            assertThat(NextStep.of(planned(grave), TODAY).kind()).isEqualTo(NextStep.Kind.TELL_PARENT);
        }
    }

    /** Any one of the five away, in whatever order they spoke. */
    @Test
    void withoutAnyOneOfThemNothingIsDecided() {
        var all = words(About.HIGH);
        for (var away : all) {
            var c = gathered();
            for (var word : all) if (word != away) c = next(c, word);
            assertThat(c.stage()).as("without " + away).isEqualTo(Stage.GATHERED);
            assertThat(NextStep.missing(c)).hasSize(1);
            assertThat(next(c, away).stage()).isEqualTo(Stage.SUBSTANTIVE);
        }
        var drafted = drafted(About.HIGH);
        for (var word : plans().subList(0, 3)) drafted = next(drafted, word);
        assertThat(drafted.stage()).as("three to the plan").isEqualTo(Stage.SUBSTANTIVE);
    }

    @Test
    void fourWhoSayDifferentThingsDecideNothing() {
        var c = gathered();
        for (var word : words(About.HIGH)) if (word.by() != OFFICER) c = next(c, word);
        c = next(c, word(About.MEDIUM, null, OFFICER));
        assertThat(c.stage()).isEqualTo(Stage.GATHERED);
        assertThat(next(c, word(About.HIGH, null, OFFICER)).classification()).isEqualTo(About.HIGH);
    }

    @Test
    void thePrincipalIsNotTheAdministratorOfTheTeam() {
        var c = gathered();
        assertThat(answer(c, word(About.LOW, null, PRINCIPAL))).isEqualTo("THREAT_NOT_THE_PRINCIPAL");
        assertThat(answer(c, word(About.LOW, new Named(TeamPart.ADMINISTRATOR, "robin sage (principal)"), PRINCIPAL)))
                .isEqualTo("THREAT_NOT_THE_PRINCIPAL");
        assertThat(answer(c, word(About.LOW, ASSISTANT, PRINCIPAL))).as("whose word they write down").isEqualTo("OK");
        assertThat(new OpenedUnder(AssessmentModel.LEVELS, null).model().speaks(TeamPart.ADMINISTRATOR)).isFalse();
        assertThat(Waiting.WORD.parts(c)).as("who is told that their word is asked for")
                .containsExactlyInAnyOrder(TeamPart.MENTAL_HEALTH, TeamPart.LAW_ENFORCEMENT);
    }

    @Test
    void nobodySpeaksForTwoPartsAndTheOneWhoKnowsTheStudentIsNoneOfTheFour() {
        var c = next(gathered(), word(About.LOW, null, COUNSELOR));
        for (var part : List.of(TeamPart.INSTRUCTION, TeamPart.ADMINISTRATOR))
            assertThat(answer(c, word(About.LOW, new Named(part, "Ana Cruz, teacher"), COUNSELOR)))
                    .isEqualTo("THREAT_ONE_PERSON_TWICE");
        assertThat(answer(c, word(About.HEARD, new Named(TeamPart.KNOWS_STUDENT, "ana cruz"), COUNSELOR)))
                .isEqualTo("THREAT_ONE_PERSON_TWICE");
    }

    @Test
    void eachModelHasItsOwnWordsAndACaseKeepsItsModel() {
        for (var other : List.of(About.TRANSIENT, About.SERIOUS, About.VERY_SERIOUS))
            assertThat(answer(gathered(), word(other, null, COUNSELOR))).isEqualTo("THREAT_OTHER_WORDS");
        var tree = gathered(AssessmentModel.DECISION_TREE);
        for (var other : List.of(About.LOW, About.MEDIUM, About.HIGH))
            assertThat(answer(tree, word(other, null, COUNSELOR))).isEqualTo("THREAT_OTHER_WORDS");
        assertThat(answer(tree, word(About.HEARD, COACH, COUNSELOR))).isEqualTo("THREAT_OTHER_WORDS");
        assertThat(answer(tree, word(About.SERIOUS, TEACHER, COUNSELOR))).isEqualTo("THREAT_OTHER_WORDS");
        assertThat(answer(gathered(), word(About.LOW, COACH, COUNSELOR))).as("they are heard and do not decide")
                .isEqualTo("THREAT_OTHER_WORDS");
        assertThat(planned(About.HIGH).under()).isEqualTo(gathered().under());
    }

    @Test
    void mediumAndHighWaitForTheTeamOfTheirPlanAlsoWhereItIsKnownLate() {
        var c = gathered();
        for (var word : words(About.MEDIUM)) if (word.about() != About.HEARD) c = next(c, word);
        c = next(c, new AnswerSupport(SupportPlan.YES, COUNSELOR));
        assertThat(answer(c, word(About.HEARD, COACH, COUNSELOR))).isEqualTo("THREAT_TEAM_FIRST");
        assertThat(answer(c, word(About.HIGH, null, COUNSELOR))).isEqualTo("THREAT_TEAM_FIRST");
        c = next(c, new RecordFinding("Not a result of the disability", TODAY, COUNSELOR));
        assertThat(next(c, word(About.HEARD, COACH, COUNSELOR)).stage()).isEqualTo(Stage.SUBSTANTIVE);
    }

    static ThreatCase decided(About level) {
        var c = gathered();
        for (var word : words(level)) c = next(c, word);
        return c;
    }

    static ThreatCase planned(About level) {
        var c = drafted(level);
        for (var word : plans()) c = next(c, word);
        return c;
    }

    private static ThreatCase drafted(About level) {
        return next(decided(level), new DraftPlan(new SafetyPlan("The art teacher",
                List.of(new Task("Meet each morning", "Ana Cruz", TODAY.plusDays(3), null)), false,
                TODAY.plusDays(14)), TODAY, TODAY.plusDays(30), COUNSELOR));
    }

    private static List<GiveWord> words(About level) {
        return List.of(word(level, null, COUNSELOR), word(level, null, OFFICER), word(level, ASSISTANT, PRINCIPAL),
                word(level, TEACHER, COUNSELOR), word(About.HEARD, COACH, COUNSELOR));
    }

    private static List<GiveWord> plans() {
        return List.of(word(About.PLAN, null, COUNSELOR), word(About.PLAN, null, OFFICER),
                word(About.PLAN, ASSISTANT, PRINCIPAL), word(About.PLAN, TEACHER, COUNSELOR));
    }

    private static GiveWord word(About about, Named named, By by) {
        return new GiveWord(about, "Because", named, TODAY, FADES, by);
    }

    private static ThreatCase gathered() {
        return gathered(AssessmentModel.LEVELS);
    }

    private static ThreatCase gathered(AssessmentModel model) {
        var opened = ThreatCase.open(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), COUNSELOR.person(),
                PRINCIPAL.person(), new Student("Sage, Student", null), "Said it at lunch",
                new OpenedUnder(model, "A-RULE@2026-01-01"), TODAY, NOW, PRINCIPAL).orThrow().state();
        return next(next(opened, new AnswerSupport(SupportPlan.NO, COUNSELOR)),
                new Gather(Map.of("GOES_WELL", "Art"), COUNSELOR));
    }

    private static ThreatCase next(ThreatCase c, ThreatCommand command) {
        return c.decide(command, NOW).orThrow().state();
    }

    private static String answer(ThreatCase c, ThreatCommand command) {
        return switch (c.decide(command, NOW)) {
            case Decision.Accepted<ThreatCase> _ -> "OK";
            case Decision.Rejected<ThreatCase>(var code, var _) -> code.name();
        };
    }
}
