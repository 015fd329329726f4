package org.daywatch.staffing.schedules.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.staffing.consents.StandingConsents;
import org.daywatch.staffing.consents.StandingConsentStore;
import org.daywatch.staffing.eligibility.Verdict;
import org.daywatch.staffing.schedules.publishing.PublicationStore;
import org.daywatch.staffing.schedules.publishing.SchedulePublishing;
import org.daywatch.staffing.schedules.weeks.SchedulePlans;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What publishing would do, before it does it. */
@Controller
@Needs(Permission.POSTS_EDIT)
public class PublicationPages {

    private static final int LONGEST_REASON = 300;
    private static final int MOST_LEFT = 200;

    private final ScheduleStore rosters;
    private final ScheduleGrid grid;
    private final SchedulePlans plans;
    private final SchedulePublishing publishing;
    private final StandingConsentStore consents;
    private final PublicationStore publications;
    private final Forms forms;
    private final Campuses campuses;

    PublicationPages(ScheduleStore rosters, ScheduleGrid grid, SchedulePlans plans, SchedulePublishing publishing,
            StandingConsentStore consents,
            PublicationStore publications, Forms forms, Campuses campuses) {
        this.rosters = rosters;
        this.grid = grid;
        this.plans = plans;
        this.publishing = publishing;
        this.consents = consents;
        this.publications = publications;
        this.forms = forms;
        this.campuses = campuses;
    }

    /** A place a rule stands against today. */
    public record Against(ScheduleGrid.Place place, Campus school, Verdict verdict) {}

    /** A place the last publication left, and why. */
    public record Left(ScheduleGrid.Place place, Campus school, String why) {}

    /**
     * @param asked places whose officers are told, @param officers how many they are, @param taken by standing consent
     */
    public record Preview(int asked, int officers, int taken, List<Against> against) {}

    @GetMapping("/rosters/{id}/publication")
    ModelAndView look(Page page, @PathVariable UUID id) {
        var roster = rosters.get(id);
        return new ModelAndView("staffing/schedules/pages/publication",
                Map.of("page", page.titled("rosters.publish.title", page.days(roster.from(), roster.to())),
                        "roster", roster, "preview", preview(id), "refused", refused(page, id)));
    }

    @PostMapping("/rosters/{id}/publication")
    ModelAndView publish(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable UUID form) {
        var roster = rosters.get(id);
        var words = reason.isBlank() ? page.t("rosters.publish.reason.usual") : reason.strip();
        if (form == null || forms.first(form))
            publishing.ask(id, null, words.substring(0, Math.min(LONGEST_REASON, words.length())), actor.person());
        Flashes.say(response, "success", page.t("rosters.said.publishing"));
        return new ModelAndView("redirect:/rosters?week=" + roster.from());
    }

    /** What the last publication could not do, with the sentence for its reason. */
    private List<Left> refused(Page page, UUID id) {
        var refusals = publications.latest(id).filter(p -> !p.working())
                .map(p -> publications.refused(p.id(), MOST_LEFT)).orElse(List.of());
        if (refusals.isEmpty()) return List.of();
        var roster = rosters.get(id);
        var places = grid.places(id, roster.from(), roster.to()).stream()
                .collect(Collectors.toMap(ScheduleGrid.Place::post, Function.identity()));
        var schools = schools(places.values());
        return refusals.stream()
                .filter(r -> places.containsKey(r.post()) && schools.containsKey(places.get(r.post()).school()))
                .map(r -> new Left(places.get(r.post()), schools.get(places.get(r.post()).school()),
                        page.t("refusal." + r.code())))
                .toList();
    }

    private Map<UUID, Campus> schools(Collection<ScheduleGrid.Place> places) {
        return campuses.list(places.stream().map(ScheduleGrid.Place::school).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
    }

    private Preview preview(UUID id) {
        var roster = rosters.get(id);
        var verdicts = plans.proposed(roster);
        var proposed = grid.places(id, roster.from(), roster.to()).stream()
                .filter(p -> p.state() == PlaceState.PROPOSED && verdicts.containsKey(p.post())).toList();
        var schools = schools(proposed);
        var words = consents.between(roster.from(), roster.to()).stream()
                .collect(Collectors.groupingBy(StandingConsents.Consent::officer));
        var asked = new ArrayList<UUID>();
        var against = new ArrayList<Against>();
        int taken = 0;
        for (var place : proposed) {
            var verdict = verdicts.get(place.post());
            if (verdict.reasons().stream().anyMatch(f -> !f.code().equals("DEPARTMENT_NOT_ASKED")))
                against.add(new Against(place, schools.get(place.school()), verdict));
            else
                if (words.getOrDefault(place.officerId(), List.of()).stream()
                        .anyMatch(c -> c.holds(place.school(), place.day())))
                    taken++;
                else
                    asked.add(place.officerId());
        }
        return new Preview(asked.size(), (int) asked.stream().distinct().count(), taken, against);
    }
}
