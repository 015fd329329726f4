package org.daywatch.transparency.activitylog.phone;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.training.PlannedLessons;
import org.daywatch.transparency.activitylog.ActivityQueries;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The officer's log on the phone: what they did, tapped. Works as a plain form; the queue on the phone is an addition.
 */
@Controller
class LogPages {

    private static final Duration LATELY = Duration.ofDays(8);
    private static final int LABELS_OF_DAYS = 60;

    private final LogEntries entries;
    private final StudentNames names;
    private final ActivityQueries activities;
    private final ClockRecords clocks;
    private final Campuses campuses;
    private final HomeTime home;
    private final PlannedLessons lessons;
    private final Clock clock;

    LogPages(LogEntries entries, StudentNames names, ActivityQueries activities, ClockRecords clocks, Campuses campuses,
            HomeTime home, PlannedLessons lessons, Clock clock) {
        this.lessons = lessons;
        this.home = home;
        this.entries = entries;
        this.names = names;
        this.activities = activities;
        this.clocks = clocks;
        this.campuses = campuses;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry myLogEntry() {
            return NavEntry.of(NavPart.TODAY, 35, "log.nav", "/log", "edit", Permission.LOG_WRITE);
        }
    }

    /** Who is asked by the queue of a phone before it sends: whose entries go with which token. */
    record Mine(UUID person, String csrfName, String csrf) {}

    record Accepted(boolean accepted) {}

    @Needs(Permission.LOG_WRITE)
    @GetMapping("/log")
    ModelAndView log(Actor actor, Page page) {
        var me = entries.me(actor);
        var schools = schools(actor);
        var today = LocalDate.ofInstant(clock.instant(), schools.isEmpty() ? home.zone() : schools.getFirst().zone());
        boolean away = !schools.isEmpty() && schools(actor,
                Duration.between(today.atStartOfDay(schools.getFirst().zone()).toInstant(), clock.instant())).isEmpty();
        return new ModelAndView("transparency/activitylog/phone/log", Map.of("away", away, "page",
                page.titled("log.title"), "schools", schools, "today", activities.typedOn(me.officer(), today),
                "labels", activities.labels(me.officer(), today.minusDays(LABELS_OF_DAYS)), "week",
                "/logs/" + me.officer() + "/" + WeeklyLog.weekOf(today), "lessons", lessons.today(actor.person())));
    }

    @Open(why = "the page of the log as every officer's phone keeps it: schools come from the phone itself")
    @GetMapping("/log/shell")
    ModelAndView shell(Page page, @RequestParam(defaultValue = "") String lang) {
        return new ModelAndView("transparency/activitylog/phone/log-shell",
                Map.of("page", page.in(lang).titled("log.title")));
    }

    @Needs(Permission.LOG_WRITE)
    @PostMapping("/log")
    ModelAndView write(Actor actor, Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        return Act.told(page, typed, again -> again(again, actor), () -> {
            names.none(schools(actor, LogEntry.OLDEST), typed);
            entries.write(actor, typed);
            Flashes.say(response, "success", page.t("log.said.written"));
            return new ModelAndView("redirect:/log");
        });
    }

    @Needs(Permission.LOG_WRITE)
    @GetMapping("/log/mine")
    ResponseEntity<Mine> mine(Actor actor, Page page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(new Mine(actor.person(), page.csrf().name(), page.csrf().token()));
    }

    /** The same from the queue of a phone, which asks for JSON: what is wrong comes back as problem details. */
    @Needs(Permission.LOG_WRITE)
    @PostMapping("/log/entries")
    ResponseEntity<Accepted> queued(Actor actor, @RequestParam Map<String, String> typed) {
        names.none(schools(actor, LogEntry.OLDEST), typed);
        entries.write(actor, typed);
        return ResponseEntity.ok(new Accepted(true));
    }

    @Needs(Permission.LOG_WRITE)
    @PostMapping("/log/entries/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "/log") String to) {
        return Act.on(page, response, back(to), "log.said.withdrawn", () -> entries.withdraw(actor, id, reason));
    }

    @Needs(Permission.LOG_WRITE)
    @PostMapping("/log/entries/{id}/correction")
    ModelAndView correct(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "/log") String to) {
        return Act.on(page, response, back(to), "log.said.corrected",
                () -> entries.correct(actor, id, minutes, reason));
    }

    private static String back(String to) {
        return to.matches("/logs/[0-9a-f-]{36}/[0-9-]{10}") ? to : "/log";
    }

    /** Where the clock saw them lately, where they are now before all. */
    private List<Campus> schools(Actor actor) {
        return schools(actor, LATELY);
    }

    private List<Campus> schools(Actor actor, Duration lately) {
        var now = clock.instant();
        return clocks.of(actor.person(), new Window(now.minus(lately), now.plusSeconds(1))).stream()
                .sorted(java.util.Comparator.comparing((ClockRecords.ClockRecord r) -> !r.onPost())
                        .thenComparing(r -> r.from(), java.util.Comparator.reverseOrder()))
                .map(ClockRecords.ClockRecord::schoolId).distinct().flatMap(id -> campuses.find(id).stream()).toList();
    }

    private ModelAndView again(Page page, Actor actor) {
        return log(actor, page.errors().isEmpty() ? page : page.says("error", page.t("log.said.wrong")));
    }
}
