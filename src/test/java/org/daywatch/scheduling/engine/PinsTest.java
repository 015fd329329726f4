package org.daywatch.scheduling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.scheduling.engine.Small.mon;
import static org.daywatch.scheduling.engine.Small.seats;
import static org.daywatch.scheduling.engine.Small.tue;

import org.daywatch.scheduling.check.Draft;
import org.junit.jupiter.api.Test;

/**
 * What has been accepted stands, whatever else would be better and whatever limit it breaks; what is added beside it
 * may break none.
 */
class PinsTest {

    private static Draft accepted() {
        return Small.weighing("CORE: 500").add("officers", "{id: 'P', department: 'D', hours: []}")
                .shift("A", mon("08:00"), mon("12:00")).pin("A", "O");
    }

    @Test
    void whoHasAcceptedStaysThoughSomebodyElseWereBetter() {
        assertThat(seats(accepted().set("schools", "S", "core", "['P']"))).containsExactly("A O");
    }

    @Test
    void whoHasAcceptedStaysThoughNoRuleWouldLetThemNow() {
        var unfit = accepted().set("shifts", "A", "requires", "['CERT']").set("officers", "O", "blocks", "['S']")
                .hours("COURT", mon("09:00"), mon("10:00"));
        assertThat(seats(unfit)).containsExactly("A O");
    }

    @Test
    void whatIsAcceptedFillsTheLimitForWhatIsAdded() {
        var week = "{hours: '08:00', starts_on: 'SUNDAY', starts_at: '00:00', counts: ['OFF_DUTY']}";
        var one = Small.field().limit("WEEK", week).shift("A", mon("08:00"), mon("12:00")).pin("A", "O");
        assertThat(seats(one.copy().shift("B", tue("08:00"), tue("12:00")))).containsExactly("A O", "B O");
        assertThat(seats(one.copy().shift("B", tue("08:00"), tue("12:01")))).containsExactly("A O");
    }

    @Test
    void acceptancesThatBreakALimitStandAndNothingIsAddedToTheirWeek() {
        var broken = Small.field()
                .limit("WEEK", "{hours: '05:00', starts_on: 'SUNDAY', starts_at: '00:00', counts: ['OFF_DUTY']}")
                .shift("A", mon("08:00"), mon("12:00")).shift("B", tue("08:00"), tue("12:00")).pin("A", "O")
                .pin("B", "O");
        assertThat(seats(broken.copy().shift("C", "2026-11-18T08:00:00-07:00", "2026-11-18T09:00:00-07:00")))
                .containsExactly("A O", "B O");
        assertThat(seats(broken.copy().shift("C", "2026-11-22T08:00:00-07:00", "2026-11-22T09:00:00-07:00")))
                .as("the next week").containsExactly("A O", "B O", "C O");
    }

    @Test
    void acceptancesAtTheSameHourBothStand() {
        var twice = Small.field().shift("A", mon("08:00"), mon("12:00")).shift("B", mon("10:00"), mon("14:00"))
                .pin("A", "O").pin("B", "O");
        assertThat(seats(twice.copy())).containsExactly("A O", "B O");
        assertThat(seats(twice.copy().shift("C", mon("13:59"), mon("15:00")))).containsExactly("A O", "B O");
        assertThat(seats(twice.copy().shift("C", mon("14:00"), mon("15:00")))).contains("C O");
    }

    @Test
    void theOtherSeatOfAnAcceptedShiftGoesToSomebodyElse() {
        assertThat(seats(accepted().set("shifts", "A", "needs", "2"))).containsExactly("A O", "A P");
    }

    @Test
    void fewestOfficersCountsTheAcceptedAndUsesThemFirst() {
        var few = accepted().set("objective", "{kind: 'FEWEST_OFFICERS'}").shift("B", tue("08:00"), tue("12:00"));
        few.set("shifts", "A", "eligible", "['P', 'O']");
        assertThat(Small.solve(few.copy()).objective()).isEqualTo(1);
        assertThat(seats(few.copy())).containsExactly("A O", "B O");
        assertThat(Small.solve(few.copy().hours("DUTY", tue("08:00"), tue("12:00"))).objective()).isEqualTo(2);
    }
}
