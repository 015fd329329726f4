package org.daywatch.planning.drills.forwardplan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Hour;
import org.daywatch.planning.drills.forwardplan.SpreadProblem.Wanted;
import org.daywatch.planning.drills.kinds.DrillKind;

/** How often weekdays and hours were used so far, and how many lockdown-like drills each class has had. */
final class Rarity {

    private final SpreadProblem problem;
    private final Map<DayOfWeek, Integer> weekdays = new HashMap<>();
    private final Map<LocalTime, Integer> hours = new HashMap<>();
    private final Map<LocalTime, Map<DrillKind, Integer>> ofKind = new HashMap<>();
    private final Map<UUID, Integer> had;

    Rarity(SpreadProblem problem) {
        this.problem = problem;
        this.had = new HashMap<>(problem.had());
        problem.fixed().forEach(f -> count(f.kind(), f.day(), nearest(f.at())));
    }

    record Taken(LocalTime hour, List<String> why) {}

    int weekday(DayOfWeek day) {
        return weekdays.getOrDefault(day, 0);
    }

    /**
     * The hour used least for this kind, then at all; empty where every hour would give a class more than it may have.
     */
    Optional<Taken> choose(Wanted wanted, LocalDate day, List<String> why) {
        var free = problem.hours().stream().filter(h -> !wanted.kind().lockdownLike()
                || h.classes().stream().allMatch(c -> had.getOrDefault(c, 0) < problem.dose()));
        return free.min(Comparator.comparingInt((Hour h) -> 3 * kind(h, wanted.kind()) + hours.getOrDefault(h.at(), 0))
                .thenComparing(Hour::at)).map(hour -> {
                    var said = new ArrayList<>(why);
                    said.add("HOUR|" + hours.getOrDefault(hour.at(), 0));
                    if (wanted.kind().lockdownLike()) {
                        hour.classes().forEach(c -> had.merge(c, 1, Integer::sum));
                        said.add("DOSE|" + hour.classes().stream().mapToInt(had::get).max().orElse(1));
                    }
                    count(wanted.kind(), day, hour.at());
                    return new Taken(hour.at(), List.copyOf(said));
                });
    }

    private int kind(Hour hour, DrillKind kind) {
        return ofKind.getOrDefault(hour.at(), Map.of()).getOrDefault(kind, 0);
    }

    private void count(DrillKind kind, LocalDate day, LocalTime at) {
        weekdays.merge(day.getDayOfWeek(), 1, Integer::sum);
        hours.merge(at, 1, Integer::sum);
        ofKind.computeIfAbsent(at, h -> new HashMap<>()).merge(kind, 1, Integer::sum);
    }

    private LocalTime nearest(LocalTime at) {
        return problem.hours().stream().map(Hour::at)
                .min(Comparator.comparingInt(h -> Math.abs(h.toSecondOfDay() - at.toSecondOfDay()))).orElse(at);
    }
}
