package org.daywatch.planning.drills;

import static org.daywatch_db.planning.Tables.DRILL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.Programs;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.calendars.YearParts;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Ceiling;
import org.daywatch.planning.drills.forwardplan.SpreadProblem;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which drills the programs of a school make due, and which of them were held. */
@Component
@Transactional(readOnly = true)
public class DrillDues {

    private final DrillStore drills;
    private final ObjectProvider<DueLists> lists;
    private final ObjectProvider<Programs> programs;

    DrillDues(DrillStore drills, ObjectProvider<DueLists> lists, ObjectProvider<Programs> programs) {
        this.drills = drills;
        this.lists = lists;
        this.programs = programs;
    }

    /** By school, with what was held since the summer before. */
    public Map<UUID, List<Due>> of(Collection<UUID> schools, LocalDate asOf) {
        return of(schools, asOf, held(schools, asOf));
    }

    private Map<UUID, List<Due.Done>> held(Collection<UUID> schools, LocalDate asOf) {
        var done = new HashMap<UUID, List<Due.Done>>();
        for (var drill : drills.list(DRILL.SCHOOL_ID.in(schools).and(DRILL.STATE.in("HELD", "REVIEWED"))
                .and(DRILL.DAY.gt(asOf.minusMonths(13))))) {
            if (drill.counts()) done.computeIfAbsent(drill.schoolId(), s -> new ArrayList<>()).add(done(drill));
        }
        return done;
    }

    private static Due.Done done(Drill drill) {
        return new Due.Done(drill.kind().subject(), drill.day(), "/drills/" + drill.id());
    }

    /**
     * Which drill of the calendar will answer which of these lines, once it is held: as the program counts, for which a
     * fire drill may be an evacuation.
     */
    public Map<Due, Drill> answers(UUID school, List<Due> dues, List<Drill> coming, LocalDate today) {
        var last = coming.stream().map(Drill::day).max(Comparator.naturalOrder());
        if (last.isEmpty()) return Map.of();
        var done = held(List.of(school), today);
        coming.forEach(drill -> done.computeIfAbsent(school, s -> new ArrayList<>()).add(done(drill)));
        var then = of(List.of(school), last.get().isBefore(today) ? today : last.get(), done).getOrDefault(school,
                List.of());
        var answers = new HashMap<Due, Drill>();
        for (Due due : dues) {
            then.stream().filter(d -> sameLine(d, due)).findFirst().flatMap(
                    d -> coming.stream().filter(drill -> d.evidence().equals("/drills/" + drill.id())).findFirst())
                    .ifPresent(drill -> answers.put(due, drill));
        }
        return answers;
    }

    private static boolean sameLine(Due a, Due b) {
        return a.requirement().rule().id().equals(b.requirement().rule().id()) && a.number() == b.number()
                && a.by().equals(b.by());
    }

    Map<UUID, List<Due>> of(Collection<UUID> schools, LocalDate asOf, Map<UUID, List<Due.Done>> done) {
        var engine = lists.getIfAvailable();
        if (engine == null || schools.isEmpty()) return Map.of();
        var drillsOnly = new HashMap<UUID, List<Due>>();
        engine.of(schools, asOf, done).forEach((school, all) -> drillsOnly.put(school,
                all.stream().filter(d -> d.requirement().kind() == Requirement.Kind.DRILL).toList()));
        return drillsOnly;
    }

    static final String ANY = "DRILL:ANY";
    private static final List<DrillKind> VARIED = List.of(DrillKind.SECURE, DrillKind.SHELTER_WEATHER,
            DrillKind.EVACUATE, DrillKind.HOLD);

    /** The kind a requirement names; empty where it leaves it open. */
    static Optional<DrillKind> kind(Due due) {
        return DrillKind.of(due.requirement().subject());
    }

    /** Which kind is held for it: where a rule leaves it open, one after the other. */
    static DrillKind toHold(Due due) {
        var named = kind(due).orElse(DrillKind.EMERGENCY);
        if (named != DrillKind.EMERGENCY) return named;
        var open = VARIED.stream().filter(k -> due.requirement().subject().equals(ANY) || k != DrillKind.EVACUATE)
                .toList();
        return open.get((due.number() - 1) % open.size());
    }

    /** Of how many kinds a drill may be that counts for it: 1 one, 2 any beyond fire, 3 any. */
    static int breadth(Due due) {
        return kind(due).map(k -> k == DrillKind.EMERGENCY ? 2 : 1).orElse(3);
    }

    /** What may not be exceeded in the halves of the year and in the whole. */
    List<Ceiling> ceilings(Campus school, DrillYears.Year year, LocalDate today) {
        var ceilings = new ArrayList<Ceiling>();
        for (var r : requirements(school, today)) {
            if (r.kind() != Requirement.Kind.CEILING || !r.subject().startsWith("DRILL:")) continue;
            int most = r.rule().number();
            var second = YearParts.secondHalf(year.first(), year.days().stream().map(SpreadProblem.Day::day).toList());
            switch (r.counting()) {
                case AT_MOST_YEAR -> ceilings.add(new Ceiling(most, year.first(), year.last(), r.rule().version()));
                case AT_MOST_HALF -> {
                    ceilings.add(new Ceiling(most, year.first(), second.minusDays(1), r.rule().version()));
                    ceilings.add(new Ceiling(most, second, year.last(), r.rule().version()));
                }
                default -> {}
            }
        }
        return ceilings;
    }

    /** So many days before a drill of this kind families must be told; 0 where no rule says so. */
    public int noticeDays(Campus school, DrillKind kind, LocalDate today) {
        return requirements(school, today).stream()
                .filter(r -> r.kind() == Requirement.Kind.NOTICE && r.counting() == Requirement.Counting.DAYS_BEFORE)
                .filter(r -> speaksOf(r.subject(), kind)).mapToInt(r -> r.rule().number()).max().orElse(0);
    }

    /**
     * NOTICE:EXERCISE speaks of exercises for an active threat, NOTICE:DRILL of every drill, NOTICE:DRILL_FIRE of one
     * kind.
     */
    private static boolean speaksOf(String notice, DrillKind kind) {
        return notice.equals("NOTICE:DRILL") || notice.equals("NOTICE:DRILL_" + kind.name())
                || notice.equals("NOTICE:EXERCISE") && kind == DrillKind.ACTIVE_THREAT;
    }

    LocalDate earliest(Campus school, DrillKind kind, LocalDate today) {
        return today.plusDays(noticeDays(school, kind, today));
    }

    private List<Requirement> requirements(Campus school, LocalDate today) {
        var known = programs.getIfAvailable();
        return known == null ? List.of() : known.of(List.of(school.id()), today).getOrDefault(school.id(), List.of());
    }
}
