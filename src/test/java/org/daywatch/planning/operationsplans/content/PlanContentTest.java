package org.daywatch.planning.operationsplans.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanStep.Progress;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanContentTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theStarterStructureSaysNothingAndNobodyCanApproveIt() {
        var empty = PlanContent.empty();
        assertThat(PlanPart.all(empty)).isEmpty();
        assertThat(PlanGap.done(PlanGap.of(empty, List.of()))).as("even where no state asks for anything")
                .doesNotContain(PlanStep.TEAM, PlanStep.SITUATION);
        assertThat(empty.annexKeys()).as("the ten functions wait to be filled").hasSize(10);
    }

    @Test
    void thePlanOfTheDemonstrationIsReadAsItIsWrittenAndLacksNothing() throws IOException {
        var plan = json.readValue(Files.readString(Path.of("src/main/resources/demo/operations-plan.json")),
                PlanContent.class);
        assertThat(json.readValue(json.writeValueAsString(plan), PlanContent.class)).isEqualTo(plan);
        assertThat(PlanGap.of(plan,
                Stream.concat(Arrays.stream(BasicSection.values()), Arrays.stream(FunctionalAnnex.values()))
                        .map(part -> new PlanGap.Asked("ALL", part.name(), "", true)).toList()))
                .isEmpty();
        assertThat(PlanStep.APPROVAL.progress(plan)).as("eleven sections, of which the upkeep is a step of its own")
                .isEqualTo(new Progress(10, 10));
        assertThat(PlanStep.UPKEEP.progress(plan)).isEqualTo(new Progress(1, 1));
        assertThat(PlanStep.COURSES.progress(plan)).as("ten functions and three hazards")
                .isEqualTo(new Progress(13, 13));
    }

    @Test
    void everySectionIsCountedAndFoundWantingInTheOneStepInWhichItIsWritten() {
        assertThat(Arrays.stream(PlanStep.values()).flatMap(step -> step.sections().stream()))
                .containsExactlyInAnyOrder(BasicSection.values());
        var gaps = PlanGap.of(PlanContent.empty(),
                Arrays.stream(BasicSection.values()).map(s -> new PlanGap.Asked("ALL", s.name(), "", true)).toList());
        for (var step : List.of(PlanStep.APPROVAL, PlanStep.UPKEEP)) {
            assertThat(PlanGap.of(gaps, step)).as("%s", step).hasSize(step.progress(PlanContent.empty()).of());
        }
    }

    @Test
    void aStepCountsTheAnnexesThatHaveAGoalInEveryPhase() {
        var goal = new Course("Nobody is seen.", "", "");
        assertThat(PlanStep.GOALS.progress(PlanContent.empty().with("LOCKDOWN", new Annex(Map.of(Phase.DURING, goal)))))
                .isEqualTo(new Progress(0, 10));
        var plan = PlanContent.empty().with("LOCKDOWN",
                new Annex(Map.of(Phase.BEFORE, goal, Phase.DURING, goal, Phase.AFTER, goal)));
        assertThat(PlanStep.GOALS.progress(plan)).isEqualTo(new Progress(1, 10));
        assertThat(PlanStep.COURSES.progress(plan)).isEqualTo(new Progress(0, 10));
    }
}
