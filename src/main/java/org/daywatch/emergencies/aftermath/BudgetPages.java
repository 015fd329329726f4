package org.daywatch.emergencies.aftermath;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How much each school was alerted in the last 30 days. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
class BudgetPages {

    private static final Map<String, Comparator<AlertBudgets.OfSchool>> SORTS = Map.of("index",
            Comparator.comparing((AlertBudgets.OfSchool r) -> r.budget().fatigueIndex())
                    .thenComparing(r -> r.school().name()),
            "school", Comparator.comparing((AlertBudgets.OfSchool r) -> r.school().name()));

    private final AlertBudgets budgets;
    private final AlertPlaces places;
    private final AuditLog audit;
    private final Clock clock;

    BudgetPages(AlertBudgets budgets, AlertPlaces places, AuditLog audit, Clock clock) {
        this.budgets = budgets;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/alerts/budget")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var rows = rows(actor, paging);
        var placed = paging.of(rows.size());
        return new ModelAndView("emergencies/aftermath/budget",
                Map.of("page", page.titled("budget.title"), "paging", placed, "rows", placed.shown(rows)));
    }

    @GetMapping("/alerts/budget.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        audit.act("AlertBudgetsExported", "organization " + actor.tenant(), Map.of());
        Csv.answer(response, "alert-budget.csv",
                List.of("school", "actual", "false_alarms", "exercises", "help_calls", "tests", "points", "budget",
                        "fatigue_index_percent"),
                rows(actor, paging(parameters)).stream()
                        .map(r -> Arrays.asList(r.school().name(), r.budget().counts().actual(),
                                r.budget().counts().falseAlarms(),
                                r.budget().counts().exercises(), r.budget().counts().help(),
                                r.budget().counts().tests(), r.budget().points().toPlainString(),
                                r.budget().budget().stripTrailingZeros().toPlainString(), r.budget().fatigueIndex())));
    }

    private List<AlertBudgets.OfSchool> rows(Actor actor, Paging paging) {
        return budgets.until(clock.instant(), places.only(actor), actor.person()).stream()
                .filter(r -> paging.finds(r.school().name())).sorted(paging.order(SORTS)).toList();
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/alerts/budget", parameters, List.of("index", "school"), "-index");
    }
}
