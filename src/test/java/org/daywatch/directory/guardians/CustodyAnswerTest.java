package org.daywatch.directory.guardians;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;

/**
 * What a checker is told when a guardian stands before them.
 *
 * <p>A-04 of docs/security.
 */
class CustodyAnswerTest {

    private static final Instant BEFORE = Instant.parse("2026-04-01T17:00:00Z");
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate MAY_31 = LocalDate.of(2026, 5, 31);

    @Test
    void aGuardianOnTheListMayCollectFromTheFirstToTheLastDayAndNotADayLonger() {
        var may = List.of(entry(MayCollect.YES, CourtState.NONE, MAY_1, MAY_31));
        assertThat(CustodyAnswer.of(may, MAY_1.minusDays(1))).isEqualTo(CustodyAnswer.NOT_TODAY);
        assertThat(CustodyAnswer.of(may, MAY_1)).isEqualTo(CustodyAnswer.MAY_COLLECT);
        assertThat(CustodyAnswer.of(may, MAY_31)).isEqualTo(CustodyAnswer.MAY_COLLECT);
        assertThat(CustodyAnswer.of(may, MAY_31.plusDays(1))).isEqualTo(CustodyAnswer.NOT_TODAY);
    }

    @Test
    void somebodyWhoIsNotOnTheListMayNot() {
        assertThat(CustodyAnswer.of(List.of(), MAY_1)).isEqualTo(CustodyAnswer.NOT_ON_LIST);
    }

    @Test
    void anOrderAgainstThemIsStrongerThanAnOlderYes() {
        var both = List.of(entry(MayCollect.YES, CourtState.NONE, MAY_1, null),
                entry(MayCollect.NO, CourtState.ORDER, MAY_31, null));
        assertThat(CustodyAnswer.of(both, MAY_31.minusDays(1))).isEqualTo(CustodyAnswer.MAY_COLLECT);
        assertThat(CustodyAnswer.of(both, MAY_31)).isEqualTo(CustodyAnswer.FORBIDDEN);
    }

    @Test
    void anEntrySomebodyEndedCountsNoLongerFromThatVeryDay() {
        var ended = List.of(ended(MAY_1, null, MAY_31));
        assertThat(CustodyAnswer.of(ended, MAY_31.minusDays(1))).as("what was true stays true")
                .isEqualTo(CustodyAnswer.MAY_COLLECT);
        assertThat(CustodyAnswer.of(ended, MAY_31)).as("the order came at noon").isEqualTo(CustodyAnswer.NOT_TODAY);
        assertThat(CustodyAnswer.of(List.of(ended(MAY_31, MAY_31, MAY_31)), MAY_31)).as("entered and ended on one day")
                .isEqualTo(CustodyAnswer.NOT_TODAY);
        assertThat(CustodyAnswer.of(List.of(ended(MAY_31, null, MAY_1)), MAY_31)).as("ended before it began")
                .isEqualTo(CustodyAnswer.NOT_TODAY);
    }

    @Test
    void whatIsDisputedOrBeforeACourtStops() {
        assertThat(CustodyAnswer.of(List.of(entry(MayCollect.CONTESTED, CourtState.NONE, MAY_1, null)), MAY_1))
                .isEqualTo(CustodyAnswer.CONTESTED);
        assertThat(CustodyAnswer.of(List.of(entry(MayCollect.YES, CourtState.PENDING, MAY_1, null)), MAY_1))
                .isEqualTo(CustodyAnswer.CONTESTED);
    }

    @Test
    void whatIsChangedOnceAnEmergencyHasBegunForbidsAndGivesNobodyAway() {
        var began = Instant.parse("2026-05-01T17:00:00Z");
        var during = began.plusSeconds(600);
        assertThat(CustodyAnswer.of(List.of(changed(MayCollect.YES, BEFORE, null)), MAY_1, began))
                .isEqualTo(CustodyAnswer.MAY_COLLECT);
        assertThat(CustodyAnswer.of(List.of(changed(MayCollect.YES, during, null)), MAY_1, began))
                .as("put onto the list in the middle of it").isEqualTo(CustodyAnswer.NOT_ON_LIST);
        assertThat(CustodyAnswer.of(List.of(changed(MayCollect.NO, BEFORE, during),
                changed(MayCollect.YES, BEFORE, null)), MAY_1, began))
                .as("a no that was taken off in the middle of it").isEqualTo(CustodyAnswer.CONTESTED);
        assertThat(CustodyAnswer.of(List.of(changed(MayCollect.NO, BEFORE, BEFORE.plusSeconds(60)),
                changed(MayCollect.YES, BEFORE, null)), MAY_1, began))
                .as("taken off before it").isEqualTo(CustodyAnswer.MAY_COLLECT);
        assertThat(CustodyAnswer.of(List.of(changed(MayCollect.YES, BEFORE, null),
                changed(MayCollect.NO, during, null)), MAY_1, began))
                .as("an order that came in the middle of it").isEqualTo(CustodyAnswer.FORBIDDEN);
    }

    @Test
    void anOrderNeedsThePlaceOfItsPaper() {
        assertThatThrownBy(() -> Guardianship.check("father", CourtState.ORDER, " ", MAY_1, null))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("document");
        assertThatThrownBy(() -> Guardianship.check("father", CourtState.NONE, "", MAY_31, MAY_1))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("lastDay");
    }

    private static Guardianship ended(LocalDate first, LocalDate last, LocalDate on) {
        return new Guardianship(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "Yucca, Jamie", "", "mother",
                MayCollect.YES, CourtState.NONE, Custody.UNKNOWN, "file 3", first, last, on, BEFORE, BEFORE);
    }

    private static Guardianship entry(MayCollect collect, CourtState court, LocalDate first, LocalDate last) {
        return new Guardianship(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "Yucca, Jamie", "", "mother",
                collect, court, Custody.UNKNOWN, "file 3", first, last, null, BEFORE, null);
    }

    private static Guardianship changed(MayCollect collect, Instant entered, Instant ended) {
        return new Guardianship(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "Yucca, Jamie", "", "mother",
                collect, CourtState.NONE, Custody.UNKNOWN, "file 3", MAY_1, null, ended == null ? null : MAY_1, entered,
                ended);
    }
}
