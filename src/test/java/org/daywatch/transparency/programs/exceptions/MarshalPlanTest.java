package org.daywatch.transparency.programs.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.programs.catalog.ShippedCatalog;
import org.daywatch.transparency.programs.exceptions.CampusException.Reason;
import org.daywatch.transparency.programs.meters.Rules;
import org.junit.jupiter.api.Test;

/** Kentucky: a campus without its officer asks for the state marshal's written approval of its plan by August 1. */
class MarshalPlanTest {

    private static final MonthDay AUGUST_1 = MonthDay.of(8, 1);
    private static final Requirement PLAN = Rules.of(Kind.DOCUMENT, MarshalPlan.SUBJECT, Counting.BY_DATE, 1, "plans");

    @Test
    void theShippedRuleNamesTheFirstOfAugust() {
        var demand = ShippedCatalog.read().catalog().demand("KY-SCHOOLS-PLAN").orElseThrow();
        assertThat(demand.subject()).isEqualTo(MarshalPlan.SUBJECT);
        assertThat(MonthDay.parse("--" + demand.detail())).isEqualTo(AUGUST_1);
    }

    @Test
    void anApprovalHoldsFromItsDayToTheLastOfJulyOfTheSchoolYearItWasGivenIn() {
        assertThat(MarshalPlan.until(AUGUST_1, LocalDate.of(2026, 7, 20))).isEqualTo(LocalDate.of(2027, 7, 31));
        assertThat(MarshalPlan.until(AUGUST_1, LocalDate.of(2026, 8, 1))).isEqualTo(LocalDate.of(2027, 7, 31));
        assertThat(MarshalPlan.until(AUGUST_1, LocalDate.of(2027, 6, 30))).as("late in the year it is for")
                .isEqualTo(LocalDate.of(2027, 7, 31));
        var approved = approval("2026-07-20");
        assertThat(approved.holds(LocalDate.of(2027, 7, 31))).isTrue();
        assertThat(approved.holds(LocalDate.of(2027, 8, 1))).as("it ends: nobody is excepted for ever").isFalse();
    }

    @Test
    void onTheFirstOfAugustItIsInTimeAndOnTheSecondLate() {
        assertThat(due("2026-08-01", 1).orElseThrow()).satisfies(d -> {
            assertThat(d.by()).isEqualTo(LocalDate.of(2026, 8, 1));
            assertThat(d.state()).isEqualTo(State.DUE);
        });
        assertThat(due("2026-08-02", 1)).get().extracting(Due::state).isEqualTo(State.LATE);
        assertThat(due("2026-08-02", 0, approval("2026-08-01"))).get().extracting(Due::state).isEqualTo(State.DONE);
        assertThat(due("2026-08-20", 0, approval("2026-08-02"))).get().extracting(Due::state, Due::doneOn)
                .containsExactly(State.DONE_LATE, LocalDate.of(2026, 8, 2));
    }

    @Test
    void aPlanThatWasApprovedLastYearIsDueAnewAndOneThatWasEndedIsNot() {
        assertThat(due("2027-07-15", 0, approval("2026-07-20"))).get().extracting(Due::by, Due::state)
                .containsExactly(LocalDate.of(2027, 8, 1), State.DUE);
        assertThat(due("2027-08-02", 0, approval("2026-07-20"))).get().extracting(Due::state).isEqualTo(State.LATE);
        assertThat(due("2027-08-02", 0, ended("2026-07-20", "2027-01-31"))).as("an officer came in January").isEmpty();
    }

    @Test
    void aCampusThatHasItsOfficerAsksForNothingAndABoardsExceptionIsNoApproval() {
        assertThat(due("2026-09-01", 0)).isEmpty();
        var board = new CampusException(new UUID(1, 1), new UUID(7, 1), Reason.FUNDING, "a trained marshal",
                LocalDate.of(2026, 7, 20), null, "", "");
        assertThat(due("2026-09-01", 3, board)).get().extracting(Due::state).isEqualTo(State.LATE);
        assertThat(MarshalPlan.due(List.of(), AUGUST_1, List.of(), 3, LocalDate.of(2026, 9, 1))).as("in another state")
                .isEmpty();
        assertThat(Reason.ofBoards()).as("what a board may be asked for").containsExactly(Reason.FUNDING,
                Reason.PERSONNEL);
    }

    private static Optional<Due> due(String asOf, int without, CampusException... decided) {
        return MarshalPlan.due(List.of(PLAN), AUGUST_1, Arrays.asList(decided), without, LocalDate.parse(asOf));
    }

    private static CampusException approval(String day) {
        return ended(day, MarshalPlan.until(AUGUST_1, LocalDate.parse(day)).toString());
    }

    private static CampusException ended(String day, String last) {
        return new CampusException(new UUID(1, 1), new UUID(7, 1), Reason.MARSHAL_APPROVAL, "SSM-26-114",
                "two deputies by turns", LocalDate.parse(day), LocalDate.parse(last), "R@2000", "");
    }
}
