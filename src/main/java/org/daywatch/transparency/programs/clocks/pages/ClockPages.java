package org.daywatch.transparency.programs.clocks.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.clocks.ClockCommand;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What runs, what is late, what was answered; one clock with its steps, answered, taken back, withdrawn. */
@Controller
@Needs(Permission.PROGRAM_READ)
public class ClockPages {

    private static final Set<Role> CONFIRMERS = Set.of(Role.PRINCIPAL, Role.AGENCY_ADMIN, Role.COORDINATOR);
    private static final int LONGEST = 500;
    private static final Set<String> ORDERS = Set.of("due", "school", "started");

    private final ClockQueries queries;
    private final ClockCommands commands;
    private final ProgramPlaces places;
    private final AuditLog audit;
    private final OfficerFiles officers;
    private final Clock clock;

    ClockPages(ClockQueries queries, ClockCommands commands, ProgramPlaces places, AuditLog audit,
            OfficerFiles officers, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.places = places;
        this.audit = audit;
        this.officers = officers;
        this.clock = clock;
    }

    /** @param officer whom it is about; empty where it is about nobody alone */
    public record Line(ProgramClock clock, Campus school, String officer) {}

    @GetMapping("/program/clocks")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var found = found(page, actor, paging);
        return new ModelAndView("transparency/programs/clocks/pages/clocks",
                Map.of("page", page.titled("program.clock.title"), "paging", paging.of(found.size()),
                        "lines", paging.of(found.size()).shown(found), "now", clock.instant()));
    }

    @GetMapping("/program/clocks.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var found = found(page, actor, paging(parameters));
        audit.act("ProgramClocksExported", "program clocks", Map.of("rows", found.size()));
        Csv.answer(response, "clocks.csv", List.of("kind", "school", "officer", "about", "started_at", "due_at", "zone",
                "state", "done_at", "late", "answered_at", "unconfirmed", "rule"), found.stream().map(l -> {
                    var answered = l.clock().state() instanceof ProgramClock.State.Answered a ? a : null;
                    return java.util.Arrays.asList(l.clock().kind(), l.school().name(), l.officer(), l.clock().about(),
                            l.clock().startedAt(), l.clock().dueAt(), l.school().zone(),
                            l.clock().state().code(), answered == null ? null : answered.doneAt(),
                            answered == null ? l.clock().late(clock.instant()) : answered.late(),
                            answered == null ? null : answered.at(), answered == null ? null : answered.unconfirmed(),
                            l.clock().ruleVersion());
                }));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/program/clocks", parameters, ORDERS, "due");
    }

    private List<Line> found(Page page, Actor actor, Paging paging) {
        var schools = places.of(actor).stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        String state = paging.filter("state");
        String kind = paging.filter("kind");
        var all = queries.all(schools.keySet());
        var names = officers
                .names(all.stream().map(ProgramClock::officerId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return all.stream()
                .map(c -> new Line(c, schools.get(c.schoolId()),
                        c.officerId() == null ? "" : names.getOrDefault(c.officerId(), "")))
                .filter(l -> state.isEmpty() || (state.equals("OPEN")
                        ? l.clock().state().open()
                        : state.equals("LATE")
                                ? l.clock().late(clock.instant())
                                : l.clock().state().code().equals(state)))
                .filter(l -> kind.isEmpty() || l.clock().kind().name().equals(kind))
                .filter(l -> paging.finds(l.school().name(), l.officer(), ClockWords.about(page, l.clock()),
                        page.t("program.clock.kind." + l.clock().kind())))
                .sorted(paging.order(Map.of("due",
                        Comparator.comparing((Line l) -> !l.clock().state().open())
                                .thenComparing(l -> l.clock().dueAt()),
                        "school", Comparator.comparing(l -> l.school().name()), "started",
                        Comparator.comparing(l -> l.clock().startedAt()))))
                .toList();
    }

    @GetMapping("/program/clocks/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var c = get(actor, id);
        return new ModelAndView("transparency/programs/clocks/pages/clock",
                Map.of("page", page.titled("program.clock.kind." + c.clock().kind()), "line", c, "steps",
                        queries.steps(id),
                        "now", clock.instant(), "confirms", confirms(actor, c.clock())));
    }

    /** {@code when} is local time at the school; empty: now. */
    @PostMapping("/program/clocks/{id}/answer")
    @Needs(Permission.AGREEMENTS_EDIT)
    ModelAndView answer(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed, HttpServletResponse response) {
        var c = get(actor, id);
        var input = new HashMap<>(typed.toSingleValueMap());
        var items = Set.copyOf(typed.getOrDefault("items", List.of()));
        input.put("items", String.join(" ", items));
        return done(page, response, actor, id, "Answer", input, () -> {
            String when = input.getOrDefault("when", "");
            Instant at = when.isBlank() ? clock.instant() : ClockForm.moment("when", when, c.school().zone());
            commands.handle(id,
                    new ClockCommand.Answer(at, words("words", input), items, actor.name(), actor.person()));
        });
    }

    /** The second person: the school's principal or the agency, and never whoever said so first. */
    @PostMapping("/program/clocks/{id}/confirmation")
    @Needs(Permission.AGREEMENTS_EDIT)
    ModelAndView confirm(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        get(actor, id);
        if (!CONFIRMERS.contains(actor.role())) throw new NotFound("confirmation of clock " + id);
        return done(page, response, actor, id, "Confirm", Map.of(),
                () -> commands.handle(id, new ClockCommand.Confirm(actor.person(), actor.name())));
    }

    @PostMapping("/program/clocks/{id}/reopening")
    @Needs(Permission.AGREEMENTS_EDIT)
    ModelAndView reopen(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        get(actor, id);
        return done(page, response, actor, id, "Reopen", input,
                () -> commands.handle(id, new ClockCommand.Reopen(words("reason", input), actor.name())));
    }

    @PostMapping("/program/clocks/{id}/withdrawal")
    @Needs(Permission.AGREEMENTS_EDIT)
    ModelAndView withdraw(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        get(actor, id);
        return done(page, response, actor, id, "Withdraw", input,
                () -> commands.handle(id, new ClockCommand.Withdraw(words("reason", input), actor.name())));
    }

    private ModelAndView done(Page page, HttpServletResponse response, Actor actor, UUID id, String form,
            Map<String, String> input, Runnable work) {
        return Act.typed(page, response, "/program/clocks/" + id, "program.clock.said." + form, form, input,
                again -> one(again, actor, id), work);
    }

    /** Nothing is cut without a word. */
    private static String words(String field, Map<String, String> input) {
        String said = input.getOrDefault(field, "");
        if (said.strip().length() > LONGEST) throw new InvalidInput(field, said, "program.clock.wrong.long");
        return said;
    }

    private static boolean confirms(Actor actor, ProgramClock c) {
        return CONFIRMERS.contains(actor.role()) && c.state() instanceof ProgramClock.State.Answered a
                && a.unconfirmed() && !actor.person().equals(a.person());
    }

    private Line get(Actor actor, UUID id) {
        var c = queries.find(id).orElseThrow(() -> new NotFound("program clock " + id));
        return new Line(c, places.get(actor, c.schoolId()),
                c.officerId() == null ? "" : officers.names(Set.of(c.officerId())).getOrDefault(c.officerId(), ""));
    }
}
