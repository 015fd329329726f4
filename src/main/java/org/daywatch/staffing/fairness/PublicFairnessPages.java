package org.daywatch.staffing.fairness;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** For everybody, without an account: the months an agency has made public, and nothing else of it. */
@Controller
class PublicFairnessPages {

    private static final String WHY = "an agency made this month public by a reasoned act; officers stand under names that change each month, small groups are suppressed";

    private final HomeTime home;
    private final Tenants tenants;
    private final FairnessMonths months;

    PublicFairnessPages(Tenants tenants, FairnessMonths months, HomeTime home) {
        this.home = home;
        this.tenants = tenants;
        this.months = months;
    }

    @Open(why = WHY)
    @GetMapping("/public/fairness/{agency}")
    ModelAndView list(Page page, @PathVariable UUID agency, HttpServletResponse response) {
        var one = agency(agency);
        var all = as(agency, months::published);
        if (all.isEmpty()) throw new NotFound("fairness months of " + agency);
        response.setHeader("Cache-Control", "public, max-age=300");
        return new ModelAndView("staffing/fairness/public-months",
                Map.of("page", page.titled("fairness.public.title", one.name()), "agency", one, "months", all));
    }

    @Open(why = WHY)
    @GetMapping("/public/fairness/{agency}/{month}")
    ModelAndView sheet(Page page, @PathVariable UUID agency, @PathVariable String month, HttpServletResponse response) {
        var one = agency(agency);
        var published = published(agency, month);
        response.setHeader("Cache-Control", "public, max-age=300");
        return new ModelAndView("staffing/fairness/public-sheet",
                Map.of("page", page.titled("fairness.public.title", one.name()), "agency", one, "published", published,
                        "zone", as(agency, home::zone)));
    }

    @Open(why = WHY)
    @GetMapping("/public/fairness/{agency}/{month}.csv")
    void csv(@PathVariable UUID agency, @PathVariable String month, HttpServletResponse response) {
        agency(agency);
        var published = published(agency, month);
        Csv.answer(response, "fairness-sheet-" + published.month() + ".csv", SheetJson.HEADER,
                SheetJson.rows(published.sheet()).stream());
    }

    private FairnessMonths.Published published(UUID agency, String month) {
        try {
            var asked = YearMonth.parse(month);
            return as(agency, () -> months.find(asked)).orElseThrow(() -> new NotFound("fairness month " + month));
        } catch (DateTimeParseException e) {
            throw new NotFound("fairness month " + month);
        }
    }

    private Tenants.Tenant agency(UUID id) {
        return tenants.agencies().stream().filter(a -> a.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("agency " + id));
    }

    private static <R> R as(UUID agency, Supplier<R> work) {
        return Tenancy.as(Scope.system(agency), work::get);
    }
}
