package org.daywatch.planning.agreements;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.planning.agreements.clauses.Clause;
import org.daywatch.planning.agreements.clauses.ClauseLibrary;
import org.daywatch.planning.agreements.clauses.ClauseRules;
import org.daywatch.planning.agreements.clauses.ClauseTopic;
import org.daywatch.planning.agreements.clauses.TextDifference;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The text of an agreement: written clause by clause, compared version by version; and the library it is taken from.
 */
@Controller
@Needs(Permission.AGREEMENTS_EDIT)
public class ClausePages {

    private static final int MOST_CLAUSES = 60;

    private final AgreementDoor door;
    private final AgreementPages pages;
    private final AgreementStore agreements;
    private final AgreementCommands commands;
    private final ClauseLibrary library;
    private final ClauseRules rules;

    ClausePages(AgreementDoor door, AgreementPages pages, AgreementStore agreements, AgreementCommands commands,
            ClauseLibrary library, ClauseRules rules) {
        this.door = door;
        this.pages = pages;
        this.agreements = agreements;
        this.commands = commands;
        this.library = library;
        this.rules = rules;
    }

    @Needs(Permission.AGREEMENTS_READ)
    @GetMapping("/service-agreements/clauses")
    ModelAndView library(Page page) {
        return new ModelAndView("planning/agreements/library", Map.of("page", page.titled("serviceAgreements.library"),
                "clauses", library.all(page.lang()), "rules", rules.list()));
    }

    @GetMapping("/service-agreements/{id}/clauses")
    ModelAndView form(Page page, Actor actor, @PathVariable UUID id) {
        var view = pages.view(actor, door.mine(actor, id));
        var there = view.clauses().stream().map(Clause::topic).toList();
        var missing = Arrays.stream(ClauseTopic.values()).filter(t -> t.inLibrary() && !there.contains(t)).toList();
        return new ModelAndView("planning/agreements/text",
                Map.of("page", page.titled("serviceAgreements.text"), "view", view, "missing", missing));
    }

    @PostMapping("/service-agreements/{id}/clauses")
    ModelAndView write(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        var g = door.mine(actor, id);
        return Act.typed(page, "clauses", input, again -> form(again, actor, id), () -> {
            boolean changed = commands.revise(id, clauses(g, input), actor.name());
            Flashes.say(response, changed ? "success" : "info",
                    page.t(changed ? "serviceAgreements.said.revised" : "serviceAgreements.said.same"));
            return new ModelAndView("redirect:/service-agreements/" + id);
        });
    }

    /** What the form says: those that stay, one from the library, one of one's own, in the order of their topics. */
    private List<Clause> clauses(Agreement g, Map<String, String> input) {
        var clauses = new ArrayList<Clause>();
        IntStream.range(0, MOST_CLAUSES)
                .filter(i -> input.containsKey("words-" + i) && !"true".equals(input.get("drop-" + i)))
                .forEach(i -> clauses.add(new Clause(topic(input.getOrDefault("topic-" + i, "")),
                        input.getOrDefault("title-" + i, ""), input.get("words-" + i))));
        String add = input.getOrDefault("add", "");
        if (!add.isEmpty()) clauses.add(library.of(topic(add), g.language()));
        if (!input.getOrDefault("ownWords", "").isBlank())
            clauses.add(new Clause(topic(input.getOrDefault("ownTopic", "")), input.getOrDefault("ownTitle", ""),
                    input.get("ownWords")));
        if (clauses.isEmpty()) throw new InvalidInput("words", "", "serviceAgreements.wrong.words");
        clauses.sort(java.util.Comparator.comparing(Clause::topic));
        return clauses;
    }

    private static ClauseTopic topic(String text) {
        return Arrays.stream(ClauseTopic.values()).filter(t -> t.name().equals(text)).findFirst()
                .orElseThrow(() -> new InvalidInput("topic", text, "serviceAgreements.wrong.topic"));
    }

    /** @param title as it is now, or was. @param whole the clause is new or gone as a whole */
    public record Compared(String title, List<TextDifference.Piece> pieces) {}

    @Needs(Permission.AGREEMENTS_READ)
    @GetMapping("/service-agreements/{id}/comparison")
    ModelAndView compare(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to) {
        var view = pages.view(actor, door.mine(actor, id));
        int later = to == 0 ? view.agreement().text() : to;
        int earlier = from == 0 ? Math.max(1, later - 1) : from;
        var known = view.versions().stream().map(AgreementStore.TextVersion::version).toList();
        if (!known.contains(earlier) || !known.contains(later))
            throw new NotFound("text " + earlier + " or " + later + " of agreement " + id);
        var model = new HashMap<String, Object>(
                Map.of("page", page.titled("serviceAgreements.comparison", earlier, later), "view", view, "earlier",
                        earlier, "later", later));
        model.put("compared", compared(agreements.text(id, earlier), agreements.text(id, later)));
        return new ModelAndView("planning/agreements/comparison", model);
    }

    /** Clauses that differ, by topic and title; what is the same in both is left out. */
    private static List<Compared> compared(List<Clause> before, List<Clause> after) {
        var differ = new ArrayList<Compared>();
        for (var clause : after) {
            var was = before.stream().filter(b -> b.topic() == clause.topic() && b.title().equals(clause.title()))
                    .findFirst().map(Clause::words).orElse("");
            if (!was.equals(clause.words()))
                differ.add(new Compared(clause.title(), TextDifference.of(was, clause.words())));
        }
        before.stream()
                .filter(b -> after.stream().noneMatch(a -> a.topic() == b.topic() && a.title().equals(b.title())))
                .forEach(b -> differ.add(new Compared(b.title(), TextDifference.of(b.words(), ""))));
        return differ;
    }
}
