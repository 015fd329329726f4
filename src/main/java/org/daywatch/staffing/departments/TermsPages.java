package org.daywatch.staffing.departments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A department's terms: read by its people, changed by its own administrator after they have seen what changes. */
@Controller
public class TermsPages {

    private final DepartmentTerms store;
    private final CapPolicyStore policies;
    private final Organizations organizations;
    private final TermsForm fields;
    private final Clock clock;

    TermsPages(DepartmentTerms store, CapPolicyStore policies, Organizations organizations, TermsForm fields,
            Clock clock) {
        this.store = store;
        this.policies = policies;
        this.organizations = organizations;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * @param with the department as the agency reads it, the agency as the department does; @param now false where they
     * begin later
     */
    public record View(AgreedTerms terms, String with, List<CapPolicy> inForce, boolean now) {}

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry ownTerms() {
            return NavEntry.of(NavPart.COVERAGE, 40, "terms.nav", "/department/terms", "assignment",
                    Permission.DEPARTMENT_READ);
        }
    }

    @Needs(Permission.DEPARTMENT_READ)
    @GetMapping("/department/terms")
    ModelAndView own(Page page) {
        boolean may = page.actor() != null && page.actor().may(Permission.TERMS_EDIT);
        var now = store.agreed().stream().map(t -> view(t, t.agencyId(), true));
        var all = Stream.concat(now, store.coming().stream().map(t -> view(t, t.agencyId(), false)))
                .sorted(Comparator.comparing(View::with)).toList();
        return shown(page.titled("terms.title"), all, may);
    }

    @Needs(Permission.TERMS_EDIT)
    @GetMapping("/department/terms/{agency}")
    ModelAndView form(Page page, @PathVariable UUID agency) {
        var terms = get(agency);
        return form(page.values().isEmpty() ? page.with(page.errors(), TermsForm.typed(terms)) : page, terms);
    }

    /** First it shows what would change; the second press, from there, changes it. */
    @Needs(Permission.TERMS_EDIT)
    @PostMapping("/department/terms/{agency}")
    ModelAndView change(Page page, HttpServletResponse response, @PathVariable UUID agency,
            @RequestParam Map<String, String> typed) {
        var before = get(agency);
        return Act.form(page, typed, again -> form(again, before), () -> {
            var after = fields.read(before, typed);
            if ("true".equals(typed.get("sure"))) {
                store.change(before, after);
                Flashes.say(response, "success", page.t("terms.said"));
                return new ModelAndView("redirect:/department/terms");
            }
            var hidden = new LinkedHashMap<>(TermsForm.typed(after));
            hidden.put("sure", "true");
            return new ModelAndView("staffing/departments/terms-preview",
                    Map.of("page", page.titled("terms.preview.title"), "changes",
                            changes(page, before, after), "hidden", hidden,
                            "action", "/department/terms/" + agency));
        });
    }

    private static List<String> changes(Page page, AgreedTerms before, AgreedTerms after) {
        return before.changesTo(after, kind -> page.t("eligibility.work." + kind.name())).stream()
                .map(c -> page.t("terms.change", page.t("terms." + c.field()), c.before(), c.after())).toList();
    }

    private ModelAndView form(Page page, AgreedTerms terms) {
        return new ModelAndView("staffing/departments/terms-form", Map.of("page", page.titled("terms.edit.title"),
                "terms", terms, "sets", fields.sets(page, terms.policySet())));
    }

    private static ModelAndView shown(Page page, List<View> all, boolean may) {
        boolean mayAsk = page.actor() != null && page.actor().may(Permission.POSTS_EDIT);
        return new ModelAndView("staffing/departments/terms",
                Map.of("page", page, "all", all, "may", may, "mayAsk", mayAsk));
    }

    private View view(AgreedTerms terms, UUID with, boolean now) {
        var day = now || terms.from() == null ? clock.instant().atZone(terms.zone()).toLocalDate() : terms.from();
        return new View(terms, organizations.find(with).map(Organizations.Organization::name).orElse(""),
                policies.judging(terms.policySet(), terms.departmentId()).stream().filter(p -> p.inForce(day)).toList(),
                now);
    }

    private AgreedTerms get(UUID agency) {
        return store.agreed().stream().filter(t -> t.agencyId().equals(agency)).findFirst()
                .orElseThrow(() -> new NotFound("terms with agency " + agency));
    }
}
