package org.daywatch.directory.programs;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Confirming a rule, setting another number from a day on, taking that back with a reason. */
@Controller
@Needs(Permission.RULES_EDIT)
class OwnRulePages {
    private final OwnRules own;
    private final Organizations organizations;

    OwnRulePages(OwnRules own, Organizations organizations) {
        this.own = own;
        this.organizations = organizations;
    }

    @GetMapping("/rules/own")
    ModelAndView form(Page page, @RequestParam("rule") String version) {
        return view(page, version);
    }

    @PostMapping("/rules/own")
    ModelAndView set(Page page, Actor actor, @RequestParam("rule") String version,
            @RequestParam Map<String, String> typed, HttpServletResponse response) {
        return Act.form(page, typed, "from", again -> view(again, version), () -> {
            own.set(new OwnRules.Asked(version, typed.getOrDefault("scope", ""), value(typed), day(typed),
                    typed.getOrDefault("words", ""), typed.getOrDefault("source", ""),
                    typed.containsKey("toConfirm")), actor);
            Flashes.say(response, "success", page.t("rules.own.said.set"));
            return new ModelAndView("redirect:/rules");
        });
    }

    @GetMapping("/rules/own/withdrawal")
    ModelAndView confirm(Page page, @RequestParam("rule") String version) {
        var rule = mine(version);
        return new ModelAndView("directory/programs/withdrawal", Map.of("page", page.titled("rules.own.withdraw.title"),
                "rule", rule, "where", where(page, rule.scope())));
    }

    @PostMapping("/rules/own/withdrawal")
    ModelAndView withdraw(Page page, Actor actor, @RequestParam("rule") String version,
            @RequestParam(defaultValue = "") String reason, HttpServletResponse response) {
        var rule = mine(version);
        return Act.form(page, Map.of("reason", reason), again -> confirm(again, version), () -> {
            own.withdraw(UUID.fromString(rule.id().substring(OwnRuleStore.PREFIX.length())), reason, actor);
            Flashes.say(response, "success", page.t("rules.own.said.withdrawn"));
            return new ModelAndView("redirect:/rules");
        });
    }

    private ProgramRule mine(String version) {
        var rule = own.get(version);
        if (!rule.id().startsWith(OwnRuleStore.PREFIX)) throw new NotFound("own rule " + version);
        return rule;
    }

    private ModelAndView view(Page page, String version) {
        var rule = own.get(version);
        var scopes = new LinkedHashMap<String, String>();
        own.scopes(rule).forEach(scope -> scopes.put(scope, where(page, scope)));
        var elsewhere = scopes.keySet().stream().filter(scope -> OwnRule.elsewhere(rule, scope)).findFirst().orElse("");
        boolean law = OwnRule.isLaw(rule) && elsewhere.isEmpty();
        return new ModelAndView("directory/programs/own-rule",
                Map.of("page", page.titled(law ? "rules.own.confirm.title" : "rules.own.title"), "rule", rule,
                        "scopes", scopes, "law", law, "elsewhere", elsewhere, "plain", OwnRule.isPlain(rule),
                        "tomorrow", own.today().plusDays(1)));
    }

    /** A scope as people call it: the name of a district or department, a state's letters, or everywhere. */
    private String where(Page page, String scope) {
        if (scope.equals(RuleBook.EVERYWHERE)) return page.t("rules.own.everywhere");
        String id = scope.substring(scope.indexOf(':') + 1);
        if (scope.startsWith("ROLE:")) return page.t("role." + id);
        return scope.startsWith("STATE:")
                ? id
                : organizations.find(UUID.fromString(id)).map(Organizations.Organization::name).orElse(scope);
    }

    private static BigDecimal value(Map<String, String> typed) {
        return RuleNumber.read(typed.getOrDefault("value", ""), "rules.own.wrong.value");
    }

    private static LocalDate day(Map<String, String> typed) {
        String text = typed.getOrDefault("from", "").strip();
        var day = Dates.date(text);
        if (day == null) throw new InvalidInput("from", text, "rules.own.wrong.from");
        return day;
    }
}
