package org.daywatch.planning.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.improvements.Owners.Owner;
import org.daywatch.planning.meetings.meeting.Attendance.Presence;
import org.daywatch.planning.meetings.meeting.Hand;
import org.daywatch.planning.meetings.meeting.MeetingCommands;
import org.daywatch.planning.meetings.meeting.MeetingStore;
import org.daywatch.planning.meetings.meeting.MinutesStore.Marked;
import org.daywatch.planning.meetings.meeting.MinutesStore.Written;
import org.daywatch.planning.meetings.meeting.MinutesStore;
import org.daywatch.planning.meetings.meeting.TeamDecision.Heard;
import org.daywatch.planning.meetings.meeting.TeamDecision.Voice;
import org.daywatch.planning.meetings.meeting.TeamDecision.Who;
import org.daywatch.planning.meetings.minutes.Minutes;
import org.daywatch.planning.meetings.team.TeamMember;
import org.daywatch.planning.meetings.team.TeamRole;
import org.daywatch.planning.meetings.team.TeamStore;
import org.daywatch.planning.places.PeopleAtSchool;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.SchoolOfficers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The high school's safety team: its meeting of last week with quorum, decisions and a follow-up; and the middle
 * school's, which is called.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class TeamChapter implements DemoChapter {

    private static final LocalDate FOUNDED = LocalDate.of(2026, 10, 21);
    private static final LocalDate MEETING = LocalDate.of(2026, 11, 12);
    private static final String PRINCIPAL = "Morgan Sedgewick";

    private final TeamStore team;
    private final MeetingCommands meetings;
    private final MeetingStore store;
    private final MinutesStore items;
    private final Minutes minutes;
    private final Campuses campuses;
    private final SchoolOfficers officers;
    private final PeopleAtSchool people;

    TeamChapter(TeamStore team, MeetingCommands meetings, MeetingStore store, MinutesStore items, Minutes minutes,
            Campuses campuses, SchoolOfficers officers, PeopleAtSchool people) {
        this.team = team;
        this.meetings = meetings;
        this.store = store;
        this.items = items;
        this.minutes = minutes;
        this.campuses = campuses;
        this.officers = officers;
        this.people = people;
    }

    /** Before the shifts of past days are told, which move the clock over what is entered here. */
    @Override
    public int order() {
        return 36;
    }

    @Override
    public void tell(DemoStory story) {
        at(story, LocalDate.of(2026, 11, 4), "08:10", () -> found(story));
        at(story, LocalDate.of(2026, 11, 5), "10:30", () -> callBoth(story));
        at(story, MEETING, "15:40", () -> hold(story));
        at(story, LocalDate.of(2026, 11, 13), "08:20", () -> meetings.approve(story.the("team-meeting"),
                school(story, "ironwood-high"), account(story, "Quinn Harroway"), ""));
    }

    private void found(DemoStory story) {
        var high = school(story, "ironwood-high");
        member(story, high, TeamRole.PRINCIPAL, PRINCIPAL, null);
        member(story, high, TeamRole.COUNSELOR, "Rowan Estabrook", null);
        member(story, high, TeamRole.PREVENTION_COORDINATOR, "Lupe Arrington", null);
        member(story, high, TeamRole.TEACHER, "Quinn Harroway", null);
        member(story, high, TeamRole.PARENT, "Devon Castellane", null);
        member(story, high, TeamRole.STUDENT, "", null);
        var kestrel = school(story, "kestrel");
        member(story, kestrel, TeamRole.PRINCIPAL, "Avery Lindqvist", null);
        member(story, kestrel, TeamRole.PREVENTION_COORDINATOR, "Marlow Fenimore", null);
    }

    private void callBoth(DemoStory story) {
        meetings.call(story.agency(), school(story, "ironwood-high"), MEETING, LocalTime.of(14, 45), "Library",
                PRINCIPAL, Ids.next()).ifPresent(id -> story.remember("team-meeting", id));
        meetings.call(story.agency(), school(story, "kestrel"), LocalDate.of(2026, 12, 3), LocalTime.of(15, 30),
                "Room 12", "Avery Lindqvist", Ids.next());
    }

    /** Whoever has worked at the school by then sits on the team as its officer. */
    private void hold(DemoStory story) {
        var high = school(story, "ironwood-high");
        officers.since(high.id(), FOUNDED).stream().findFirst()
                .ifPresent(o -> member(story, high, TeamRole.OFFICER, o.name(), o.officer()));
        UUID id = story.the("team-meeting");
        var meeting = store.find(id).orElseThrow();
        var marks = items
                .attendance(meeting).stream().map(
                        a -> a.member().role() == TeamRole.PARENT
                                ? new Marked(a.member().id(), Presence.EXCUSED, null, null)
                                : new Marked(a.member().id(), Presence.PRESENT,
                                        a.member().role() == TeamRole.TEACHER ? LocalTime.of(15, 0) : null, null))
                .toList();
        var agenda = items.items(id);
        var notes = List.of(
                "Students name the east stairs between third and fourth period. Two of eleven reports this term are from there.",
                "The officer stands at the east stairs between periods from Monday on. They keep out of discipline; the deans do that.",
                "The counselor and the officer give the lesson on phones and consent to every ninth-grade class before winter break.",
                "A second light switch in 102, as the drill of Tuesday showed.");
        minutes.write(id, marks,
                agenda.stream().map(i -> new Written(i.id(), true, "", notes.get(i.position() - 1))).toList(),
                PRINCIPAL);
        minutes.decide(id, "The officer stands at the east stairs between periods.",
                Map.of(Who.STUDENTS,
                        Voice.of(Who.STUDENTS, Heard.HEARD, "COUNCIL", "The stairs are where it gets rough."),
                        Who.PARENTS, Voice.of(Who.PARENTS, Heard.NO_ANSWER, "", ""), Who.EDUCATORS,
                        Voice.of(Who.EDUCATORS, Heard.HEARD, "AT_MEETING", "Agree; staff will be at the west stairs.")),
                PRINCIPAL, Ids.next());
        minutes.decide(id, "The lesson on phones and consent is given before winter break.",
                Map.of(Who.STUDENTS, Voice.of(Who.STUDENTS, Heard.NOT_ASKED, "", "")), PRINCIPAL, Ids.next());
        minutes.followUp(id, "Between periods nobody stands at the west stairs", "A plan of staff for the stairs",
                new Owner("Dean of students", null), LocalDate.of(2026, 11, 24), PRINCIPAL, Ids.next());
        meetings.close(id, high, LocalTime.of(14, 45), LocalTime.of(15, 35), account(story, PRINCIPAL));
    }

    private void member(DemoStory story, Campus school, TeamRole role, String name, @Nullable UUID officer) {
        boolean funded = role == TeamRole.OFFICER || role == TeamRole.COUNSELOR;
        team.add(story.agency(), school,
                TeamMember.of(Ids.next(), school.id(), role, name, officer, funded, FOUNDED, null), PRINCIPAL);
    }

    /** Demonstration people by their names; each has an account. */
    private Hand account(DemoStory story, String name) {
        return people.of(school(story, "ironwood-high")).stream().filter(p -> p.name().equals(name)).findFirst()
                .map(p -> new Hand(p.person(), name)).orElseThrow();
    }

    private Campus school(DemoStory story, String name) {
        return campuses.find(story.the(name)).orElseThrow();
    }

    private static void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()), what));
    }
}
