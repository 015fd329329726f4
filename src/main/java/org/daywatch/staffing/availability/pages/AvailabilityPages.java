package org.daywatch.staffing.availability.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.DatedTime;
import org.daywatch.staffing.availability.Wishes;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One page for two people: the officer says when and where they would like to work, and the coordinator writes it for
 * them.
 */
@Controller
@Needs({Permission.OWN_HOURS, Permission.OFFICERS_EDIT})
class AvailabilityPages {

    private static final String MINE = "/my-availability";
    private static final String OF_OFFICER = "/officers/{id}/availability";
    private static final int HITS = 12;

    private final OfficerCommands officers;
    private final OfficerStore storedOfficers;
    private final Campuses campuses;
    private final HomeTime time;

    AvailabilityPages(OfficerCommands officers, OfficerStore storedOfficers, Campuses campuses, HomeTime time) {
        this.officers = officers;
        this.storedOfficers = storedOfficers;
        this.campuses = campuses;
        this.time = time;
    }

    @Bean
    static NavEntry availabilityEntry() {
        return NavEntry.of(NavPart.COVERAGE, 44, "availability.nav", MINE, "schedule", Permission.OWN_HOURS);
    }

    @GetMapping({MINE, OF_OFFICER})
    ModelAndView show(Actor actor, Page page, @PathVariable(required = false) @Nullable UUID id,
            @RequestParam(defaultValue = "") String school) {
        var officer = officer(actor, id);
        return view(page.with(Map.of(), AvailabilityForm.values(officer.availability(), officer.wishes())), officer, id,
                school);
    }

    /** The week and the wishes, in one form. */
    @PostMapping({MINE, OF_OFFICER})
    ModelAndView save(Actor actor, Page page, HttpServletResponse response,
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam Map<String, String> typed, @RequestParam int version) {
        var officer = officer(actor, id);
        return Act.form(page, typed, again -> view(again, officer, id, ""), () -> {
            var wishes = AvailabilityForm.wishes(typed, officer.wishes());
            officers.setAvailability(officer.id(),
                    new Availability(AvailabilityForm.week(typed), officer.availability().dates()), wishes, version);
            return back(page, response, id, "availability.said.saved");
        });
    }

    @PostMapping({MINE + "/dates", OF_OFFICER + "/dates"})
    ModelAndView addDate(Actor actor, Page page, HttpServletResponse response,
            @PathVariable(required = false) @Nullable UUID id,
            @RequestParam Map<String, String> typed, @RequestParam int version) {
        var officer = officer(actor, id);
        var values = AvailabilityForm.values(officer.availability(), officer.wishes());
        values.putAll(typed);
        return Act.form(page, values, again -> view(again, officer, id, ""), () -> {
            var dates = new ArrayList<>(officer.availability().dates());
            dates.removeIf(d -> d.last().isBefore(time.today().minusDays(30)));
            dates.add(AvailabilityForm.dated(typed, time.today()));
            put(officer, dates, officer.wishes(), version);
            return back(page, response, id, "availability.said.date");
        });
    }

    @PostMapping({MINE + "/dates/{number}/removal", OF_OFFICER + "/dates/{number}/removal"})
    ModelAndView removeDate(Actor actor, Page page, HttpServletResponse response,
            @PathVariable(required = false) @Nullable UUID id,
            @PathVariable int number, @RequestParam int version) {
        var officer = officer(actor, id);
        var dates = new ArrayList<>(officer.availability().dates());
        if (number < 0 || number >= dates.size()) throw new NotFound("day " + number + " of officer " + officer.id());
        dates.remove(number);
        put(officer, dates, officer.wishes(), version);
        return back(page, response, id, "availability.said.date.gone");
    }

    @PostMapping({MINE + "/schools/{school}", OF_OFFICER + "/schools/{school}"})
    ModelAndView wish(Actor actor, Page page, HttpServletResponse response,
            @PathVariable(required = false) @Nullable UUID id,
            @PathVariable UUID school, @RequestParam int version) {
        var officer = officer(actor, id);
        var campus = campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        var schools = new ArrayList<>(officer.wishes().schools());
        if (schools.size() >= Wishes.MOST_SCHOOLS)
            throw new InvalidInput("school", campus.name(), "availability.error.schools");
        if (!schools.contains(school)) schools.add(school);
        put(officer, officer.availability().dates(), officer.wishes().withSchools(schools), version);
        return back(page, response, id, "availability.said.school");
    }

    @PostMapping({MINE + "/schools/{school}/removal", OF_OFFICER + "/schools/{school}/removal"})
    ModelAndView unwish(Actor actor, Page page, HttpServletResponse response,
            @PathVariable(required = false) @Nullable UUID id,
            @PathVariable UUID school, @RequestParam int version) {
        var officer = officer(actor, id);
        var schools = officer.wishes().schools().stream().filter(s -> !s.equals(school)).toList();
        put(officer, officer.availability().dates(), officer.wishes().withSchools(schools), version);
        return back(page, response, id, "availability.said.school.gone");
    }

    private void put(Officer officer, List<DatedTime> dates, Wishes wishes, int version) {
        officers.setAvailability(officer.id(), new Availability(officer.availability().week(), dates), wishes, version);
    }

    /** Without an id the reader's own file; another's only for whoever edits files. */
    private Officer officer(Actor actor, @Nullable UUID id) {
        if (id == null) {
            return storedOfficers.findByPerson(actor.person())
                    .orElseThrow(() -> new NotFound("no officer's file for person " + actor.person()));
        }
        if (!actor.may(Permission.OFFICERS_EDIT))
            throw new Forbidden("only whoever edits officers' files writes in another's");
        return storedOfficers.get(id);
    }

    private ModelAndView view(Page page, Officer officer, @Nullable UUID id, String words) {
        var wished = campuses.list(officer.wishes().schools());
        var hits = words.isBlank()
                ? List.<Campus>of()
                : campuses.search(words, null).stream()
                        .filter(c -> !officer.wishes().schools().contains(c.id())).limit(HITS).toList();
        return new ModelAndView("staffing/availability/pages/availability",
                Map.of("page", page.titled(id == null ? "availability.mine" : "availability.title"),
                        "officer", officer, "base", base(id), "wished", wished, "hits", hits, "words", words, "today",
                        time.today()));
    }

    private static String base(@Nullable UUID id) {
        return id == null ? MINE : OF_OFFICER.replace("{id}", id.toString());
    }

    private static ModelAndView back(Page page, HttpServletResponse response, @Nullable UUID id, String said) {
        Flashes.say(response, "success", page.t(said));
        return new ModelAndView("redirect:" + base(id));
    }
}
