package org.daywatch.billing.invoices;

import static org.daywatch_db.billing.Tables.INVOICE;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.billing.invoices.Issuing.Issuer;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Invoices and credit notes: the agency's desk sees all, a district its own. */
@Controller
class InvoicePages {

    private static final int MOST = 100_000;
    private static final Set<String> SORTS = Set.of("number", "district", "month", "issued", "amount");
    static final List<String> HEADER = List.of("number", "kind", "district", "month", "issued_at", "issued_by",
            "shifts", "billed_minutes", "dollars", "credits", "credited_by", "reason", "seal", "invoice_id");
    static final List<String> LINES_HEADER = List.of("number", "line", "day", "school", "officer", "role",
            "payable_minutes", "least_minutes", "billed_minutes", "dollars_an_hour", "dollars", "rate_card_id",
            "shift_id");

    private final InvoiceQueries invoices;
    private final Issuing issuing;
    private final Organizations organizations;
    private final HomeTime home;

    InvoicePages(InvoiceQueries invoices, Issuing issuing, Organizations organizations, HomeTime home) {
        this.invoices = invoices;
        this.issuing = issuing;
        this.organizations = organizations;
        this.home = home;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry allInvoices() {
            return NavEntry.of(NavPart.COVERAGE, 90, "billing.nav", "/invoices", "assignment",
                    Permission.INVOICES_READ);
        }
    }

    /** @param credited by invoice of these, the number of the note that takes it back */
    private record Shown(List<Invoice> invoices, Map<UUID, Integer> credited, Map<UUID, Integer> taken) {}

    @Needs(Permission.INVOICES_READ)
    @GetMapping("/invoices")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var which = which(paging);
        paging = paging.of(invoices.count(which));
        var shown = shown(which, paging, paging.offset(), paging.size());
        return new ModelAndView("billing/invoices/invoices",
                Map.of("page", page.titled("billing.title"), "paging", paging, "invoices", shown.invoices(), "credited",
                        shown.credited(),
                        "taken", shown.taken(), "zone", home.zone(), "states", states(page), "months", months(page)));
    }

    private static List<Option> states(Page page) {
        return Stream.concat(Stream.of(new Option("", page.t("billing.all"))),
                Stream.of("STANDING", "CREDITED", "CREDIT").map(x -> new Option(x, page.t("billing.state." + x))))
                .toList();
    }

    private List<Option> months(Page page) {
        return Stream.concat(Stream.of(new Option("", page.t("billing.month.any"))),
                invoices.months().stream().map(m -> new Option(m.toString(), page.when().month(m)))).toList();
    }

    @Needs(Permission.INVOICES_READ)
    @GetMapping("/invoices.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = paging(parameters);
        var shown = shown(which(paging), paging, 0, MOST);
        Csv.answer(response, "invoices.csv", HEADER,
                shown.invoices().stream()
                        .map(i -> Arrays.asList(i.number(), i.kind(), i.districtName(), i.month(), i.issuedAt(),
                                i.issuedName(), i.shifts(), i.minutes(),
                                Dollars.plain(i.cents()), shown.taken().get(i.id()), shown.credited().get(i.id()),
                                i.reason(), i.seal(), i.id())));
    }

    private Shown shown(Condition which, Paging paging, int offset, int limit) {
        var list = invoices.list(which, order(paging), offset, limit);
        var taken = new HashMap<UUID, Integer>();
        var numbers = invoices.numbers(list.stream().filter(Invoice::credit).map(Invoice::credits).toList());
        list.stream().filter(Invoice::credit).forEach(i -> taken.put(i.id(), numbers.get(i.credits())));
        return new Shown(list, invoices.credited(list.stream().map(Invoice::id).toList()), taken);
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/invoices", parameters, SORTS, "-number");
    }

    private static Condition which(Paging paging) {
        var i = INVOICE;
        Condition which = DSL.noCondition();
        String words = paging.filter("q");
        if (!words.isEmpty())
            which = which.and(i.DISTRICT_NAME.containsIgnoreCase(words)
                    .or(words.matches("0*\\d{1,9}") ? i.NUMBER.eq(Integer.valueOf(words)) : DSL.falseCondition()));
        var month = month(paging.filter("month"));
        if (month != null) which = which.and(i.MONTH.eq(month.atDay(1)));
        var takenBack = DSL.exists(DSL.selectOne().from(INVOICE.as("note")).where(INVOICE.as("note").CREDITS.eq(i.ID)));
        return switch (paging.filter("state")) {
            case "STANDING" -> which.and(i.KIND.eq("INVOICE")).andNot(takenBack);
            case "CREDITED" -> which.and(i.KIND.eq("INVOICE")).and(takenBack);
            case "CREDIT" -> which.and(i.KIND.eq("CREDIT"));
            default -> which;
        };
    }

    private static List<SortField<?>> order(Paging paging) {
        var i = INVOICE;
        var by = switch (paging.sort()) {
            case "district" -> i.DISTRICT_NAME;
            case "month" -> i.MONTH;
            case "issued" -> i.ISSUED_AT;
            case "amount" -> i.CENTS;
            default -> i.NUMBER;
        };
        return List.of(paging.descending() ? by.desc() : by.asc(), i.NUMBER.desc());
    }

    @Needs(Permission.INVOICES_READ)
    @GetMapping("/invoices/{id}")
    ModelAndView invoice(Page page, @PathVariable UUID id) {
        var invoice = invoices.get(id);
        var model = new HashMap<String, Object>(
                Map.of("page", page.titled(invoice.credit() ? "billing.credit" : "billing.invoice", invoice.name()),
                        "invoice", invoice, "lines", invoices.lines(id), "zone", home.zone()));
        model.put("note", invoices.creditOf(id).orElse(null));
        model.put("taken", invoice.credits() == null ? null : invoices.get(invoice.credits()));
        return new ModelAndView("billing/invoices/invoice", model);
    }

    @Needs(Permission.INVOICES_READ)
    @GetMapping("/invoices/{id}/lines.csv")
    void lines(@PathVariable UUID id, HttpServletResponse response) {
        var invoice = invoices.get(id);
        Csv.answer(response, "invoice-" + invoice.name() + ".csv", LINES_HEADER,
                invoices.lines(id).stream()
                        .map(l -> List.of(invoice.number(), l.line(), l.day(), l.schoolName(), l.officer(), l.role(),
                                l.payable(),
                                l.least(), l.billed(), Dollars.plain(l.centsPerHour()), Dollars.plain(l.cents()),
                                l.rateCard(), l.shift())));
    }

    @Needs(Permission.INVOICES_READ)
    @GetMapping("/invoices/{id}/invoice.pdf")
    void pdf(Page page, @PathVariable UUID id, HttpServletResponse response) {
        var invoice = invoices.get(id);
        var agency = organizations.find(invoice.agency()).map(Organizations.Organization::name).orElse("");
        byte[] pdf = InvoiceSheet.of(page, agency, invoice, invoices.lines(id), invoices.creditOf(id).orElse(null),
                invoice.credits() == null ? null : invoices.get(invoice.credits()), home.zone());
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"invoice-" + invoice.name() + ".pdf\"");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getOutputStream().write(pdf);
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Needs(Permission.INVOICES_ISSUE)
    @GetMapping("/invoices/{id}/credit-note")
    ModelAndView confirm(Page page, @PathVariable UUID id) {
        return new ModelAndView("billing/invoices/credit-note",
                Map.of("page", page.titled("billing.credit.title"), "invoice", invoices.get(id)));
    }

    @Needs(Permission.INVOICES_ISSUE)
    @PostMapping("/invoices/{id}/credit-note")
    ModelAndView credit(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam UUID form, @RequestParam(defaultValue = "") String reason) {
        return Act.on(page, response, "/invoices/" + id,
                () -> Act.form(page, Map.of("reason", reason), again -> confirm(again, id), () -> {
                    var note = issuing.credit(id, reason, form, new Issuer(actor.person(), actor.name()));
                    Flashes.say(response, "success", page.t("billing.credit.said", note.name()));
                    return new ModelAndView("redirect:/invoices/" + note.id());
                }));
    }

    private static @Nullable YearMonth month(String typed) {
        return typed.matches("20\\d\\d-(0[1-9]|1[0-2])") ? YearMonth.parse(typed) : null;
    }
}
