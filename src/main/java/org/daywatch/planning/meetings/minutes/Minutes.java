package org.daywatch.planning.meetings.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.improvements.Owners.Owner;
import org.daywatch.planning.meetings.meeting.FollowUps;
import org.daywatch.planning.meetings.meeting.MeetingStore;
import org.daywatch.planning.meetings.meeting.MinutesStore;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting.State;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting;
import org.daywatch.planning.meetings.meeting.TeamDecision.Voice;
import org.daywatch.planning.meetings.meeting.TeamDecision.Who;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.web.forms.Forms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes minutes while a meeting goes on and until they are approved; who was there is settled when the meeting is
 * closed.
 */
@Component
@Transactional
public class Minutes {

    private final MeetingStore meetings;
    private final MinutesStore store;
    private final FollowUps followUps;
    private final Forms forms;

    Minutes(MeetingStore meetings, MinutesStore store, FollowUps followUps, Forms forms) {
        this.meetings = meetings;
        this.store = store;
        this.followUps = followUps;
        this.forms = forms;
    }

    public void write(UUID meeting, List<MinutesStore.Marked> marks, List<MinutesStore.Written> written, String by) {
        var m = open(meeting);
        if (m.state() instanceof State.Called) store.mark(m, marks);
        store.write(m, written, by);
    }

    /** @param form sent twice it is one decision */
    public void decide(UUID meeting, String words, Map<Who, Voice> voices, String by, UUID form) {
        var m = open(meeting);
        if (forms.first(form)) store.decide(m, words, voices, by);
    }

    /** @param form sent twice it is one improvement */
    public void followUp(UUID meeting, String issue, String action, Owner owner, LocalDate due, String by, UUID form) {
        var m = open(meeting);
        followUps.agree(m, issue, action, owner, due, by, form);
    }

    private SafetyTeamMeeting open(UUID meeting) {
        var m = meetings.lock(meeting);
        if (m.state() instanceof State.MinutesApproved) throw new Refused(PlanningRefusal.MEETING_MINUTES_STAND);
        if (m.state() instanceof State.CalledOff) throw new Refused(PlanningRefusal.MEETING_NOT_CALLED);
        return m;
    }
}
