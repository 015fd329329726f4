package org.daywatch.directory.imports.titles;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.districts.Districts;
import org.daywatch.directory.imports.titles.TitleDecisions.Decision;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a district decided about the titles of its calendars: looked at, changed, forgotten. */
@Controller
@Needs(Permission.IMPORTS_RUN)
class TitlePages {
    private static final Map<String, Comparator<Decision>> SORTS = Map.of("title",
            Comparator.comparing(d -> Titles.key(d.title())),
            "decided", Comparator.comparing(Decision::decidedOn).thenComparing(Decision::title), "reads",
            Comparator.comparing(Decision::reads).thenComparing(Decision::title));
    private final TitleDecisions decisions;
    private final Districts districts;

    TitlePages(TitleDecisions decisions, Districts districts) {
        this.decisions = decisions;
        this.districts = districts;
    }

    @GetMapping("/calendars/titles")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var all = rows(paging);
        var counted = paging.of(all.size());
        return new ModelAndView("directory/imports/titles/titles", Map.of("page", page.titled("titles.title"),
                "districts", districts.names(), "paging", counted, "decisions", counted.shown(all)));
    }

    @GetMapping("/calendars/titles.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var names = districts.names();
        Csv.answer(response, "titles.csv", List.of("district", "title", "reads", "decided_on"), rows(paging(parameters))
                .stream().map(d -> List.of(names.getOrDefault(d.district(), ""), d.title(), d.reads(), d.decidedOn())));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/calendars/titles", parameters, SORTS.keySet(), "title");
    }

    private List<Decision> rows(Paging asked) {
        return districts.names().keySet().stream()
                .filter(id -> asked.filter("district").isEmpty() || id.toString().equals(asked.filter("district")))
                .flatMap(id -> decisions.list(id).stream()).filter(d -> asked.finds(d.title()))
                .sorted(asked.order(SORTS)).toList();
    }

    @PostMapping("/calendars/titles/{id}")
    String change(Page page, Actor actor, @PathVariable UUID id, @RequestParam String reads,
            HttpServletResponse response) {
        if (!TitleAnswers.isWord(reads)) throw new InvalidInput("reads", reads, "calendars.wrong.kind");
        var decision = own(id);
        decisions.decide(decision.district(), Map.of(decision.title(), reads), actor.person());
        Flashes.say(response, "success", page.t("titles.said.changed", decision.title()));
        return "redirect:/calendars/titles";
    }

    @PostMapping("/calendars/titles/{id}/removal")
    String forget(Page page, @PathVariable UUID id, HttpServletResponse response) {
        var decision = decisions.forget(own(id).id());
        Flashes.say(response, "success", page.t("titles.said.forgotten", decision.title()));
        return "redirect:/calendars/titles";
    }

    private Decision own(UUID id) {
        var decision = decisions.get(id);
        if (!districts.names().containsKey(decision.district())) throw new NotFound("decision about a title " + id);
        return decision;
    }
}
