package org.daywatch.planning.meetings.minutes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.meetings.MeetingPages;
import org.daywatch.planning.meetings.TeamDoor;
import org.daywatch.planning.meetings.meeting.Approvers;
import org.daywatch.planning.meetings.meeting.Hand;
import org.daywatch.planning.meetings.meeting.MeetingCommands;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The minutes of one meeting for the person who was there and is asked whether it was so; they may have no other
 * business with safety teams.
 */
@Controller
@AnyMember
class MinutesApprovalPages {

    private final TeamDoor door;
    private final MeetingPages meetings;
    private final MeetingCommands commands;
    private final Approvers approvers;

    MinutesApprovalPages(TeamDoor door, MeetingPages meetings, MeetingCommands commands, Approvers approvers) {
        this.door = door;
        this.meetings = meetings;
        this.commands = commands;
        this.approvers = approvers;
    }

    @GetMapping("/team/meetings/{id}/approval")
    ModelAndView read(Page page, Actor actor, @PathVariable UUID id) {
        var meeting = theirs(actor, id);
        var view = meetings.view(actor, meeting);
        String title = meeting.state() instanceof SafetyTeamMeeting.State.Held
                ? "minutes.approval.title"
                : "minutes.approval.titleOnly";
        return new ModelAndView("planning/meetings/minutes/approval", Map.of("page",
                page.titled(title, view.school().name(), page.when().day(meeting.day())), "view", view,
                "team", actor.may(Permission.TEAM_READ), "presses",
                meeting.state() instanceof SafetyTeamMeeting.State.Held && view.approval().mayPress(hand(actor))));
    }

    /** @param member who of those there approved, where none of them has an account; empty: whoever presses */
    @PostMapping("/team/meetings/{id}/approval")
    ModelAndView approve(Page page, Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String member,
            HttpServletResponse response) {
        var school = door.school(actor, theirs(actor, id).schoolId());
        boolean notes = !member.isEmpty() && actor.may(Permission.TEAM_EDIT);
        return Act.on(page, response, "/team/meetings/" + id + (actor.may(Permission.TEAM_READ) ? "" : "/approval"),
                "meetings.said.approved",
                () -> commands.approve(id, school, hand(actor), notes ? member : ""));
    }

    /** @throws NotFound for whoever neither reads of teams nor was there */
    private SafetyTeamMeeting theirs(Actor actor, UUID id) {
        var meeting = door.mine(actor, id);
        if (actor.may(Permission.TEAM_READ)) return meeting;
        var there = approvers.of(meeting, door.school(actor, meeting.schoolId()));
        if (!there.mayPress(hand(actor))) throw new NotFound("meeting " + id);
        return meeting;
    }

    private static Hand hand(Actor actor) {
        return new Hand(actor.person(), actor.name());
    }
}
