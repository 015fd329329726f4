package org.daywatch.transparency.programmes.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.transparency.programmes.clocks.ClockQueries;
import org.daywatch.transparency.programmes.exceptions.CampusExceptions;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One school in its programmes, and its board's exception. */
@Controller("programmeSchoolPages") // the directory has pages of schools of its own
@Needs(Permission.PROGRAMME_READ)
public class SchoolPages {

    private final ProgrammePlaces places;
    private final FirstScreen screen;
    private final Certificates certificates;
    private final CampusExceptions exceptions;
    private final ClockQueries clocks;
    private final OfficerFiles officers;

    SchoolPages(ProgrammePlaces places, FirstScreen screen, Certificates certificates, CampusExceptions exceptions, ClockQueries clocks, OfficerFiles officers) {
        this.places = places;
        this.screen = screen;
        this.certificates = certificates;
        this.exceptions = exceptions;
        this.clocks = clocks;
        this.officers = officers;
    }

    @GetMapping("/programme/schools/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        return view(page, actor, places.get(actor, id));
    }

    @PostMapping("/programme/schools/{id}/exception")
    @Needs(Permission.PROGRAMME_EDIT)
    ModelAndView except(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        var school = places.get(actor, id);
        try {
            exceptions.add(school, typed.getOrDefault("reason", ""), typed.getOrDefault("alternative", ""), day(typed.getOrDefault("boardDay", "")), actor);
        } catch (InvalidInput wrong) {
            var again = view(page.with(wrong, typed), actor, school);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
        Flashes.say(response, "success", page.t("programme.said.exception"));
        return new ModelAndView("redirect:/programme/schools/" + id);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new InvalidInput("boardDay", typed, "programme.wrong.boardDay");
        }
    }

    private ModelAndView view(Page page, Actor actor, Campus school) {
        var row = screen.of(school);
        var meters = row.meters();
        var ids = meters.officers().stream().map(SchoolMeters.OfOfficer::officer).toList();
        var model = new LinkedHashMap<String, Object>(Map.of("page", page.titled("programme.school.title", school.name()), "row", row, "names", officers.names(ids),
                "running", clocks.running(List.of(school.id()))));
        model.put("papers", certificates.of(actor, List.of(row), meters.asOf()));
        return new ModelAndView("transparency/programmes/screens/school", model);
    }
}
