package org.daywatch.scheduling.check.files;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the problem says, as far as a schedule is judged by it. Moments are whole minutes since 1970, lengths minutes.
 */
public record ProblemFacts(String id, boolean fewest, Weights weights, Map<String, Department> departments,
        Map<String, School> schools,
        SortedMap<String, Shift> shifts, SortedMap<String, Officer> officers, Set<Seat> pins, List<Seat> published) {

    /** An officer at a shift. */
    public record Seat(String shift, String officer) implements Comparable<Seat> {
        @Override
        public int compareTo(Seat other) {
            int byShift = shift.compareTo(other.shift);
            return byShift != 0 ? byShift : officer.compareTo(other.officer);
        }
    }

    public record Department(ZoneId zone, List<String> policies, List<Limit> limits, Set<String> prohibits) {
        public static final Department NONE = new Department(ZoneId.of("UTC"), List.of(), List.of(), Set.of());
    }

    /** @param at latitude and longitude */
    public record Spot(@Nullable String zip, @Nullable String county, double @Nullable [] at) {}

    public record School(ZoneId zone, @Nullable String level, Spot spot, Set<String> core) {}

    public record Shift(String id, String school, LocalDate day, long start, long end, int needs, String role,
            Set<String> requires, String work,
            int priority, @Nullable Map<String, Long> eligible, @Nullable Set<String> asked) {
        public int minutes() {
            return (int) (end - start);
        }
    }

    public record Stretch(Kind kind, long start, long end) {}

    public record Held(String code, @Nullable LocalDate from, @Nullable LocalDate to) {
        public boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    public record Wishes(Set<String> schools, Set<DayOfWeek> weekdays, Set<String> levels, @Nullable Long mostDays) {}

    public record Officer(String id, @Nullable String department, Set<String> roles, List<Held> holds, Spot home,
            long rate, Set<String> blocks,
            List<Stretch> hours, @Nullable List<long[]> available, Wishes wishes, int credited,
            Map<String, Long> daysAt) {}

    public Department departmentOf(Officer officer) {
        return officer.department() == null ? Department.NONE : departments.get(officer.department());
    }

    public School schoolOf(Shift shift) {
        return schools.get(shift.school());
    }
}
