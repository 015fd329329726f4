package org.daywatch.planning.operationsplans.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent.TeamRole;
import org.jspecify.annotations.Nullable;

/**
 * Something without which nobody approves a plan.
 *
 * @param part where it is written: TEAM, HAZARDS, a section, or the key of an annex
 * @param phases those of an annex in which it is wanting; else empty
 * @param asked who asks for the part; null where the plan itself does: a team, a hazard, and the annex of a hazard it
 * names
 */
public record PlanGap(PlanStep step, What what, String part, List<Phase> phases, @Nullable Asked asked) {

    public enum What {
        /** Nobody leads the team. */
        LEADER,
        /** Nobody plans with them. */
        TEAM,
        /** No hazard is rated. */
        HAZARD, SECTION, GOALS, ACTIONS
    }

    /** A part that must be there. @param state ALL, or the one that asks for it */
    public record Asked(String state, String part, String source, boolean toConfirm) {}

    /** In the order of the steps. @param asked sections and functional annexes that must be there */
    public static List<PlanGap> of(PlanContent plan, List<Asked> asked) {
        var gaps = new ArrayList<PlanGap>();
        if (plan.team().stream().noneMatch(m -> m.role() == TeamRole.LEADER))
            gaps.add(new PlanGap(PlanStep.TEAM, What.LEADER, "TEAM", List.of(), null));
        if (plan.team().size() < 2) gaps.add(new PlanGap(PlanStep.TEAM, What.TEAM, "TEAM", List.of(), null));
        if (plan.hazards().isEmpty())
            gaps.add(new PlanGap(PlanStep.SITUATION, What.HAZARD, "HAZARDS", List.of(), null));
        annexes(plan, asked, gaps, PlanStep.GOALS, What.GOALS, Course::goal);
        annexes(plan, asked, gaps, PlanStep.COURSES, What.ACTIONS, Course::actions);
        for (var section : BasicSection.values()) {
            var by = asked(asked, section.name());
            if (by != null && plan.text(section).isBlank())
                gaps.add(new PlanGap(PlanStep.of(section), What.SECTION, section.name(), List.of(), by));
        }
        return gaps;
    }

    /** Those that are asked for, those of the hazards the plan names, and those that somebody began. */
    private static void annexes(PlanContent plan, List<Asked> asked, List<PlanGap> gaps, PlanStep step, What what,
            Function<Course, String> text) {
        for (var key : plan.annexKeys()) {
            var by = asked(asked, key);
            if (by == null && plan.hazard(key).isEmpty() && plan.annex(key).empty()) continue;
            var lacking = Stream.of(Phase.values()).filter(phase -> text.apply(plan.annex(key).in(phase)).isBlank())
                    .toList();
            if (!lacking.isEmpty()) gaps.add(new PlanGap(step, what, key, lacking, by));
        }
    }

    /** The state's own word before the one for all states. */
    private static @Nullable Asked asked(List<Asked> asked, String part) {
        return asked.stream().filter(a -> a.part().equals(part))
                .min((a, b) -> Boolean.compare(a.state().equals("ALL"), b.state().equals("ALL"))).orElse(null);
    }

    /** Of one step. */
    public static List<PlanGap> of(List<PlanGap> gaps, PlanStep step) {
        return gaps.stream().filter(g -> g.step() == step).toList();
    }

    /** Steps in which nothing is wanting. */
    public static List<PlanStep> done(List<PlanGap> gaps) {
        return Arrays.stream(PlanStep.values()).filter(step -> of(gaps, step).isEmpty()).toList();
    }
}
