package org.daywatch.scheduling.explain;

import java.util.List;
import java.util.SortedMap;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.jspecify.annotations.Nullable;

/**
 * One shift of an answer explained: docs/formats/roster.md, the explanation.
 *
 * @param points false where the objective is not counted in points; every {@code points} and {@code terms} is then
 * empty
 * @param credentials over all shifts with an open seat, the credential that would fill most first; empty where no seat
 * is open
 * @param chain null where this shift has no open seat, or no chain fills it
 */
public record ScheduleExplanation(String problem, String sha256, Shift shift, boolean points, int filled, int unfilled,
        List<Holder> holders,
        List<Other> others, List<Opening> wouldFill, List<Credential> credentials, @Nullable Chain chain) {

    /** @param broken rules their being there breaks; empty in a lawful schedule and for what is pinned */
    public record Holder(String officer, boolean pinned, SortedMap<String, Long> terms, @Nullable Next next,
            List<SeatFinding> broken) {
        public long points() {
            return SeatWorth.sum(terms);
        }
    }

    /**
     * The best of those who could stand there instead, as the schedule is. @param ahead holder's terms less theirs,
     * zero ones left out
     */
    public record Next(String officer, SortedMap<String, Long> terms, SortedMap<String, Long> ahead) {
        public long points() {
            return SeatWorth.sum(terms);
        }
    }

    /** @param seats that they hold elsewhere; @param lacks empty where they could stand there */
    public record Other(String officer, int seats, SortedMap<String, Long> terms, List<SeatFinding> lacks) {
        public long points() {
            return SeatWorth.sum(terms);
        }
    }

    /** Every rule that would have to give way for one officer, and by how much. */
    public record Opening(String officer, List<SeatFinding> rules) {
        public long minutes() {
            return rules.stream().mapToLong(SeatFinding::mend).sum();
        }
    }

    /**
     * @param seats open ones that an officer could take who lacks this credential and nothing else; @param officers who
     * they are
     */
    public record Credential(String code, int shifts, int seats, List<String> officers) {}

    /**
     * Each step fills the seat the step before left. @param points what the schedule would gain; null where it is not
     * counted in points
     */
    public record Chain(List<Step> steps, @Nullable Long points) {}

    /** @param leaves the shift they give up for it; null for the last, who gives up none */
    public record Step(String officer, String takes, @Nullable String leaves) {}
}
