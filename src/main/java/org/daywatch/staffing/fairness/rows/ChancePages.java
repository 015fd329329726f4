package org.daywatch.staffing.fairness.rows;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.officers.OfficerStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an officer's figures on the fairness page are made of. */
@Controller
class ChancePages {

    private static final Map<String, Comparator<Chance>> SORTS = Map.of("day",
            Comparator.comparing((Chance c) -> c.window().start()), "school", Comparator.comparing(Chance::school),
            "outcome", Comparator.comparing(Chance::outcome));

    private final ChanceRows rows;
    private final OfficerStore officers;
    private final AuditLog audit;

    ChancePages(ChanceRows rows, OfficerStore officers, AuditLog audit) {
        this.rows = rows;
        this.officers = officers;
        this.audit = audit;
    }

    @Needs(Permission.SHIFTS_DESK)
    @GetMapping("/fairness/officers/{officer}")
    ModelAndView list(Page page, @PathVariable UUID officer, @RequestParam Map<String, String> parameters) {
        var name = officers.get(officer).fullName();
        var month = month(parameters);
        var asked = paging(officer, parameters);
        var found = found(officer, month, asked);
        var paging = asked.of(found.size());
        audit.read("Fairness", "officer " + officer + ", month " + month, Map.of("posts", found.size()));
        return new ModelAndView("staffing/fairness/rows/chances",
                Map.of("page", page.titled("fairness.rows.title", name), "month", month, "paging", paging, "rows",
                        paging.shown(found)));
    }

    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/fairness/officers/{officer}.csv")
    void csv(@PathVariable UUID officer, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        officers.get(officer);
        var month = month(parameters);
        Csv.answer(response, "chances-" + month + ".csv",
                List.of("day", "school", "starts_at", "ends_at", "zone", "asked_by_name", "outcome"),
                found(officer, month,
                        paging(officer, parameters)).stream()
                        .map(c -> List.of(c.day(), c.school(), c.window().start(), c.window().end(), c.zone(),
                                c.asked(), c.outcome())));
    }

    private List<Chance> found(UUID officer, YearMonth month, Paging asked) {
        return rows.list(officer, month).stream().filter(c -> asked.finds(c.school()))
                .filter(c -> asked.filter("outcome").isEmpty() || c.outcome().name().equals(asked.filter("outcome")))
                .filter(c -> asked.filter("asked").isEmpty() || c.asked()).sorted(asked.order(SORTS)).toList();
    }

    private static Paging paging(UUID officer, Map<String, String> parameters) {
        return Paging.read("/fairness/officers/" + officer, parameters, SORTS.keySet(), "day").about("month");
    }

    private static YearMonth month(Map<String, String> parameters) {
        try {
            return YearMonth.parse(parameters.getOrDefault("month", "").strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput("month", parameters.getOrDefault("month", ""), "fairness.wrong.month");
        }
    }
}
