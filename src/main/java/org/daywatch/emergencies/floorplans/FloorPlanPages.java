package org.daywatch.emergencies.floorplans;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.plans.SchoolPlans;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The live floor plan for those who lead an alert. The plan is sealed: to look at it is an opening like any other,
 * which ends with the alert, and its owner is told.
 */
@Controller
@Needs(Permission.ALERT_LEAD)
public class FloorPlanPages {

    /** However long an alert goes on: then it is opened once more, and its owner hears of it once more. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private final AlertStore alerts;
    private final AlertPlaces places;
    private final SchoolPlans plans;
    private final RoomsInAlert rooms;
    private final Dispatch dispatch;
    private final Forms forms;
    private final Clock clock;

    FloorPlanPages(AlertStore alerts, AlertPlaces places, SchoolPlans plans, RoomsInAlert rooms, Dispatch dispatch,
            Forms forms, Clock clock) {
        this.forms = forms;
        this.alerts = alerts;
        this.places = places;
        this.plans = plans;
        this.rooms = rooms;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /**
     * What whoever leads sees.
     *
     * @param open plans they have opened for this alert. @param sealed how many they have not
     */
    public record View(Alert alert, Campus school, LiveRooms rooms, List<SitePlan.Sheet> open, int sealed,
            boolean editsPlans, Instant now) {

        public String own() {
            return "/alerts/" + alert.id() + "/floor-plan";
        }

        /** Rooms are released one by one in a lockdown only. */
        public boolean releases() {
            return alert.action() == ProtocolAction.LOCKDOWN && !alert.state().over();
        }

        /** What a screen that asks anew takes out of the answer beside the list. */
        public String beside() {
            return LiveRooms.beside(open);
        }

        public boolean none() {
            return open.isEmpty() && sealed == 0;
        }
    }

    /** @param shown how many pictures the screen that asks has; with others it loads itself anew */
    @GetMapping("/alerts/{id}/floor-plan")
    @Transactional(readOnly = true)
    public ModelAndView page(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int shown, HttpServletResponse response) {
        var alert = mine(actor, id);
        if (!alert.id().equals(id)) return new ModelAndView("redirect:/alerts/" + alert.id() + "/floor-plan");
        var school = places.get(actor, alert.schoolId());
        boolean over = alert.state().over();
        var open = over
                ? List.<SitePlan.Sheet>of()
                : plans.openNow(school, actor.person(), purpose(page, school, alert));
        if (shown >= 0 && (over || shown != open.size())) response.setHeader("HX-Refresh", "true");
        var view = new View(alert, school, rooms.of(alert), open, over ? 0 : plans.of(school).size() - open.size(),
                actor.may(Permission.ALERT_SETUP) && actor.may(Permission.REUNIFY), clock.instant());
        return new ModelAndView("emergencies/floorplans/plan", Map.of("page",
                page.titled("floorplan.title", school.name()), "view", view, "told", dispatch.line(page, id)));
    }

    @PostMapping("/alerts/{id}/floor-plan/openings")
    @Transactional
    public ModelAndView open(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID form) {
        var alert = mine(actor, id);
        var school = places.get(actor, alert.schoolId());
        boolean twice = form != null && !forms.first(form);
        if (!alert.state().over() && !twice)
            for (var plan : plans.of(school))
                plans.open(school, plan.plan().id(),
                        actor.person(), actor.name(), purpose(page, school, alert), clock.instant().plus(LONGEST));
        return new ModelAndView("redirect:/alerts/" + alert.id() + "/floor-plan");
    }

    /** Shown inside the page only, and no longer than the alert. */
    @GetMapping("/alerts/{id}/floor-plan/{plan}/picture")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> picture(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID plan) {
        var alert = mine(actor, id);
        var school = places.get(actor, alert.schoolId());
        var sheet = plans.openNow(school, actor.person(), purpose(page, school, alert)).stream()
                .filter(one -> one.plan().id().equals(plan) && !alert.state().over()).findFirst()
                .orElseThrow(() -> new NotFound("open site plan " + plan));
        var picture = plans.picture(school, plan, sheet.opening().id(), actor.person());
        return ResponseEntity.ok().header("Content-Type", picture.mediaType()).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"plan\"").body(picture.bytes());
    }

    /** As they see it; a silent test has no plan, since nobody is asked anything. */
    private Alert mine(Actor actor, UUID id) {
        var alert = alerts.named(id).filter(a -> a.status() != AlertStatus.TEST)
                .orElseThrow(() -> new NotFound("alert " + id));
        places.get(actor, alert.schoolId());
        return alert.seenBy(actor.person());
    }

    /** As the plan's owner reads it; the same as long as the alert goes on, whatever the school is told. */
    private static String purpose(Page page, Campus school, Alert alert) {
        var english = page.in("en");
        return english.t("floorplan.purpose." + alert.status(),
                english.when().record(alert.raisedAt(), school.zone()));
    }
}
