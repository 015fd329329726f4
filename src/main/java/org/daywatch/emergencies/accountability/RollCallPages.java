package org.daywatch.emergencies.accountability;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.rosters.AtSchool;
import org.daywatch.emergencies.accountability.RollCall.Source;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The command post's view: exceptions first, then rooms; and the paper that works without any of this. */
@Controller
@Needs(Permission.REUNIFY)
class RollCallPages {

    private final RollCalls calls;
    private final RollQueries queries;
    private final ClassRosters rosters;
    private final AtSchool atSchool;
    private final AuditLog audit;
    private final Dispatch dispatch;

    RollCallPages(RollCalls calls, RollQueries queries, ClassRosters rosters, AtSchool atSchool, AuditLog audit,
            Dispatch dispatch) {
        this.dispatch = dispatch;
        this.calls = calls;
        this.queries = queries;
        this.rosters = rosters;
        this.atSchool = atSchool;
        this.audit = audit;
    }

    @Bean
    static NavEntry accountabilityNav() {
        return NavEntry.of(NavPart.TODAY, 12, "accountability.nav", "/accountability", "people",
                Permission.ROOM_REPORT);
    }

    @GetMapping("/accountability/{id}")
    ModelAndView rollUp(Actor actor, Page page, @PathVariable UUID id) {
        var call = mine(actor, id);
        if (!page.fragment()) audit.read("RollCall", "roll call " + id, Map.of("school", call.schoolId()));
        var campus = atSchool.of(actor, call.schoolId());
        return new ModelAndView("emergencies/accountability/roll-call",
                Map.of("page", page.titled("accountability.one.title", campus.name()), "call", call, "school", campus,
                        "up", queries.asRead(actor, page, call), "told", dispatch.line(page, call.alertId())));
    }

    /** Said at the command post about one person: found, missing, injured. */
    @PostMapping("/accountability/{id}/people/{person}")
    String mark(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id, @PathVariable UUID person,
            @RequestParam(defaultValue = "") String says) {
        var call = mine(actor, id);
        calls.report(actor, call, new RoomReport(Ids.next(), null, Source.POST, Map.of(person, RoomReport.says(says)),
                List.of(), null, null));
        Flashes.say(response, "success", page.t("accountability.said.marked"));
        return "redirect:/accountability/" + id;
    }

    /** To be typed in afterward, room by room, with the time on the paper. */
    @GetMapping("/accountability/{id}/paper")
    ModelAndView paper(Actor actor, Page page, @PathVariable UUID id) {
        var call = mine(actor, id);
        var campus = atSchool.of(actor, call.schoolId());
        return new ModelAndView("emergencies/accountability/paper",
                Map.of("page", page.titled("accountability.paper.title", campus.name()), "call", call, "rooms",
                        queries.rollUp(call).rooms()));
    }

    /**
     * Rosters and cards for the folder by the door: a teacher prints their own classes, the office all. Printing is
     * written down.
     */
    @Needs(Permission.STUDENTS_READ)
    @GetMapping("/schools/{school}/roster-sheets")
    ModelAndView sheets(Actor actor, Page page, @PathVariable UUID school) {
        Campus campus = atSchool.of(actor, school);
        String email = rosters.emailOf(actor.person()).orElse("").toLowerCase(java.util.Locale.ROOT);
        var classes = rosters.classes(school).stream().filter(c -> !c.students().isEmpty())
                .filter(c -> actor.may(Permission.REUNIFY)
                        || c.adults().stream().anyMatch(a -> !email.isEmpty() && a.email().equals(email)))
                .toList();
        audit.read("RosterSheets", "school " + school, Map.of("classes", classes.size()));
        return new ModelAndView("emergencies/accountability/sheets",
                Map.of("page", page.titled("accountability.sheets.title", campus.name()), "school", campus,
                        "classes", classes));
    }

    private RollCall mine(Actor actor, UUID id) {
        var call = queries.get(id);
        if (actor.school() != null && !actor.school().equals(call.schoolId())) throw new NotFound("roll call " + id);
        return call;
    }
}
