package org.daywatch.directory.canaries;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.exports.people.PeopleFile;
import org.daywatch.platform.exports.people.PeopleFiles;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where files carry an invented student, which files do, which came back; and finding the file of some lines. */
@Controller
@Needs(Permission.CANARIES_EDIT)
class CanaryPages {

    private static final String HERE = "/canaries";
    private static final int LONGEST_LINES = 20_000;

    private final Canaries canaries;
    private final CanaryStore store;
    private final CanaryWatch watch;
    private final PeopleFiles files;
    private final Campuses campuses;
    private final HomeTime home;

    CanaryPages(Canaries canaries, CanaryStore store, CanaryWatch watch, PeopleFiles files, Campuses campuses,
            HomeTime home) {
        this.canaries = canaries;
        this.store = store;
        this.watch = watch;
        this.files = files;
        this.campuses = campuses;
        this.home = home;
    }

    @GetMapping(HERE)
    ModelAndView show(Page page, Actor actor) {
        var schools = campuses.list(CalendarScope.all(actor.tenant()));
        var model = new HashMap<String, Object>(Map.of("page", page.titled("canaries.title"), "schools", schools,
                "names", schools.stream().collect(Collectors.toMap(Campus::id, Campus::name)), "places",
                store.places(), "zone", home.zone(), "traced", List.of(), "looked", false));
        model.put("carrying", store.carrying().stream().map(files::of)
                .sorted(Comparator.comparing(PeopleFile::askedAt)
                        .reversed())
                .toList());
        model.put("returns", store.returns().stream().collect(Collectors.groupingBy(CanaryReturn::export)));
        return new ModelAndView("directory/canaries/canaries", model);
    }

    @PostMapping(HERE)
    ModelAndView place(Page page, Actor actor, HttpServletResponse response,
            @RequestParam(defaultValue = "") String school) {
        return Act.on(page, response, HERE, "canaries.said.placed",
                () -> canaries.place(actor, school.isEmpty() ? null : school(actor, school)));
    }

    @PostMapping("/canaries/{id}/end")
    ModelAndView end(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id) {
        return Act.on(page, response, HERE, "canaries.said.ended", () -> canaries.end(actor, id));
    }

    /** Nothing of what is typed is kept. */
    @PostMapping("/canaries/trace")
    ModelAndView trace(Page page, Actor actor, @RequestParam(defaultValue = "") String lines) {
        return Act.typed(page, "trace", Map.of("lines", lines), again -> show(again, actor), () -> {
            if (lines.isBlank() || lines.length() > LONGEST_LINES)
                throw new InvalidInput("lines", "", "canaries.wrong.lines");
            var traced = watch.trace(lines.lines());
            var view = show(page, actor);
            view.addObject("traced", traced);
            view.addObject("looked", true);
            return view;
        });
    }

    private UUID school(Actor actor, String asked) {
        return Ids.find(asked)
                .filter(id -> campuses.list(CalendarScope.all(actor.tenant())).stream()
                        .anyMatch(s -> s.id().equals(id)))
                .orElseThrow(() -> new NotFound("school " + asked));
    }
}
