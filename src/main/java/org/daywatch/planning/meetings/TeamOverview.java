package org.daywatch.planning.meetings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.meetings.meeting.MeetingQueries;
import org.daywatch.planning.meetings.meeting.TeamQuarters.Quarter;
import org.daywatch.planning.meetings.meeting.TeamQuarters;
import org.daywatch.planning.meetings.team.SeatRules;
import org.daywatch.planning.meetings.team.SeatsOfTeam;
import org.daywatch.planning.meetings.team.TeamStore;
import org.daywatch.planning.places.SchoolToday;
import org.daywatch.planning.places.SubjectDemands;
import org.springframework.stereotype.Component;

/** How the safety teams of schools stand: seats and quarters, and whether a program demands them. */
@Component
public class TeamOverview {

    public static final String SUBJECT = "MEETING:SAFETY_TEAM";

    private final TeamStore team;
    private final SeatRules rules;
    private final MeetingQueries meetings;
    private final SubjectDemands demands;
    private final SchoolToday days;

    TeamOverview(TeamStore team, SeatRules rules, MeetingQueries meetings, SubjectDemands demands, SchoolToday days) {
        this.team = team;
        this.rules = rules;
        this.meetings = meetings;
        this.demands = demands;
        this.days = days;
    }

    /** @param demanded a program demands meetings with quorum. @param missing seats that must be filled and are not */
    public record Line(Campus school, boolean demanded, int members, int missing, List<Quarter> quarters,
            LocalDate today) {

        public Optional<Quarter> now() {
            return quarters.stream().filter(q -> !today.isBefore(q.first()) && !today.isAfter(q.last())).findFirst();
        }

        /** Quarters of this school year that are over without a meeting with quorum, where one is demanded. */
        public long missed() {
            return demanded ? quarters.stream().filter(Quarter::late).count() : 0;
        }
    }

    /** In the order given, each by its own day. */
    public List<Line> of(Collection<Campus> schools) {
        var found = new HashMap<UUID, Line>();
        days.days(schools)
                .forEach((today, there) -> of(there, today).forEach(line -> found.put(line.school().id(), line)));
        return schools.stream().map(s -> found.get(s.id())).toList();
    }

    private List<Line> of(List<Campus> schools, LocalDate asOf) {
        var ids = schools.stream().map(Campus::id).toList();
        var demanded = demands.of(SUBJECT, ids, asOf);
        var members = team.on(ids, asOf);
        var held = meetings.inYear(ids, asOf);
        var byState = schools.stream().map(Campus::state).distinct()
                .collect(java.util.stream.Collectors.toMap(s -> s, s -> rules.of(s, asOf)));
        return schools.stream().map(school -> {
            UUID id = school.id();
            var theirs = members.getOrDefault(id, List.of());
            var funded = theirs.stream().filter(m -> m.funded()).map(m -> m.role()).distinct().toList();
            boolean asked = demanded.containsKey(id) || !theirs.isEmpty();
            int missing = !asked
                    ? 0
                    : (int) SeatsOfTeam.of(byState.get(school.state()), theirs, funded).stream()
                            .filter(SeatsOfTeam::missing).count();
            return new Line(school, demanded.containsKey(id), theirs.size(), missing,
                    TeamQuarters.of(held.getOrDefault(id, List.of()), asOf), asOf);
        }).toList();
    }
}
