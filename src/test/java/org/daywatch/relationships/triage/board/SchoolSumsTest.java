package org.daywatch.relationships.triage.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.daywatch.relationships.tips.board.BoardFigure;
import org.daywatch.relationships.tips.board.BoardFigure.Kind;
import org.daywatch.relationships.tips.board.TipBoard.Clock;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.queue.QueuedTipStore.Reading;
import org.junit.jupiter.api.Test;

/** What a school's board says of how tips ended, so that no single case can be seen in it. */
class SchoolSumsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 3);
    private static final int LEAST = 11;
    private static final Instant NIGHT = Instant.parse("2026-08-04T05:10:00Z");

    private static List<Set<TipOutcome>> endings(int tips, TipOutcome... outcomes) {
        return Collections.nCopies(tips, Set.of(outcomes));
    }

    private static BoardFigure figure(SchoolSums sums, TipOutcome outcome) {
        return sums.shown().ended().lines().stream().filter(line -> line.outcome().equals(outcome.name())).findFirst()
                .orElseThrow().figure();
    }

    @Test
    void noneTooFewANumberAndNearlyAllAreFourThings() {
        assertThat(BoardFigure.of(0, 30, LEAST).kind()).isEqualTo(Kind.NONE);
        assertThat(BoardFigure.of(1, 30, LEAST)).isEqualTo(BoardFigure.of(10, 30, LEAST))
                .isEqualTo(new BoardFigure(Kind.TOO_FEW, 0));
        assertThat(BoardFigure.of(11, 30, LEAST)).isEqualTo(new BoardFigure(Kind.NUMBER, 11));
        assertThat(BoardFigure.of(30, 30, LEAST)).isEqualTo(new BoardFigure(Kind.NUMBER, 30));
        assertThat(BoardFigure.of(20, 30, LEAST)).as("the ten others would be told").isEqualTo(
                BoardFigure.of(29, 30, LEAST)).isEqualTo(new BoardFigure(Kind.MOST, 11));
    }

    @Test
    void tenTipsAreNotShownAndWaitForTheEleventh() {
        var sums = SchoolSums.beginning(MONDAY).week(MONDAY, endings(10, TipOutcome.COUNSELING), LEAST);
        assertThat(sums.shown()).isNull();
        sums = sums.week(MONDAY.plusWeeks(1), List.of(), LEAST);
        assertThat(sums.shown()).isNull();
        sums = sums.week(MONDAY.plusWeeks(2), endings(1, TipOutcome.HOSPITAL, TipOutcome.PARENT_TOLD), LEAST);
        assertThat(sums.shown().ended().tips()).isEqualTo(11);
        assertThat(sums.shown().ended().from()).isEqualTo(MONDAY);
        assertThat(sums.shown().ended().until()).as("a Sunday").isEqualTo(LocalDate.of(2026, 8, 23));
        assertThat(figure(sums, TipOutcome.HOSPITAL).kind()).as("one").isEqualTo(Kind.TOO_FEW);
        assertThat(figure(sums, TipOutcome.COUNSELING).kind()).as("ten").isEqualTo(Kind.TOO_FEW);
        assertThat(figure(sums, TipOutcome.POLICE_ACTION).kind()).isEqualTo(Kind.NONE);
    }

    /** Whoever keeps last week's board beside this week's learns of eleven tips more, or of none. */
    @Test
    void noWeekIsShownTwiceSoThatTwoBoardsHaveNoSmallDifference() {
        var weeks = List.of(12, 1, 3, 0, 6, 1, 40, 10, 1);
        var shown = new ArrayList<SchoolSums.Block>();
        var sums = SchoolSums.beginning(MONDAY);
        for (int i = 0; i < weeks.size(); i++) {
            sums = sums.week(MONDAY.plusWeeks(i), endings(weeks.get(i), TipOutcome.COUNSELING), LEAST);
            if (sums.shown() != null && !shown.contains(sums.shown())) shown.add(sums.shown());
        }
        assertThat(shown).extracting(SchoolSums.Block::tips).containsExactly(12, 11, 40, 11);
        for (int i = 1; i < shown.size(); i++) assertThat(shown.get(i).from()).isEqualTo(shown.get(i - 1).until());
    }

    @Test
    void tipsThatNobodyHasOpenedCountAsTheSlowest() {
        assertThat(FirstOpening.of(opened(10, 0), 12, LEAST)).isEqualTo(new Clock.TooFew(12));
        assertThat(FirstOpening.of(opened(11, 0), 12, LEAST)).isEqualTo(new Clock.Half(12, 6));
        assertThat(FirstOpening.of(opened(11, 10), 12, LEAST)).isEqualTo(new Clock.Half(12, 11));
        assertThat(FirstOpening.of(opened(11, 12), 12, LEAST)).isEqualTo(new Clock.Unopened(12));
    }

    /** The first after a second, each next a minute later. */
    private static List<Reading> opened(int opened, int unopened) {
        var all = new ArrayList<Reading>();
        IntStream.range(0, opened).forEach(
                i -> all.add(new Reading(NIGHT, NIGHT.plus(Duration.ofMinutes(i)).plusSeconds(1))));
        IntStream.range(0, unopened).forEach(_ -> all.add(new Reading(NIGHT, null)));
        Collections.reverse(all);
        return all;
    }
}
