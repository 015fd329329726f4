package org.daywatch.staffing.fairness;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The acts by which the sheet of a month becomes public, and no longer is. */
@Controller
class FairnessPublishingPages {

    private final FairnessMonths months;

    FairnessPublishingPages(FairnessMonths months) {
        this.months = months;
    }

    /** The sheet as everybody would read it, before anybody does. */
    @Needs(Permission.RULES_EDIT)
    @GetMapping("/fairness/publication")
    ModelAndView preview(Page page, @RequestParam String month) {
        var asked = read(month);
        return new ModelAndView("staffing/fairness/publication",
                Map.of("page", page.titled("fairness.publish.title", asked), "sheet", months.draw(asked)));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/fairness/publication")
    ModelAndView publish(Actor actor, Page page, HttpServletResponse response, @RequestParam String month,
            @RequestParam(defaultValue = "") String reason) {
        return Act.told(page, Map.of("reason", reason), again -> preview(again, month), () -> {
            months.publish(read(month), reason, actor.person());
            Flashes.say(response, "success", page.t("fairness.said.published"));
            return new ModelAndView("redirect:/fairness?month=" + month);
        });
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/fairness/withdrawal")
    ModelAndView confirm(Page page, @RequestParam String month) {
        return new ModelAndView("staffing/fairness/withdrawal",
                Map.of("page", page.titled("fairness.withdraw.title", read(month)), "month", read(month)));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/fairness/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @RequestParam String month,
            @RequestParam(defaultValue = "") String reason) {
        return Act.told(page, Map.of("reason", reason), again -> confirm(again, month), () -> {
            months.withdraw(read(month), reason, actor.person());
            Flashes.say(response, "success", page.t("fairness.said.withdrawn"));
            return new ModelAndView("redirect:/fairness?month=" + month);
        });
    }

    static YearMonth read(String month) {
        try {
            return YearMonth.parse(month.strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput("month", month, "fairness.wrong.month");
        }
    }
}
