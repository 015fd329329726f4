package org.daywatch.staffing.fairness.rates;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which rate holds for whom, since when and on whose word. */
@Controller
class PayRatePages {

    private static final int MOST_CENTS = 99_999;
    private static final List<String> HEADER = List.of("holds_for", "dollars_an_hour", "from", "to", "source", "state",
            "withdrawn_because");

    private final PayRates rates;
    private final Organizations organizations;

    PayRatePages(PayRates rates, Organizations organizations) {
        this.rates = rates;
        this.organizations = organizations;
    }

    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/pay-rates")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var where = where(page);
        var place = paging(parameters);
        var found = found(place, where);
        var paging = place.of(found.size());
        return new ModelAndView("staffing/fairness/rates/rates", Map.of("page", page.titled("fairness.rates.title"),
                "paging", paging, "rates", paging.shown(found), "where", where, "today", rates.today()));
    }

    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/pay-rates.csv")
    void csv(Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var where = where(page);
        Csv.answer(response, "pay-rates.csv", HEADER,
                found(paging(parameters), where).stream()
                        .map(r -> Arrays.asList(where.get(r.scope()), Dollars.plain(r.centsPerHour()), r.from(), r.to(),
                                r.source(),
                                r.state(rates.today()), r.withdrawnReason())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/pay-rates", parameters, List.of("scope", "rate", "from", "state"), "-from");
    }

    private List<PayRate> found(Paging asked, Map<String, String> where) {
        var today = rates.today();
        Map<String, Comparator<PayRate>> sorts = Map.of("scope",
                Comparator.comparing((PayRate r) -> where.get(r.scope())), "rate",
                Comparator.comparingInt(PayRate::centsPerHour),
                "from", Comparator.comparing(PayRate::from), "state",
                Comparator.comparing((PayRate r) -> r.state(today)));
        return rates.list().stream().filter(r -> asked.finds(where.get(r.scope()), r.source()))
                .filter(r -> asked.filter("state").isEmpty() || r.state(today).name().equals(asked.filter("state")))
                .sorted(asked.order(sorts).thenComparing(r -> where.get(r.scope())).thenComparing(PayRate::id))
                .toList();
    }

    /** By scope, what people call it. */
    private Map<String, String> where(Page page) {
        return rates.list().stream().map(PayRate::scope).distinct()
                .collect(Collectors.toMap(s -> s, s -> where(page, s)));
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/pay-rates/new")
    ModelAndView form(Page page) {
        var scopes = new LinkedHashMap<String, String>();
        rates.scopes().forEach(s -> scopes.put(s, where(page, s)));
        return new ModelAndView("staffing/fairness/rates/rate-form",
                Map.of("page", page.titled("fairness.rates.new"), "scopes", scopes, "today", rates.today()));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/pay-rates")
    ModelAndView set(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        try {
            var to = typed.getOrDefault("to", "").isBlank() ? null : day(typed, "to");
            int cents = (int) Dollars.read("rate", typed.getOrDefault("rate", ""), 1, MOST_CENTS,
                    "fairness.rates.wrong.rate");
            rates.set(typed.getOrDefault("scope", ""), cents, day(typed, "from"), to, typed.getOrDefault("source", ""),
                    actor.person());
        } catch (InvalidInput wrong) {
            return again(form(page.with(wrong, typed)));
        } catch (Refused refused) {
            return again(form(page.with(Map.of("from", page.sentence(refused)), typed)));
        }
        Flashes.say(response, "success", page.t("fairness.rates.said.set"));
        return new ModelAndView("redirect:/pay-rates");
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/pay-rates/{id}/withdrawal")
    ModelAndView confirm(Page page, @PathVariable UUID id) {
        var rate = rates.get(id);
        return new ModelAndView("staffing/fairness/rates/rate-withdrawal", Map.of("page",
                page.titled("fairness.rates.withdraw.title"), "rate", rate, "where", where(page, rate.scope())));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/pay-rates/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        try {
            rates.withdraw(id, reason, actor.person());
        } catch (InvalidInput wrong) {
            return again(confirm(page.with(wrong, Map.of("reason", reason)), id));
        } catch (Refused refused) {
            Flashes.say(response, "error", page.sentence(refused));
            return new ModelAndView("redirect:/pay-rates");
        }
        Flashes.say(response, "success", page.t("fairness.rates.said.withdrawn"));
        return new ModelAndView("redirect:/pay-rates");
    }

    /** A scope as people call it. */
    private String where(Page page, String scope) {
        if (scope.equals(PayRate.DEFAULT)) return page.t("fairness.rates.everybody");
        String name = scope.substring(scope.indexOf(':') + 1);
        return scope.startsWith("ROLE:")
                ? page.t("officers.role." + name)
                : organizations.find(UUID.fromString(name)).map(Organizations.Organization::name).orElse(scope);
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        try {
            return LocalDate.parse(typed.getOrDefault(field, "").strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, typed.getOrDefault(field, ""), "fairness.rates.wrong." + field);
        }
    }

    private static ModelAndView again(ModelAndView view) {
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }
}
