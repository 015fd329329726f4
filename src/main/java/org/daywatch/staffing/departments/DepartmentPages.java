package org.daywatch.staffing.departments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.dutystatus.DutyStatusStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The supervisor's view: their officers, those with the least room first. */
@Controller
@Needs(Permission.DEPARTMENT_READ)
class DepartmentPages {

    private final HomeTime home;
    private final DepartmentQueries queries;
    private final DepartmentTiles tiles;
    private final AuditLog audit;
    private final DutyStatusStore statuses;

    DepartmentPages(DepartmentQueries queries, DepartmentTiles tiles, AuditLog audit, HomeTime home,
            DutyStatusStore statuses) {
        this.home = home;
        this.tiles = tiles;
        this.queries = queries;
        this.audit = audit;
        this.statuses = statuses;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry department() {
            return NavEntry.of(NavPart.TODAY, 10, "department.nav", "/department", "groups",
                    Permission.DEPARTMENT_READ);
        }

        @Bean
        NavEntry approvals() {
            return NavEntry.of(NavPart.TODAY, 20, "approvals.title", "/department/approvals", "check_circle",
                    Permission.CAPS_APPROVE);
        }
    }

    @GetMapping("/department")
    ModelAndView list(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var asked = Paging.read("/department", parameters, DepartmentQueries.SORTS.keySet(), "left");
        var all = queries.list(asked);
        var paging = asked.of(all.size());
        var shown = all.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new ModelAndView("staffing/departments/department",
                Map.of("page", page.titled("department.title"), "paging", paging, "rows", shown,
                        "tiles",
                        tiles.of(page, actor, asked.filtered()
                                ? queries.list(
                                        Paging.read("/department", Map.of(), DepartmentQueries.SORTS.keySet(), "left"))
                                : all,
                                today()),
                        "today", today()));
    }

    @GetMapping("/department.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/department", parameters, DepartmentQueries.SORTS.keySet(), "left");
        var rows = queries.list(paging);
        audit.act("DepartmentHoursExported", "department", Map.of("rows", rows.size()));
        Csv.answer(response, "officers-and-hours.csv",
                List.of("badge", "name", "state", "permitted_until", "limit", "reached_hours", "limit_hours",
                        "left_hours", "duty_status"),
                rows.stream()
                        .flatMap(r -> r.standings().stream()
                                .map(s -> List.of(r.card().badge(), r.card().name(), r.card().state(),
                                        r.card().permissionUntil() == null ? "" : r.card().permissionUntil(),
                                        s.policy().id(), decimal(s.reading().reached().toMinutes()),
                                        decimal(s.reading().limit().toMinutes()),
                                        decimal(r.available() ? s.left().toMinutes() : 0),
                                        r.away() == null ? "" : r.away().kind()))));
    }

    /** A department's supervisor looking at one officer is a sensitive read. */
    @GetMapping("/department/officers/{id}")
    ModelAndView officer(Page page, @PathVariable UUID id) {
        var detail = queries.get(id);
        audit.read("OfficerHours", "officer " + id, Map.of("entries", detail.entries().size()));
        return new ModelAndView("staffing/departments/department-officer",
                Map.of("page", page.titled("department.officer.title", detail.row().card().name()),
                        "detail", detail, "today", today(), "statuses", statuses.list(id)));
    }

    private LocalDate today() {
        return home.today();
    }

    private static String decimal(long minutes) {
        return java.math.BigDecimal.valueOf(minutes)
                .divide(java.math.BigDecimal.valueOf(60), 2, java.math.RoundingMode.HALF_UP).toPlainString();
    }
}
