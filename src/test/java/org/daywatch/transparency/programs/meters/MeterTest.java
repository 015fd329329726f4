package org.daywatch.transparency.programs.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.transparency.programs.meters.Rules.FOUR_WEEKS;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final LocalDate FIRST_FRIDAY = LocalDate.of(2026, 8, 7);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 8, 28);

    private static Meter tenHours(long minutes, LocalDate asOf) {
        return Meter.of(Rules.hours("LRE", 10), Counted.of(minutes, minutes, 3), FOUR_WEEKS, asOf);
    }

    @Test
    void paceIsTheShareOfSchoolDaysGoneOfTheTarget() {
        assertThat(tenHours(0, FIRST_FRIDAY).target()).isEqualTo(600);
        assertThat(tenHours(0, FIRST_FRIDAY).pace()).as("5 of 20 days").isEqualTo(150);
        assertThat(tenHours(0, LocalDate.of(2026, 8, 9)).pace()).as("a Sunday adds nothing").isEqualTo(150);
        assertThat(Meter.of(Rules.hours("LRE", 1), Counted.of(0, 0, 0), FOUR_WEEKS, LocalDate.of(2026, 8, 3)).pace())
                .isEqualTo(3);
        assertThat(Meter.of(Rules.of(Kind.TIME, "LRE", Counting.YEAR, 50, "minutes"), Counted.of(0, 0, 0), FOUR_WEEKS,
                LocalDate.of(2026, 8, 3)).pace()).as("2.5, half up").isEqualTo(3);
    }

    @Test
    void aMinuteShortOfThePaceIsBehindAndTheExactMinuteIsNot() {
        assertThat(tenHours(149, FIRST_FRIDAY).standing()).isEqualTo(Standing.BEHIND);
        assertThat(tenHours(150, FIRST_FRIDAY).standing()).isEqualTo(Standing.ON_PACE);
        assertThat(tenHours(600, FIRST_FRIDAY).standing()).isEqualTo(Standing.MET);
        assertThat(tenHours(599, LAST_DAY).standing()).isEqualTo(Standing.MISSED);
    }

    @Test
    void theForecastGoesOnAsTheRecentDaysWent() {
        assertThat(tenHours(100, FIRST_FRIDAY).forecast()).as("100 in 5 days, 15 left").isEqualTo(400);
        var slower = Meter.of(Rules.hours("LRE", 10), Counted.of(100, 10, 3), FOUR_WEEKS, FIRST_FRIDAY);
        assertThat(slower.forecast()).isEqualTo(130);
        assertThat(tenHours(0, LocalDate.of(2026, 8, 2)).forecast()).as("no day gone yet").isNull();
    }

    @Test
    void whatIsMissingIsSpreadOverTheWeeksLeftAndRoundedUp() {
        assertThat(tenHours(100, FIRST_FRIDAY).missing()).isEqualTo(500);
        assertThat(tenHours(100, FIRST_FRIDAY).perWeek()).as("three weeks left").isEqualTo(167);
        assertThat(tenHours(600, FIRST_FRIDAY).perWeek()).isNull();
        assertThat(tenHours(100, LAST_DAY).perWeek()).isNull();
    }

    @Test
    void zeroUnknownAndNotYetInForceAreThree() {
        assertThat(tenHours(0, FIRST_FRIDAY).amount()).isZero();
        var unknown = Meter.of(Rules.hours("LRE", 10), Counted.UNKNOWN, FOUR_WEEKS, FIRST_FRIDAY);
        assertThat(unknown.amount()).isNull();
        assertThat(unknown.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(unknown.pace()).as("the pace is known all the same").isEqualTo(150);
        var later = Rules.from(Kind.TIME, "LRE", Counting.YEAR, 10, "hours", LocalDate.of(2026, 9, 1));
        assertThat(Meter.of(later, Counted.of(5, 5, 1), FOUR_WEEKS, FIRST_FRIDAY).standing())
                .isEqualTo(Standing.NOT_YET_IN_FORCE);
    }

    @Test
    void withoutACalendarNothingIsSaidAboutPace() {
        var meter = Meter.of(Rules.hours("LRE", 10), Counted.of(30, 30, 1), YearDays.of(List.of()), FIRST_FRIDAY);
        assertThat(meter.pace()).isNull();
        assertThat(meter.forecast()).isNull();
        assertThat(meter.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(meter.amount()).isEqualTo(30);
    }

    @Test
    void preparationCountsOnlyWhereItIsNamed() {
        assertThat(Subjects.counts("LRE", "LRE:COHORT")).isTrue();
        assertThat(Subjects.counts("LRE", "LRE:PREPARATION")).isFalse();
        assertThat(Subjects.counts("LRE:PREPARATION", "LRE:PREPARATION")).isTrue();
        assertThat(Subjects.counts("LRE:COHORT", "LRE:UNIVERSAL")).isFalse();
        assertThat(Subjects.counts("DRILL:EVACUATE,DRILL:FIRE", "DRILL:FIRE")).isTrue();
        assertThat(Subjects.counts("LRE", "")).isFalse();
        assertThat(Subjects.of(" DRILL:FIRE, DRILL:EVACUATE;;LRE|A ")).as("however they are kept apart")
                .containsExactly("DRILL:FIRE", "DRILL:EVACUATE", "LRE", "A");
        assertThat(Subjects.of("LRE:COHORT")).containsExactly("LRE:COHORT");
        assertThat(Subjects.of("")).isEmpty();
    }
}
