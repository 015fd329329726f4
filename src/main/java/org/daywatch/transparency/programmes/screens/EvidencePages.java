package org.daywatch.transparency.programmes.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programmes.gathering.EvidenceLines;
import org.daywatch.transparency.programmes.gathering.EvidenceLines.Asked;
import org.daywatch.transparency.programmes.gathering.EvidenceLines.Line;
import org.daywatch.transparency.programmes.gathering.MeterQueries;
import org.daywatch.transparency.programmes.gathering.SchoolYears;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a figure opens onto: the lines it is the sum of, each with the page that shows it. */
@Controller
@Needs(Permission.PROGRAMME_READ)
public class EvidencePages {

    private final ProgrammePlaces places;
    private final FirstScreen screen;
    private final EvidenceLines lines;
    private final MeterQueries meters;
    private final OfficerFiles officers;
    private final AuditLog audit;

    EvidencePages(ProgrammePlaces places, FirstScreen screen, EvidenceLines lines, MeterQueries meters, OfficerFiles officers, AuditLog audit) {
        this.places = places;
        this.screen = screen;
        this.lines = lines;
        this.meters = meters;
        this.officers = officers;
        this.audit = audit;
    }

    @GetMapping("/programme/schools/{id}/evidence")
    ModelAndView list(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> parameters) {
        var school = places.get(actor, id);
        var paging = paging(id, parameters);
        var found = found(page, school, paging);
        var names = officers.names(found.stream().map(Line::officer).filter(o -> o != null).distinct().toList());
        return new ModelAndView("transparency/programmes/screens/evidence", Map.of("page", page.titled("programme.evidence.title", school.name()), "school", school,
                "paging", paging.of(found.size()), "lines", paging.of(found.size()).shown(found), "names", names, "minutes", found.stream().mapToLong(Line::minutes).sum(),
                "subject", paging.filter("subject")));
    }

    @GetMapping("/programme/schools/{id}/evidence.csv")
    @Needs(value = Permission.EXPORTS, stepUp = true)
    void csv(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var school = places.get(actor, id);
        var found = found(page, school, paging(id, parameters));
        var names = officers.names(found.stream().map(Line::officer).filter(o -> o != null).distinct().toList());
        audit.act("EvidenceExported", "school " + id, Map.of("rows", found.size()));
        Csv.answer(response, "evidence.csv", List.of("day", "officer", "kind", "subject", "minutes", "people", "on_campus", "reason", "note", "source", "address"),
                found.stream().map(l -> java.util.Arrays.asList(l.day(), l.officer() == null ? "" : names.getOrDefault(l.officer(), ""), l.kind(), l.subject(), l.minutes(), l.people(),
                        l.onCampus(), l.reason(), l.note(), l.source(), l.evidence())));
    }

    private static Paging paging(UUID id, Map<String, String> parameters) {
        return Paging.read("/programme/schools/" + id + "/evidence", parameters, Set.of("day", "minutes"), "-day").about("subject", "officer", "post");
    }

    private List<Line> found(Page page, Campus school, Paging paging) {
        var asOf = screen.day(school);
        var asked = new Asked(List.of(school.id()), Ids.find(paging.filter("officer")).orElse(null), Ids.find(paging.filter("post")).orElse(null), paging.filter("subject"),
                SchoolYears.begin(asOf), asOf);
        return lines.of(asked, meters.of(school, asOf).due()).stream().filter(l -> paging.finds(l.note(), l.kind(), l.subject(), EvidenceWords.kind(page, l))).sorted(paging.order(Map.of(
                "day", Comparator.comparing(Line::day), "minutes", Comparator.comparing(Line::minutes)))).toList();
    }
}
