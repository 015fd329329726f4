package org.daywatch.staffing.fairness;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.fairness.rates.Dollars;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For the coordinator: a month of chances and work, officer by officer; and the act by which its sheet becomes public. */
@Controller
class FairnessPages {

    private static final List<String> HEADER = List.of("officer", "department", "opportunities", "offers", "acceptances", "declined", "given_back", "missed", "open", "hours", "dollars");

    private final FairnessQueries queries;
    private final FairnessMonths months;
    private final AuditLog audit;

    FairnessPages(FairnessQueries queries, FairnessMonths months, AuditLog audit) {
        this.queries = queries;
        this.months = months;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry fairnessEntry() {
            return NavEntry.of(47, "fairness.nav", "/fairness", "insights", Permission.SHIFTS_DESK);
        }
    }

    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/fairness")
    ModelAndView month(Actor actor, Page page, @RequestParam(defaultValue = "") String month) {
        var asked = read(month);
        var shares = queries.month(asked);
        audit.read("Fairness", "month " + asked, Map.of("officers", shares.size()));
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("fairness.title"));
        model.put("month", asked);
        model.put("over", asked.isBefore(queries.thisMonth()));
        model.put("shares", shares);
        model.put("since", queries.countedSince().orElse(null));
        model.put("spread", FairnessSheet.spread(FairnessSheet.Counted.FULL, shares));
        model.put("published", months.find(asked).orElse(null));
        model.put("agency", actor.tenant());
        return new ModelAndView("staffing/fairness/fairness", model);
    }

    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/fairness.csv")
    void csv(@RequestParam(defaultValue = "") String month, HttpServletResponse response) {
        var asked = read(month);
        Csv.answer(response, "fairness-" + asked + ".csv", HEADER, queries.month(asked).stream().map(s -> List.of(s.name(), s.department(), s.shown(), s.asked(), s.accepted(),
                s.declined(), s.givenBack(), s.missed(), s.open(), SheetJson.hours(s.minutes()), s.cents() == null ? "unknown" : Dollars.plain(s.cents()))));
    }

    /** The sheet as everybody would read it, before anybody does. */
    @Needs(Permission.RULES_EDIT)
    @GetMapping("/fairness/publication")
    ModelAndView preview(Page page, @RequestParam String month) {
        var asked = read(month);
        return new ModelAndView("staffing/fairness/publication", Map.of("page", page.titled("fairness.publish.title", asked.toString()), "sheet", months.draw(asked)));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/fairness/publication")
    ModelAndView publish(Actor actor, Page page, HttpServletResponse response, @RequestParam String month, @RequestParam(defaultValue = "") String reason) {
        try {
            months.publish(read(month), reason, actor.person());
        } catch (InvalidInput wrong) {
            return again(preview(page.with(wrong, Map.of("reason", reason)), month));
        } catch (Refused refused) {
            return again(preview(page.says("error", page.sentence(refused)), month));
        }
        Flashes.say(response, "success", page.t("fairness.said.published"));
        return new ModelAndView("redirect:/fairness?month=" + month);
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/fairness/withdrawal")
    ModelAndView confirm(Page page, @RequestParam String month) {
        return new ModelAndView("staffing/fairness/withdrawal", Map.of("page", page.titled("fairness.withdraw.title", read(month).toString()), "month", read(month)));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/fairness/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @RequestParam String month, @RequestParam(defaultValue = "") String reason) {
        try {
            months.withdraw(read(month), reason, actor.person());
        } catch (InvalidInput wrong) {
            return again(confirm(page.with(wrong, Map.of("reason", reason)), month));
        } catch (Refused refused) {
            return again(confirm(page.says("error", page.sentence(refused)), month));
        }
        Flashes.say(response, "success", page.t("fairness.said.withdrawn"));
        return new ModelAndView("redirect:/fairness?month=" + month);
    }

    /** Without a month it is this one. */
    private YearMonth read(@Nullable String month) {
        try {
            return month == null || month.isBlank() ? queries.thisMonth() : YearMonth.parse(month.strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput("month", month, "fairness.wrong.month");
        }
    }

    private static ModelAndView again(ModelAndView view) {
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }
}
