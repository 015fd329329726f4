package org.daywatch.billing.rates;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    static final List<String> HEADER = List.of("district", "role", "dollars_an_hour", "least_minutes", "from", "to",
            "source", "state", "withdrawn_because", "rate_card_id");

    private final RateCards rates;

    RateCardPages(RateCards rates) {
        this.rates = rates;
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/rate-cards")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var names = names(page);
        var found = found(paging(parameters), names);
        var paging = paging(parameters).of(found.size());
        return new ModelAndView("billing/rates/rate-cards", Map.of("page", page.titled("billing.rates.title"), "paging",
                paging, "cards", paging.shown(found), "names", names, "today", rates.today()));
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/rate-cards.csv")
    void csv(Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var names = names(page);
        Csv.answer(response, "rate-cards.csv", HEADER,
                found(paging(parameters), names).stream()
                        .map(c -> Arrays.asList(c.district() == null ? "" : names.get(c.district()), c.role(),
                                Dollars.plain(c.centsPerHour()),
                                c.leastMinutes(), c.from(), c.to(), c.source(), c.state(rates.today()),
                                c.withdrawnReason(), c.id())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/rate-cards", parameters, List.of("district", "role", "rate", "from", "state"), "-from");
    }

    private List<RateCard> found(Paging asked, Map<UUID, String> names) {
        var today = rates.today();
        Comparator<RateCard> district = Comparator.comparing((RateCard c) -> names.getOrDefault(c.district(), ""));
        Map<String, Comparator<RateCard>> sorts = Map.of("district", district, "role",
                Comparator.comparing(RateCard::role), "rate", Comparator.comparingInt(RateCard::centsPerHour),
                "from", Comparator.comparing(RateCard::from), "state",
                Comparator.comparing((RateCard c) -> c.state(today)));
        return rates.list().stream().filter(c -> asked.finds(names.getOrDefault(c.district(), ""), c.source()))
                .filter(c -> asked.filter("role").isEmpty() || c.role().equals(asked.filter("role")))
                .filter(c -> asked.filter("state").isEmpty() || c.state(today).name().equals(asked.filter("state")))
                .sorted(asked.order(sorts).thenComparing(district).thenComparing(RateCard::role)
                        .thenComparing(RateCard::id))
                .toList();
    }

    /** By district; under null what stands for all. */
    private Map<UUID, String> names(Page page) {
        var names = new HashMap<UUID, String>();
        rates.districts().forEach(d -> names.put(d.id(), d.name()));
        names.put(null, page.t("billing.rates.everybody"));
        return names;
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/rate-cards/new")
    ModelAndView form(Page page) {
        return new ModelAndView("billing/rates/rate-card-form", Map.of("page", page.titled("billing.rates.new"),
                "districts", rates.districts(), "today", rates.today()));
    }

    @Needs(Permission.INVOICES_ISSUE)
    @PostMapping("/rate-cards")
    ModelAndView set(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        try {
            var to = typed.getOrDefault("to", "").isBlank() ? null : day(typed, "to");
            int cents = (int) Dollars.read("rate", typed.getOrDefault("rate", ""), 1, MOST_CENTS,
                    "billing.rates.wrong.rate");
            rates.set(district(typed.getOrDefault("district", "")), typed.getOrDefault("role", ""), cents,
                    minutes(typed.getOrDefault("least", "")), day(typed, "from"), to, typed.getOrDefault("source", ""),
                    actor.person());
        } catch (InvalidInput wrong) {
            return again(form(page.with(wrong, typed)));
        } catch (Refused refused) {
            return again(form(page.with(Map.of("from", page.sentence(refused)), typed)));
        }
        Flashes.say(response, "success", page.t("billing.rates.said.set"));
        return new ModelAndView("redirect:/rate-cards");
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/rate-cards/{id}/withdrawal")
    ModelAndView confirm(Page page, @PathVariable UUID id) {
        var card = rates.get(id);
        return new ModelAndView("billing/rates/rate-card-withdrawal",
                Map.of("page", page.titled("billing.rates.withdraw.title"), "card", card, "where",
                        names(page).getOrDefault(card.district(), "")));
    }

    @Needs(Permission.INVOICES_ISSUE)
    @PostMapping("/rate-cards/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        try {
            rates.withdraw(id, reason, actor.person());
        } catch (InvalidInput wrong) {
            return again(confirm(page.with(wrong, Map.of("reason", reason)), id));
        } catch (Refused refused) {
            Flashes.say(response, "error", page.sentence(refused));
            return new ModelAndView("redirect:/rate-cards");
        }
        Flashes.say(response, "success", page.t("billing.rates.said.withdrawn"));
        return new ModelAndView("redirect:/rate-cards");
    }

    private static @Nullable UUID district(String typed) {
        try {
            return typed.isBlank() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("district", typed, "billing.rates.wrong.district");
        }
    }

    private static int minutes(String typed) {
        if (typed.isBlank()) return 0;
        if (!typed.strip().matches("\\d{1,4}")) throw new InvalidInput("least", typed, "billing.rates.wrong.least");
        return Integer.parseInt(typed.strip());
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        try {
            return LocalDate.parse(typed.getOrDefault(field, "").strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, typed.getOrDefault(field, ""), "billing.rates.wrong." + field);
        }
    }

    private static ModelAndView again(ModelAndView view) {
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }
}
