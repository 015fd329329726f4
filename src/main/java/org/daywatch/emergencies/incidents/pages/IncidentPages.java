package org.daywatch.emergencies.incidents.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.emergencies.incidents.IncidentQueries;
import org.daywatch.emergencies.incidents.IncidentScreen;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.SpanOfControl;
import org.daywatch.emergencies.incidents.clocks.StatutoryClock;
import org.daywatch.emergencies.incidents.clocks.StatutoryQueries;
import org.daywatch.emergencies.incidents.commandpost.CommandPost;
import org.daywatch.emergencies.incidents.commandpost.CommandPosts;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.jspecify.annotations.Nullable;
import org.daywatch.relationships.OpenLifeTips;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Incidents as a list, one incident while it goes on, and opening one that needed no alert. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
public class IncidentPages implements IncidentScreen {

    private static final int MOST = 10_000;

    private final IncidentDoor door;
    private final IncidentStore store;
    private final IncidentQueries queries;
    private final IncidentCommands commands;
    private final StatutoryQueries clocks;
    private final CommandPosts posts;
    private final AlertStore alerts;
    private final AlertPlaces places;
    private final ProgramRules rules;
    private final AuditLog audit;
    private final Clock clock;
    private final Dispatch dispatch;
    private final OpenLifeTips lifeTips;

    IncidentPages(IncidentDoor door, IncidentStore store, IncidentQueries queries, IncidentCommands commands,
            StatutoryQueries clocks, CommandPosts posts, AlertStore alerts, AlertPlaces places, ProgramRules rules,
            AuditLog audit, Clock clock, Dispatch dispatch, OpenLifeTips lifeTips) {
        this.lifeTips = lifeTips;
        this.dispatch = dispatch;
        this.door = door;
        this.store = store;
        this.queries = queries;
        this.commands = commands;
        this.clocks = clocks;
        this.posts = posts;
        this.alerts = alerts;
        this.places = places;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry incidentsEntry() {
            return NavEntry.of(NavPart.SAFETY, 71, "incidents.nav", "/incidents", "assignment",
                    Permission.INCIDENT_EDIT);
        }
    }

    /** One incident as its reader sees it. @param alert as they may see it; null where there is none */
    public record View(Incident incident, Campus school, @Nullable Alert alert, List<IncidentQueries.Entry> entries,
            List<IncidentQueries.RoleHolder> roles,
            List<IncidentQueries.Resource> resources, List<SpanOfControl> spans, List<IncidentQueries.Task> tasks,
            List<IncidentQueries.Photo> photos,
            List<IncidentQueries.Claim> claims, List<StatutoryClock> clocks, CommandPost post, boolean leads,
            UUID reader, Instant now) {

        public boolean commands() {
            var holder = incident.holder();
            return holder != null && (holder.person() == null ? leads : holder.person().equals(reader));
        }
    }

    @GetMapping("/incidents")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/incidents", parameters, IncidentQueries.SORTABLE, "-opened");
        var placed = paging.of(queries.count(paging, places.only(actor), actor.person()));
        return new ModelAndView("emergencies/incidents/pages/incidents",
                Map.of("page", page.titled("incidents.title"), "paging", placed,
                        "rows", queries.list(placed, places.only(actor), actor.person(), placed.size())));
    }

    @GetMapping("/incidents.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var all = new HashMap<>(parameters);
        all.remove("page");
        var paging = Paging.read("/incidents", all, IncidentQueries.SORTABLE, "-opened");
        audit.act("IncidentsExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "incidents.csv",
                List.of("status", "school", "action", "title", "state", "opened_at", "commander"),
                queries.list(paging, places.only(actor), actor.person(), MOST).stream()
                        .map(r -> Arrays.asList(r.status(), r.school(), r.action(), r.title(), r.state(), r.openedAt(),
                                r.commander())));
    }

    @GetMapping("/incidents/new")
    ModelAndView fresh(Page page, Actor actor) {
        return new ModelAndView("emergencies/incidents/pages/new",
                Map.of("page", page.titled("incidents.new"), "schools", places.of(actor)));
    }

    @PostMapping("/incidents")
    ModelAndView open(Page page, Actor actor, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String title, @RequestParam UUID form) {
        var at = places.of(actor).stream().filter(c -> c.id().toString().equals(school)).findFirst();
        var wrong = new HashMap<String, String>();
        if (at.isEmpty()) wrong.put("school", page.t("incidents.wrong.school"));
        if (!status.equals("ACTUAL") && !status.equals("EXERCISE"))
            wrong.put("status", page.t("incidents.wrong.status"));
        if (title.isBlank()) wrong.put("title", page.t("incidents.wrong.title"));
        if (!wrong.isEmpty())
            return fresh(page.with(wrong, Map.of("school", school, "status", status, "title", title)), actor);
        var opened = commands.open(places.agency(actor), at.get(), AlertStatus.valueOf(status),
                IncidentDoor.cut(title, 120), IncidentDoor.by(actor), form);
        return new ModelAndView("redirect:/incidents" + opened.map(id -> "/" + id).orElse(""));
    }

    @Override
    @GetMapping("/incidents/{id}")
    public ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(actor, door.mine(actor, id));
        return new ModelAndView("emergencies/incidents/pages/incident",
                Map.of("page", page.titled("incidents.one", page.t("alerts.status." + view.incident().status()),
                        IncidentWords.name(page, view), view.school().name()), "view", view, "told",
                        dispatch.line(page, id), "lifeTip",
                        !view.incident().closed()
                                && lifeTips.at(view.school().districtId(), view.school().id())));
    }

    @GetMapping("/incidents/{id}/entries/{seq}/correction")
    ModelAndView correction(Page page, Actor actor, @PathVariable UUID id, @PathVariable int seq) {
        var view = view(actor, door.mine(actor, id));
        var entry = view.entries().stream().filter(e -> e.seq() == seq).findFirst()
                .orElseThrow(() -> new org.daywatch.platform.errors.NotFound("line " + seq + " of incident " + id));
        return new ModelAndView("emergencies/incidents/pages/correction",
                Map.of("page", page.titled("incidents.correct"), "view", view, "entry", entry));
    }

    /** Also for those who print it: the same view, with the same limits. */
    public View view(Actor actor, Incident real) {
        var school = door.school(actor, real);
        var i = store.seenBy(real, actor.person());
        var shown = queries.shown(i.id(), actor.person());
        var alert = i.alertId() == null
                ? null
                : alerts.find(i.alertId()).map(a -> a.seenBy(actor.person())).orElse(null);
        var roles = queries.roles(i.id(), shown);
        var resources = queries.resources(i.id(), shown);
        var day = i.openedAt().atZone(school.zone()).toLocalDate();
        var book = rules.book();
        var spans = SpanOfControl.of(roles, resources,
                book.get("SPAN_OF_CONTROL_LEAST", day, RuleBook.state(school.state())).number(),
                book.get("SPAN_OF_CONTROL_MOST", day, RuleBook.state(school.state())).number());
        return new View(i, school, alert, queries.entries(i.id(), actor.person()), roles, resources, spans,
                queries.tasks(i.id(), shown), queries.photos(i.id(), shown),
                queries.claims(i.id(), shown), clocks.list(i.id()), posts.of(i), actor.may(Permission.ALERT_LEAD),
                actor.person(), clock.instant());
    }
}
