package org.daywatch.directory.programs.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.districts.Districts;
import org.daywatch.directory.programs.RequirementNumbers.Asked;
import org.daywatch.directory.programs.RequirementNumbers;
import org.daywatch.directory.programs.RuleNumber;
import org.daywatch.directory.programs.catalog.CatalogStore;
import org.daywatch.directory.programs.catalog.Choices;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.due.DueQueries;
import org.daywatch.directory.programs.due.Participation;
import org.daywatch.directory.programs.figures.RuleConsequences.Edited;
import org.daywatch.directory.programs.figures.RuleConsequences;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing the number of a requirement: what is typed, what it would change, and only then the change. */
@Controller
@Needs(Permission.PROGRAM_EDIT)
class NumberPages {
    private final CatalogStore catalog;
    private final ProgramRules rules;
    private final RequirementNumbers numbers;
    private final DueQueries dues;
    private final Campuses campuses;
    private final Districts districts;
    private final ObjectProvider<RuleConsequences> consequences;

    NumberPages(CatalogStore catalog, ProgramRules rules, RequirementNumbers numbers, DueQueries dues,
            Campuses campuses, Districts districts,
            ObjectProvider<RuleConsequences> consequences) {
        this.catalog = catalog;
        this.rules = rules;
        this.numbers = numbers;
        this.dues = dues;
        this.campuses = campuses;
        this.districts = districts;
        this.consequences = consequences;
    }

    @GetMapping("/programs/{code}/numbers/{requirement}")
    ModelAndView form(Page page, @PathVariable String code, @PathVariable String requirement) {
        var demand = demand(code, requirement);
        String state = state(demand);
        var now = rules.book().find(demand.rule(), numbers.today(), RuleBook.state(state));
        var model = new LinkedHashMap<String, Object>();
        model.put("page", page.titled("programs.number.title"));
        model.put("demand", demand);
        model.put("scopes", scopes(page, state));
        model.put("now", now.map(ProgramRule::value).map(RuleNumber::plain).orElse(""));
        model.put("words", now.map(ProgramRule::words).orElse(""));
        var read = demand.readOn(numbers.today(), rules.book(), List.of(RuleBook.state(state)));
        model.put("read", read);
        model.put("countings", Choices.countings(demand));
        model.put("proofs", Choices.evidence(demand));
        model.put("tomorrow", numbers.today().plusDays(1));
        return new ModelAndView("directory/programs/pages/number", model);
    }

    /** What it would change; nothing is stored. */
    @PostMapping("/programs/{code}/numbers/{requirement}")
    ModelAndView preview(Page page, @PathVariable String code, @PathVariable String requirement,
            @RequestParam Map<String, String> typed) {
        var demand = demand(code, requirement);
        return Act.form(page, typed, again -> form(again, code, requirement), () -> {
            var asked = asked(demand, typed);
            var after = numbers.with(demand, state(demand), asked);
            var model = new LinkedHashMap<String, Object>();
            model.put("page", page.titled("programs.preview.title"));
            model.put("demand", demand);
            model.put("asked", asked);
            model.put("where", scopes(page, state(demand)).getOrDefault(asked.scope(), asked.scope()));
            model.put("preview", new NumberPreview(change(demand, asked, after), meters(page, demand, asked)));
            model.put("form", typed);
            return new ModelAndView("directory/programs/pages/preview", model);
        });
    }

    @PostMapping("/programs/{code}/numbers/{requirement}/apply")
    ModelAndView apply(Page page, HttpServletResponse response, @PathVariable String code,
            @PathVariable String requirement, @RequestParam Map<String, String> typed) {
        var demand = demand(code, requirement);
        return Act.form(page, typed, "from", again -> form(again, code, requirement), () -> {
            numbers.set(demand, state(demand), asked(demand, typed));
            Flashes.say(response, "success", page.t("programs.said.set"));
            return new ModelAndView("redirect:/programs/" + code);
        });
    }

    private List<Campus> bound(Demand demand, Asked asked, LocalDate day) {
        List<Campus> schools = districts.names().keySet().stream()
                .filter(d -> !asked.scope().startsWith("DISTRICT:") || asked.scope().endsWith(d.toString()))
                .flatMap(d -> campuses.list(CalendarScope.all(d)).stream()).filter(c -> c.state().equals(state(demand)))
                .toList();
        return dues.bound(demand.program(), schools, day);
    }

    /** As meters stand today, and as they would stand today if the edited rule held already. */
    private List<RuleConsequences.Line> meters(Page page, Demand demand, Asked asked) {
        if (!NumberWords.effect(demand).equals("METER")) return List.of();
        var today = numbers.today();
        var now = numbers.with(demand, state(demand), new Asked(asked.scope(), asked.value(), today, null,
                asked.reading(), asked.words(), asked.source(), asked.toConfirm()));
        var before = rules.book();
        var edited = new HashMap<UUID, Edited>();
        for (Campus school : bound(demand, asked, today)) {
            var scopes = Participation.scopes(school);
            edited.put(school.id(), new Edited(demand.on(today, before, scopes).orElse(null),
                    demand.on(today, now, scopes).orElse(null)));
        }
        return consequences.stream().flatMap(c -> c.preview(page, edited, today).stream()).toList();
    }

    /** Seen as of the day on which the number begins. */
    private NumberChange change(Demand demand, Asked asked, RuleBook after) {
        var bound = bound(demand, asked, asked.from());
        var before = rules.book();
        return NumberChange.of(demand, bound, dues.of(bound, asked.from(), Map.of(), before),
                dues.of(bound, asked.from(), Map.of(), after),
                school -> new NumberChange.Measure(measured(demand, asked, before, school),
                        measured(demand, asked, after, school)));
    }

    private static @Nullable Requirement measured(Demand demand, Asked asked, RuleBook book, Campus school) {
        return demand.on(asked.from(), book, Participation.scopes(school)).orElse(null);
    }

    private Map<String, String> scopes(Page page, String state) {
        var names = districts.names();
        var scopes = new LinkedHashMap<String, String>();
        for (String scope : numbers.scopes(state)) {
            String id = scope.substring(scope.indexOf(':') + 1);
            scopes.put(scope,
                    scope.startsWith("STATE:")
                            ? page.t("programs.number.everywhere", state)
                            : names.getOrDefault(UUID.fromString(id), id));
        }
        return scopes;
    }

    private Demand demand(String program, String code) {
        return catalog.read().demand(code).filter(d -> d.program().equals(program) && RequirementNumbers.mayBeSet(d))
                .orElseThrow(() -> new NotFound("requirement " + code));
    }

    private String state(Demand demand) {
        return catalog.read().find(demand.program()).orElseThrow().program().state();
    }

    /** What is not asked for in the form is as shipped: a demand that can be counted in one way only. */
    private Asked asked(Demand demand, Map<String, String> typed) {
        var value = RuleNumber.read(typed.getOrDefault("value", ""),
                RuleNumber.inParts(demand.rule(), numbers.unit(demand))
                        ? "programs.wrong.part"
                        : "programs.wrong.value");
        String from = typed.getOrDefault("from", "").strip();
        LocalDate day = Dates.date(from);
        if (day == null) throw new InvalidInput("from", from, "rules.own.wrong.from");
        String until = typed.getOrDefault("until", "").strip();
        LocalDate last = until.isEmpty() ? null : Dates.date(until);
        if (last == null && !until.isEmpty()) throw new InvalidInput("until", until, "rules.own.wrong.from");
        var reading = Choices.reading(demand, typed.getOrDefault("counting", demand.counting().name()),
                typed.getOrDefault("evidence", demand.evidence().name()),
                typed.getOrDefault("detail", demand.detail()));
        return new Asked(typed.getOrDefault("scope", ""), value, day, last, reading, typed.getOrDefault("words", ""),
                typed.getOrDefault("source", ""), typed.containsKey("toConfirm"));
    }
}
