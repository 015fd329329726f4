package org.daywatch.planning.meetings;

import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.meetings.meeting.MeetingStore;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.springframework.stereotype.Component;

/** Who may enter which meeting, and what every form of one has in common. */
@Component
public class TeamDoor {

    private final MeetingStore meetings;
    private final SchoolPlaces places;

    TeamDoor(MeetingStore meetings, SchoolPlaces places) {
        this.meetings = meetings;
        this.places = places;
    }

    /** @throws NotFound when it is not there, another organization's, or at a school where they are not */
    public SafetyTeamMeeting mine(Actor actor, UUID id) {
        var meeting = meetings.find(id).orElseThrow(() -> new NotFound("meeting " + id));
        places.get(actor, meeting.schoolId());
        return meeting;
    }

    public Campus school(Actor actor, UUID school) {
        return places.get(actor, school);
    }

    /** @throws InvalidInput where nothing was written, or more than fits */
    public static String must(String field, String text, int longest) {
        String said = text.strip();
        if (said.isEmpty()) throw new InvalidInput(field, text, "typed.wrong.empty");
        if (said.length() > longest) throw new InvalidInput(field, said.substring(0, 40) + "…", "meetings.wrong.long");
        return said;
    }
}
