package org.daywatch.planning.operationsplans.content;

import java.util.EnumMap;
import java.util.UUID;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.PlanContent.Member;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent.TeamRole;

/** A plan in which nothing is wanting: what a test wrote stays, the rest is one short sentence each. */
public final class WholePlan {

    private WholePlan() {}

    public static PlanContent of(PlanContent begun) {
        var plan = begun.with(new Member(new UUID(7, 1), "Alex Moor", TeamRole.LEADER, ""))
                .with(new Member(new UUID(7, 2), "Noor Field", TeamRole.NURSE, ""));
        if (plan.hazards().isEmpty()) plan = plan.with(new Hazard(new UUID(7, 3), "Heat", 3, 2, 1, 4, ""));
        for (var section : BasicSection.values())
            if (plan.text(section).isBlank()) plan = plan.with(section, "As every year.");
        for (var key : plan.annexKeys()) {
            var phases = new EnumMap<Phase, Course>(Phase.class);
            for (var phase : Phase.values()) {
                var c = plan.annex(key).in(phase);
                phases.put(phase, new Course(c.goal().isBlank() ? "Everybody is safe." : c.goal(), c.objectives(),
                        c.actions().isBlank() ? "The principal sees to it." : c.actions()));
            }
            plan = plan.with(key, new Annex(phases));
        }
        return plan;
    }
}
