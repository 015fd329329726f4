package org.daywatch.transparency.programs.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.daywatch.transparency.programs.schools.SchoolRow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The first screen of a program: what a grant lead, a safety director, a safety specialist asks first, by the state of
 * the schools.
 */
@Controller
@Needs(Permission.PROGRAM_READ)
public class ProgramPages {

    private static final Set<String> ORDERS = Set.of("urgency", "school", "standing");

    private final ProgramPlaces places;
    private final FirstScreen screen;
    private final OfficerFiles officers;
    private final ReadDay days;
    private final AuditLog audit;

    ProgramPages(ProgramPlaces places, FirstScreen screen, OfficerFiles officers, ReadDay days, AuditLog audit) {
        this.places = places;
        this.screen = screen;
        this.officers = officers;
        this.days = days;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry programEntry() {
            return NavEntry.of(NavPart.PROGRAM, 65, "program.nav", "/program", "assessment", Permission.PROGRAM_READ);
        }
    }

    @GetMapping("/program")
    ModelAndView first(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        if (actor.role() == Role.OFFICER) {
            return officers.ofPerson(actor.person()).map(o -> new ModelAndView("redirect:/program/officers/" + o))
                    .orElseGet(() -> new ModelAndView("transparency/programs/screens/nothing",
                            Map.of("page", page.titled("program.title"))));
        }
        var paging = paging(parameters);
        var chosen = places.chosen(actor, paging.filter("state"));
        var asOf = days.of(paging.filter("asOf"));
        var seen = screen.of(chosen.schools(), places.files(actor), days.past(asOf) ? asOf : null);
        var rows = sorted(matching(seen.rows(), paging), paging);
        var model = new LinkedHashMap<String, Object>(Map.of("page", page.titled("program.title"), "layout",
                Layout.of(chosen.state()), "chosen", chosen, "seen", seen,
                "paging", paging.of(rows.size()), "rows", paging.of(rows.size()).shown(rows)));
        return new ModelAndView("transparency/programs/screens/program", model);
    }

    @GetMapping("/program.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = paging(parameters);
        var schools = places.of(actor).stream()
                .filter(c -> paging.filter("state").isEmpty() || c.state().equals(paging.filter("state"))).toList();
        var asOf = days.of(paging.filter("asOf"));
        var rows = sorted(
                matching(screen.of(schools, places.files(actor), days.past(asOf) ? asOf : null).rows(), paging),
                paging);
        audit.act("ProgramExported", "program", Map.of("rows", rows.size()));
        Csv.answer(response, "program.csv", ProgramExport.HEADER, rows.stream().map(ProgramExport::row));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/program", parameters, ORDERS, "urgency").about("state", "asOf");
    }

    private static List<SchoolRow> matching(List<SchoolRow> rows, Paging paging) {
        String now = paging.filter("now");
        return rows.stream().filter(r -> paging.finds(r.school().name()))
                .filter(r -> now.isEmpty() || r.now().name().equals(now) || now.equals("ANSWER_" + r.answer()))
                .toList();
    }

    private static List<SchoolRow> sorted(List<SchoolRow> rows, Paging paging) {
        Comparator<SchoolRow> byName = Comparator.comparing(r -> r.school().name());
        return rows.stream().sorted(paging.order(Map.of("school", byName, "standing",
                Comparator.<SchoolRow, org.daywatch.transparency.programs.meters.Standing>comparing(SchoolRow::worst)
                        .thenComparing(byName),
                "urgency", Comparator.comparing(SchoolRow::now).thenComparing(SchoolRow::worst).thenComparing(byName))))
                .toList();
    }
}
