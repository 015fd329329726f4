package org.daywatch.staffing.caps;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every rule that can allow or refuse something: value, dates, source, whether it is still to be confirmed. */
@Controller
@Needs(Permission.RULES_READ)
public class RulesPages {

    private static final Map<String, Comparator<ProgramRule>> SORTS = Map.of("code",
            Comparator.comparing(ProgramRule::code).thenComparing(ProgramRule::scope),
            "scope", Comparator.comparing(ProgramRule::scope).thenComparing(ProgramRule::code), "from",
            Comparator.comparing(ProgramRule::validFrom));

    private final HomeTime home;
    private final ProgramRules rules;
    private final CapPolicyStore policies;
    private final Organizations organizations;

    RulesPages(ProgramRules rules, CapPolicyStore policies, Organizations organizations, HomeTime home) {
        this.home = home;
        this.rules = rules;
        this.policies = policies;
        this.organizations = organizations;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry rulesEntry() {
            return NavEntry.of(NavPart.SETUP, 90, "rules.nav", "/rules", "list", Permission.RULES_READ);
        }
    }

    @GetMapping("/rules")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var asked = Paging.read("/rules", parameters, SORTS.keySet(), "code");
        var all = sorted(page, asked).toList();
        var paging = asked.of(all.size());
        return new ModelAndView("staffing/caps/rules", Map.of("page", page.titled("rules.title"), "paging", paging,
                "rules", all.stream().skip(paging.offset()).limit(paging.size()).toList(), "sets", sets(), "today",
                today(), "places", places(page),
                "mayEdit", actor.may(Permission.RULES_EDIT), "mayAsk", actor.may(Permission.POSTS_EDIT)));
    }

    @GetMapping("/rules.csv")
    void csv(Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var header = List.of("id", "code", "scope", "value", "unit", "valid_from", "valid_to", "source", "to_confirm",
                "words");
        Csv.answer(response, "rules.csv", header,
                sorted(page, Paging.read("/rules", parameters, SORTS.keySet(), "code"))
                        .map(r -> java.util.Arrays.asList(r.id(), r.code(),
                                r.scope(), r.value().toPlainString(), r.unit(), r.validFrom(), r.validTo(), r.source(),
                                r.toConfirm(), r.words())));
    }

    /** One department's limits with the examples that its tests compute. */
    @GetMapping("/rules/limits/{set}")
    ModelAndView limits(Page page, @PathVariable String set) {
        var shown = policies.list().stream().filter(p -> p.set().equals(set)).toList();
        if (shown.isEmpty()) throw new NotFound("limits " + set);
        return new ModelAndView("staffing/caps/limits",
                Map.of("page",
                        page.titled("rules.limits.title", page.stored("policyset", shown.getFirst().department())),
                        "policies", shown, "today", today()));
    }

    /** @param department as people call it */
    public record PolicySet(String id, String department, long limits) {}

    private List<PolicySet> sets() {
        return policies.sets().stream().map(set -> {
            var inSet = policies.list().stream().filter(p -> p.set().equals(set)).toList();
            return new PolicySet(set, inSet.getFirst().department(),
                    inSet.stream().filter(p -> p.inForce(today())).count());
        }).sorted(Comparator.comparing(PolicySet::department)).toList();
    }

    private Stream<ProgramRule> sorted(Page page, Paging paging) {
        var words = paging.filter("q").toLowerCase(Locale.ROOT);
        var order = SORTS.get(paging.sort());
        return rules.book().list().stream()
                .filter(r -> (r.id() + " " + r.code() + " " + r.scope() + " " + r.words() + " "
                        + page.stored("rule", r.words()) + " " + r.source()).toLowerCase(Locale.ROOT).contains(words))
                .filter(r -> !paging.filter("show").equals("confirm") || r.toConfirm())
                .filter(r -> !paging.filter("show").equals("force") || r.inForce(today()))
                .sorted(paging.descending() ? order.reversed() : order);
    }

    /** What scopes are called: districts and departments by name. A state is its two letters. */
    private Map<String, String> places(Page page) {
        var names = new HashMap<>(Map.of(RuleBook.EVERYWHERE, page.t("rules.own.everywhere")));
        for (var rule : rules.book().list()) {
            int colon = rule.scope().indexOf(':');
            if (colon < 0 || names.containsKey(rule.scope())) continue;
            String id = rule.scope().substring(colon + 1);
            if (rule.scope().startsWith("ROLE:")) names.put(rule.scope(), page.t("role." + id));
            else
                names.put(rule.scope(), rule.scope().startsWith("STATE:")
                        ? id
                        : organizations.find(UUID.fromString(id)).map(Organizations.Organization::name).orElse(id));
        }
        return names;
    }

    private LocalDate today() {
        return home.today();
    }
}
