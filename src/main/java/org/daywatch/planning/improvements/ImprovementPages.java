package org.daywatch.planning.improvements;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.directory.Campus;
import org.daywatch.planning.improvements.Improvement.Source;
import org.daywatch.planning.improvements.ImprovementCommand.By;
import org.daywatch.planning.places.DrillPlaces;
import org.daywatch.planning.places.PeopleAtSchool;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is to be done better, by whom and until when; done by one, verified by another. */
@Controller
@Needs(Permission.DRILLS_READ)
public class ImprovementPages {

    private final ImprovementStore improvements;
    private final ImprovementQueries queries;
    private final ImprovementCommands commands;
    private final DrillPlaces places;
    private final PeopleAtSchool people;
    private final AuditLog audit;
    private final Clock clock;

    ImprovementPages(ImprovementStore improvements, ImprovementQueries queries, ImprovementCommands commands,
            DrillPlaces places, PeopleAtSchool people, AuditLog audit, Clock clock) {
        this.improvements = improvements;
        this.queries = queries;
        this.commands = commands;
        this.places = places;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/improvements")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/improvements", parameters, ImprovementQueries.SORTS.keySet(), "due");
        var rows = queries.list(paging, places.only(actor));
        var placed = paging.of(rows.size());
        return new ModelAndView("planning/improvements/improvements",
                Map.of("page", page.titled("improvements.title"), "paging", placed, "rows", placed.shown(rows)));
    }

    @GetMapping("/improvements.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/improvements", parameters, ImprovementQueries.SORTS.keySet(), "due");
        audit.act("ImprovementsExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "improvements.csv",
                List.of("school", "source", "capability", "issue", "action", "owner", "due", "state", "late", "days"),
                queries.list(paging, places.only(actor)).stream()
                        .map(r -> List.of(r.school().name(), r.improvement().source(), r.improvement().capability(),
                                r.improvement().issue(), r.improvement().action(), r.improvement().owner(),
                                r.improvement().due(), r.improvement().state().code(), r.late(), r.days())));
    }

    @GetMapping("/improvements/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var improvement = mine(actor, id);
        var school = places.get(actor, improvement.schoolId());
        return new ModelAndView("planning/improvements/improvement",
                Map.of("page", page.titled("improvements.one", school.name()), "improvement", improvement, "school",
                        school,
                        "today", LocalDate.now(clock.withZone(school.zone())), "edits",
                        actor.may(Permission.IMPROVEMENTS_EDIT), "by", by(actor)));
    }

    private Improvement mine(Actor actor, UUID id) {
        var improvement = improvements.find(id).orElseThrow(() -> new NotFound("improvement " + id));
        places.get(actor, improvement.schoolId());
        return improvement;
    }

    private static By by(Actor actor) {
        return new By(actor.person(), actor.name(), actor.role() == Role.SAFETY_DIRECTOR);
    }

    /** By the person who owns it too, whatever else they may do. */
    @PostMapping("/improvements/{id}/done")
    ModelAndView done(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        if (!actor.may(Permission.IMPROVEMENTS_EDIT) && !actor.person().equals(mine(actor, id).ownerPerson()))
            throw new Forbidden("improvement " + id + " is another's to do");
        return act(page, actor, id, form, response, "improvements.said.done",
                (words, by) -> new ImprovementCommand.SayDone(words, by));
    }

    @PostMapping("/improvements/{id}/verification")
    @Needs(Permission.IMPROVEMENTS_EDIT)
    ModelAndView verify(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "improvements.said.verified",
                (words, by) -> new ImprovementCommand.Verify(words, by));
    }

    @PostMapping("/improvements/{id}/return")
    @Needs(Permission.IMPROVEMENTS_EDIT)
    ModelAndView giveBack(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "improvements.said.returned",
                (words, by) -> new ImprovementCommand.Return(words, by));
    }

    @PostMapping("/improvements/{id}/drop")
    @Needs(Permission.IMPROVEMENTS_EDIT)
    ModelAndView drop(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        return act(page, actor, id, form, response, "improvements.said.dropped",
                (words, by) -> new ImprovementCommand.Drop(words, by));
    }

    private ModelAndView act(Page page, Actor actor, UUID id, Map<String, String> form, HttpServletResponse response,
            String said, BiFunction<String, By, ImprovementCommand> command) {
        mine(actor, id);
        return Act.typed(page, response, "/improvements/" + id, said, said, form, again -> one(again, actor, id),
                () -> commands.handle(id, command.apply(Typed.cut(form.getOrDefault("words", ""), 600), by(actor))));
    }

    @GetMapping("/improvements/new")
    @Needs(Permission.IMPROVEMENTS_EDIT)
    ModelAndView fresh(Page page, Actor actor, @RequestParam(defaultValue = "") String school) {
        var all = places.of(actor);
        var chosen = all.size() == 1
                ? all.getFirst()
                : all.stream().filter(s -> s.id().toString().equals(school)).findFirst().orElse(null);
        var model = new HashMap<String, Object>(Map.of("page", page.titled("improvements.new"), "schools", all));
        model.put("school", chosen);
        model.put("owners", owners(page, chosen));
        return new ModelAndView("planning/improvements/new", model);
    }

    private Owners owners(Page page, @Nullable Campus school) {
        return Owners.of(page, school == null ? List.of() : people.of(school));
    }

    @PostMapping("/improvements")
    @Needs(Permission.IMPROVEMENTS_EDIT)
    ModelAndView agree(Page page, Actor actor, @RequestParam Map<String, String> form,
            @RequestParam("form") UUID formId) {
        var at = places.of(actor).stream().filter(c -> c.id().toString().equals(form.get("school"))).findFirst();
        return Act.form(page, form, again -> fresh(again, actor, form.getOrDefault("school", "")), () -> {
            var school = at.orElseThrow(() -> new InvalidInput("school", "", page.t("improvements.wrong.school")));
            var wish = wish(form, Source.BY_HAND, null, "", LocalDate.now(clock.withZone(school.zone())),
                    owners(page, school));
            Optional<UUID> id = commands.agree(places.agency(actor), school, wish, actor.name(), formId);
            return new ModelAndView("redirect:/improvements" + id.map(i -> "/" + i).orElse(""));
        });
    }

    /** Reads issue, action, owner and due of a form. */
    public static ImprovementCommands.Wish wish(Map<String, String> form, Source source, @Nullable UUID sourceId,
            String capability, LocalDate today, Owners owners) {
        String text = form.getOrDefault("due", "");
        LocalDate due;
        try {
            due = Days.parse(text);
        } catch (java.time.DateTimeException unreadable) {
            throw new InvalidInput("due", text, "improvements.wrong.due");
        }
        if (due.isBefore(today)) throw new InvalidInput("due", text, "improvements.wrong.past");
        var owner = owners.chosen(form);
        return new ImprovementCommands.Wish(source, sourceId, capability,
                Typed.must("issue", form.getOrDefault("issue", ""), 500),
                Typed.must("action", form.getOrDefault("action", ""), 500),
                owner.name(), owner.person(), due);
    }
}
