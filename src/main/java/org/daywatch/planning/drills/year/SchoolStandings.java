package org.daywatch.planning.drills.year;

import static org.daywatch_db.planning.Tables.DRILL;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.directory.programs.figures.DrillCount;
import org.daywatch.planning.drills.Drill;
import org.daywatch.planning.drills.DrillDues;
import org.daywatch.planning.drills.DrillStore;
import org.daywatch.planning.drills.DrillYears;
import org.daywatch.planning.places.SchoolToday;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How schools stand with their drills. */
@Component
@Transactional(readOnly = true)
public class SchoolStandings {

    private final DrillDues dues;
    private final DrillStore drills;
    private final DrillYears years;
    private final SchoolToday days;

    SchoolStandings(DrillDues dues, DrillStore drills, DrillYears years, SchoolToday days) {
        this.dues = dues;
        this.drills = drills;
        this.years = years;
        this.days = days;
    }

    /**
     * In drills: one that meets several demands is one. @param done of what is due. @param next the next that is
     * scheduled; null where none is. @param held all that were held in this school year, due or not
     */
    public record Standing(Campus school, int done, int due, int late, int held, @Nullable Drill next) {}

    List<Standing> of(Collection<Campus> schools) {
        var found = new HashMap<UUID, Standing>();
        days.days(schools).forEach((today, there) -> of(there, today).forEach(s -> found.put(s.school().id(), s)));
        return schools.stream().map(s -> found.get(s.id())).toList();
    }

    private List<Standing> of(List<Campus> schools, LocalDate today) {
        var ids = schools.stream().map(Campus::id).toList();
        var due = dues.of(ids, today);
        var begins = years.begins(schools, today);
        var next = new HashMap<UUID, Drill>();
        var held = new HashMap<UUID, Integer>();
        drills.list(DRILL.SCHOOL_ID.in(ids).and(DRILL.STATE.eq("SCHEDULED")).and(DRILL.DAY.ge(today)))
                .forEach(d -> next.putIfAbsent(d.schoolId(), d));
        drills.list(DRILL.SCHOOL_ID.in(ids).and(DRILL.STATE.in("HELD", "REVIEWED"))
                .and(DRILL.DAY.between(today.minusYears(1), today))).stream().filter(Drill::counts)
                .filter(d -> !d.day().isBefore(begins.get(d.schoolId())))
                .forEach(d -> held.merge(d.schoolId(), 1, Integer::sum));
        return schools.stream().map(
                s -> standing(s, due.getOrDefault(s.id(), List.of()), held.getOrDefault(s.id(), 0), next.get(s.id())))
                .toList();
    }

    private static Standing standing(Campus school, List<Due> due, int held, @Nullable Drill next) {
        var count = DrillCount.of(due);
        return new Standing(school, count.done(), count.asked(), count.late() + count.missed(), held, next);
    }

    static final Map<String, Comparator<Standing>> SORTS = Map.of("school",
            Comparator.comparing(s -> s.school().name()), "late", Comparator.comparingInt(Standing::late),
            "done", Comparator.comparingInt(Standing::done), "due", Comparator.comparingInt(Standing::due));
}
