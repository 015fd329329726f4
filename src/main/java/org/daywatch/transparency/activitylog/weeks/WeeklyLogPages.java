package org.daywatch.transparency.activitylog.weeks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogQueries.Row;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All weekly logs the reader may see: which are signed, which wait, which are missing. */
@Controller
@Needs({Permission.LOG_READ, Permission.LOG_WRITE})
class WeeklyLogPages {

    private static final int MOST = 20_000;

    private final WeeklyLogQueries queries;
    private final Campuses campuses;
    private final HomeTime home;

    WeeklyLogPages(WeeklyLogQueries queries, Campuses campuses, HomeTime home) {
        this.queries = queries;
        this.campuses = campuses;
        this.home = home;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry weeklyLogsEntry() {
            return NavEntry.of(NavPart.PROGRAM, 62, "log.list.nav", "/logs", "edit", Permission.LOG_READ);
        }
    }

    @GetMapping("/logs")
    ModelAndView logs(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var asked = read(parameters);
        var today = home.today();
        var paging = asked.of(queries.count(asked, LogScope.of(actor), today));
        var rows = queries.list(paging, LogScope.of(actor), today, paging.size());
        return new ModelAndView("transparency/activitylog/weeks/logs", Map.of("page", page.titled("log.list.title"),
                "paging", paging, "rows", rows, "schools", schools(rows), "today", today));
    }

    @GetMapping("/logs.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var rows = queries.list(read(parameters).size(MOST), LogScope.of(actor), home.today(), MOST);
        var schools = schools(rows);
        Csv.answer(response, "weekly-logs.csv",
                List.of("week", "officer", "school", "state", "missing", "minutes_on_campus", "minutes_of_lessons",
                        "improper_requests"),
                rows.stream()
                        .map(r -> List.of(r.log().week(), r.log().officer(),
                                schools.getOrDefault(r.log().schoolId(), ""), r.log().state().code(),
                                r.log().missing(home.today()),
                                r.minutes(), r.lessons(), r.improper())));
    }

    private static Paging read(Map<String, String> parameters) {
        return Paging.read("/logs", parameters, WeeklyLogQueries.SORTS, "-week");
    }

    private Map<UUID, String> schools(List<Row> rows) {
        return campuses.list(rows.stream().map(r -> r.log().schoolId()).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Campus::name));
    }
}
