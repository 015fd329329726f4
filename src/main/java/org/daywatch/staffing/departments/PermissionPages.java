package org.daywatch.staffing.departments;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.approvals.ApprovalWords;
import org.daywatch.staffing.departments.DepartmentQueries.Card;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Work permissions: who holds one, whose ends soon, giving and renewing for many at once, and taking one back with its
 * consequences shown.
 */
@Controller
@Needs(Permission.WORK_PERMIT)
class PermissionPages {

    private final HomeTime home;
    private final DepartmentQueries department;
    private final WorkPermissions permissions;
    private final AuditLog audit;

    PermissionPages(DepartmentQueries department, WorkPermissions permissions, AuditLog audit, HomeTime home) {
        this.home = home;
        this.audit = audit;
        this.department = department;
        this.permissions = permissions;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry permissions() {
            return NavEntry.of(NavPart.COVERAGE, 30, "permissions.nav", "/department/permissions", "badge",
                    Permission.WORK_PERMIT);
        }
    }

    @GetMapping("/department/permissions")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var today = today();
        var all = rows(parameters, today);
        var paging = asked(parameters).of(all.size());
        return new ModelAndView("staffing/departments/permissions",
                Map.of("page", page.titled("permissions.title"), "paging", paging,
                        "rows", paging.shown(all), "today", today, "until", nextEnd(today)));
    }

    @GetMapping("/department/permissions.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var today = today();
        var rows = rows(parameters, today);
        audit.act("WorkPermissionsExported", "department", Map.of("rows", rows.size()));
        Csv.answer(response, "work-permissions.csv",
                List.of("badge", "name", "rank", "state", "permission", "permitted_until", "permitted_today"),
                rows.stream().map(c -> Arrays.asList(c.badge(), c.name(), c.rank(), c.state(), c.permissionState(),
                        c.permissionUntil(), c.permittedOn(today))));
    }

    private List<Card> rows(Map<String, String> parameters, LocalDate today) {
        var asked = asked(parameters);
        var byEnd = Comparator.comparing((Card c) -> c.permittedOn(today))
                .thenComparing(c -> c.permissionUntil() == null ? LocalDate.MIN : c.permissionUntil())
                .thenComparing(Card::name);
        var sorts = Map.of("permission", byEnd, "name", Comparator.comparing(Card::name).thenComparing(byEnd), "badge",
                Comparator.comparing(Card::badge).thenComparing(byEnd));
        return department.cards().stream().filter(c -> !c.state().equals("LEFT") && fits(c, asked, today))
                .sorted(asked.order(sorts)).toList();
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/department/permissions", parameters, List.of("permission", "name", "badge"), "permission");
    }

    @PostMapping("/department/permissions")
    ModelAndView give(Actor actor, Page page, HttpServletResponse response,
            @RequestParam(required = false) @Nullable List<UUID> officer,
            @RequestParam(defaultValue = "") String until, @RequestParam Map<String, String> typed) {
        return Act.form(page, Map.of("until", until), again -> list(again, Map.of()), () -> {
            int given = permissions.give(actor, officer == null ? List.of() : officer, date(until));
            Flashes.say(response, "success", page.t("permissions.given.said", given, until));
            return new ModelAndView("redirect:/department/permissions");
        });
    }

    /** What it means stands here before it is done. */
    @GetMapping("/department/officers/{id}/permission-end")
    ModelAndView ending(Page page, @PathVariable UUID id) {
        var card = department.card(id);
        return new ModelAndView("staffing/departments/permission-end",
                Map.of("page", page.titled("permissions.end.title", card.name()), "card", card,
                        "touched", permissions.touched(List.of(card)), "words",
                        new ApprovalWords(page.lang(), permissions.zone(card))));
    }

    @PostMapping("/department/officers/{id}/permission-end")
    ModelAndView end(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return Act.form(page, typed, again -> ending(again, id), () -> {
            var cause = Arrays.stream(PermissionCause.values()).filter(c -> c.name().equals(typed.get("cause")))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("cause", typed.getOrDefault("cause", ""),
                            "permissions.error.cause"));
            permissions.end(actor, id, "WITHDRAWN".equals(typed.get("kind")), cause, typed.getOrDefault("reason", ""));
            Flashes.say(response, "success", page.t("permissions.ended.said"));
            return new ModelAndView("redirect:/department/officers/" + id);
        });
    }

    private static boolean fits(Card card, Paging paging, LocalDate today) {
        var named = card.name().toLowerCase(java.util.Locale.ROOT).contains(
                paging.filter("q").toLowerCase(java.util.Locale.ROOT)) || card.badge().equals(paging.filter("q"));
        return named && switch (paging.filter("show")) {
            case "none" -> !card.permittedOn(today);
            case "soon" -> card.endsSoon(today);
            default -> true;
        };
    }

    /** A permission is for the calendar year; in its last month the next one is meant. */
    private static LocalDate nextEnd(LocalDate today) {
        boolean late = today.getMonth() == Month.DECEMBER;
        var end = LocalDate.of(today.getYear() + (late ? 1 : 0), Month.DECEMBER, 31);
        return end.isAfter(today.plusYears(1)) ? today.plusYears(1) : end;
    }

    private static LocalDate date(String text) {
        try {
            return Days.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput("until", text, "permissions.error.until");
        }
    }

    private LocalDate today() {
        return home.today();
    }
}
