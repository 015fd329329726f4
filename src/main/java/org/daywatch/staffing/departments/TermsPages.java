package org.daywatch.staffing.departments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.caps.CapPolicy;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.terms.WorkKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A department's terms: read by its people and by the agency, changed by its own administrator after he has seen what changes. */
@Controller
public class TermsPages {

    private static final Map<String, Comparator<View>> SORTS = Map.of("name", Comparator.comparing(View::with),
            "rank", Comparator.comparing((View v) -> v.terms().rank()).thenComparing(View::with), "limits", Comparator.comparing((View v) -> v.inForce().size()).thenComparing(View::with),
            "lead", Comparator.comparing((View v) -> v.terms().leadHours()).thenComparing(View::with));

    private final AgreedTermsStore store;
    private final CapPolicyStore policies;
    private final Organizations organizations;
    private final Clock clock;

    TermsPages(AgreedTermsStore store, CapPolicyStore policies, Organizations organizations, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @param with the department as the agency reads it, the agency as the department does */
    public record View(AgreedTerms terms, String with, List<CapPolicy> inForce) {}

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry ownTerms() {
            return NavEntry.of(NavPart.COVERAGE, 40, "terms.nav", "/department/terms", "assignment", Permission.DEPARTMENT_READ);
        }

        @Bean
        NavEntry departments() {
            return NavEntry.of(NavPart.SETUP, 85, "terms.departments", "/departments", "local_police", Permission.TERMS_READ);
        }
    }

    @Needs(Permission.TERMS_READ)
    @GetMapping("/departments")
    ModelAndView ofAll(Page page, @RequestParam Map<String, String> parameters) {
        var all = departments(parameters);
        var paging = asked(parameters).of(all.size());
        return new ModelAndView("staffing/departments/departments", Map.of("page", page.titled("terms.departments"), "paging", paging, "rows", paging.shown(all)));
    }

    @Needs(Permission.TERMS_READ)
    @GetMapping("/departments.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "departments.csv", List.of("department", "asked_as", "forbidden_work", "set_of_limits", "limits_in_force", "lead_hours", "cancel_hours",
                "minimum_hours", "zone"), departments(parameters).stream().map(v -> List.of(v.with(), v.terms().rank(), v.terms().prohibited().stream().map(Enum::name)
                        .sorted().collect(Collectors.joining(" ")), v.terms().policySet(), v.inForce().size(), v.terms().leadHours(), v.terms().cancelHours(),
                        v.terms().minimumHours(), v.terms().zone())));
    }

    @Needs(Permission.TERMS_READ)
    @GetMapping("/departments/{department}")
    ModelAndView ofOne(Page page, @PathVariable UUID department) {
        var terms = store.list().stream().filter(t -> t.departmentId().equals(department)).findFirst().orElseThrow(() -> new NotFound("department " + department));
        return shown(page.titled("terms.departments"), List.of(view(terms, department)), false).addObject("back", "/departments");
    }

    private List<View> departments(Map<String, String> parameters) {
        var asked = asked(parameters);
        return store.list().stream().map(t -> view(t, t.departmentId())).filter(v -> asked.finds(v.with()))
                .filter(v -> asked.filter("forbids").isEmpty() || v.terms().prohibited().stream().anyMatch(k -> k.name().equals(asked.filter("forbids"))))
                .sorted(asked.order(SORTS)).toList();
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/departments", parameters, SORTS.keySet(), "rank");
    }

    @Needs(Permission.DEPARTMENT_READ)
    @GetMapping("/department/terms")
    ModelAndView own(Page page) {
        boolean may = page.actor() != null && page.actor().may(Permission.TERMS_EDIT);
        return shown(page.titled("terms.title"), store.list().stream().map(t -> view(t, t.agencyId())).toList(), may);
    }

    @Needs(Permission.TERMS_EDIT)
    @GetMapping("/department/terms/{agency}")
    ModelAndView form(Page page, @PathVariable UUID agency) {
        var terms = get(agency);
        return form(page.values().isEmpty() ? page.with(page.errors(), typed(terms)) : page, terms);
    }

    /** First it shows what would change; the second press, from there, changes it. */
    @Needs(Permission.TERMS_EDIT)
    @PostMapping("/department/terms/{agency}")
    ModelAndView change(Page page, HttpServletResponse response, @PathVariable UUID agency, @RequestParam Map<String, String> typed) {
        var before = get(agency);
        AgreedTerms after;
        try {
            after = read(before, typed);
        } catch (InvalidInput wrong) {
            var view = form(page.with(wrong, typed), before);
            view.setStatus(HttpStatus.BAD_REQUEST);
            return view;
        }
        if ("true".equals(typed.get("sure"))) {
            store.save(before, after);
            Flashes.say(response, "success", page.t("terms.said"));
            return new ModelAndView("redirect:/department/terms");
        }
        var hidden = new LinkedHashMap<>(typed(after));
        hidden.put("sure", "true");
        return new ModelAndView("staffing/departments/terms-preview", Map.of("page", page.titled("terms.preview.title"), "changes",
                before.changesTo(after, k -> page.t("eligibility.work." + k.name())), "hidden", hidden, "action", "/department/terms/" + agency));
    }

    private ModelAndView form(Page page, AgreedTerms terms) {
        return new ModelAndView("staffing/departments/terms-form", Map.of("page", page.titled("terms.edit.title"), "terms", terms, "sets", sets(terms.policySet())));
    }

    private static ModelAndView shown(Page page, List<View> all, boolean may) {
        boolean mayAsk = page.actor() != null && page.actor().may(Permission.POSTS_EDIT);
        return new ModelAndView("staffing/departments/terms", Map.of("page", page, "all", all, "may", may, "mayAsk", mayAsk));
    }

    private View view(AgreedTerms terms, UUID with) {
        var today = clock.instant().atZone(terms.zone()).toLocalDate();
        return new View(terms, organizations.find(with).map(Organizations.Organization::name).orElse(""),
                policies.judging(terms.policySet(), terms.departmentId()).stream().filter(p -> p.inForce(today)).toList());
    }

    private AgreedTerms get(UUID agency) {
        return store.list().stream().filter(t -> t.agencyId().equals(agency)).findFirst().orElseThrow(() -> new NotFound("terms with agency " + agency));
    }

    private AgreedTerms read(AgreedTerms before, Map<String, String> typed) {
        var set = typed.getOrDefault("policySet", "");
        if (!set.equals(before.policySet()) && !policies.sets().contains(set)) throw new InvalidInput("policySet", set, "terms.error.set");
        Set<WorkKind> forbidden = Stream.of(WorkKind.values()).filter(k -> "true".equals(typed.get("work" + k.name()))).collect(Collectors.toUnmodifiableSet());
        if (forbidden.contains(WorkKind.SCHOOL_SAFETY)) throw new InvalidInput("workSCHOOL_SAFETY", "true", "terms.error.school");
        var from = optional(typed, "supervisorFrom", 2, 50);
        var per = optional(typed, "supervisorPer", 1, 50);
        if ((from == null) != (per == null)) throw new InvalidInput(from == null ? "supervisorFrom" : "supervisorPer", "", "terms.error.ratio");
        return before.with(set, forbidden, from, per, number(typed, "leadHours", 2160), number(typed, "cancelHours", 336), number(typed, "minimumHours", 12));
    }

    private static @Nullable Integer optional(Map<String, String> typed, String field, int least, int most) {
        var text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) return null;
        int number = number(typed, field, most);
        if (number < least) throw new InvalidInput(field, text, "terms.error.number");
        return number;
    }

    private static int number(Map<String, String> typed, String field, int most) {
        var text = typed.getOrDefault(field, "").strip();
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > most) throw new InvalidInput(field, text, "terms.error.number");
        return Integer.parseInt(text);
    }

    private static Map<String, String> typed(AgreedTerms t) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("policySet", t.policySet());
        t.prohibited().forEach(k -> typed.put("work" + k.name(), "true"));
        typed.put("supervisorFrom", t.supervisorFrom() == null ? "" : t.supervisorFrom().toString());
        typed.put("supervisorPer", t.supervisorPer() == null ? "" : t.supervisorPer().toString());
        typed.put("leadHours", "" + t.leadHours());
        typed.put("cancelHours", "" + t.cancelHours());
        typed.put("minimumHours", "" + t.minimumHours());
        return typed;
    }

    /** Each set under the name of the department that wrote it; the present one stays even when it is no longer published. */
    private List<Field.Option> sets(String present) {
        var names = new java.util.TreeMap<String, String>();
        names.put(present, present);
        policies.list().forEach(p -> names.put(p.set(), p.department()));
        return names.entrySet().stream().filter(e -> e.getKey().equals(present) || policies.sets().contains(e.getKey()))
                .map(e -> new Field.Option(e.getKey(), e.getValue())).sorted(java.util.Comparator.comparing(Field.Option::label)).toList();
    }
}
