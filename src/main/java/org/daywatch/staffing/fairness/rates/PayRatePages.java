package org.daywatch.staffing.fairness.rates;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.time.Dated;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.lists.PlainList;
import org.daywatch.platform.web.lists.PlainLists;
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

    private static final PlainList<Line> LIST = PlainList
            .<Line>at("/pay-rates", "fairness.rates", "-from", new PlainList.Back("/fairness", "fairness.title"))
            .text("scope", "fairness.rates.where", Line::where).searched().named("holds_for")
            .dollars("rate", "fairness.rates.rate", l -> l.rate().centsPerHour()).named("dollars_an_hour")
            .days("from", "fairness.rates.days", Line::rate)
            .text("source", "fairness.rates.source", l -> l.rate().source()).unsorted().searched()
            .state("state", "fairness.rates.state", "fairness.rates.state.", Line::state).filtered("fairness.rows.all")
            .inFile("withdrawn_because", l -> l.rate().withdrawnReason())
            .called((page, l) -> l.where() + ": " + Dollars.said(l.rate().centsPerHour()))
            .changedBy(Permission.RULES_EDIT, "from").exportedBy(Permission.EXPORTS)
            .withdrawn(Line::rate, l -> true);

    private final PayRates rates;
    private final Organizations organizations;
    private final PlainLists lists;

    PayRatePages(PayRates rates, Organizations organizations, PlainLists lists) {
        this.rates = rates;
        this.organizations = organizations;
        this.lists = lists;
    }

    /** @param where for whom it holds, as people call it */
    private record Line(PayRate rate, String where, Dated.State state) {}

    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/pay-rates")
    ModelAndView list(Page page, @RequestParam Map<String, String> asked) {
        return lists.list(LIST, page, asked, lines(page, rates.list()));
    }

    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/pay-rates.csv")
    void csv(Page page, @RequestParam Map<String, String> asked, HttpServletResponse response) {
        lists.csv(LIST, page, asked, lines(page, rates.list()), response);
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/pay-rates/new")
    ModelAndView form(Page page) {
        return lists.form(LIST, page, fields(page));
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/pay-rates")
    ModelAndView set(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        return lists.add(LIST, page, response, typed, this::fields,
                in -> rates.set(in.text("scope"), in.dollars("rate", 1, MOST_CENTS), in.day("from"), in.dayOrNone("to"),
                        in.text("source"), actor.person()));
    }

    @Needs(Permission.RULES_EDIT)
    @GetMapping("/pay-rates/{id}/withdrawal")
    ModelAndView confirm(Page page, @PathVariable UUID id) {
        return lists.ask(LIST, page, lines(page, List.of(rates.get(id))).getFirst());
    }

    @Needs(Permission.RULES_EDIT)
    @PostMapping("/pay-rates/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return lists.withdraw(LIST, page, response, typed, lines(page, List.of(rates.get(id))).getFirst(),
                reason -> rates.withdraw(id, reason, actor.person()));
    }

    private List<Line> lines(Page page, List<PayRate> all) {
        var names = all.stream().map(PayRate::scope).distinct()
                .collect(Collectors.toMap(Function.identity(), scope -> where(page, scope)));
        return all.stream().map(r -> new Line(r, names.get(r.scope()), r.state(rates.today()))).toList();
    }

    private List<Field> fields(Page page) {
        return List.of(
                Field.select("scope", page.t("fairness.rates.where"),
                        rates.scopes().stream().map(s -> new Option(s, where(page, s))).toList()).must(),
                Field.text("rate", page.t("fairness.rates.rate")).hint(page.t("fairness.rates.rate.hint"))
                        .with("inputmode", "decimal").with("maxlength", 6).must(),
                Field.date("from", page.t("fairness.rates.from")).value(rates.today())
                        .hint(page.t("fairness.rates.from.hint")).must(),
                Field.date("to", page.t("fairness.rates.to")),
                Field.textarea("source", page.t("fairness.rates.source")).hint(page.t("fairness.rates.source.hint"))
                        .with("rows", 2).must());
    }

    /** A scope as people call it. */
    private String where(Page page, String scope) {
        if (scope.equals(PayRate.DEFAULT)) return page.t("fairness.rates.everybody");
        String name = scope.substring(scope.indexOf(':') + 1);
        return scope.startsWith("ROLE:")
                ? page.t("officers.role." + name)
                : organizations.find(UUID.fromString(name)).map(Organizations.Organization::name).orElse(scope);
    }
}
