package org.daywatch.staffing.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.staffing.coverage.CoverageLedger;
import org.daywatch.staffing.coverage.PostDay.Attendance;

/** A school's day that is over. Nothing is still to come, so required = covered + uncovered. */
record ClosedDay(UUID agencyId, UUID districtId, UUID schoolId, LocalDate day, int posts, int filled, long required,
        long covered,
        long uncovered, int gaps) {

    ClosedDay {
        if (required != covered + uncovered) {
            throw new IllegalArgumentException(
                    "The minutes of " + day + " do not add up: " + required + " required, " + covered
                            + " covered, " + uncovered
                            + " uncovered.\nMaybe the day is not over yet.");
        }
    }

    /** @param minutes one result a post, in the order of {@code posts} */
    static ClosedDay of(UUID agencyId, UUID districtId, LocalDate day, List<Counted> posts) {
        return new ClosedDay(agencyId, districtId, posts.getFirst().schoolId(), day, posts.size(), (int) posts.stream()
                .filter(Counted::filled).count(),
                posts.stream().mapToLong(p -> p.minutes().required()).sum(),
                posts.stream().mapToLong(p -> p.minutes().covered())
                        .sum(),
                posts.stream().mapToLong(p -> p.minutes().uncovered()).sum(),
                posts.stream().mapToInt(p -> p.minutes().gaps()
                        .size()).sum());
    }

    /** A post with its minutes counted. Filled: somebody holds it, whether they came or not. */
    record Counted(UUID postId, UUID schoolId, List<Attendance> attendances, CoverageLedger.Result minutes) {

        boolean filled() {
            return attendances.stream().anyMatch(Attendance::holdsPost);
        }
    }
}
