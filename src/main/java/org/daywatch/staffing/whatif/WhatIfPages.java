package org.daywatch.staffing.whatif;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.whatif.Affected.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking what a change would have done, and reading the answer down to each post. */
@Controller
@Needs(Permission.POSTS_EDIT)
class WhatIfPages {

    private static final int CSV_ROWS = 200_000;
    private static final int TABLE_ROWS = 200;
    private static final List<String> HEADER = List.of("outcome", "day", "school", "from", "to", "minutes_before",
            "minutes_after", "officer", "other", "limit", "shape", "reached_minutes",
            "allowed_minutes");

    private final Forms forms;
    private final WhatIfStore store;
    private final EligibilityQueries eligibility;
    private final DepartmentTerms terms;
    private final Districts districts;
    private final HomeTime home;

    WhatIfPages(Forms forms, WhatIfStore store, EligibilityQueries eligibility, DepartmentTerms terms,
            Districts districts, HomeTime home) {
        this.forms = forms;
        this.store = store;
        this.eligibility = eligibility;
        this.terms = terms;
        this.districts = districts;
        this.home = home;
    }

    @GetMapping("/what-if")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters);
        var paging = asked.of(store.count(asked));
        return new ModelAndView("staffing/whatif/list",
                Map.of("page", page.titled("whatif.title"), "paging", paging, "latest", store.list(paging),
                        "departments", departments(),
                        "zone", home.zone()));
    }

    @GetMapping("/what-if.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "what-ifs.csv", List.of("asked_at", "change", "first_day", "last_day", "state"),
                store.list(paging(parameters).size(CSV_ROWS)).stream()
                        .map(w -> List.of(w.askedAt(), w.said(), w.from(), w.to(), w.state())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/what-if", parameters, List.of("asked", "said", "from"), "-asked");
    }

    @GetMapping("/what-if/limit")
    ModelAndView limitForm(Page page, @RequestParam(defaultValue = "") String department) {
        return limitView(page, chosen(department));
    }

    @PostMapping("/what-if/limit")
    ModelAndView askLimit(@RequestParam Map<String, String> typed, Page page, Actor actor) {
        var department = chosen(typed.getOrDefault("department", ""));
        return Act.form(page, typed, again -> limitView(again, department), () -> {
            var form = new WhatIfForm(typed);
            var proposal = form.limit(department);
            if (second(typed)) return new ModelAndView("redirect:/what-if");
            return asked(store.add(form.from(), form.to(), proposal, said(proposal, department, page), actor.person()));
        });
    }

    @GetMapping("/what-if/calendar")
    ModelAndView calendarForm(Page page) {
        return calendarView(page);
    }

    @PostMapping("/what-if/calendar")
    ModelAndView askCalendar(@RequestParam Map<String, String> typed, Page page, Actor actor) {
        return Act.form(page, typed, again -> calendarView(again), () -> {
            var form = new WhatIfForm(typed);
            var proposal = form.calendar(districts.names().keySet());
            if (second(typed)) return new ModelAndView("redirect:/what-if");
            return asked(store.add(form.from(), form.to(), proposal, said(proposal, page), actor.person()));
        });
    }

    @GetMapping("/what-if/{id}")
    ModelAndView one(@PathVariable UUID id, Page page) {
        var whatIf = store.get(id); // first of all: once it says that it is done, the rows are all there
        return new ModelAndView("staffing/whatif/what-if",
                Map.of("page", page.titled("whatif.one.title"), "whatIf", whatIf, "sums", store.sums(id),
                        "officers", store.officers(id, TABLE_ROWS), "schools", store.schools(id, TABLE_ROWS)));
    }

    @GetMapping("/what-if/{id}/rows")
    ModelAndView rows(@PathVariable UUID id, @RequestParam Map<String, String> parameters, Page page) {
        var whatIf = store.get(id);
        var asked = rowsPaging(id, parameters);
        var which = which(parameters);
        var paging = asked.of(store.count(id, which));
        return new ModelAndView("staffing/whatif/rows",
                Map.of("page", page.titled("whatif.rows.title"), "whatIf", whatIf, "paging", paging,
                        "rows", store.rows(id, which, paging)));
    }

    @GetMapping("/what-if/{id}/rows.csv")
    void csv(@PathVariable UUID id, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        store.get(id);
        Csv.answer(response, "what-if.csv", HEADER,
                store.rows(id, which(parameters), rowsPaging(id, parameters).size(CSV_ROWS)).stream()
                        .map(r -> List.<Object>of(r.outcome(), r.day(), r.schoolName(),
                                r.window().start().atZone(r.zone()).toLocalDateTime(),
                                r.window().end().atZone(r.zone()).toLocalDateTime(), r.beforeMinutes(),
                                r.afterMinutes(), r.officerName(),
                                r.otherName(), r.policy(), r.shape(), r.reached(), r.allowed())));
    }

    private static Paging rowsPaging(UUID id, Map<String, String> parameters) {
        return Paging.read("/what-if/" + id + "/rows", parameters, List.of("day", "outcome", "officer"), "day")
                .about("officer", "school");
    }

    private static WhatIf.Which which(Map<String, String> parameters) {
        var outcome = parameters.getOrDefault("outcome", "");
        boolean known = Arrays.stream(Outcome.values()).anyMatch(o -> o.name().equals(outcome));
        return new WhatIf.Which(known ? outcome : "", Ids.find(parameters.getOrDefault("officer", "")).orElse(null),
                Ids.find(parameters.getOrDefault("school", "")).orElse(null),
                parameters.getOrDefault("q", "").strip());
    }

    private Map<UUID, String> departments() {
        return terms.list().departments().stream().collect(Collectors.toMap(d -> d.departmentId(), d -> d.department(),
                (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private DepartmentFacts chosen(String department) {
        var id = Ids.find(department).filter(departments()::containsKey)
                .orElseThrow(() -> new NotFound("department " + department));
        return eligibility.department(id);
    }

    private ModelAndView limitView(Page page, DepartmentFacts department) {
        return dated(new ModelAndView("staffing/whatif/limit-form", new HashMap<>(Map.of("page",
                page.titled("whatif.limit.title", department.name()), "department", department,
                "policies",
                department.policies().stream()
                        .collect(Collectors.toMap(CapPolicy::id, p -> p, (a, b) -> b, java.util.LinkedHashMap::new))
                        .values().stream().toList(),
                "shapes", Shapes.ALL))));
    }

    private ModelAndView calendarView(Page page) {
        return dated(new ModelAndView("staffing/whatif/calendar-form",
                new HashMap<>(Map.of("page", page.titled("whatif.calendar.title"), "districts", districts.names()))));
    }

    /** Ninety days, up to yesterday. */
    private ModelAndView dated(ModelAndView view) {
        var yesterday = home.today().minusDays(1);
        return view.addObject("from", yesterday.minusDays(89)).addObject("to", yesterday);
    }

    /** A second click on the same form. */
    private boolean second(Map<String, String> typed) {
        return Ids.find(typed.getOrDefault("form", "")).filter(form -> !forms.first(form)).isPresent();
    }

    private static ModelAndView asked(UUID id) {
        return new ModelAndView("redirect:/what-if/" + id);
    }

    private static String said(WhatIfProposal.Limit limit, DepartmentFacts department, Page page) {
        var hours = hm(limit.limitMinutes());
        return switch (limit.change()) {
            case END -> page.t("whatif.said.END", department.name(), limit.policy());
            case VALUE -> page.t("whatif.said.VALUE", department.name(), limit.policy(), hours);
            case ADD -> page.t("whatif.said.ADD", department.name(), page.t("caps.shape." + limit.shape()), hours);
        };
    }

    private static String said(WhatIfProposal.Calendar c, Page page) {
        return page.t("whatif.said.CALENDAR", c.closed().size(), c.opened().size(), c.earlier(), c.later());
    }

    static String hm(int minutes) {
        return String.format(java.util.Locale.ROOT, "%d:%02d", minutes / 60, minutes % 60);
    }
}
