package org.daywatch.transparency.programs.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.transparency.programs.meters.Rules.FOUR_WEEKS;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.FundedPosts.Money;
import org.junit.jupiter.api.Test;

class PostMoneyTest {

    private static final LocalDate FIRST_FRIDAY = LocalDate.of(2026, 8, 7);
    private static final Money THOUSAND_AT_TEN = new Money(100_000, 1_000);

    @Test
    void whatIsLeftIsTheAwardWithoutThePaidHours() {
        var money = PostMoney.of(THOUSAND_AT_TEN, 20 * 60, 20 * 60, FOUR_WEEKS, FIRST_FRIDAY);
        assertThat(money.spent()).as("20 hours at $10").isEqualTo(20_000);
        assertThat(money.left()).isEqualTo(80_000);
        assertThat(money.forecast()).as("20 hours in 5 of 20 days, so 80 in all").isEqualTo(20_000);
        assertThat(money.standing()).isEqualTo(Standing.ON_PACE);
    }

    @Test
    void anAwardThatWillNotLastIsBehindAndOneThatIsOverspentIsMissed() {
        assertThat(PostMoney.of(THOUSAND_AT_TEN, 40 * 60, 40 * 60, FOUR_WEEKS, FIRST_FRIDAY).standing())
                .as("160 hours by the end").isEqualTo(Standing.BEHIND);
        assertThat(PostMoney.of(THOUSAND_AT_TEN, 101 * 60, 40 * 60, FOUR_WEEKS, FIRST_FRIDAY).standing())
                .isEqualTo(Standing.MISSED);
    }

    @Test
    void withoutACalendarNothingIsForetold() {
        var money = PostMoney.of(THOUSAND_AT_TEN, 90, 90, YearDays.of(List.of()), FIRST_FRIDAY);
        assertThat(money.left()).as("an hour and a half").isEqualTo(98_500);
        assertThat(money.forecast()).isNull();
    }

    @Test
    void halfACentIsRoundedUp() {
        assertThat(PostMoney.of(new Money(1_000, 6_250), 1, 0, FOUR_WEEKS, FIRST_FRIDAY).spent())
                .as("62.50 / 60 = 1.0417").isEqualTo(104);
        assertThat(PostMoney.of(new Money(1_000, 30), 1, 0, FOUR_WEEKS, FIRST_FRIDAY).spent()).as("half a cent")
                .isEqualTo(1);
    }
}
