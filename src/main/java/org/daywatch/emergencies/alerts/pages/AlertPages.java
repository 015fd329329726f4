package org.daywatch.emergencies.alerts.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.StudentsWaiting;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.alerts.Enders;
import org.daywatch.emergencies.alerts.EndersHere;
import org.daywatch.emergencies.alerts.languages.SchoolLanguages;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.helpcalls.HelpCall;
import org.daywatch.emergencies.helpcalls.HelpCalls;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Alerts as a list, and one alert while it goes on and afterward. */
@Controller
@Needs(Permission.ALERT_READ)
public class AlertPages {

    private static final int MOST = 10_000;

    private final AlertStore alerts;
    private final AlertFound found;
    private final AlertQueries queries;
    private final AlertPlaces places;
    private final StudentsWaiting students;
    private final EndersHere enders;
    private final AuditLog audit;
    private final Clock clock;
    private final Dispatch dispatch;
    private final HelpCalls calls;
    private final SchoolLanguages languages;

    AlertPages(AlertStore alerts, AlertFound found, AlertQueries queries, AlertPlaces places, StudentsWaiting students,
            EndersHere enders,
            AuditLog audit, Clock clock, Dispatch dispatch, HelpCalls calls,
            SchoolLanguages languages) {
        this.calls = calls;
        this.languages = languages;
        this.dispatch = dispatch;
        this.alerts = alerts;
        this.found = found;
        this.queries = queries;
        this.places = places;
        this.students = students;
        this.enders = enders;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry alertsEntry() {
            return NavEntry.of(NavPart.SAFETY, 70, "alerts.nav", "/alerts", "notifications_none",
                    Permission.ALERT_READ);
        }
    }

    /**
     * One alert as its reader sees it.
     *
     * @param suspended by a real alert at the same school while this one is a drill. @param waiting students not given
     * back yet. @param enders one of whom must be one of the two that end it. @param call null where it is no call for
     * help
     */
    public record View(Alert alert, Campus school, List<AlertQueries.Presser> pressers,
            List<AlertQueries.Change> changes, List<Room> rooms, boolean leads, boolean presses,
            boolean suspended, int waiting, Enders enders, @Nullable HelpCall call, Instant now) {

        /** Whether what the first of two has said can be confirmed by somebody else than this reader only. */
        public boolean anotherConfirms(UUID reader) {
            var first = alert.state().word();
            return first != null && first.what() instanceof Alert.Word.Over && !first.by().person().equals(reader)
                    && !enders.allow(first.by().person(), reader);
        }

        /** Whether what they say about the end can count: else nobody offers it to them. */
        public boolean mayEnd(UUID reader) {
            return presses && (leads || alert.endsByTwo() || call != null && call.onlyBy(reader));
        }

        /** Whether this reader may be the second of two, with one tap. */
        public boolean confirms(UUID reader) {
            var first = alert.state().word();
            return presses && first != null && first.what() instanceof Alert.Word.Over
                    && enders.confirms(first, reader, leads);
        }

        public boolean released(UUID room) {
            return alert.released().contains(room);
        }

        public int left() {
            return Math.max(1, rooms.size()) - alert.released().size();
        }

        /** A lockdown whose last room was released: only the word of two is missing. */
        public boolean allReleased() {
            return alert.state() instanceof Alert.State.Releasing && left() <= 0;
        }
    }

    @GetMapping("/alerts")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var placed = paging.of(queries.count(paging, places.only(actor), actor.person()));
        return new ModelAndView("emergencies/alerts/pages/alerts",
                Map.of("page", page.titled("alerts.title"), "paging", placed, "rows",
                        queries.list(placed, places.only(actor), actor.person(), placed.size()), "told",
                        dispatch.line(page, real(actor))));
    }

    @GetMapping("/alerts.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/alerts", withoutPage(parameters), AlertQueries.SORTABLE, "-raised");
        audit.act("AlertsExported", "organization " + actor.tenant(), paging.filters());
        var rows = queries.list(paging, places.only(actor), actor.person(), MOST);
        Csv.answer(response, "alerts.csv",
                List.of("status", "school", "action", "state", "raised_at", "ended_at", "presser", "place", "pressers"),
                rows.stream().map(r -> Arrays.asList(r.status(), r.school(), r.action(), r.state(), r.raisedAt(),
                        r.endedAt(), r.presser(), r.place(), r.pressers())));
    }

    @GetMapping("/alerts/{id}")
    public ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var alert = found.named(id);
        if (!alert.id().equals(id)) return new ModelAndView("redirect:/alerts/" + alert.id());
        var view = view(actor, alert);
        return new ModelAndView("emergencies/alerts/pages/alert",
                Map.of("page", page.titled("alerts.one", page.t("alerts.status." + view.alert().status()),
                        page.t("protocol." + view.alert().action() + ".name"), view.school().name()), "view", view,
                        "told", dispatch.line(page, alert.id()),
                        "tongues",
                        languages.of(view.school()).stream().filter(one -> !one.tag().equals(page.lang())).toList()));
    }

    /** What is meant and under way where they are. */
    private List<UUID> real(Actor actor) {
        var only = places.only(actor);
        return alerts.underWay().stream()
                .filter(a -> a.status() == AlertStatus.ACTUAL && !a.seenBy(actor.person()).state().over()
                        && only.map(schools -> schools.contains(a.schoolId())).orElse(true))
                .map(Alert::id).toList();
    }

    private View view(Actor actor, Alert alert) {
        var school = places.get(actor, alert.schoolId());
        boolean suspended = alert.status() != AlertStatus.ACTUAL
                && alerts.underWay().stream().map(other -> other.seenBy(actor.person()))
                        .anyMatch(other -> !other.state().over() && other.schoolId().equals(alert.schoolId())
                                && other.status() == AlertStatus.ACTUAL && !other.action().help());
        return new View(alert.seenBy(actor.person()), school, queries.presses(alert.id()),
                queries.changes(alert.id(), actor.person(), places.rooms(alert.schoolId())),
                places.rooms(alert.schoolId()),
                actor.may(Permission.ALERT_LEAD), actor.may(Permission.ALERT_PRESS), suspended,
                students.waiting(alert.id()), enders.of(alert, actor.person()),
                alert.action().help() ? calls.of(alert.seenBy(actor.person())) : null, clock.instant());
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/alerts", parameters, AlertQueries.SORTABLE, "-raised");
    }

    private static Map<String, String> withoutPage(Map<String, String> parameters) {
        var all = new HashMap<>(parameters);
        all.remove("page");
        return all;
    }
}
