package org.daywatch.planning.standards.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.operationsplans.OperationsPlan;
import org.daywatch.planning.operationsplans.PlanDoor;
import org.daywatch.planning.places.SchoolToday;
import org.daywatch.planning.standards.Standard;
import org.daywatch.planning.standards.StandardCheck.Answer;
import org.daywatch.planning.standards.StandardCheck;
import org.daywatch.planning.standards.StandardChecks;
import org.daywatch.planning.standards.StandardCheckStore;
import org.daywatch.planning.standards.StandardsFile;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The checklist of one edition, and the lists it is checked against. */
@Controller
@Needs(Permission.PLANS_READ)
class StandardPages {

    private static final int LARGEST = 1 << 20;
    private static final int SAID = 20;
    private static final Map<String, Comparator<Standard>> SORTS = Map.of("state",
            Comparator.comparing(Standard::state).thenComparing(Standard::part).thenComparing(Standard::code),
            "part", Comparator.comparing(Standard::part).thenComparing(Standard::code), "code",
            Comparator.comparing(Standard::code));

    private final HomeTime home;
    private final StandardChecks checks;
    private final StandardCheckStore storedChecks;
    private final PlanDoor door;
    private final Organizations organizations;
    private final SchoolToday days;

    StandardPages(StandardChecks checks, StandardCheckStore storedChecks, PlanDoor door, Organizations organizations,
            SchoolToday days, HomeTime home) {
        this.home = home;
        this.checks = checks;
        this.storedChecks = storedChecks;
        this.door = door;
        this.organizations = organizations;
        this.days = days;
    }

    @GetMapping("/operations-plans/{id}/standards")
    ModelAndView of(Actor actor, Page page, @PathVariable UUID id) {
        return checklist(actor, page, door.mine(actor, id));
    }

    private ModelAndView checklist(Actor actor, Page page, OperationsPlan plan) {
        var school = door.school(plan);
        var all = checks.of(plan, school.state(), days.at(school));
        return new ModelAndView("planning/standards/pages/checklist",
                Map.of("page", page.titled("eop.standards.title", school.name(), plan.edition()), "school", school,
                        "plan", plan, "checks", all,
                        "count", StandardCheck.Count.of(all), "mayAnswer", actor.may(Permission.PLANS_EDIT)));
    }

    @Needs(Permission.PLANS_EDIT)
    @PostMapping("/operations-plans/{id}/standards/{code}")
    ModelAndView answer(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @PathVariable String code, @RequestParam Map<String, String> typed) {
        var plan = door.writable(actor, id);
        var back = new HashMap<>(typed);
        back.put("code", code);
        return Act.form(page, back, again -> checklist(actor, again, plan), () -> {
            String word = typed.getOrDefault("answer", "");
            var answer = Arrays.stream(Answer.values()).filter(a -> a.name().equals(word)).findFirst()
                    .orElseThrow(() -> new InvalidInput("answer", word, "eop.error.choose"));
            var school = door.school(plan);
            checks.answer(actor, plan, school.state(), days.at(school), code, answer,
                    typed.getOrDefault("evidence", ""));
            Flashes.say(response, "success", page.t("eop.standards.said"));
            return new ModelAndView("redirect:/operations-plans/" + id + "/standards#standard-" + code);
        });
    }

    @GetMapping("/plan-standards")
    ModelAndView list(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        return list(actor, page, parameters, List.of());
    }

    /** @param wrong what is wrong in the file that was to be loaded, line by line */
    private ModelAndView list(Actor actor, Page page, Map<String, String> parameters, List<String> wrong) {
        var found = found(actor, parameters, page);
        var paging = asked(parameters).of(found.size());
        return new ModelAndView("planning/standards/pages/standards",
                Map.of("page", page.titled("eop.standards.list"), "paging", paging, "rows", paging.shown(found),
                        "mayLoad", mayLoad(actor), "loaded", storedChecks.loaded(agency(actor)), "wrong", wrong));
    }

    @GetMapping("/plan-standards.csv")
    void csv(Actor actor, Page page, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        Csv.answer(response, "plan-standards.csv",
                List.of("part", "code", "words", "source", "state", "to_confirm", "own"),
                found(actor, parameters, page).stream().map(
                        s -> List.of(s.part(), s.code(), s.words(), s.source(), s.state(), s.toConfirm(), s.own())));
    }

    @Needs(Permission.PROGRAM_EDIT)
    @PostMapping("/plan-standards")
    ModelAndView load(Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String state, @RequestParam MultipartFile file) throws IOException {
        if (!mayLoad(actor)) throw new NotFound("a list of standards to load for " + actor.role());
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        byte[] bytes = file.getSize() > LARGEST ? new byte[0] : file.getBytes();
        return Act.file(wrong -> list(actor, page.with(told(page, wrong), Map.of("state", state)), Map.of(),
                wrong.errors().stream().filter(StandardPages::inLine).limit(SAID).map(e -> line(page, e))
                        .toList()),
                () -> {
                    if (file.isEmpty())
                        throw new InvalidInput("file", name,
                                name.isEmpty() ? "eop.standards.error.none" : "eop.standards.error.empty");
                    if (file.getSize() > LARGEST) throw new InvalidInput("file", name, "eop.standards.error.large");
                    String of = state.strip().toUpperCase(Locale.ROOT);
                    var standards = StandardsFile.read(bytes, of);
                    checks.load(actor, of, standards);
                    Flashes.say(response, "success", page.t("eop.standards.said.loaded", standards.size(), of));
                    return new ModelAndView("redirect:/plan-standards?state=" + of);
                });
    }

    @Needs(Permission.PROGRAM_EDIT)
    @PostMapping("/plan-standards/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response,
            @RequestParam(defaultValue = "") String state) {
        if (!mayLoad(actor)) throw new NotFound("a list of standards to withdraw for " + actor.role());
        checks.withdraw(actor, state);
        Flashes.say(response, "success", page.t("eop.standards.said.withdrawn", state));
        return new ModelAndView("redirect:/plan-standards");
    }

    private static boolean mayLoad(Actor actor) {
        return actor.may(Permission.PROGRAM_EDIT) && actor.role().organizationKind().equals("AGENCY");
    }

    private UUID agency(Actor actor) {
        return actor.role().organizationKind().equals("AGENCY")
                ? actor.tenant()
                : organizations.find(actor.tenant()).map(o -> o.parent()).orElseThrow();
    }

    /** At the fields; of the lines only how many are wrong. */
    private static Map<String, String> told(Page page, InvalidInput wrong) {
        var told = new LinkedHashMap<String, String>();
        wrong.errors().stream().filter(e -> !inLine(e))
                .forEach(e -> told.put(e.field(), page.said(e)));
        long lines = wrong.errors().stream().filter(StandardPages::inLine).count();
        if (lines > 0) told.put("file", page.t("eop.standards.wrong.lines", lines, Math.min(lines, SAID)));
        return told;
    }

    private static boolean inLine(InvalidInput.FieldError e) {
        return e.field().startsWith("line ");
    }

    /** "line 3, part=…" in the reader's language: where, what stands there, and what should. */
    private static String line(Page page, InvalidInput.FieldError e) {
        int comma = e.field().indexOf(',');
        String value = e.value().length() > 40 ? e.value().substring(0, 40) + "…" : e.value();
        String column = comma < 0 ? "" : e.field().substring(comma + 1).strip();
        return page.t("eop.standards.wrong.line", e.field().substring(5, comma < 0 ? e.field().length() : comma),
                column, value) + " " + page.t(e.message(), value);
    }

    private List<Standard> found(Actor actor, Map<String, String> parameters, Page page) {
        var asked = asked(parameters);
        return checks.list(agency(actor), today()).stream()
                .filter(s -> asked.finds(s.code(), page.stored("eop.standard", s.words()), s.source()))
                .filter(s -> asked.filter("state").isEmpty() || s.state().equals(asked.filter("state")))
                .filter(s -> asked.filter("part").isEmpty() || s.part().name().equals(asked.filter("part")))
                .sorted(asked.order(SORTS)).toList();
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/plan-standards", parameters, SORTS.keySet(), "state");
    }

    /** Of no school in particular: the list of all states. */
    private LocalDate today() {
        return home.today();
    }
}
