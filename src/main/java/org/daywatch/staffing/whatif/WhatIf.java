package org.daywatch.staffing.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.staffing.whatif.Affected.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A proposal replayed over the days from {@code from} to {@code to}.
 *
 * @param said the proposal in words
 * @param total,done officers to replay and weeks to refill, and how many are done
 * @param shifts,minutes worked in these days, as it was
 */
public record WhatIf(UUID id, LocalDate from, LocalDate to, WhatIfProposal proposal, String said, State state,
        Instant askedAt, int total, int done, int shifts, long minutes) {

    public enum State { QUEUED, RUNNING, DONE, FAILED }

    public boolean running() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    /** @param before,after minutes worked then and under the proposal */
    public record Sum(int posts, long before, long after) {
        static final Sum NONE = new Sum(0, 0, 0);
    }

    /** What became of the posts touched, by outcome. */
    public record Sums(Map<Outcome, Sum> by) {
        public Sum of(String outcome) {
            return by.getOrDefault(Outcome.valueOf(outcome), Sum.NONE);
        }

        public int touched() {
            return by.values().stream().mapToInt(Sum::posts).sum();
        }
    }

    /** Minutes an officer gives up and takes over, with the number of posts. */
    public record OfficerSum(UUID officer, String name, int givesUp, long givesUpMinutes, int takesOver,
            long takesOverMinutes, long changedMinutes) {}

    public record SchoolSum(UUID school, String name, int touched, int lost, int moved) {}

    /** Rows to show; blank and null mean all. */
    public record Which(String outcome, @Nullable UUID officer, @Nullable UUID school, String words) {}
}
