package org.daywatch.transparency.activitylog.weeks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.transparency.activitylog.Kept;
import org.daywatch.transparency.activitylog.timeuse.TimeStudies;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One officer's week: read, taken along, signed by them and by the school. */
@Controller
@Needs({Permission.LOG_READ, Permission.LOG_WRITE})
class WeekPages {

    private final WeekReading reading;
    private final WeeklyLogQueries queries;
    private final WeeklyLogs logs;
    private final TimeStudies studies;
    private final HomeTime home;

    WeekPages(WeekReading reading, WeeklyLogQueries queries, WeeklyLogs logs, TimeStudies studies, HomeTime home) {
        this.reading = reading;
        this.queries = queries;
        this.logs = logs;
        this.studies = studies;
        this.home = home;
    }

    @GetMapping("/logs/{officer}/{week}")
    ModelAndView week(Actor actor, Page page, @PathVariable UUID officer, @PathVariable String week) {
        var views = reading.week(actor, officer, week);
        var log = views.getFirst().log();
        var missing = queries.missing(officer, LogScope.of(actor), home.today());
        return new ModelAndView("transparency/activitylog/weeks/week",
                Map.of("page", page.titled("log.week.title", log.officer(), page.when().date(log.week())), "views",
                        views,
                        "missing", missing, "studies", studies.on(log.week()), "today", home.today()));
    }

    @GetMapping("/logs/{officer}/{week}.csv")
    void csv(Actor actor, HttpServletResponse response, @PathVariable UUID officer, @PathVariable String week) {
        var views = reading.week(actor, officer, week);
        Csv.answer(response, "log-" + week + ".csv",
                List.of("school", "day", "starts", "ends", "minutes", "function", "kind", "counts_as", "people",
                        "class_or_audience", "lesson", "lessons",
                        "teacher_present", "on_campus", "reason", "note", "source", "evidence", "withdrawn",
                        "withdrawn_reason", "state"),
                views.stream().flatMap(view -> view.lines().stream().map(line -> row(view, line))));
    }

    private static List<?> row(OfficerWeekView view, Kept line) {
        var a = line.what();
        var d = a.details();
        var zone = view.school().zone();
        return Arrays.asList(view.school().name(), a.day(), a.from() == null ? "" : a.from().atZone(zone).toLocalTime(),
                a.to() == null ? "" : a.to().atZone(zone).toLocalTime(), a.minutes(),
                a.kind().function(), a.kind(), a.subject(), d.people(), d.label(), d.lesson(), d.lessons(), d.teacher(),
                a.onCampus(), a.reason(), d.note(), a.source(), a.evidence(),
                line.withdrawn() == null ? "" : line.withdrawn().at(),
                line.withdrawn() == null ? "" : line.withdrawn().reason(), view.log().state().code());
    }

    @GetMapping("/logs/{officer}/{week}.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, Page page, @PathVariable UUID officer, @PathVariable String week) {
        byte[] bytes = WeekSheet.of(page, reading.week(actor, officer, week));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"log-" + week + ".pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }

    @Needs(Permission.LOG_WRITE)
    @PostMapping("/logs/{officer}/{week}/signature")
    ModelAndView sign(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID officer,
            @PathVariable String week, @RequestParam UUID log) {
        return done(actor, page, response, officer, week, log, "log.said.signed", id -> logs.sign(actor, id));
    }

    @Needs(Permission.LOG_SIGN)
    @PostMapping("/logs/{officer}/{week}/administrator-signature")
    ModelAndView lock(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID officer,
            @PathVariable String week, @RequestParam UUID log) {
        return done(actor, page, response, officer, week, log, "log.said.locked", id -> logs.lock(actor, id));
    }

    @Needs(Permission.LOG_SIGN)
    @PostMapping("/logs/{officer}/{week}/return")
    ModelAndView sendBack(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID officer,
            @PathVariable String week, @RequestParam UUID log,
            @RequestParam Map<String, String> input) {
        mine(actor, officer, week, log);
        return Act.typed(page, response, here(officer, week), "log.said.back", "back-" + log, input,
                again -> week(actor, again, officer, week),
                () -> logs.sendBack(actor, log, input.getOrDefault("reason", "")));
    }

    /** A refusal is said on the week's page, where the reader sees why. */
    private ModelAndView done(Actor actor, Page page, HttpServletResponse response, UUID officer, String week, UUID log,
            String said, Consumer<UUID> act) {
        mine(actor, officer, week, log);
        return Act.on(page, response, here(officer, week), said, () -> act.accept(log));
    }

    private void mine(Actor actor, UUID officer, String week, UUID log) {
        if (reading.week(actor, officer, week).stream().noneMatch(view -> view.log().id().equals(log)))
            throw new NotFound("weekly log " + log);
    }

    private static String here(UUID officer, String week) {
        return "/logs/" + officer + "/" + LocalDate.parse(week);
    }
}
