package org.daywatch.staffing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.CoverageLedger;
import org.daywatch.staffing.coverage.CoverageLedger.Kind;
import org.daywatch.staffing.coverage.CoverageLedger.Stretch;
import org.daywatch.staffing.coverage.GapReason;
import org.daywatch.staffing.coverage.PostDay;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.daywatch.staffing.ledger.ClosedGaps.Kept;
import org.junit.jupiter.api.Test;

class ClosedGapsTest {

    @Test
    void aGapThatStillGrowsIsNotClosed() {
        assertThat(ClosedGaps.closed(minutes("09:00"), at("09:00"))).isEmpty();
    }

    @Test
    void aGapIsClosedWhenSomebodyStandsThereAgain() {
        assertThat(ClosedGaps.closed(minutes("09:00", came("07:20", null)), at("09:00")))
                .containsExactly(gap("07:00", "07:20", GapReason.LATE));
    }

    @Test
    void aGapToTheLastMinuteIsClosedWithThePost() {
        assertThat(ClosedGaps.closed(minutes("15:00", came("07:00", "14:30")), at("15:00")))
                .containsExactly(gap("14:30", "15:00", GapReason.LEFT_EARLY));
    }

    @Test
    void theFirstCountAddsEveryGap() {
        var late = gap("07:00", "07:20", GapReason.LATE);
        assertThat(ClosedGaps.difference(List.of(), List.of(late)).added()).containsExactly(late);
    }

    @Test
    void countingTheSameAgainChangesNothing() {
        assertThat(ClosedGaps.difference(List.of(kept("07:00", "07:20", GapReason.LATE, "traffic")),
                List.of(gap("07:00", "07:20", GapReason.LATE)))
                .changesNothing()).isTrue();
    }

    @Test
    void aCorrectedPunchMovesTheGapAndItsExplanationStaysBesideIt() {
        var explained = kept("07:00", "07:40", GapReason.LATE, "traffic on the interstate");
        var difference = ClosedGaps.difference(List.of(explained), List.of(gap("07:00", "07:10", GapReason.LATE)));
        assertThat(difference.moved()).singleElement().satisfies(m -> assertThat(m.before()).isEqualTo(explained));
        assertThat(difference.mended()).isEmpty();
    }

    @Test
    void aGapWhoseStartMovedIsStillTheSameGap() {
        var explained = kept("10:00", "11:30", GapReason.OFF_CAMPUS, "court");
        var difference = ClosedGaps.difference(List.of(explained),
                List.of(gap("10:15", "11:30", GapReason.OFF_CAMPUS)));
        assertThat(difference.moved()).hasSize(1);
        assertThat(difference.added()).isEmpty();
    }

    @Test
    void twoGapsNeverShareOneRecord() {
        var difference = ClosedGaps.difference(List.of(kept("07:00", "12:00", GapReason.NO_SHOW, "")),
                List.of(gap("07:00", "07:30", GapReason.LATE), gap("11:00", "12:00", GapReason.OFF_CAMPUS)));
        assertThat(difference.moved()).hasSize(1);
        assertThat(difference.added()).containsExactly(gap("11:00", "12:00", GapReason.OFF_CAMPUS));
    }

    @Test
    void aGapThatNeverWasIsMended() {
        var kept = kept("07:00", "07:20", GapReason.LATE, "");
        assertThat(ClosedGaps.difference(List.of(kept), List.of()).mended()).containsExactly(kept);
    }

    @Test
    void aDayThatIsNotOverCannotBeClosed() {
        assertThatThrownBy(
                () -> new ClosedDay(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(2026, 8, 3),
                        1, 0, 480, 100, 300, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("480 required, 100 covered, 300 uncovered");
    }

    private static CoverageLedger.Result minutes(String now, Attendance... attendances) {
        return CoverageLedger.of(new PostDay(UUID.randomUUID(), UUID.randomUUID(), new Window(at("07:00"), at("15:00")),
                List.of(attendances)), at(now));
    }

    private static Attendance came(String in, String out) {
        return new Attendance(UUID.randomUUID(), "A", out == null ? "ON_POST" : "ENDED", Instant.EPOCH, at(in),
                out == null ? null : at(out),
                true, List.of());
    }

    private static Stretch gap(String from, String to, GapReason reason) {
        return new Stretch(new Window(at(from), at(to)), Kind.UNCOVERED, reason);
    }

    private static Kept kept(String from, String to, GapReason reason, String explanation) {
        return new Kept(UUID.randomUUID(), new Window(at(from), at(to)), reason, explanation);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-08-03T" + time + ":00Z");
    }
}
