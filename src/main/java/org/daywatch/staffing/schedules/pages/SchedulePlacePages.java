package org.daywatch.staffing.schedules.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.schedules.weeks.ScheduleCommands;
import org.daywatch.staffing.schedules.weeks.ScheduleNotes;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One place of a schedule: why, and a coordinator's word about it. */
@Controller
@Needs(Permission.POSTS_EDIT)
class SchedulePlacePages {

    private final ScheduleStore rosters;
    private final ScheduleNotes notes;
    private final ScheduleGrid grid;
    private final WhyQueries why;
    private final ScheduleCommands commands;
    private final Campuses campuses;

    SchedulePlacePages(ScheduleStore rosters, ScheduleNotes notes, ScheduleGrid grid, WhyQueries why,
            ScheduleCommands commands, Campuses campuses) {
        this.rosters = rosters;
        this.notes = notes;
        this.grid = grid;
        this.why = why;
        this.commands = commands;
        this.campuses = campuses;
    }

    /** @param officer about whom the rules are asked before they are pinned */
    @GetMapping("/rosters/{id}/places/{post}")
    ModelAndView place(Page page, @PathVariable UUID id, @PathVariable UUID post,
            @RequestParam(required = false) @Nullable UUID officer) {
        var roster = rosters.get(id);
        var place = grid.place(id, post).orElseThrow(() -> new NotFound("place " + post));
        var school = campuses.find(place.school()).orElseThrow(() -> new NotFound("school " + place.school()));
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("rosters.place.title", school.name()));
        model.put("roster", roster);
        model.put("place", place);
        model.put("school", school);
        model.put("why", why.why(roster, place));
        model.put("explanation", roster.working() ? null : why.explain(roster, place, null).orElse(null));
        model.put("names", why.names());
        model.put("asked", officer == null ? null : commands.wouldBe(id, post, officer));
        model.put("words", new ScheduleWords(page, notes.core(id, java.util.List.of(place.school())),
                notes.lacks(id, java.util.List.of(post))));
        return new ModelAndView("staffing/schedules/pages/place", model);
    }

    /** What the rules say of them there: a few lines for the person who holds their name over a place. */
    @GetMapping("/rosters/{id}/places/{post}/verdict")
    ModelAndView verdict(Page page, @PathVariable UUID id, @PathVariable UUID post, @RequestParam UUID officer) {
        rosters.get(id);
        return new ModelAndView("staffing/schedules/pages/verdict",
                Map.of("page", page, "verdict", commands.wouldBe(id, post, officer),
                        "name", why.names().getOrDefault(officer.toString(), "")));
    }

    @PostMapping("/rosters/{id}/places/{post}/pin")
    ModelAndView pin(Page page, HttpServletResponse response, @PathVariable UUID id, @PathVariable UUID post,
            @RequestParam(defaultValue = "") String officer) {
        return Act.told(page, Map.of(), again -> place(again, id, post, Ids.find(officer).orElse(null)), () -> {
            commands.pin(id, post, officer(officer));
            return back(page, response, id, "rosters.said.pinned");
        });
    }

    @PostMapping("/rosters/{id}/places/{post}/unpin")
    ModelAndView unpin(Page page, HttpServletResponse response, @PathVariable UUID id, @PathVariable UUID post) {
        commands.unpin(id, post);
        return back(page, response, id, "rosters.said.unpinned");
    }

    @PostMapping("/rosters/{id}/places/{post}/opening")
    ModelAndView leaveOpen(Page page, HttpServletResponse response, @PathVariable UUID id, @PathVariable UUID post) {
        commands.pin(id, post, null);
        return back(page, response, id, "rosters.said.open");
    }

    private ModelAndView back(Page page, HttpServletResponse response, UUID id, String said) {
        Flashes.say(response, "success", page.t(said));
        return new ModelAndView("redirect:/rosters?week=" + rosters.get(id).from());
    }

    private static UUID officer(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("officer", text, "rosters.wrong.officer");
        }
    }
}
