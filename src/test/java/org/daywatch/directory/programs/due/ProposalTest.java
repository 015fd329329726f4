package org.daywatch.directory.programs.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import org.daywatch.directory.Due;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.transparency.programs.meters.Rules;
import org.junit.jupiter.api.Test;

/** A district's proposal: by April 15, for at most three years. */
class ProposalTest {

    private static final Requirement PROPOSAL = Rules.of(Kind.REPORT, "REPORT:PROPOSAL", Counting.BY_DATE, 1,
            "proposals");
    private static final MonthDay APRIL_15 = MonthDay.of(4, 15);

    @Test
    void onTheFifteenthOfAprilItIsInTimeAndOnTheSixteenthLate() {
        assertThat(due(3, "2027-04-15").state()).isEqualTo(State.DUE);
        assertThat(due(3, "2027-04-15").by()).isEqualTo(LocalDate.of(2027, 4, 15));
        assertThat(due(3, "2027-04-16").state()).isEqualTo(State.LATE);
        assertThat(due(3, "2027-05-01", "2027-04-15").state()).isEqualTo(State.DONE);
        assertThat(due(3, "2027-05-01", "2027-04-16").state()).isEqualTo(State.DONE_LATE);
        assertThat(due(3, "2027-04-14", "2027-04-15").state()).as("what is filed tomorrow is not there today")
                .isEqualTo(State.DUE);
        assertThat(due(3, "2026-07-01").by()).as("with July the next school year's begins")
                .isEqualTo(LocalDate.of(2027, 4, 15));
    }

    @Test
    void aProposalPaysForAsManyYearsAsTheRuleSaysAndThenANewOneIsDue() {
        assertThat(due(3, "2026-11-17", "2025-04-10")).as("the third year").satisfies(d -> {
            assertThat(d.state()).isEqualTo(State.DONE);
            assertThat(d.doneOn()).isEqualTo(LocalDate.of(2025, 4, 10));
        });
        assertThat(due(3, "2026-11-17", "2024-04-10").state()).as("three school years ago").isEqualTo(State.DUE);
        assertThat(due(1, "2026-11-17", "2025-04-10").state()).as("where it is for one year").isEqualTo(State.DUE);
    }

    @Test
    void whereNoProgramAsksThereIsNoLine() {
        assertThat(Proposal.due(List.of(), APRIL_15, List.of(), LocalDate.of(2026, 11, 17))).isEmpty();
        assertThat(Proposal.due(List.of(PROPOSAL), null, List.of(), LocalDate.of(2026, 11, 17))).isEmpty();
    }

    private static Due due(int years, String asOf, String... filed) {
        var rules = List.of(PROPOSAL, Rules.of(Kind.REPORT, Proposal.YEARS, Counting.EVERY_YEARS, years, "years"));
        return Proposal.due(rules, APRIL_15, Arrays.stream(filed).map(LocalDate::parse).toList(), LocalDate.parse(asOf))
                .orElseThrow();
    }
}
