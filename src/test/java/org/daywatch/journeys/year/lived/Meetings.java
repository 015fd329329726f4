package org.daywatch.journeys.year.lived;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.journeys.year.Script;
import org.daywatch.planning.meetings.meeting.Attendance.Presence;
import org.daywatch.planning.meetings.meeting.Attendance;
import org.daywatch.planning.meetings.meeting.Hand;
import org.daywatch.planning.meetings.meeting.MeetingCommands;
import org.daywatch.planning.meetings.meeting.MeetingStore;
import org.daywatch.planning.meetings.meeting.MinutesStore;
import org.daywatch.planning.meetings.minutes.Minutes;
import org.daywatch.planning.meetings.team.TeamMember;
import org.daywatch.planning.meetings.team.TeamRole;
import org.daywatch.planning.meetings.team.TeamStore;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;

/**
 * The safety team: founded before the year, called a week before it meets; whoever is there is marked, all four duties
 * are dealt with, and another approves the minutes.
 */
public final class Meetings {

    private static final LocalTime BEGINS = LocalTime.of(11, 0);
    private static final Map<String, TeamRole> ROLES = Map.of("PRINCIPAL", TeamRole.PRINCIPAL, "ASSISTANT_PRINCIPAL",
            TeamRole.ASSISTANT_PRINCIPAL, "OFFICER", TeamRole.OFFICER,
            "COUNSELOR", TeamRole.COUNSELOR, "PREVENTION", TeamRole.PREVENTION_COORDINATOR);

    private final Stage stage;
    private final List<Script.Fact> all;
    private final Map<Script.Fact, UUID> called = new HashMap<>();

    public Meetings(Stage stage) {
        this.stage = stage;
        all = stage.script.facts().stream().filter(f -> f.what().equals("MEETING")).toList();
    }

    /** Everybody who sits on a team at some time of the year sits on it from its first day on. */
    public void found() {
        var seated = new HashSet<List<String>>();
        stage.run(() -> {
            for (var meeting : all) {
                for (String role : meeting.detail().split(" ")) {
                    String officer = role.equals("OFFICER") ? meeting.officer() : "";
                    if (seated.add(List.of(meeting.school(), role, officer)))
                        seat(meeting.school(), ROLES.get(role), officer);
                }
            }
        });
    }

    private void seat(String school, TeamRole role, String officer) {
        var account = officer.isEmpty() ? account(school, role) : stage.officers.get(officer);
        boolean funded = role == TeamRole.OFFICER || role == TeamRole.COUNSELOR;
        stage.the(TeamStore.class).add(stage.cast.agency(), stage.campus(school),
                TeamMember.of(Ids.next(), stage.schools.get(school), role, account.name(),
                        officer.isEmpty() ? null : stage.officerIds.get(officer), funded, stage.script.firstDay(), null)
                        .as(account.person()),
                stage.principal(school).name());
    }

    private Actor account(String school, TeamRole role) {
        return switch (role) {
            case PRINCIPAL -> stage.principal(school);
            case ASSISTANT_PRINCIPAL -> stage.person("Blair Osgood", Role.PRINCIPAL, school);
            case COUNSELOR -> stage.person("Rowan Estes", Role.TEACHER, school);
            default -> stage.person("Lupe Marr", Role.TEACHER, school);
        };
    }

    public void plan(Day day, LocalDate today) {
        for (var meeting : all) {
            if (meeting.day().minusWeeks(1).equals(today))
                day.at(stage.at(today, LocalTime.of(8, 10)), () -> call(meeting));
            if (!meeting.day().equals(today)) continue;
            var over = stage.at(today, BEGINS).plus(Duration.ofMinutes(meeting.minutes()));
            day.at(over, () -> hold(meeting));
            day.at(over.plus(Duration.ofHours(1)), () -> approve(meeting));
        }
    }

    private void call(Script.Fact meeting) {
        stage.run(() -> called.put(meeting,
                stage.the(MeetingCommands.class)
                        .call(stage.cast.agency(), stage.campus(meeting.school()), meeting.day(), BEGINS, "Library",
                                stage.principal(meeting.school()).name(), Ids.next())
                        .orElseThrow()));
    }

    private void hold(Script.Fact meeting) {
        stage.run(() -> {
            var id = called.get(meeting);
            var items = stage.the(MinutesStore.class);
            var there = Set.of(meeting.detail().split(" "));
            var marks = items.attendance(stage.the(MeetingStore.class).find(id).orElseThrow()).stream()
                    .map(a -> new MinutesStore.Marked(a.member().id(),
                            came(a, there, meeting) ? Presence.PRESENT : Presence.EXCUSED, null, null))
                    .toList();
            var leads = account(meeting.school(),
                    there.contains("PRINCIPAL") ? TeamRole.PRINCIPAL : TeamRole.ASSISTANT_PRINCIPAL);
            stage.the(Minutes.class).write(id, marks, items.items(id).stream()
                    .map(i -> new MinutesStore.Written(i.id(), true, "", "Talked about; nothing new.")).toList(),
                    leads.name());
            stage.the(MeetingCommands.class).close(id, stage.campus(meeting.school()), BEGINS,
                    BEGINS.plusMinutes(meeting.minutes()), new Hand(leads.person(), leads.name()));
        });
    }

    private boolean came(Attendance a, Set<String> there, Script.Fact meeting) {
        var role = a.member().role();
        return there.stream().anyMatch(word -> ROLES.get(word) == role)
                && (role != TeamRole.OFFICER || stage.officerIds.get(meeting.officer()).equals(a.member().officer()));
    }

    private void approve(Script.Fact meeting) {
        var counselor = account(meeting.school(), TeamRole.COUNSELOR);
        stage.run(() -> stage.the(MeetingCommands.class).approve(called.get(meeting), stage.campus(meeting.school()),
                new Hand(counselor.person(), counselor.name()), ""));
    }
}
