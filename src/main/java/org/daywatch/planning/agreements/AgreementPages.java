package org.daywatch.planning.agreements;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.agreements.Agreement.Kind;
import org.daywatch.planning.agreements.Agreement.Party;
import org.daywatch.planning.agreements.AgreementDrafts.Wanted;
import org.daywatch.planning.agreements.clauses.Clause;
import org.daywatch.planning.agreements.clauses.ClauseChecker.Finding;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.SchoolOfficers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Agreements: all of them in a list, one with its text, check and signatures, and drafting one by hand. */
@Controller
@Needs(Permission.AGREEMENTS_READ)
public class AgreementPages {

    private static final int MOST = 10_000;

    private final AgreementDoor door;
    private final AgreementQueries queries;
    private final AgreementStore agreements;
    private final AgreementCommands commands;
    private final AgreementDrafts drafts;
    private final SchoolPlaces places;
    private final SchoolOfficers officers;

    AgreementPages(AgreementDoor door, AgreementQueries queries, AgreementStore agreements, AgreementCommands commands,
            AgreementDrafts drafts, SchoolPlaces places, SchoolOfficers officers) {
        this.door = door;
        this.queries = queries;
        this.agreements = agreements;
        this.commands = commands;
        this.drafts = drafts;
        this.places = places;
        this.officers = officers;
    }

    /** One agreement as its reader sees it. @param signs the party they may sign for now; null where they may not */
    public record View(Agreement agreement, Campus school, List<Clause> clauses, List<Finding> findings,
            List<AgreementStore.TextVersion> versions, boolean edits, @Nullable Party signs,
            LocalDate today) {}

    @GetMapping("/service-agreements")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/service-agreements", parameters, AgreementQueries.SORTABLE, "waits");
        var reads = door.reads(actor);
        var placed = paging.of(queries.count(paging, reads));
        return new ModelAndView("planning/agreements/agreements",
                Map.of("page", page.titled("serviceAgreements.title"), "paging", placed,
                        "rows", queries.list(placed, reads, placed.size()), "edits",
                        actor.may(Permission.AGREEMENTS_EDIT)));
    }

    @GetMapping("/service-agreements.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var all = new HashMap<>(parameters);
        all.remove("page");
        var paging = Paging.read("/service-agreements", all, AgreementQueries.SORTABLE, "waits");
        Csv.answer(response, "service-agreements.csv",
                List.of("school", "kind", "officer", "start", "due", "ends", "state", "late", "signatures"),
                queries.list(paging, door.reads(actor), MOST).stream()
                        .map(r -> Arrays.asList(r.school(), r.kind(), r.officer(), r.start(), r.due(), r.ends(),
                                r.state(), r.late(), r.signed())));
    }

    @GetMapping("/service-agreements/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(actor, door.mine(actor, id));
        return new ModelAndView("planning/agreements/agreement", Map.of("page",
                page.titled("serviceAgreements.one." + view.agreement().kind(), view.school().name()), "view", view));
    }

    /** Also for those who print it: the same view, with the same limits. */
    View view(Actor actor, Agreement g) {
        var school = door.schoolOf(g);
        var party = AgreementWords.party(actor);
        boolean mayNow = (g.state() == Agreement.State.OFFERED || g.state() == Agreement.State.SIGNED_IN_PART)
                && party != null && g.of(party).isEmpty();
        return new View(g, school, agreements.text(g.id(), g.text()), commands.findings(g, school),
                agreements.versions(g.id()), actor.may(Permission.AGREEMENTS_EDIT), mayNow ? party : null,
                door.today(school));
    }

    /** Choose the school first: officers and rules are its own. */
    @Needs(Permission.AGREEMENTS_EDIT)
    @GetMapping("/service-agreements/new")
    ModelAndView fresh(Page page, Actor actor, @RequestParam(defaultValue = "") String school) {
        var all = places.of(actor);
        var chosen = all.size() == 1
                ? all.getFirst()
                : all.stream().filter(s -> s.id().toString().equals(school)).findFirst().orElse(null);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("serviceAgreements.new"), "schools", all));
        model.put("school", chosen);
        model.put("officers",
                chosen == null ? List.of() : officers.since(chosen.id(), door.today(chosen).minusYears(1)));
        model.put("ruled", chosen != null && drafts.rule(Kind.SERVICE, chosen.id(), door.today(chosen)).isPresent());
        model.put("ends", chosen == null ? "" : drafts.endOfYear(chosen, door.today(chosen)).toString());
        return new ModelAndView("planning/agreements/new", model);
    }

    @Needs(Permission.AGREEMENTS_EDIT)
    @PostMapping("/service-agreements")
    ModelAndView draft(Page page, Actor actor, @RequestParam UUID school, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        var campus = door.school(actor, school);
        return Act.form(page, input, again -> fresh(again, actor, school.toString()), () -> {
            UUID id = drafts.byHand(campus, wanted(campus, input), actor.name());
            Flashes.say(response, "success", page.t("serviceAgreements.said.drafted"));
            return new ModelAndView("redirect:/service-agreements/" + id);
        });
    }

    private Wanted wanted(Campus school, Map<String, String> input) {
        var kind = Arrays.stream(Kind.values()).filter(k -> k.name().equals(input.get("kind"))).findFirst()
                .orElseThrow(
                        () -> new InvalidInput("kind", input.getOrDefault("kind", ""), "serviceAgreements.wrong.kind"));
        var officer = officers.since(school.id(), door.today(school).minusYears(1)).stream()
                .filter(o -> o.officer().toString().equals(input.get("officer"))).findFirst();
        String language = Texts.LANGUAGES.contains(input.getOrDefault("language", "en"))
                ? input.getOrDefault("language", "en")
                : "en";
        return new Wanted(kind, officer.map(SchoolOfficers.Worked::officer).orElse(null),
                officer.map(SchoolOfficers.Worked::name).orElse(""),
                Typed.day("start", input.getOrDefault("start", "")),
                Typed.dayOrNone("due", input.getOrDefault("due", "")),
                Typed.day("ends", input.getOrDefault("ends", "")), language);
    }
}
