package org.daywatch.scheduling.problem;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.hours.HourEntry;
import org.jspecify.annotations.Nullable;

/**
 * Who could stand where, and what counts: docs/formats/roster.md as records. Lists keep the order of the file; whoever
 * computes sorts by id first, so that the order in which somebody wrote the file changes nothing.
 */
public record ScheduleProblem(String id, LocalDate first, LocalDate last, Objective objective, List<Policy> policies,
        List<Department> departments,
        List<School> schools, List<Shift> shifts, List<Officer> officers, List<Place> pins, List<Place> published) {

    /** An officer at a shift, by their ids. */
    public record Place(String shift, String officer) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byShift = shift.compareTo(other.shift);
            return byShift != 0 ? byShift : officer.compareTo(other.officer);
        }
    }

    /** A limit on hours or rest; {@code hard} is false for those that only warn. */
    public record Policy(String id, CapShape shape, boolean hard, LocalDate validFrom, @Nullable LocalDate validTo) {
        public boolean inForce(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    public record Department(String id, ZoneId zone, List<String> policies, Set<String> prohibits) {}

    /** @param latitude,longitude degrees; both null where the place is not known */
    public record Home(@Nullable String zip, @Nullable String county, @Nullable Double latitude,
            @Nullable Double longitude) {
        public static final Home UNKNOWN = new Home(null, null, null, null);
    }

    public record School(String id, ZoneId zone, @Nullable String level, Home at, Set<String> core) {}

    /**
     * @param eligible only these officers, with what each is worth there; null where everybody may
     * @param asked only officers of these departments; null where nobody is left out
     */
    public record Shift(String id, String school, LocalDate day, Window window, int needs, String role,
            Set<String> requires, String work,
            int priority, @Nullable Map<String, Long> eligible, @Nullable Set<String> asked) {
        public int minutes() {
            return (int) window.length().toMinutes();
        }
    }

    public record Holding(String code, @Nullable LocalDate from, @Nullable LocalDate to) {
        public boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** @param mostDays seats they would like at most; null where they did not say */
    public record Wishes(Set<String> schools, Set<DayOfWeek> weekdays, Set<String> levels, @Nullable Integer mostDays) {
        public static final Wishes NONE = new Wishes(Set.of(), Set.of(), Set.of(), null);
    }

    /** @param credited what counts for fairness; @param daysAt days at a school, already faded */
    public record History(Duration credited, Map<String, Integer> daysAt) {
        public static final History NONE = new History(Duration.ZERO, Map.of());
    }

    /**
     * @param rate cents an hour
     * @param available windows in which they are glad to be asked; null where they did not say
     */
    public record Officer(String id, @Nullable String department, Set<String> roles, List<Holding> holds, Home home,
            long rate, Set<String> blocks,
            List<HourEntry> hours, @Nullable List<Window> available, Wishes wishes, History history) {}

    public enum Kind { WORTH, FEWEST_OFFICERS }

    public record Objective(Kind kind, Weights weights) {}

    /** Points; each rule is zero where the file leaves it out. */
    public record Weights(Map<Integer, Long> fill, long core, long face, Share share, Known known, List<Band> fair,
            Wish wish, long outside,
            Travel travel, long cost, long change) {

        public static final Weights NONE = new Weights(Map.of(), 0, 0, new Share(Integer.MAX_VALUE, 0), new Known(0, 0),
                List.of(),
                new Wish(0, 0, 0, 0), 0, new Travel(0, 0, 0, 0, 0), 0, 0);

        public long fill(int priority) {
            return fill.getOrDefault(priority, 0L);
        }
    }

    public record Share(int most, long points) {}

    public record Known(int most, long points) {}

    public record Band(Duration over, long points) {}

    public record Wish(long school, long weekday, long level, long days) {}

    public record Travel(long sameZip, long sameZip3, long sameCounty, long otherwise, long perKm) {}

}
