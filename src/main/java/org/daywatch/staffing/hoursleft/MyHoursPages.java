package org.daywatch.staffing.hoursleft;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.dutystatus.DutyStatusStore;
import org.daywatch.staffing.hours.HourCommands;
import org.daywatch.staffing.hours.HourStore;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officer's own hours: what is left under each limit, and the other jobs they tell of. */
@Controller
@Needs(Permission.OWN_HOURS)
class MyHoursPages {

    private static final String TOLD = "told by the officer";

    private final OfficerStore officers;
    private final HourCommands hours;
    private final HourStore storedHours;
    private final HoursLeftQueries standings;
    private final DutyStatusStore statuses;
    private final Clock clock;

    MyHoursPages(OfficerStore officers, HourCommands hours, HourStore storedHours, HoursLeftQueries standings,
            DutyStatusStore statuses, Clock clock) {
        this.statuses = statuses;
        this.officers = officers;
        this.hours = hours;
        this.storedHours = storedHours;
        this.standings = standings;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry myHours() {
            return NavEntry.of(NavPart.TODAY, 30, "standing.nav", "/my-hours", "timer", Permission.OWN_HOURS);
        }
    }

    @GetMapping("/my-hours")
    ModelAndView mine(Actor actor, Page page) {
        return view(actor, page, me(actor));
    }

    /** A job elsewhere takes their time like any other, so the same clock counts it. */
    @PostMapping("/my-hours")
    ModelAndView tell(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        var officer = me(actor);
        var zone = standings.terms(actor.tenant(), officer.departmentId()).zone();
        return Act.drawn(wrong -> view(actor,
                wrong instanceof InvalidInput input
                        ? page.with(input, typed)
                        : page.with(Map.of("start", page.t("standing.error.taken")), typed),
                officer), () -> {
                    hours.record(officer.id(), HourKind.OFF_DUTY_ELSEWHERE, window(typed, zone), true, TOLD, null);
                    Flashes.say(response, "success", page.t("standing.said.told"));
                    return new ModelAndView("redirect:/my-hours");
                });
    }

    @PostMapping("/my-hours/{id}/removal")
    ModelAndView takeBack(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id) {
        var own = storedHours.list(me(actor).id(), period(clock.instant())).stream()
                .filter(r -> r.id().equals(id) && r.source().equals(TOLD)).findFirst();
        hours.remove(own.orElseThrow(() -> new NotFound("hour entry " + id)).id());
        Flashes.say(response, "success", page.t("standing.said.removed"));
        return new ModelAndView("redirect:/my-hours");
    }

    private ModelAndView view(Actor actor, Page page, Officer officer) {
        var now = clock.instant();
        var zone = standings.terms(actor.tenant(), officer.departmentId()).zone();
        return new ModelAndView("staffing/hoursleft/my-hours",
                Map.of("page", page.titled("standing.title"), "officer", officer,
                        "standings", standings.of(officer.id(), actor.tenant(), officer.departmentId(), now),
                        "entries", entries(officer, now), "zone", zone, "own", TOLD, "statuses",
                        statuses.list(officer.id()), "today", now.atZone(zone).toLocalDate()));
    }

    private List<HourStore.Row> entries(Officer officer, Instant now) {
        return storedHours.list(officer.id(), period(now));
    }

    private static Window period(Instant now) {
        return new Window(now.minus(Duration.ofDays(14)), now.plus(Duration.ofDays(60)));
    }

    private Officer me(Actor actor) {
        return officers.findByPerson(actor.person())
                .orElseThrow(() -> new NotFound("no officer's file for person " + actor.person()));
    }

    static Window window(Map<String, String> typed, ZoneId zone) {
        var start = moment(typed, "start", zone);
        var end = moment(typed, "end", zone);
        if (!end.isAfter(start)) throw new InvalidInput("end", typed.getOrDefault("end", ""), "standing.error.end");
        if (Duration.between(start, end).compareTo(Duration.ofHours(24)) > 0)
            throw new InvalidInput("end", typed.getOrDefault("end", ""), "standing.error.long");
        return new Window(start, end);
    }

    private static Instant moment(Map<String, String> typed, String field, ZoneId zone) {
        var text = typed.getOrDefault(field, "").strip();
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, text, "standing.error.moment");
        }
    }
}
