package org.daywatch.scheduling.check;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a check found: docs/formats/roster.md, the check.
 *
 * @param objective points, or officers used, computed anew from the assignments
 * @param terms the same taken apart by rule; empty where the fewest officers are sought
 * @param judged how often each code was asked, 0 where it never was
 */
public record CheckReport(String problem, String problemSha256, String answerSha256, boolean fewestOfficers,
        long objective,
        SortedMap<String, Long> terms, Counts counts, SortedMap<String, Long> judged, List<Violation> violations,
        List<Disagreement> disagreements) {

    public boolean fine() {
        return violations.isEmpty() && disagreements.isEmpty();
    }

    /** The JSON of {@code daywatch.roster-check} version 1, indented, with a line end. */
    public String json() {
        return ReportText.of(this);
    }

    /**
     * @param assignments entries of the answer; @param filled seats of the problem that have an officer, each pair once
     */
    public record Counts(int shifts, int seats, int filled, int unfilled, int pinned, int officers, int officersUsed,
            int assignments) {}

    /**
     * What no schedule may do and this one does.
     *
     * @param reached minutes (of rest for REST_BETWEEN, officers for TOO_MANY); @param limit in the same unit
     * @param from the period, as moments with their offset
     */
    public record Violation(String code, String shift, @Nullable String officer, @Nullable String policy,
            @Nullable String other,
            @Nullable Long reached, @Nullable Long limit, @Nullable String from, @Nullable String to, String words) {}

    /** What the answer says of itself and is not so; {@code at} is the path in the answer. */
    public record Disagreement(String code, String at, String stated, String found, String words) {}
}
