package org.daywatch.staffing.departments.register;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.StateZones;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.departments.TermsForm;
import org.daywatch.staffing.departments.register.DepartmentFile.Contact;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.proposals.TermsProposal;
import org.daywatch.staffing.terms.proposals.TermsProposalStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The departments of the agency: the list, one of them, adding and changing. */
@Controller
public class DepartmentRegisterPages {

    /** Where a department stands with the agency. */
    public enum Standing {
        AGREED, WAITING, OBJECTED, LATER, OVER, NONE
    }

    public record Row(UUID id, DepartmentFile file, @Nullable AgreedTerms terms, Standing standing, int limits) {

        int rank() {
            return terms == null ? Integer.MAX_VALUE : terms.rank();
        }
    }

    private static final Map<String, Comparator<Row>> SORTS = Map.of("name", Comparator.comparing(r -> r.file().name()),
            "rank", Comparator.comparingInt(Row::rank).thenComparing(r -> r.file().name()), "standing",
            Comparator.comparing(Row::standing).thenComparing(r -> r.file().name()),
            "limits", Comparator.comparing(Row::limits).thenComparing(r -> r.file().name()));

    private final DepartmentFiles files;
    private final DepartmentTerms terms;
    private final TermsProposalStore proposals;
    private final CapPolicyStore policies;
    private final TermsForm fields;
    private final Forms forms;
    private final Clock clock;

    DepartmentRegisterPages(DepartmentFiles files, DepartmentTerms terms, TermsProposalStore proposals,
            CapPolicyStore policies, TermsForm fields, Forms forms, Clock clock) {
        this.files = files;
        this.terms = terms;
        this.proposals = proposals;
        this.policies = policies;
        this.fields = fields;
        this.forms = forms;
        this.clock = clock;
    }

    @Bean
    static NavEntry departmentsEntry() {
        return NavEntry.of(NavPart.SETUP, 85, "terms.departments", "/departments", "local_police",
                Permission.TERMS_READ);
    }

    @Needs(Permission.TERMS_READ)
    @GetMapping("/departments")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var all = rows(parameters);
        var paging = asked(parameters).of(all.size());
        return new ModelAndView("staffing/departments/register/departments",
                Map.of("page", page.titled("terms.departments"), "paging", paging, "rows", paging.shown(all),
                        "may", actor.may(Permission.DEPARTMENTS_EDIT)));
    }

    @Needs(Permission.TERMS_READ)
    @GetMapping("/departments.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "departments.csv", DepartmentsCsv.HEADER,
                rows(parameters).stream().map(r -> DepartmentsCsv.row(r.file(), r.terms())));
    }

    private List<Row> rows(Map<String, String> parameters) {
        var asked = asked(parameters);
        var agreed = terms.agreed().stream().collect(Collectors.toMap(AgreedTerms::departmentId, Function.identity()));
        return files.list().entrySet().stream().map(e -> row(e.getKey(), e.getValue(), agreed.get(e.getKey())))
                .filter(r -> asked.finds(r.file().name(), r.file().ori()))
                .filter(r -> asked.filter("standing").isEmpty() || r.standing().name().equals(asked.filter("standing")))
                .sorted(asked.order(SORTS)).toList();
    }

    private Row row(UUID id, DepartmentFile file, @Nullable AgreedTerms agreed) {
        return new Row(id, file, agreed, standing(file, agreed, proposals.ofDepartment(id)),
                inForce(file, id, agreed).size());
    }

    private Standing standing(DepartmentFile file, @Nullable AgreedTerms agreed, List<TermsProposal> proposed) {
        var today = clock.instant().atZone(file.zone()).toLocalDate();
        if (agreed != null && agreed.holdsOn(today)) return Standing.AGREED;
        if (proposed.stream().anyMatch(TermsProposal::waits)) return Standing.WAITING;
        if (agreed != null)
            return agreed.from() != null && today.isBefore(agreed.from()) ? Standing.LATER : Standing.OVER;
        return !proposed.isEmpty() && proposed.getFirst().state() instanceof TermsProposal.State.Objected
                ? Standing.OBJECTED
                : Standing.NONE;
    }

    private List<CapPolicy> inForce(DepartmentFile file, UUID id, @Nullable AgreedTerms agreed) {
        var today = clock.instant().atZone(file.zone()).toLocalDate();
        return policies.judging(agreed == null ? file.policySet() : agreed.policySet(), id).stream()
                .filter(p -> p.inForce(today)).toList();
    }

    /** Terms that are agreed and do not hold yet, with the limits of their first day. */
    public record Coming(AgreedTerms terms, List<CapPolicy> limits) {}

    private List<CapPolicy> limits(AgreedTerms later) {
        return policies.judging(later.policySet(), later.departmentId()).stream().filter(p -> p.inForce(later.from()))
                .toList();
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/departments", parameters, SORTS.keySet(), "rank");
    }

    @Needs(Permission.TERMS_READ)
    @GetMapping("/departments/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var file = files.get(id);
        var agreed = terms.find(id).orElse(null);
        var model = new java.util.HashMap<String, Object>(
                Map.of("page", page.titled("departments.one.title", file.name()), "id", id, "file", file,
                        "proposals", proposals.ofDepartment(id), "limits", inForce(file, id, agreed), "standing",
                        standing(file, agreed, proposals.ofDepartment(id)),
                        "may", actor.may(Permission.DEPARTMENTS_EDIT), "mayAsk", actor.may(Permission.POSTS_EDIT),
                        "mayOfficers", actor.may(Permission.OFFICERS_EDIT)));
        model.put("terms", agreed);
        model.put("coming", terms.coming().stream().filter(t -> t.departmentId().equals(id))
                .map(t -> new Coming(t, limits(t))).toList());
        return new ModelAndView("staffing/departments/register/department", model);
    }

    @Needs(Permission.DEPARTMENTS_EDIT)
    @GetMapping("/departments/new")
    ModelAndView form(Page page) {
        var start = Map.of("zone", files.usualZone().getId(), "policySet", CapPolicyStore.NOT_KNOWN);
        return formView(page.titled("departments.new.title").with(Map.of(), start), "/departments", "/departments", "");
    }

    @Needs(Permission.DEPARTMENTS_EDIT)
    @PostMapping("/departments")
    ModelAndView add(Page page, @RequestParam Map<String, String> typed, @RequestParam UUID form,
            HttpServletResponse response) {
        return Act.form(page.titled("departments.new.title"), typed,
                again -> formView(again, "/departments", "/departments", ""), () -> {
                    var file = read(typed, "");
                    if (!forms.first(form)) return new ModelAndView("redirect:/departments");
                    var id = files.add(file);
                    Flashes.say(response, "success", page.t("departments.said.added", file.name()));
                    return new ModelAndView("redirect:/departments/" + id + "/terms");
                });
    }

    @Needs(Permission.DEPARTMENTS_EDIT)
    @GetMapping("/departments/{id}/edit")
    ModelAndView edit(Page page, @PathVariable UUID id) {
        var file = files.get(id);
        return formView(page.titled("departments.edit.title", file.name()).with(Map.of(), typed(file)),
                "/departments/" + id + "/edit", "/departments/" + id, file.policySet());
    }

    @Needs(Permission.DEPARTMENTS_EDIT)
    @PostMapping("/departments/{id}/edit")
    ModelAndView change(Page page, @PathVariable UUID id, @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var before = files.get(id);
        return Act.form(page.titled("departments.edit.title", before.name()), typed,
                again -> formView(again, "/departments/" + id + "/edit", "/departments/" + id, before.policySet()),
                () -> {
                    files.change(id, read(typed, before.policySet()));
                    Flashes.say(response, "success", page.t("departments.said.changed"));
                    return new ModelAndView("redirect:/departments/" + id);
                });
    }

    private DepartmentFile read(Map<String, String> typed, String presentSet) {
        var zone = StateZones.read(typed.getOrDefault("zone", ""))
                .orElseThrow(() -> new InvalidInput("zone", typed.getOrDefault("zone", ""), "departments.error.zone"));
        var contact = new Contact(typed.getOrDefault("contactName", ""), typed.getOrDefault("contactTitle", ""),
                typed.getOrDefault("contactEmail", ""), typed.getOrDefault("contactPhone", ""));
        return new DepartmentFile(typed.getOrDefault("name", ""), typed.getOrDefault("ori", ""), contact, zone,
                fields.set(presentSet, typed)).checked();
    }

    private static Map<String, String> typed(DepartmentFile f) {
        return new TreeMap<>(Map.of("name", f.name(), "ori", f.ori(), "contactName", f.contact().name(), "contactTitle",
                f.contact().title(), "contactEmail", f.contact().email(),
                "contactPhone", f.contact().phone(), "zone", f.zone().getId(), "policySet", f.policySet()));
    }

    private ModelAndView formView(Page page, String action, String cancel, String set) {
        return new ModelAndView("staffing/departments/register/department-form",
                Map.of("page", page, "action", action, "cancel", cancel, "sets", fields.sets(page, set),
                        "zones",
                        StateZones.ZONES.stream()
                                .map(z -> new org.daywatch.platform.web.kit.Field.Option(z.getId(), page.zone(z)))
                                .toList()));
    }
}
