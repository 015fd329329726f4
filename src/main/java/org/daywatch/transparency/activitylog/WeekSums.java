package org.daywatch.transparency.activitylog;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Minutes and counts of the lines that stand: of a day, a week, or any other time. Pure. */
public record WeekSums(List<Activity> lines) {

    /** So many lines, and their minutes together. */
    public record Sum(int count, int minutes) {

        /** As taught: 50 minutes are 0.83 hours. */
        public double hours() {
            return Math.round(minutes / 60.0 * 100) / 100.0;
        }

        public boolean none() {
            return count == 0;
        }
    }

    public static WeekSums of(Collection<Kept> lines) {
        return new WeekSums(lines.stream().filter(Kept::stands).map(Kept::what).toList());
    }

    public Sum of(ActivityKind... kinds) {
        var wanted = List.of(kinds);
        return sum(a -> wanted.contains(a.kind()));
    }

    /** What counts for a program as this: minutes as taught, and each lesson as a class period. */
    public Sum subject(String subject) {
        return sum(a -> a.subject().equals(subject));
    }

    /** Of the function, without being on post as such. */
    public Sum function(ActivityFunction function) {
        return sum(a -> a.kind().function() == function && a.kind() != ActivityKind.ON_POST);
    }

    public int onCampus() {
        return of(ActivityKind.ON_POST).minutes();
    }

    public int away() {
        return of(ActivityKind.OFF_CAMPUS).minutes();
    }

    /** On campus, of the time paid, in whole percent; -1 where nothing was clocked. */
    public int percentOnCampus() {
        int paid = onCampus() + away();
        return paid == 0 ? -1 : (int) Math.floor(onCampus() * 100.0 / paid);
    }

    /** Drills, the safety team, threat assessments and training: what other requirements ask for. */
    public Sum requirements() {
        return of(ActivityKind.DRILL, ActivityKind.EXERCISE, ActivityKind.SAFETY_TEAM, ActivityKind.THREAT_ASSESSMENT,
                ActivityKind.STAFF_TRAINING, ActivityKind.OWN_TRAINING);
    }

    public Sum visibility() {
        return of(ActivityKind.ARRIVAL, ActivityKind.PASSING_PERIOD, ActivityKind.LUNCH, ActivityKind.DISMISSAL,
                ActivityKind.PERIMETER);
    }

    /** Everything but being on post, by function, in the order of the functions; those without a line are left out. */
    public Map<ActivityFunction, Sum> byFunction() {
        var sums = new EnumMap<ActivityFunction, Sum>(ActivityFunction.class);
        for (var function : ActivityFunction.values()) {
            var sum = function(function);
            if (!sum.none()) sums.put(function, sum);
        }
        return sums;
    }

    public List<Activity> absences() {
        return lines.stream().filter(a -> a.kind() == ActivityKind.OFF_CAMPUS).toList();
    }

    private Sum sum(Predicate<Activity> which) {
        var found = lines.stream().filter(which).toList();
        return new Sum(found.size(), found.stream().mapToInt(Activity::minutes).sum());
    }
}
