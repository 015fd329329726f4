package org.daywatch.planning.operationsplans.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.PlanContent.Member;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent.TeamRole;
import org.daywatch.planning.operationsplans.content.PlanGap.Asked;
import org.daywatch.planning.operationsplans.content.PlanGap.What;
import org.junit.jupiter.api.Test;

/** Nobody approves a plan that lacks something, and everybody reads what. */
class PlanGapTest {

    private static final List<Asked> ASKED = List.of(new Asked("ALL", "LOCKDOWN", "Federal guide", true),
            new Asked("ALL", "ACCESS", "Federal guide", true),
            new Asked("AZ", "ACCESS", "A.R.S. 15-341", false), new Asked("ALL", "MAINTENANCE", "Federal guide", true));

    @Test
    void anEmptyPlanLacksItsTeamItsHazardsAndEveryPartThatIsAskedFor() {
        assertThat(PlanGap.of(PlanContent.empty(), ASKED)).extracting(PlanGap::what, PlanGap::part).containsExactly(
                tuple(What.LEADER, "TEAM"), tuple(What.TEAM, "TEAM"), tuple(What.HAZARD, "HAZARDS"),
                tuple(What.GOALS, "LOCKDOWN"), tuple(What.ACTIONS, "LOCKDOWN"),
                tuple(What.SECTION, "ACCESS"), tuple(What.SECTION, "MAINTENANCE"));
        assertThat(PlanGap.done(PlanGap.of(PlanContent.empty(), ASKED))).isEmpty();
    }

    @Test
    void anAnnexIsThereOnceItsGoalsAndActionsAreWrittenBeforeDuringAndAfter() {
        var plan = PlanContent.empty().with("LOCKDOWN",
                new Annex(Map.of(Phase.BEFORE, new Course("Everybody knows how.", "", "Train in August."), Phase.DURING,
                        new Course("Nobody is seen.", "", ""))));
        var gaps = PlanGap.of(plan, ASKED);
        assertThat(PlanGap.of(gaps, PlanStep.GOALS)).singleElement()
                .satisfies(g -> assertThat(g.phases()).containsExactly(Phase.AFTER));
        assertThat(PlanGap.of(gaps, PlanStep.COURSES)).singleElement()
                .satisfies(g -> assertThat(g.phases()).containsExactly(Phase.DURING, Phase.AFTER));
    }

    @Test
    void aHazardThePlanNamesHasAnAnnexAndWhatSomebodyBeganIsFinished() {
        var hazard = new UUID(0, 9);
        var plan = WholePlan.of(PlanContent.empty()).with(new Hazard(hazard, "Flash flood", 3, 4, 4, 1, ""));
        assertThat(PlanGap.of(plan, ASKED)).extracting(PlanGap::part).containsOnly(hazard.toString());
        var begun = WholePlan.of(PlanContent.empty()).with("RECOVERY",
                new Annex(Map.of(Phase.AFTER, new Course("Lessons go on.", "", ""))));
        assertThat(PlanGap.of(begun, ASKED)).as("not asked for, and begun").extracting(PlanGap::part)
                .containsOnly("RECOVERY");
    }

    @Test
    void aLeaderAloneIsNoTeam() {
        var alone = WholePlan.of(PlanContent.empty()).withoutMember(new UUID(7, 2));
        assertThat(PlanGap.of(alone, ASKED)).extracting(PlanGap::what).containsExactly(What.TEAM);
        assertThat(PlanGap
                .of(alone.withoutMember(new UUID(7, 1)).with(new Member(new UUID(0, 1), "Lee", TeamRole.NURSE, ""))
                        .with(new Member(new UUID(0, 2), "Kim", TeamRole.POLICE, "")), ASKED))
                .extracting(PlanGap::what).containsExactly(What.LEADER);
    }

    @Test
    void theStatesOwnWordIsNamedBeforeTheOneForAll() {
        var gaps = PlanGap.of(WholePlan.of(PlanContent.empty()).with(BasicSection.ACCESS, " "), ASKED);
        assertThat(gaps).singleElement().satisfies(g -> assertThat(g.asked().source()).isEqualTo("A.R.S. 15-341"));
    }
}
