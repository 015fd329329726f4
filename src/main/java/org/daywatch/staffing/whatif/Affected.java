package org.daywatch.staffing.whatif;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.eligibility.PostFacts;
import org.jspecify.annotations.Nullable;

/**
 * One post that a proposal touches.
 *
 * @param window the hours of the post: as proposed, on a closed day as they were
 * @param beforeMinutes worked then; 0 on a day that would only be opened
 * @param afterMinutes worked under the proposal, by whomever
 * @param officer who worked it; null on an opened day
 * @param other who could have stood there instead; null where nobody or where it stays theirs
 * @param policy the limit that stands in the way; empty where none does
 * @param reached,allowed minutes the limit shows and allows
 */
public record Affected(Outcome outcome, UUID school, String schoolName, ZoneId zone, LocalDate day, Window window,
        int beforeMinutes, int afterMinutes, @Nullable UUID officer,
        String officerName, @Nullable UUID other, String otherName, String policy, String shape, int reached,
        int allowed) {

    /**
     * LOST: not theirs any more and nobody else's. MOVED: somebody else could have taken it. CLOSED: the day would be
     * closed. CHANGED: stays theirs with other hours. OPENED: on an opened day, and somebody could have stood there.
     * UNFILLED: nobody could.
     */
    public enum Outcome { LOST, MOVED, CLOSED, CHANGED, OPENED, UNFILLED }

    /** An officer who could have stood there. */
    public record Person(UUID id, String name) {}

    /**
     * A shift that was worked and would not have been so. @param by who could have taken it; null where it stays
     * theirs, or nobody could
     */
    static Affected of(WhatIfReplay.Judged j, @Nullable Person by) {
        var w = j.worked();
        var barrier = j.barrier();
        var outcome = j.after() == null
                ? Outcome.CLOSED
                : barrier == null ? Outcome.CHANGED : by == null ? Outcome.LOST : Outcome.MOVED;
        var window = j.after() == null ? w.window() : j.after();
        boolean stands = outcome == Outcome.CHANGED || outcome == Outcome.MOVED;
        return new Affected(outcome, w.post().schoolId(), w.post().school(), w.post().zone(), w.post().day(), window,
                (int) w.window().minutes(),
                stands ? (int) window.minutes() : 0, w.officer(), w.officerName(), by == null ? null : by.id(),
                by == null ? "" : by.name(), barrier == null ? "" : barrier.policy(),
                barrier == null ? "" : barrier.shape(), barrier == null ? 0 : (int) barrier.reached().toMinutes(),
                barrier == null ? 0 : (int) barrier.allowed().toMinutes());
    }

    /** A post of an opened day. */
    static Affected opened(PostFacts post, @Nullable Person by) {
        return new Affected(by == null ? Outcome.UNFILLED : Outcome.OPENED, post.schoolId(), post.school(), post.zone(),
                post.day(), post.window(), 0,
                by == null ? 0 : (int) post.window().minutes(), null, "", by == null ? null : by.id(),
                by == null ? "" : by.name(), "", "", 0, 0);
    }
}
