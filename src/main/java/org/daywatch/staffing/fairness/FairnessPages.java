package org.daywatch.staffing.fairness;

import static java.util.Map.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For the coordinator: a month of chances and work, officer by officer. */
@Controller
class FairnessPages {

    private static final List<String> HEADER = List.of("officer", "department", "opportunities", "offers",
            "acceptances", "declined", "given_back", "missed", "open", "hours", "dollars", "cancelled");

    private static final Comparator<Share> BY_NAME = Comparator.comparing(Share::name).thenComparing(Share::officer);
    private static final Map<String, Comparator<Share>> SORTS = Map.ofEntries(
            entry("department", Comparator.comparing(Share::department)), entry("officer", BY_NAME),
            entry("opportunities", Comparator.comparingLong(Share::shown)),
            entry("offers", Comparator.comparingLong(Share::asked)),
            entry("accepted", Comparator.comparingLong(Share::accepted)),
            entry("declined", Comparator.comparingLong(Share::declined)),
            entry("returned", Comparator.comparingLong(Share::givenBack)),
            entry("missed", Comparator.comparingLong(Share::missed)),
            entry("cancelled", Comparator.comparingLong(Share::cancelled)),
            entry("hours", Comparator.comparingLong(Share::minutes)),
            entry("dollars", Comparator.comparing(Share::cents, Comparator.nullsFirst(Comparator.naturalOrder()))));

    private final HomeTime home;
    private final FairnessQueries queries;
    private final FairnessMonths months;
    private final AuditLog audit;

    FairnessPages(FairnessQueries queries, FairnessMonths months, AuditLog audit, HomeTime home) {
        this.home = home;
        this.queries = queries;
        this.months = months;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry fairnessEntry() {
            return NavEntry.of(NavPart.COVERAGE, 47, "fairness.nav", "/fairness", "insights", Permission.SHIFTS_DESK);
        }
    }

    /** How evenly it was shared is told of everybody, whoever the list shows. */
    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/fairness")
    ModelAndView month(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var asked = month(parameters);
        var shares = queries.month(asked);
        var place = paging(parameters);
        var found = found(shares, place);
        var paging = place.of(found.size());
        audit.read("Fairness", "month " + asked, Map.of("officers", found.size()));
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("fairness.title"));
        model.put("month", asked);
        model.put("months", months(page, asked));
        model.put("zone", home.zone());
        model.put("over", asked.isBefore(queries.thisMonth()));
        model.put("paging", paging);
        model.put("shares", paging.shown(found));
        model.put("departments", shares.stream().map(Share::department).distinct().sorted().toList());
        model.put("since", queries.countedSince().orElse(null));
        model.put("spread", FairnessSheet.spread(FairnessSheet.Counted.FULL, shares));
        model.put("published", months.find(asked).orElse(null));
        model.put("agency", actor.tenant());
        return new ModelAndView("staffing/fairness/fairness", model);
    }

    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/fairness.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var asked = month(parameters);
        Csv.answer(response, "fairness-" + asked + ".csv", HEADER,
                found(queries.month(asked), paging(parameters)).stream()
                        .map(s -> List.of(s.name(), s.department(), s.shown(), s.asked(),
                                s.accepted(), s.declined(), s.givenBack(), s.missed(), s.open(),
                                SheetJson.hours(s.minutes()), s.cents() == null ? "unknown" : Dollars.plain(s.cents()),
                                s.cancelled())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/fairness", parameters, SORTS.keySet(), "department").about("month");
    }

    private static List<Share> found(List<Share> shares, Paging asked) {
        return shares.stream().filter(s -> asked.finds(s.name()))
                .filter(s -> asked.filter("department").isEmpty() || s.department().equals(asked.filter("department")))
                .sorted(asked.order(SORTS).thenComparing(BY_NAME)).toList();
    }

    /** A year before and after the one that is shown, the latest first. */
    private static List<Option> months(Page page, YearMonth shown) {
        return IntStream.rangeClosed(-12, 12).mapToObj(shown::minusMonths)
                .map(month -> new Option(month.toString(), page.when().month(month))).toList();
    }

    /** Without a month it is this one. */
    private YearMonth month(Map<String, String> parameters) {
        String month = parameters.getOrDefault("month", "");
        return month.isBlank() ? queries.thisMonth() : FairnessPublishingPages.read(month);
    }
}
