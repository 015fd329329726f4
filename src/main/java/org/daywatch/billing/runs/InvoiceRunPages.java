package org.daywatch.billing.runs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.billing.invoices.Issuing.Issuer;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A month looked at before it is issued, and the run that issues it. */
@Controller
class InvoiceRunPages {

    private static final int MONTHS_BACK = 24;

    private final InvoiceRuns runs;
    private final Preview preview;

    InvoiceRunPages(InvoiceRuns runs, Preview preview) {
        this.runs = runs;
        this.preview = preview;
    }

    /** @param month 2026-10; left out or impossible: the one before this */
    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/invoice-runs")
    ModelAndView preview(Page page, @RequestParam(defaultValue = "") String month) {
        var chosen = month(month);
        var model = new HashMap<String, Object>(
                Map.of("page", page.titled("billing.runs.title", page.when().month(chosen)), "month", chosen, "over",
                        runs.over(chosen), "outlook", preview.of(chosen),
                        "months",
                        IntStream.rangeClosed(0, MONTHS_BACK).mapToObj(i -> runs.thisMonth().minusMonths(i)).toList()));
        model.put("underWay", runs.underWay().orElse(null));
        model.put("latest", runs.latest(chosen).orElse(null));
        return new ModelAndView("billing/runs/preview", model);
    }

    @Needs(Permission.INVOICES_ISSUE)
    @PostMapping("/invoice-runs")
    ModelAndView begin(Actor actor, Page page, HttpServletResponse response, @RequestParam String month,
            @RequestParam UUID form) {
        var chosen = month(month);
        return Act.on(page, response, "/invoice-runs?month=" + chosen, () -> {
            var run = runs.begin(chosen, form, new Issuer(actor.person(), actor.name()));
            Flashes.say(response, "success", page.t("billing.runs.said.begun"));
            return new ModelAndView("redirect:/invoice-runs/" + run);
        });
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/invoice-runs/{id}")
    ModelAndView run(Page page, @PathVariable UUID id) {
        var run = runs.get(id);
        return new ModelAndView("billing/runs/run",
                Map.of("page", page.titled("billing.runs.run", page.when().month(run.month())), "run", run));
    }

    /** It goes on by itself; this is for whoever does not want to wait. */
    @Needs(Permission.INVOICES_ISSUE)
    @PostMapping("/invoice-runs/{id}/continuation")
    ModelAndView goOn(Page page, HttpServletResponse response, @PathVariable UUID id) {
        runs.get(id);
        Flashes.say(response, "success", page.t("billing.runs.said.wentOn", runs.goOn()));
        return new ModelAndView("redirect:/invoice-runs/" + id);
    }

    private YearMonth month(String typed) {
        return typed.matches("20\\d\\d-(0[1-9]|1[0-2])") ? YearMonth.parse(typed) : runs.thisMonth().minusMonths(1);
    }
}
