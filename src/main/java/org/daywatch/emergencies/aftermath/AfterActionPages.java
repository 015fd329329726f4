package org.daywatch.emergencies.aftermath;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.emergencies.incidents.pages.IncidentPages;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The after-action report of one incident: read, written, taken along. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
class AfterActionPages {

    private final IncidentDoor door;
    private final IncidentPages incidents;
    private final AfterActions reports;
    private final AfterActionDues dues;
    private final AuditLog audit;
    private final Clock clock;

    AfterActionPages(IncidentDoor door, IncidentPages incidents, AfterActions reports, AfterActionDues dues,
            AuditLog audit, Clock clock) {
        this.door = door;
        this.incidents = incidents;
        this.reports = reports;
        this.dues = dues;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/incidents/{id}/after-action")
    ModelAndView show(Page page, Actor actor, @PathVariable UUID id) {
        var view = incidents.view(actor, door.mine(actor, id));
        var model = new HashMap<String, Object>(
                Map.of("page", page.titled("aftermath.title"), "view", view, "report", report(view)));
        model.put("wanted", dues.of(id).orElse(null));
        return new ModelAndView("emergencies/aftermath/after-action", model);
    }

    @GetMapping("/incidents/{id}/after-action.pdf")
    ResponseEntity<byte[]> pdf(Page page, Actor actor, @PathVariable UUID id) {
        var view = incidents.view(actor, door.mine(actor, id));
        audit.act("IncidentFormMade", "incident " + id, Map.of("form", "after-action"));
        var bytes = AfterActionSheet.of(page, view, report(view));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"after-action.pdf\"")
                .cacheControl(CacheControl.noStore()).body(bytes);
    }

    private AfterActions.Report report(IncidentPages.View view) {
        return reports.of(view.incident(), view.alert(), view.entries());
    }

    @PostMapping("/incidents/{id}/after-action/strengths")
    ModelAndView strengths(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String words,
            HttpServletResponse response) {
        return door.act(page, actor, id, response, "/incidents/" + id + "/after-action", "aftermath.said",
                again -> show(again, actor, id),
                () -> reports.strengths(id, IncidentDoor.must("words", words, 2000), IncidentDoor.by(actor)));
    }

    @PostMapping("/incidents/{id}/after-action/ratings")
    ModelAndView rate(Page page, Actor actor, @PathVariable UUID id, @RequestParam AftermathCapability capability,
            @RequestParam AftermathCapability.Rating rating,
            @RequestParam(defaultValue = "") String words, HttpServletResponse response) {
        return door.act(page, actor, id, response, "/incidents/" + id + "/after-action", "aftermath.said",
                again -> show(again, actor, id),
                () -> reports.rate(id, capability, rating, IncidentDoor.cut(words, 600), IncidentDoor.by(actor)));
    }

    @PostMapping("/incidents/{id}/after-action/improvements")
    ModelAndView propose(Page page, Actor actor, @PathVariable UUID id, @RequestParam AftermathCapability capability,
            @RequestParam(defaultValue = "") String issue,
            @RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due, @RequestParam UUID form,
            HttpServletResponse response) {
        var zone = door.school(actor, door.mine(actor, id)).zone();
        return door.act(page, actor, id, response, "/incidents/" + id + "/after-action", "aftermath.said.improvement",
                again -> show(again, actor, id),
                () -> reports.propose(id, capability, IncidentDoor.must("issue", issue, 600),
                        IncidentDoor.must("action", action, 600), IncidentDoor.must("owner", owner, 120),
                        due(due, LocalDate.now(clock.withZone(zone))), IncidentDoor.by(actor), form));
    }

    private static LocalDate due(String text, LocalDate today) {
        try {
            var day = LocalDate.parse(text);
            if (day.isBefore(today)) throw new InvalidInput("due", text, "aftermath.wrong.past");
            return day;
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("due", text, "aftermath.wrong.due");
        }
    }
}
