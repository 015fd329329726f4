package org.daywatch.relationships.tips.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What tips of one school led to, and how soon those about a life were opened in its district.
 *
 * @param ended empty while too few stand together
 */
public record TipBoard(Optional<Ended> ended, Clock clock) {

    /** @param until the last day of it. @param lines in one order, by the outcome's code */
    public record Ended(LocalDate from, LocalDate until, int tips, List<Line> lines) {}

    public record Line(String outcome, BoardFigure figure) {}

    /**
     * Of how many weeks, and what may be said of them. Not of how many tips: weeks are shown again with the next one,
     * and the difference would be that one's.
     */
    public sealed interface Clock {

        int weeks();

        record TooFew(int weeks) implements Clock {}

        /** Half of them were opened in so many minutes or sooner. */
        record Half(int weeks, long minutes) implements Clock {}

        /** Nobody had opened more than half of them when it was counted. */
        record Unopened(int weeks) implements Clock {}
    }
}
