package org.daywatch.transparency.programs.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programs.exceptions.CampusExceptions;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One school in its programs, and its board's exception. */
@Controller
@Needs(Permission.PROGRAM_READ)
public class ProgramSchoolPages {

    private final ProgramPlaces places;
    private final FirstScreen screen;
    private final CampusExceptions exceptions;
    private final OfficerFiles officers;
    private final ReadDay days;

    ProgramSchoolPages(ProgramPlaces places, FirstScreen screen, CampusExceptions exceptions, OfficerFiles officers,
            ReadDay days) {
        this.places = places;
        this.screen = screen;
        this.exceptions = exceptions;
        this.officers = officers;
        this.days = days;
    }

    @GetMapping("/program/schools/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String asOf) {
        return view(page, actor, places.get(actor, id), days.of(asOf));
    }

    @PostMapping("/program/schools/{id}/exception")
    @Needs(Permission.EXCEPTIONS_EDIT)
    ModelAndView except(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var school = places.get(actor, id);
        if (typed.containsKey("approval")) {
            return Act.typed(page, response, "/program/schools/" + id, "program.said.approval", "exception", typed,
                    again -> view(again, actor, school, days.of("")), () -> exceptions.approve(school,
                            typed.get("approval"), typed.getOrDefault("alternative", ""), day("boardDay", typed),
                            actor));
        }
        return Act.typed(page, response, "/program/schools/" + id, "program.said.exception", "exception", typed,
                again -> view(again, actor, school, days.of("")), () -> exceptions.add(school,
                        typed.getOrDefault("reason", ""), typed.getOrDefault("alternative", ""), day("boardDay", typed),
                        actor));
    }

    @PostMapping("/program/schools/{id}/exception/end")
    @Needs(Permission.EXCEPTIONS_EDIT)
    ModelAndView end(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed,
            HttpServletResponse response) {
        var school = places.get(actor, id);
        return Act.typed(page, response, "/program/schools/" + id, "program.said.exceptionEnded", "end", typed,
                again -> view(again, actor, school, days.of("")), () -> exceptions.end(school,
                        day("lastDay", typed), typed.getOrDefault("endReason", ""), actor));
    }

    private static LocalDate day(String field, Map<String, String> typed) {
        return Typed.day(field, typed.getOrDefault(field, ""));
    }

    /** The own file of an officer, who opens no agreement of another; empty for everybody else. */
    private Optional<UUID> self(Actor actor) {
        return actor.role() == Role.OFFICER
                ? Optional.of(officers.ofPerson(actor.person()).orElse(actor.person()))
                : Optional.empty();
    }

    /** What is due of the school, and of its district for it. */
    private static List<Due> dues(SchoolMeters school, Collection<Due> ofDistrict) {
        return Stream.concat(school.dated().stream(), ofDistrict.stream()).sorted(Comparator.comparing(Due::by))
                .toList();
    }

    private ModelAndView view(Page page, Actor actor, Campus school, LocalDate asOf) {
        boolean files = places.files(actor);
        var seen = screen.of(List.of(school), files, days.past(asOf) ? asOf : null);
        var row = seen.rows().getFirst();
        var ids = row.meters().officers().stream().map(SchoolMeters.OfOfficer::officer).toList();
        return new ModelAndView("transparency/programs/screens/school",
                Map.of("page", page.titled("program.school.title", school.name()), "row", row,
                        "dues", dues(row.meters(), seen.proposals().values()), "names", officers.names(ids), "self",
                        self(actor), "running", seen.running(), "papers", seen.papers()));
    }
}
