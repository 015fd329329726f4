package org.daywatch.emergencies.alerts.press;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertIntake;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.helpcalls.HelpCall;
import org.daywatch.emergencies.helpcalls.HelpCalls;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.planning.DrillStarting;
import org.daywatch.platform.criminalhistory.AsWritten;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page with the buttons. With script a button is held for two seconds and the lane takes the press; without, a page
 * asks once and the press comes here; both go by the lane's log.
 */
@Controller
@Needs(Permission.ALERT_PRESS)
class PressPages {

    private static final int PAGE_TRIES = 100;
    private static final Duration PAGE_PAUSE = Duration.ofMillis(30);

    private final AlertPlaces places;
    private final AlertStore alerts;
    private final LaneLog lane;
    private final List<LaneListener> listeners;
    private final AlertIntake intake;
    private final List<FirstScreenLines> lines;
    private final Dispatch dispatch;
    private final HelpCalls calls;
    private final RoomNow roomNow;
    private final DrillStarting drills;
    private final Clock clock;

    PressPages(AlertPlaces places, AlertStore alerts, LaneLog lane, List<LaneListener> listeners, AlertIntake intake,
            List<FirstScreenLines> lines, Dispatch dispatch, HelpCalls calls, RoomNow roomNow, DrillStarting drills,
            Clock clock) {
        this.calls = calls;
        this.roomNow = roomNow;
        this.drills = drills;
        this.dispatch = dispatch;
        this.places = places;
        this.alerts = alerts;
        this.lane = lane;
        this.listeners = listeners;
        this.intake = intake;
        this.lines = lines;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry pressEntry() {
            return NavEntry.of(NavPart.TODAY, 5, "alert.nav", "/alert", "priority_high", Permission.ALERT_PRESS);
        }
    }

    @GetMapping("/alert")
    ModelAndView press(Page page, Actor actor, @RequestParam Map<String, String> at) {
        var schools = places.of(actor);
        var school = school(schools, at);
        var status = PressForm.one(AlertStatus.values(), at.getOrDefault("status", "")).orElse(AlertStatus.ACTUAL);
        if (school == null)
            return new ModelAndView("emergencies/alerts/press/where",
                    Map.of("page", page.titled("alert.title"), "schools", schools, "told", dispatch.nothing(page)));
        var waiting = FirstScreenLines.all(lines, page, actor);
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("alert.title"));
        model.put("school", school);
        model.put("told", dispatch.before(page, school.id(), status));
        model.put("status", status);
        model.put("noDrill", noDrill(page, actor, school, status));
        model.put("several", schools.size() > 1);
        var rooms = places.rooms(school.id());
        model.put("rooms", rooms);
        model.put("room", roomNow.of(actor.person(), school, rooms).map(UUID::toString).orElse(""));
        var own = calls.by(actor.person());
        model.put("calls", own);
        model.put("called", dispatch.line(page,
                own.stream().map(HelpCall::alert).filter(a -> !a.state().over()).map(Alert::id).toList()));
        model.put("press", page.formId());
        model.put("lines", waiting.stream().filter(FirstScreenLines.Line::now).toList());
        model.put("later", waiting.stream().filter(line -> !line.now()).toList());
        return new ModelAndView("emergencies/alerts/press/press", model);
    }

    /** Why this person begins no drill of the whole school now; empty where they may, and for what is no drill. */
    private String noDrill(Page page, Actor actor, Campus school, AlertStatus status) {
        return status == AlertStatus.EXERCISE ? drills.refusal(actor, school).map(page::sentence).orElse("") : "";
    }

    /** Between a tap and a press, where no script can ask to hold. */
    @GetMapping("/alert/confirm")
    ModelAndView confirm(Page page, Actor actor, @RequestParam Map<String, String> at) {
        var school = school(places.of(actor), at);
        if (school == null) return new ModelAndView("redirect:/alert");
        return Act.form(page.titled("alert.title"), at, again -> press(again, actor, at), () -> {
            var form = PressForm.read(at, places.rooms(school.id()));
            return new ModelAndView("emergencies/alerts/press/confirm-press",
                    Map.of("page", page.titled("alert.confirm.title"), "school", school, "form", form,
                            "room", at.getOrDefault("room", ""), "place", at.getOrDefault("place", ""), "told",
                            dispatch.before(page, school.id(), form.status())));
        });
    }

    @AsWritten(why = "a press is taken, whatever stands beside it")
    @PostMapping("/alert")
    ModelAndView take(Page page, Actor actor, @RequestParam Map<String, String> form, HttpServletResponse response) {
        var school = places.get(actor, PressForm.uuid(form.getOrDefault("school", ""))
                .orElseThrow(() -> new InvalidInput("school", form.getOrDefault("school", ""), "alert.wrong.school")));
        var read = PressForm.read(form, places.rooms(school.id()));
        if (read.status() == AlertStatus.EXERCISE && !read.action().help())
            drills.refusal(actor, school).ifPresent(refused -> {
                throw refused;
            });
        var press = read.by(actor, places.agency(actor), school.districtId(),
                school.id(), clock.instant());
        UUID alert = take(press);
        Flashes.say(response, "success", page.t("alert.accepted"));
        return new ModelAndView("redirect:" + (alert == null ? "/alerts" : "/alerts/" + alert));
    }

    /**
     * By the lane's log, as every other press: it is on the disk and on the screens whatever the database does, and its
     * page is opened when it has one. Where that log takes nothing, straight into the database. Null where it is
     * accepted and has no page yet.
     */
    private @Nullable UUID take(LaneEntry.Press press) {
        try {
            lane.accept(press).get(5, TimeUnit.SECONDS);
            for (int i = 0; i < PAGE_TRIES; i++) {
                var stored = alerts.alertOfPress(press.id());
                if (stored.isPresent()) return stored.get();
                Thread.sleep(PAGE_PAUSE);
            }
            return null;
        } catch (ExecutionException | TimeoutException e) {
            listeners.forEach(listener -> listener.store(List.of(press)));
            return intake.heard(press);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static @Nullable Campus school(List<Campus> schools, Map<String, String> at) {
        if (schools.size() == 1) return schools.getFirst();
        return schools.stream().filter(s -> s.id().toString().equals(at.get("school"))).findFirst().orElse(null);
    }
}
