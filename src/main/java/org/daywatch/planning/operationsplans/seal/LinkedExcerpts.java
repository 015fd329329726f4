package org.daywatch.planning.operationsplans.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.planning.PlanForResponders;
import org.daywatch.planning.operationsplans.OperationsPlanStore;
import org.daywatch.planning.operationsplans.PlanNotices;
import org.daywatch.planning.operationsplans.content.BasicSection;
import org.daywatch.planning.operationsplans.content.FunctionalAnnex;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Of a whole plan the few pages that somebody needs who arrives while it happens. */
@Component
@Transactional
class LinkedExcerpts implements PlanForResponders {

    private static final Map<String, FunctionalAnnex> OF_ACTION = Map.of("SECURE", FunctionalAnnex.SECURITY, "LOCKDOWN",
            FunctionalAnnex.LOCKDOWN, "EVACUATE", FunctionalAnnex.EVACUATION,
            "SHELTER", FunctionalAnnex.SHELTER_IN_PLACE);

    private final OperationsPlanStore plans;
    private final PlanOpenings openings;
    private final PlanNotices notices;

    LinkedExcerpts(OperationsPlanStore plans, PlanOpenings openings, PlanNotices notices) {
        this.plans = plans;
        this.openings = openings;
        this.notices = notices;
    }

    @Override
    public List<Excerpt> open(UUID school, UUID link, String forWhom, String purpose, Instant until, String action) {
        return plans.inForce(school).map(plan -> excerpts(openings.byLink(plan, link, forWhom, purpose, until), action))
                .orElse(List.of());
    }

    @Override
    public void openedByMore(UUID school, String forWhom, String purpose, int more) {
        plans.inForce(school).ifPresent(plan -> notices.openedByMore(plan, forWhom, purpose, more));
    }

    private static List<Excerpt> excerpts(PlanContent plan, String action) {
        var functions = Stream.concat(Stream.ofNullable(OF_ACTION.get(action)),
                Stream.of(FunctionalAnnex.ACCOUNTING, FunctionalAnnex.REUNIFICATION)).toList();
        var found = new ArrayList<Excerpt>();
        for (var function : functions) {
            var course = plan.annex(function.name()).in(Phase.DURING);
            String words = Stream.of(course.goal(), course.actions()).filter(w -> !w.isBlank())
                    .collect(Collectors.joining("\n"));
            if (!words.isEmpty()) found.add(new Excerpt("eop.function." + function, words));
        }
        for (var section : List.of(BasicSection.DIRECTION, BasicSection.ACCESS)) {
            if (!plan.text(section).isBlank()) found.add(new Excerpt("eop.basic." + section, plan.text(section)));
        }
        return List.copyOf(found);
    }
}
