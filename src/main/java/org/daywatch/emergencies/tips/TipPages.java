package org.daywatch.emergencies.tips;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.tips.TipDesk.Said;
import org.daywatch.emergencies.tips.Tips.Decision;
import org.daywatch.emergencies.tips.Tips.How;
import org.daywatch.emergencies.tips.Tips.Tip;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Everybody at a school may write down what somebody outside said; those who work with incidents read it, those who
 * lead decide.
 */
@Controller
@Needs(Permission.INCIDENT_EDIT)
public class TipPages {

    private static final int SHOWN = 50;
    private static final int MOST = 10_000;

    private final TipDesk desk;
    private final TipQueries queries;
    private final AlertPlaces places;
    private final IncidentStore incidents;
    private final AuditLog audit;
    private final Dispatch dispatch;

    TipPages(TipDesk desk, TipQueries queries, AlertPlaces places, IncidentStore incidents, AuditLog audit,
            Dispatch dispatch) {
        this.dispatch = dispatch;
        this.desk = desk;
        this.queries = queries;
        this.places = places;
        this.incidents = incidents;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry tipsEntry() {
            return NavEntry.of(NavPart.SAFETY, 72, "tips.nav", "/tips", "phone", Permission.INCIDENT_EDIT);
        }
    }

    /**
     * @param tips the newest of {@code count}; @param goingOn what is under way at the school already; @param reads
     * what was said, and why it was decided so
     */
    public record View(Tips group, Campus school, List<Tip> tips, int count, Optional<Incident> goingOn, boolean reads,
            boolean decides, boolean presses) {}

    /** The school's people, and an officer there while they act for it. The agency sees that it happened. */
    private static boolean reads(Actor actor) {
        return actor.role().organizationKind().equals("DISTRICT")
                || actor.role() == Role.OFFICER && actor.capacity() == Capacity.SCHOOL_AGENT;
    }

    @GetMapping("/tips")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/tips", parameters, TipQueries.SORTABLE, "-opened");
        var placed = paging.of(queries.count(paging, places.only(actor)));
        return new ModelAndView("emergencies/tips/tips", Map.of("page", page.titled("tips.title"), "paging", placed,
                "rows", queries.list(placed, places.only(actor), placed.size())));
    }

    @GetMapping("/tips.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var all = new HashMap<>(parameters);
        all.remove("page");
        var paging = Paging.read("/tips", all, TipQueries.SORTABLE, "-opened");
        audit.act("TipsExported", "organization " + actor.tenant(), paging.filters());
        Csv.answer(response, "tips.csv", List.of("school", "opened_at", "last_at", "tips", "decision", "decided_by"),
                queries.list(paging, places.only(actor), MOST).stream()
                        .map(r -> Arrays.asList(r.school(), r.openedAt(), r.lastAt(), r.tips(), r.decision(), r.by())));
    }

    @Needs(Permission.ALERT_READ)
    @GetMapping("/tips/new")
    ModelAndView fresh(Page page, Actor actor) {
        return new ModelAndView("emergencies/tips/new", Map.of("page", page.titled("tips.new"), "schools",
                places.of(actor), "presses", actor.may(Permission.ALERT_PRESS), "told", dispatch.nothing(page)));
    }

    @Needs(Permission.ALERT_READ)
    @PostMapping("/tips")
    ModelAndView take(Page page, Actor actor, HttpServletResponse response,
            @RequestParam(defaultValue = "") String school, @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String room, @RequestParam(defaultValue = "") String words,
            @RequestParam UUID form) {
        var schools = places.of(actor);
        var at = schools.size() == 1
                ? Optional.of(schools.getFirst())
                : schools.stream().filter(c -> c.id().toString().equals(school)).findFirst();
        var came = Arrays.stream(How.values()).filter(h -> h.name().equals(how)).findFirst();
        var wrong = new ArrayList<FieldError>();
        if (at.isEmpty()) wrong.add(new FieldError("school", school, "tips.wrong.school"));
        if (came.isEmpty()) wrong.add(new FieldError("how", how, "tips.wrong.how"));
        if (words.isBlank()) wrong.add(new FieldError("words", "", "tips.wrong.words"));
        if (!wrong.isEmpty()) {
            var again = fresh(page.with(new InvalidInput(wrong),
                    Map.of("school", school, "how", how, "room", room, "words", words)), actor);
            again.setStatus(org.springframework.http.HttpStatus.BAD_REQUEST);
            return again;
        }
        UUID group = desk.take(places.agency(actor), at.get(),
                new Said(came.get(), IncidentDoor.cut(room, 60), IncidentDoor.cut(words, 1000)), IncidentDoor.by(actor),
                form);
        Flashes.say(response, "success", page.t("tips.said.taken"));
        return new ModelAndView(actor.may(Permission.INCIDENT_EDIT) ? "redirect:/tips/" + group : "redirect:/tips/new");
    }

    @GetMapping("/tips/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var group = queries.find(id).orElseThrow(() -> new NotFound("tips " + id));
        var school = places.get(actor, group.schoolId());
        boolean reads = reads(actor);
        var view = new View(reads ? queries.reason(group) : group, school, queries.tips(group, SHOWN, reads),
                queries.count(id), incidents.goingOn(school.id()).map(i -> incidents.seenBy(i, actor.person())), reads,
                group.decided() == null && reads && actor.may(Permission.ALERT_LEAD),
                actor.may(Permission.ALERT_PRESS));
        return new ModelAndView("emergencies/tips/group",
                Map.of("page", page.titled("tips.one", school.name()), "view", view, "told", dispatch.nothing(page)));
    }

    @Needs(Permission.ALERT_LEAD)
    @PostMapping("/tips/{id}/decision")
    ModelAndView decide(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        places.get(actor, queries.find(id).orElseThrow(() -> new NotFound("tips " + id)).schoolId());
        if (!reads(actor)) throw new Refused(IncidentRefusal.TIPS_NOT_READ);
        return Act.typed(page, response, "/tips/" + id, "tips.said.decided", "decision",
                Map.of("decision", decision, "reason", reason), again -> one(again, actor, id), () -> {
                    var what = Arrays.stream(Decision.values()).filter(d -> d.name().equals(decision)).findFirst()
                            .orElseThrow(() -> new InvalidInput("decision", decision, "tips.wrong.decision"));
                    if (reason.isBlank()) throw new InvalidInput("reason", "", "tips.wrong.reason");
                    desk.decide(id, what, IncidentDoor.cut(reason, 600), IncidentDoor.by(actor));
                });
    }
}
