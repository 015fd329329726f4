package org.daywatch.relationships.triage.board;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.daywatch.relationships.tips.board.BoardFigure;
import org.daywatch.relationships.tips.board.TipBoard;
import org.daywatch.relationships.triage.TipOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The sums of one school: of the weeks that wait until enough tips stand together, and of those last shown. Weeks are
 * never shown twice: two boards that shared weeks would tell by their difference how a single tip ended. Pure.
 *
 * @param shown null before the first time
 */
record SchoolSums(Block waiting, @Nullable Block shown) {

    /** @param until the Monday after its last week. @param least what counted as enough when it was full */
    record Block(LocalDate from, LocalDate until, int tips, int least, Map<TipOutcome, Integer> outcomes) {

        Block {
            outcomes = Map.copyOf(outcomes);
        }

        static Block from(LocalDate monday) {
            return new Block(monday, monday, 0, 0, Map.of());
        }

        private Block with(LocalDate week, Collection<Set<TipOutcome>> endings, int enough) {
            var sums = new EnumMap<TipOutcome, Integer>(TipOutcome.class);
            sums.putAll(outcomes);
            endings.forEach(ending -> ending.forEach(outcome -> sums.merge(outcome, 1, Integer::sum)));
            return new Block(from, week.plusWeeks(1), tips + endings.size(), enough, sums);
        }

        TipBoard.Ended ended() {
            return new TipBoard.Ended(from, until.minusDays(1), tips, Arrays.stream(TipOutcome.values())
                    .map(outcome -> new TipBoard.Line(outcome.name(),
                            BoardFigure.of(outcomes.getOrDefault(outcome, 0), tips, least)))
                    .toList());
        }
    }

    static SchoolSums beginning(LocalDate monday) {
        return new SchoolSums(Block.from(monday), null);
    }

    /** @param endings of that week, one for each tip. @param least so many stand together before they are shown */
    SchoolSums week(LocalDate monday, Collection<Set<TipOutcome>> endings, int least) {
        var more = waiting.with(monday, endings, least);
        return more.tips() < least
                ? new SchoolSums(more, shown)
                : new SchoolSums(Block.from(more.until()), more);
    }
}
