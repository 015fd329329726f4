package org.daywatch.prevention.rounds;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.prevention.patrols.PatrolPlans;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.prevention.rounds.Round.State;
import org.daywatch.prevention.rounds.RoundCommand.By;
import org.daywatch.prevention.rounds.RoundQueries.Row;
import org.daywatch.prevention.zones.Zone;
import org.daywatch.prevention.zones.Zones;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Rounds that were walked: the list, and one with what was seen. */
@Controller
@Needs(Permission.ROUNDS_READ)
class RoundPages {

    private final RoundStore rounds;
    private final RoundQueries queries;
    private final RoundCommands commands;
    private final PatrolPlans patrols;
    private final Zones zones;
    private final PreventionPlaces places;
    private final AuditLog audit;
    private final Clock clock;

    RoundPages(RoundStore rounds, RoundQueries queries, RoundCommands commands, PatrolPlans patrols, Zones zones,
            PreventionPlaces places, AuditLog audit, Clock clock) {
        this.rounds = rounds;
        this.queries = queries;
        this.commands = commands;
        this.patrols = patrols;
        this.zones = zones;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry roundsEntry() {
            return NavEntry.of(NavPart.SAFETY, 72, "rounds.nav", "/rounds", "flag", Permission.ROUNDS_READ);
        }
    }

    @GetMapping("/rounds")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var schools = places.of(actor);
        var paging = asked(parameters);
        var placed = paging.of(queries.count(paging, schools));
        return new ModelAndView("prevention/rounds/rounds", Map.of("page", page.titled("rounds.title"), "paging",
                placed, "rows", queries.page(placed, schools), "schools", schools));
    }

    @GetMapping("/rounds.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = asked(parameters);
        audit.act("RoundsExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "rounds.csv",
                List.of("day", "school", "kind", "started", "walker", "state", "ended", "minutes", "checkpoints",
                        "checked", "breaches"),
                queries.all(paging, places.of(actor)).stream().map(RoundPages::line));
    }

    private static List<?> line(Row row) {
        var r = row.round();
        var f = r.state() instanceof State.Finished finished ? finished : null;
        return List.of(r.day(), row.school().name(), r.kind(), r.startedAt(), r.walker().name(), r.state().code(),
                f == null ? "" : f.at(), f == null ? "" : f.minutes(),
                f == null ? "" : f.tally().checkpoints(), f == null ? "" : f.tally().checked(),
                f == null ? "" : f.tally().breaches());
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/rounds", parameters, RoundQueries.SORTS, "-day");
    }

    @GetMapping("/rounds/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var round = mine(actor, id);
        var school = places.campus(round.schoolId());
        var names = zones.ever(school.id()).stream().collect(Collectors.toMap(Zone::id, Zone::name));
        return new ModelAndView("prevention/rounds/round", Map.of("stops", patrols.seenOn(id), "zones", names,
                "page", page.titled("rounds.one", page.t("rounds.kind." + round.kind()), school.name()), "round", round,
                "school", school,
                "lines", queries.lines(List.of(round), round.schoolId()).get(id), "ends",
                round.open() && round.walker().person().equals(actor.person()) && actor.may(Permission.ROUNDS_WALK)));
    }

    /** Their own they read wherever they are now; others' where they stand. */
    private Round mine(Actor actor, UUID id) {
        var round = rounds.find(id).orElseThrow(() -> new NotFound("round " + id));
        if (!round.walker().person().equals(actor.person())) places.get(actor, round.schoolId());
        return round;
    }

    /** For a round that a phone left open: what it did not send is not in it. */
    @PostMapping("/rounds/{id}/end")
    @Needs(Permission.ROUNDS_WALK)
    ModelAndView finish(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return act(page, actor, id, response, "rounds.said.finished", by -> commands.finish(id, clock.instant(), by));
    }

    @PostMapping("/rounds/{id}/breaking-off")
    @Needs(Permission.ROUNDS_WALK)
    ModelAndView abandon(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String why,
            HttpServletResponse response) {
        return act(page, actor, id, response, "rounds.said.abandoned",
                by -> commands.abandon(id, clock.instant(), Typed.cut(why, 200), by));
    }

    private ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String said,
            Consumer<By> work) {
        mine(actor, id);
        return Act.on(page, response, "/rounds/" + id, said, () -> work.accept(new By(actor.person(), actor.name())));
    }
}
