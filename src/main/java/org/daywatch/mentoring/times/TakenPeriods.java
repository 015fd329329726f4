package org.daywatch.mentoring.times;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.mentoring.care.MatchDoor;
import org.daywatch.mentoring.care.MatchDoor.Entrance;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.proposals.Hours;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which of their students a teacher misses for a meeting, on which day. With whom and where is not theirs to read. */
@Component
@Transactional(readOnly = true)
public class TakenPeriods {

    private static final int DAYS = 7;

    private final MatchDoor door;
    private final MeetingTimes times;
    private final ClassRosters rosters;

    TakenPeriods(MatchDoor door, MeetingTimes times, ClassRosters rosters) {
        this.door = door;
        this.times = times;
        this.rosters = rosters;
    }

    /** @param period as the roster names it; empty between lessons. @param lost they do not meet, and stay in class */
    public record TakenPeriod(LocalDate day, Hours hours, String period, String student, boolean lost) {}

    /** From today on for a week, by day and hour. */
    public List<TakenPeriod> of(Actor teacher) {
        return door.entrances(teacher).stream().flatMap(at -> Tenancy
                .as(new Scope(at.school().districtId(), teacher.person()), () -> of(at)).stream()).toList();
    }

    private List<TakenPeriod> of(Entrance at) {
        var email = rosters.emailOf(at.actor().person()).orElse("").toLowerCase(java.util.Locale.ROOT);
        var matches = door.meeting(at).stream().collect(Collectors.toMap(Match::id, m -> m));
        var weekly = times.at(at.school()).stream().filter(t -> matches.containsKey(t.match())).toList();
        if (email.isEmpty() || weekly.isEmpty()) return List.of();
        var school = times.school(at.school(), at.today(), at.today().plusDays(DAYS));
        var periods = rosters.periods(at.school().id());
        var taught = new HashMap<LocalTime, Set<UUID>>();
        var taken = new ArrayList<TakenPeriod>();
        for (var time : weekly) {
            var m = matches.get(time.match());
            boolean teaches = taught.computeIfAbsent(time.hours().begins(), hour -> taught(at, hour, email))
                    .contains(m.student());
            if (!door.readsPeriod(at, m, teaches)) continue;
            var lost = times.lost(m, at.today()).stream().filter(LostMeeting::isStill).map(LostMeeting::day)
                    .collect(Collectors.toSet());
            var period = periods.stream().filter(p -> p.at(time.hours().begins())).map(ClassPeriod::name).findFirst()
                    .orElse("");
            time.days(school).forEach(day -> taken.add(
                    new TakenPeriod(day, time.hours(), period, m.file().student(), lost.contains(day))));
        }
        return taken.stream().sorted(Comparator.comparing(TakenPeriod::day).thenComparing(t -> t.hours().begins())
                .thenComparing(TakenPeriod::student)).toList();
    }

    /** Students who sit in a class of theirs at that hour. */
    private Set<UUID> taught(Entrance at, LocalTime hour, String email) {
        var students = new HashSet<UUID>();
        rosters.meeting(at.school(), hour).stream()
                .filter(group -> group.adults().stream().anyMatch(adult -> adult.email().equals(email)))
                .forEach(group -> group.students().stream().map(RosterPerson::id).forEach(students::add));
        return students;
    }
}
