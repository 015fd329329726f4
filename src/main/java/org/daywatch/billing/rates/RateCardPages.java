package org.daywatch.billing.rates;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
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

/** What districts pay, since when and on whose word. */
@Controller
class RateCardPages {

    private static final int MOST_CENTS = 99_999;

    private static final PlainList<Line> LIST = PlainList
            .<Line>at("/rate-cards", "billing.rates", "-from", new PlainList.Back("/invoices", "billing.title"))
            .text("district", "billing.district", Line::where).searched()
            .choice("role", "billing.role", "officers.role.", RateCard.ROLES, l -> l.card().role())
            .filtered("billing.all")
            .dollars("rate", "billing.rates.rate", l -> l.card().centsPerHour()).named("dollars_an_hour")
            .number("least", "billing.rates.least", l -> l.card().leastMinutes()).unsorted().named("least_minutes")
            .days("from", "billing.rates.days", Line::card)
            .text("source", "billing.rates.source", l -> l.card().source()).unsorted().searched()
            .state("state", "billing.state", "billing.rates.state.", Line::state).filtered("billing.all")
            .inFile("withdrawn_because", l -> l.card().withdrawnReason())
            .inFile("rate_card_id", l -> l.card().id())
            .called((page, l) -> l.where() + ", " + page.t("officers.role." + l.card().role()) + ": "
                    + Dollars.said(l.card().centsPerHour()))
            .changedBy(Permission.INVOICES_ISSUE, "from")
            .withdrawn(Line::card, l -> true);

    static final List<String> HEADER = LIST.header();

    private final RateCards rates;
    private final PlainLists lists;

    RateCardPages(RateCards rates, PlainLists lists) {
        this.rates = rates;
        this.lists = lists;
    }

    /** @param where the district, or what stands for all */
    private record Line(RateCard card, String where, Dated.State state) {}

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/rate-cards")
    ModelAndView list(Page page, @RequestParam Map<String, String> asked) {
        return lists.list(LIST, page, asked, lines(page, rates.list()));
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/rate-cards.csv")
    void csv(Page page, @RequestParam Map<String, String> asked, HttpServletResponse response) {
        lists.csv(LIST, page, asked, lines(page, rates.list()), response);
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/rate-cards/new")
    ModelAndView form(Page page) {
        return lists.form(LIST, page, fields(page));
    }

    @Needs(Permission.INVOICES_ISSUE)
    @PostMapping("/rate-cards")
    ModelAndView set(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        return lists.add(LIST, page, response, typed, this::fields,
                in -> rates.set(in.idOrNone("district"), in.text("role"), in.dollars("rate", 1, MOST_CENTS),
                        in.numberOr("least", 0, 0, RateCards.MOST_LEAST_MINUTES), in.day("from"), in.dayOrNone("to"),
                        in.text("source"), actor.person()));
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/rate-cards/{id}/withdrawal")
    ModelAndView confirm(Page page, @PathVariable UUID id) {
        return lists.ask(LIST, page, lines(page, List.of(rates.get(id))).getFirst());
    }

    @Needs(Permission.INVOICES_ISSUE)
    @PostMapping("/rate-cards/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return lists.withdraw(LIST, page, response, typed, lines(page, List.of(rates.get(id))).getFirst(),
                reason -> rates.withdraw(id, reason, actor.person()));
    }

    private List<Line> lines(Page page, List<RateCard> cards) {
        var names = new HashMap<UUID, String>();
        rates.districts().forEach(d -> names.put(d.id(), d.name()));
        names.put(null, page.t("billing.rates.everybody"));
        return cards.stream().map(c -> new Line(c, names.getOrDefault(c.district(), ""), c.state(rates.today())))
                .toList();
    }

    private List<Field> fields(Page page) {
        var districts = Option.all(page.t("billing.rates.everybody"),
                Option.of(rates.districts(), d -> d.id(), d -> d.name()));
        return List.of(Field.select("district", page.t("billing.district"), districts),
                Field.select("role", page.t("billing.role"),
                        Option.of(page, "officers.role.", RateCard.ROLES)).must(),
                Field.text("rate", page.t("billing.rates.rate")).hint(page.t("billing.rates.rate.hint"))
                        .with("inputmode", "decimal").with("maxlength", 6).must(),
                Field.number("least", page.t("billing.rates.least")).hint(page.t("billing.rates.least.hint"))
                        .with("min", 0).with("max", RateCards.MOST_LEAST_MINUTES),
                Field.date("from", page.t("billing.rates.from")).value(rates.today())
                        .hint(page.t("billing.rates.from.hint")).must(),
                Field.date("to", page.t("billing.rates.to")),
                Field.textarea("source", page.t("billing.rates.source")).hint(page.t("billing.rates.source.hint"))
                        .with("rows", 2).must());
    }
}
