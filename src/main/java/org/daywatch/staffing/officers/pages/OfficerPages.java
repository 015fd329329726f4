package org.daywatch.staffing.officers.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.invitations.Invitations;
import org.daywatch.platform.identity.invitations.LettingIn;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.dutystatus.DutyStatusStore;
import org.daywatch.staffing.eligibility.OfficerReadiness;
import org.daywatch.staffing.hours.HourStore;
import org.daywatch.staffing.hoursleft.HoursLeftQueries;
import org.daywatch.staffing.officers.OfficerQueries;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officers, and one officer's file with what they hold and what their hours leave. */
@Controller
@Needs(Permission.OFFICERS_READ)
class OfficerPages {

    private static final int EXPORT_LIMIT = 100_000;

    private final OfficerQueries queries;
    private final OfficerCommands officers;
    private final OfficerStore storedOfficers;
    private final HourStore hours;
    private final HoursLeftQueries standings;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Campuses campuses;
    private final DutyStatusStore statuses;
    private final HomeTime time;
    private final LettingIn people;
    private final Invitations invitations;
    private final OfficerReadiness readiness;

    OfficerPages(OfficerQueries queries, OfficerCommands officers, OfficerStore storedOfficers, HourStore hours,
            HoursLeftQueries standings, Organizations organizations, AuditLog audit,
            Campuses campuses, DutyStatusStore statuses, HomeTime time, LettingIn people, Invitations invitations,
            OfficerReadiness readiness) {
        this.readiness = readiness;
        this.statuses = statuses;
        this.queries = queries;
        this.officers = officers;
        this.storedOfficers = storedOfficers;
        this.hours = hours;
        this.standings = standings;
        this.organizations = organizations;
        this.audit = audit;
        this.campuses = campuses;
        this.time = time;
        this.people = people;
        this.invitations = invitations;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry officersEntry() {
            return NavEntry.of(NavPart.SETUP, 50, "officers.nav", "/officers", "badge", Permission.OFFICERS_READ);
        }
    }

    @GetMapping("/officers")
    ModelAndView list(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var asked = Paging.read("/officers", parameters, OfficerQueries.SORTS, "ends");
        var paging = asked.of(queries.count(asked));
        var rows = queries.list(paging, paging.size());
        return new ModelAndView("staffing/officers/pages/officers",
                Map.of("page", page.titled("officers.title"), "paging", paging, "rows", rows,
                        "away", statuses.on(rows.stream().map(OfficerQueries.Row::id).toList(), time.today()),
                        "departments", departments(), "mayAdd", actor.may(Permission.OFFICERS_EDIT),
                        "today", time.today(), "toInvite",
                        people.toInvite(people.list(actor, actor.tenant(), Role.OFFICER)).size()));
    }

    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/officers.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/officers", parameters, OfficerQueries.SORTS, "ends").size(EXPORT_LIMIT);
        var rows = queries.list(paging, EXPORT_LIMIT);
        audit.act("OfficersExported", "officers", Map.of("rows", rows.size(), "filters", paging.filters()));
        var departments = departments();
        Csv.answer(response, "officers.csv",
                List.of("name", "badge", "rank", "department", "roles", "state", "next_credential_end", "email",
                        "phone", "hired_on", "languages"),
                rows.stream().map(r -> java.util.Arrays.asList(r.name(), r.badge(), r.rank(),
                        departments.getOrDefault(r.departmentId(), ""), String.join(" ", r.roles()),
                        r.state(), r.nextEnd(), r.email(), r.phone(), r.hiredOn(), String.join(" ", r.languages()))));
    }

    @GetMapping("/officers/{id}")
    ModelAndView show(Actor actor, Page page, @PathVariable UUID id) {
        var officer = storedOfficers.get(id);
        var now = time.now();
        var zone = standings.terms(actor.tenant(), officer.departmentId()).zone();
        audit.read("OfficerFile", "officer " + id, Map.of());
        return new ModelAndView("staffing/officers/pages/officer",
                Map.of("page", page.titled("officers.one.title", officer.fullName()), "officer", officer,
                        "department", departments().getOrDefault(officer.departmentId(), ""), "credentials",
                        storedOfficers.credentials(id),
                        "standings", standings.of(id, actor.tenant(), officer.departmentId(), now),
                        "entries",
                        hours.list(id, new Window(now.minus(Duration.ofDays(14)), now.plus(Duration.ofDays(28)))),
                        "zone", zone,
                        "mayEdit", actor.may(Permission.OFFICERS_EDIT), "wished",
                        campuses.list(officer.wishes().schools()), "today", now.atZone(zone).toLocalDate()))
                .addObject("statuses", statuses.list(id))
                .addObject("missing", readiness.missing(id,
                        organizations.find(actor.tenant()).map(Organizations.Organization::state).orElse(""), zone))
                .addObject("progress",
                        people.of(actor, actor.tenant(), Role.OFFICER, List.of(officer.personId()))
                                .get(officer.personId()))
                .addObject("mail", invitations.mailPossible())
                .addObject("text", invitations.textPossible() && !officer.phone().isEmpty());
    }

    private Map<UUID, String> departments() {
        return organizations.listOwn("DEPARTMENT").stream().collect(Collectors.toMap(o -> o.id(), o -> o.name()));
    }
}
