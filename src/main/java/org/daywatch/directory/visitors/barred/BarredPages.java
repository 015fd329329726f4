package org.daywatch.directory.visitors.barred;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Dated;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.lists.PlainList;
import org.daywatch.platform.web.lists.PlainLists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The office's list of people who are not let in. */
@Controller
class BarredPages {

    private static final PlainList<Line> LIST = PlainList
            .<Line>at("/not-admitted", "barred", "name", new PlainList.Back("/visitors", "visitors.nav"))
            .text("name", "barred.name", l -> l.person().name()).searched()
            .text("school", "barred.school", Line::where).searched()
            .text("reason", "barred.reason", l -> l.person().reason()).unsorted().searched()
            .text("source", "barred.source", l -> l.person().source()).unsorted()
            .days("from", "barred.days", Line::person)
            .state("state", "barred.state", "barred.state.", Line::state).filtered("barred.all")
            .inFile("withdrawn_because", l -> l.person().withdrawnReason())
            .called((page, l) -> l.person().name())
            .changedBy(Permission.REUNIFY, "name").withdrawn(Line::person, Line::theirs);

    private final BarredPeople people;
    private final AtSchool atSchool;
    private final PlainLists lists;
    private final Clock clock;

    BarredPages(BarredPeople people, AtSchool atSchool, PlainLists lists, Clock clock) {
        this.people = people;
        this.atSchool = atSchool;
        this.lists = lists;
        this.clock = clock;
    }

    /** @param where the school, or what stands for all. @param theirs the reader may take it off */
    private record Line(BarredPerson person, String where, Dated.State state, boolean theirs) {}

    @Needs(Permission.REUNIFY)
    @GetMapping("/not-admitted")
    ModelAndView list(Actor actor, Page page, @RequestParam Map<String, String> asked) {
        return lists.list(LIST, page, asked, lines(actor, page, people.seenBy(actor)));
    }

    @Needs(value = Permission.REUNIFY, stepUp = true)
    @GetMapping("/not-admitted.csv")
    void csv(Actor actor, Page page, @RequestParam Map<String, String> asked, HttpServletResponse response) {
        lists.csv(LIST, page, asked, lines(actor, page, people.seenBy(actor)), response);
    }

    @Needs(Permission.REUNIFY)
    @GetMapping("/not-admitted/new")
    ModelAndView form(Actor actor, Page page) {
        return lists.form(LIST, page, fields(actor, page));
    }

    @Needs(Permission.REUNIFY)
    @PostMapping("/not-admitted")
    ModelAndView set(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        return lists.add(LIST, page, response, typed, again -> fields(actor, again),
                in -> people.set(actor, in.idOrNone("school"), in.text("name"), in.text("reason"), in.text("source"),
                        in.day("from"), in.dayOrNone("to")));
    }

    @Needs(Permission.REUNIFY)
    @GetMapping("/not-admitted/{id}/withdrawal")
    ModelAndView confirm(Actor actor, Page page, @PathVariable UUID id) {
        return lists.ask(LIST, page, lines(actor, page, List.of(people.get(actor, id))).getFirst());
    }

    @Needs(Permission.REUNIFY)
    @PostMapping("/not-admitted/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        var person = people.get(actor, id);
        return lists.withdraw(LIST, page, response, typed, lines(actor, page, List.of(person)).getFirst(),
                reason -> people.withdraw(actor, person, reason));
    }

    private List<Line> lines(Actor actor, Page page, List<BarredPerson> all) {
        var names = new HashMap<UUID, String>();
        atSchool.all(actor).forEach(school -> names.put(school.id(), school.name()));
        names.put(null, page.t("barred.everywhere"));
        return all.stream().map(p -> new Line(p, names.getOrDefault(p.school(), ""), p.state(today(actor)),
                p.school() != null || actor.school() == null)).toList();
    }

    private List<Field> fields(Actor actor, Page page) {
        var schools = Option.of(atSchool.all(actor), Campus::id, Campus::name);
        return List.of(
                Field.text("name", page.t("barred.name")).hint(page.t("barred.name.hint")).with("maxlength", 120)
                        .with("autocomplete", "off").must(),
                Field.select("school", page.t("barred.school"),
                        actor.school() == null ? Option.all(page.t("barred.everywhere"), schools) : schools),
                Field.textarea("reason", page.t("barred.reason")).hint(page.t("barred.reason.hint")).with("rows", 2)
                        .with("maxlength", 300).must(),
                Field.text("source", page.t("barred.source")).hint(page.t("barred.source.hint")).with("maxlength", 300)
                        .must(),
                Field.date("from", page.t("barred.from")).value(today(actor)).must(),
                Field.date("to", page.t("barred.to")).hint(page.t("barred.to.hint")));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), atSchool.of(actor, "").zone());
    }
}
