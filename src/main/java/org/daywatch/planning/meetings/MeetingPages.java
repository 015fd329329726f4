package org.daywatch.planning.meetings;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.planning.drills.DrillDues;
import org.daywatch.planning.meetings.meeting.AgendaItem.About;
import org.daywatch.planning.meetings.meeting.AgendaItem;
import org.daywatch.planning.meetings.meeting.Approvers;
import org.daywatch.planning.meetings.meeting.Attendance;
import org.daywatch.planning.meetings.meeting.FollowUps.FollowUp;
import org.daywatch.planning.meetings.meeting.FollowUps;
import org.daywatch.planning.meetings.meeting.Hand;
import org.daywatch.planning.meetings.meeting.MeetingCommands;
import org.daywatch.planning.meetings.meeting.MeetingQueries;
import org.daywatch.planning.meetings.meeting.MinutesStore;
import org.daywatch.planning.meetings.meeting.Quorum;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting;
import org.daywatch.planning.meetings.meeting.TeamDecision;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Meetings: all of them in a list, one with everything about it, and what happens to it. */
@Controller
@Needs(Permission.TEAM_READ)
public class MeetingPages {

    private static final int MOST = 10_000;

    private final TeamDoor door;
    private final SchoolPlaces places;
    private final MeetingCommands commands;
    private final MeetingQueries queries;
    private final MinutesStore minutes;
    private final FollowUps followUps;
    private final Approvers approvers;
    private final DrillDues dues;
    private final TeamPages teams;
    private final Clock clock;

    MeetingPages(TeamDoor door, SchoolPlaces places, MeetingCommands commands, MeetingQueries queries,
            MinutesStore minutes, FollowUps followUps, Approvers approvers, DrillDues dues, TeamPages teams,
            Clock clock) {
        this.door = door;
        this.places = places;
        this.commands = commands;
        this.queries = queries;
        this.minutes = minutes;
        this.followUps = followUps;
        this.approvers = approvers;
        this.dues = dues;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * One meeting as its reader sees it. @param seats as kept when it was closed, or as they are now; @param offered
     * and {@code drills} for the agenda
     */
    public record View(SafetyTeamMeeting meeting, Campus school, List<Attendance> attendance, List<AgendaItem> items,
            List<TeamDecision> decisions, List<FollowUp> followUps,
            List<FollowUp> offered, List<Due> drills, Quorum quorum, List<MeetingQueries.KeptSeat> kept,
            Approvers.Approval approval, Hand reader, boolean edits, LocalDate today) {

        public boolean called() {
            return meeting.state() instanceof SafetyTeamMeeting.State.Called;
        }

        /** It was held, or somebody's presence is noted already: then there is a quorum, or none. */
        public boolean quorumKnown() {
            return !called() || attendance.stream().anyMatch(one -> one.presence() != null);
        }

        public boolean open() {
            return called() || meeting.state() instanceof SafetyTeamMeeting.State.Held;
        }
    }

    @GetMapping("/team/meetings")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var paging = Paging.read("/team/meetings", parameters, MeetingQueries.SORTABLE, "-day");
        var placed = paging.of(queries.count(paging, places.only(actor)));
        return new ModelAndView("planning/meetings/meetings",
                Map.of("page", page.titled("meetings.title"), "paging", placed,
                        "rows", queries.list(placed, places.only(actor), placed.size())));
    }

    @GetMapping("/team/meetings.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var all = new HashMap<>(parameters);
        all.remove("page");
        var paging = Paging.read("/team/meetings", all, MeetingQueries.SORTABLE, "-day");
        Csv.answer(response, "safety-team-meetings.csv",
                List.of("school", "day", "begins", "state", "quorum", "decisions"),
                queries.list(paging, places.only(actor), MOST).stream()
                        .map(r -> Arrays.asList(r.school(), r.day(), r.begins(), r.state(), r.quorum(),
                                r.decisions())));
    }

    @GetMapping("/team/meetings/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        var view = view(actor, door.mine(actor, id));
        return new ModelAndView("planning/meetings/meeting",
                Map.of("page",
                        page.titled("meetings.one", view.school().name(), page.when().dayAndYear(view.meeting().day())),
                        "view", view));
    }

    /** Also for those who write or print it: the same view, with the same limits. */
    public View view(Actor actor, SafetyTeamMeeting m) {
        var school = door.school(actor, m.schoolId());
        var outcome = m.state().outcome();
        var now = clock.instant().atZone(school.zone());
        LocalTime from = outcome == null ? m.begins() : outcome.from();
        LocalTime to = outcome == null
                ? from.isBefore(LocalTime.of(22, 0)) ? from.plusHours(2) : LocalTime.of(23, 59)
                : outcome.to();
        var items = minutes.items(m.id());
        var there = items.stream().map(AgendaItem::aboutId).toList();
        var offered = m.state() instanceof SafetyTeamMeeting.State.Called
                ? followUps.openAt(m.schoolId()).stream().filter(f -> !there.contains(f.id())).toList()
                : List.<FollowUp>of();
        return new View(m, school, minutes.attendance(m), items, minutes.decisions(m.id()), followUps.ofMeeting(m.id()),
                offered, drills(m, now.toLocalDate()), commands.quorum(m, school, from, to),
                queries.seats(m.id()), approvers.of(m, school), new Hand(actor.person(), actor.name()),
                actor.may(Permission.TEAM_EDIT), now.toLocalDate());
    }

    /** Those the programs make due and nobody has held. */
    private List<Due> drills(SafetyTeamMeeting m, LocalDate today) {
        if (!(m.state() instanceof SafetyTeamMeeting.State.Called)) return List.of();
        return dues.of(List.of(m.schoolId()), today).getOrDefault(m.schoolId(), List.of()).stream()
                .filter(d -> d.state() == Due.State.DUE || d.state() == Due.State.LATE).toList();
    }

    @Needs(Permission.TEAM_EDIT)
    @PostMapping("/team/schools/{school}/meetings")
    ModelAndView call(Page page, Actor actor, @PathVariable UUID school, @RequestParam Map<String, String> input,
            @RequestParam UUID form, HttpServletResponse response) {
        var campus = door.school(actor, school);
        return Act.typed(page, response, "/team/schools/" + school, "meetings.said.called", "call", input,
                again -> teams.one(again, actor, school), () -> commands.call(
                        places.agencyOf(campus.districtId()), campus, Typed.day("day", input.getOrDefault("day", "")),
                        Typed.time("begins", input.getOrDefault("begins", "")), place(input), actor.name(), form));
    }

    @Needs(Permission.TEAM_EDIT)
    @PostMapping("/team/meetings/{id}/move")
    ModelAndView move(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        return typed(page, actor, id, input, response, "meetings.said.moved", "move",
                () -> commands.move(id, Typed.day("day", input.getOrDefault("day", "")),
                        Typed.time("begins", input.getOrDefault("begins", "")), place(input), actor.name()));
    }

    @Needs(Permission.TEAM_EDIT)
    @PostMapping("/team/meetings/{id}/calling-off")
    ModelAndView callOff(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        return typed(page, actor, id, input, response, "meetings.said.calledOff", "call-off",
                () -> commands.callOff(id, Typed.must("why", input.getOrDefault("why", ""), 300), actor.name()));
    }

    /**
     * @param about the id of an open improvement or the key of a drill that was offered; empty for an item of one's own
     */
    @Needs(Permission.TEAM_EDIT)
    @PostMapping("/team/meetings/{id}/items")
    ModelAndView addItem(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        String about = input.getOrDefault("about", "");
        var view = view(actor, door.mine(actor, id));
        var drill = view.drills().stream().filter(d -> MeetingWords.key(d).equals(about)).findFirst();
        if (drill.isPresent())
            return act(page, actor, id, response, "meetings.said.item",
                    () -> commands.addItem(id, MeetingWords.drill(page, drill.get()), About.DRILL, null));
        var offered = view.offered().stream().filter(f -> f.id().toString().equals(about)).findFirst();
        return typed(page, actor, id, input, response, "meetings.said.item", "item", () -> offered.ifPresentOrElse(
                f -> commands.addItem(id, f.issue().length() > 300 ? f.issue().substring(0, 300) : f.issue(),
                        About.IMPROVEMENT, f.id()),
                () -> commands.addItem(id, TeamDoor.must("title", input.getOrDefault("title", ""), 300), About.NOTHING,
                        null)));
    }

    @Needs(Permission.TEAM_EDIT)
    @PostMapping("/team/meetings/{id}/items/{item}/removal")
    ModelAndView removeItem(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID item,
            HttpServletResponse response) {
        return act(page, actor, id, response, "meetings.said.itemGone", () -> commands.removeItem(id, item));
    }

    private ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String said,
            Runnable work) {
        door.mine(actor, id);
        return Act.on(page, response, "/team/meetings/" + id, said, work);
    }

    private ModelAndView typed(Page page, Actor actor, UUID id, Map<String, String> input, HttpServletResponse response,
            String said, String form, Runnable work) {
        door.mine(actor, id);
        return Act.typed(page, response, "/team/meetings/" + id, said, form, input, again -> one(again, actor, id),
                work);
    }

    private static String place(Map<String, String> input) {
        return Typed.cut(input.getOrDefault("place", ""), 120);
    }
}
