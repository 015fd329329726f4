package org.daywatch.transparency.programs.clocks.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person starts a clock: what happened, where and when; by when only where no rule says so. */
@Controller
@Needs(Permission.AGREEMENTS_EDIT)
public class ClockForm {

    private static final int LONGEST = 300;

    private final ClockCommands commands;
    private final ProgramPlaces places;
    private final Organizations organizations;
    private final Clock clock;

    ClockForm(ClockCommands commands, ProgramPlaces places, Organizations organizations, Clock clock) {
        this.commands = commands;
        this.places = places;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/program/clocks/new")
    ModelAndView form(Page page, Actor actor) {
        return new ModelAndView("transparency/programs/clocks/pages/new",
                Map.of("page", page.titled("program.clock.new"), "schools", places.of(actor)));
    }

    @PostMapping("/program/clocks")
    ModelAndView start(Page page, Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        try {
            var school = school(actor, typed.getOrDefault("school", ""));
            var id = commands.start(agency(actor), school, event(typed, school), actor.name());
            if (id.isPresent()) Flashes.say(response, "success", page.t("program.clock.said.Start"));
            return new ModelAndView("redirect:/program/clocks" + id.map(started -> "/" + started).orElse("")); // sent twice, it started once
        } catch (InvalidInput wrong) {
            var again = new ModelAndView("transparency/programs/clocks/pages/new",
                    Map.of("page", page.titled("program.clock.new").with(wrong, typed), "schools", places.of(actor)));
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
    }

    private ClockCommands.Event event(Map<String, String> typed, Campus school) {
        String word = typed.getOrDefault("kind", "");
        String about = typed.getOrDefault("about", "").strip();
        var kind = Arrays.stream(ClockKind.values()).filter(k -> k.name().equals(word)).findFirst()
                .orElseThrow(() -> new InvalidInput("kind", word, "program.clock.wrong.kind"));
        if (about.length() > LONGEST) throw new InvalidInput("about", about, "program.clock.wrong.about");
        var started = moment("started", typed.getOrDefault("started", ""), school.zone());
        if (started.isAfter(clock.instant()))
            throw new InvalidInput("started", typed.get("started"), "program.clock.wrong.started");
        String due = typed.getOrDefault("due", "");
        String form = Ids.find(typed.getOrDefault("form", "")).map(id -> "form " + id).orElse("");
        return new ClockCommands.Event(kind, null, about, form, started,
                due.isBlank() ? null : moment("due", due, school.zone()));
    }

    private Campus school(Actor actor, String typed) {
        try {
            return places.get(actor, Ids.find(typed).orElseThrow(() -> new NotFound("school " + typed)));
        } catch (NotFound none) {
            throw new InvalidInput("school", typed, "program.clock.wrong.school");
        }
    }

    /** Day and time as a form field sends them, on the school's own clock. */
    static Instant moment(String field, String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput(List.of(new InvalidInput.FieldError(field, typed, "program.clock.wrong.moment")));
        }
    }

    private java.util.UUID agency(Actor actor) {
        if (!actor.role().organizationKind().equals("DISTRICT")) return actor.tenant();
        return organizations.find(actor.tenant()).map(Organization::parent)
                .orElseThrow(() -> new NotFound("the program of district " + actor.tenant()));
    }
}
