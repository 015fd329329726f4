package org.daywatch.planning.meetings;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.improvements.Owners;
import org.daywatch.planning.meetings.meeting.MeetingQueries;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting;
import org.daywatch.planning.meetings.team.SeatRules;
import org.daywatch.planning.meetings.team.SeatsOfTeam;
import org.daywatch.planning.meetings.team.TeamMember;
import org.daywatch.planning.meetings.team.TeamRole;
import org.daywatch.planning.meetings.team.TeamStore;
import org.daywatch.planning.places.PeopleAtSchool;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.SchoolOfficers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The safety teams: all of them in a list, one school's with its members, seats, quarters and meetings. */
@Controller
@Needs(Permission.TEAM_READ)
public class TeamPages {

    /** Which schools come first when nobody asked for another order. */
    private static final Map<String, Comparator<TeamOverview.Line>> SORTS = Map.of("school",
            Comparator.comparing((TeamOverview.Line l) -> l.school().name()),
            "missed", Comparator.comparingLong(TeamOverview.Line::missed), "members",
            Comparator.comparingInt(TeamOverview.Line::members));

    private final TeamDoor door;
    private final SchoolPlaces places;
    private final TeamOverview overview;
    private final TeamStore team;
    private final SeatRules rules;
    private final MeetingQueries meetings;
    private final SchoolOfficers officers;
    private final PeopleAtSchool people;
    private final Clock clock;

    TeamPages(TeamDoor door, SchoolPlaces places, TeamOverview overview, TeamStore team, SeatRules rules,
            MeetingQueries meetings, SchoolOfficers officers, PeopleAtSchool people, Clock clock) {
        this.door = door;
        this.places = places;
        this.overview = overview;
        this.team = team;
        this.rules = rules;
        this.meetings = meetings;
        this.officers = officers;
        this.people = people;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry teamEntry() {
            return NavEntry.of(NavPart.PROGRAM, 74, "team.nav", "/team", "groups", Permission.TEAM_READ);
        }
    }

    /** One school's team as its reader sees it. */
    public record View(Campus school, TeamOverview.Line line, List<TeamMember> members, List<TeamMember> former,
            List<SeatsOfTeam> seats, List<SafetyTeamMeeting> meetings,
            List<SchoolOfficers.Worked> officers, Owners people, boolean edits) {}

    @GetMapping("/team")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        if (actor.school() != null) return new ModelAndView("redirect:/team/schools/" + actor.school());
        var paging = Paging.read("/team", parameters, List.of("school", "missed", "members"), "-missed");
        var found = found(actor, paging);
        var placed = paging.of(found.size());
        return new ModelAndView("planning/meetings/teams",
                Map.of("page", page.titled("team.title"), "paging", placed, "rows", placed.shown(found)));
    }

    @GetMapping("/team.csv")
    void csv(Page page, Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = Paging.read("/team", parameters, List.of("school", "missed", "members"), "-missed");
        Csv.answer(response, "safety-teams.csv",
                List.of("school", "demanded", "members", "seats_missing", "this_quarter", "quarters_missed"),
                found(actor, paging).stream()
                        .map(l -> Arrays.asList(l.school().name(), l.demanded(), l.members(), l.missing(),
                                l.now().map(q -> q.standing().name()).orElse(""), l.missed())));
    }

    private List<TeamOverview.Line> found(Actor actor, Paging paging) {
        var schools = places.of(actor).stream().filter(s -> paging.finds(s.name())).toList();
        return overview.of(schools).stream().sorted(paging.order(SORTS).thenComparing(l -> l.school().name())).toList();
    }

    @GetMapping("/team/schools/{school}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID school) {
        return view(page, actor, door.school(actor, school));
    }

    private ModelAndView view(Page page, Actor actor, Campus school) {
        var line = overview.of(List.of(school)).getFirst();
        var all = team.of(school.id());
        var now = all.stream().filter(m -> m.to() == null || !m.to().isBefore(line.today())).toList();
        var seats = SeatsOfTeam.of(rules.of(school.state(), line.today()),
                now.stream().filter(m -> m.on(line.today())).toList(), team.funded(school.id(), line.today()));
        boolean edits = actor.may(Permission.TEAM_EDIT);
        var view = new View(school, line, now, all.stream().filter(m -> !now.contains(m)).toList(), seats,
                meetings.ofSchool(school.id()),
                edits ? officers.since(school.id(), line.today().minusYears(1)) : List.of(),
                Owners.of(page, edits ? people.of(school) : List.of()), edits);
        return new ModelAndView("planning/meetings/team-of-school",
                Map.of("page", page.titled("team.of", school.name()), "view", view));
    }

    @Needs(Permission.TEAM_EDIT)
    @PostMapping("/team/schools/{school}/members")
    ModelAndView add(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        var campus = door.school(actor, school);
        return Act.form(page, new HashMap<>(input), again -> view(again, actor, campus), () -> {
            team.add(places.agencyOf(campus.districtId()), campus, member(page, campus, input), actor.name());
            Flashes.say(response, "success", page.t("team.said.added"));
            return new ModelAndView("redirect:/team/schools/" + school);
        });
    }

    private TeamMember member(Page page, Campus school, Map<String, String> input) {
        var role = Arrays.stream(TeamRole.values()).filter(r -> r.name().equals(input.get("role"))).findFirst()
                .orElseThrow(() -> new InvalidInput("role", input.getOrDefault("role", ""), "team.wrong.role"));
        var from = Typed.day("from", input.getOrDefault("from", ""));
        var officer = officers.since(school.id(), today(school).minusYears(1)).stream()
                .filter(o -> o.officer().toString().equals(input.get("officer"))).findFirst();
        var account = Owners.of(page, people.of(school)).named(input.getOrDefault("name", ""));
        String name = account.isPresent()
                ? account.get().name()
                : input.getOrDefault("name", "").isBlank()
                        ? officer.map(SchoolOfficers.Worked::name).orElse("")
                        : input.get("name");
        return TeamMember
                .of(Ids.next(), school.id(), role, name,
                        role == TeamRole.OFFICER ? officer.map(SchoolOfficers.Worked::officer).orElse(null) : null,
                        "true".equals(input.get("funded")), from, Typed.dayOrNone("to", input.getOrDefault("to", "")))
                .as(account.map(Owners.Owner::person).orElse(null));
    }

    @Needs(Permission.TEAM_EDIT)
    @PostMapping("/team/schools/{school}/members/{member}/end")
    ModelAndView end(Page page, Actor actor, @PathVariable UUID school, @PathVariable UUID member,
            @RequestParam(defaultValue = "") String last, HttpServletResponse response) {
        var campus = door.school(actor, school);
        return Act.on(page, response, "/team/schools/" + school, "team.said.ended",
                () -> team.end(campus.id(), member, last.isBlank() ? today(campus) : Typed.day("last", last)));
    }

    private LocalDate today(Campus school) {
        return clock.instant().atZone(school.zone()).toLocalDate();
    }
}
