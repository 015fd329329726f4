package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.daywatch.directory.ProgramRule;
import org.daywatch.prevention.assessments.AssessmentDues.Clock;
import org.junit.jupiter.api.Test;

/** A campus is assessed again so many years after it was; told before, late from the day after. */
class AssessmentClockTest {

    private static final LocalDate LAST = LocalDate.of(2026, 8, 4);
    private static final int REMIND = 90;

    @Test
    void itIsSoonFromTheDayOfTheReminderAndLateFromTheDayAfterItIsDue() {
        var due = LocalDate.of(2031, 8, 4);
        assertThat(on(due.minusDays(REMIND + 1))).extracting(Clock::soon, Clock::late).containsExactly(false, false);
        assertThat(on(due.minusDays(REMIND))).extracting(Clock::soon, Clock::late).containsExactly(true, false);
        assertThat(on(due.minusDays(1))).extracting(Clock::soon, Clock::late).containsExactly(true, false);
        assertThat(on(due)).as("the last day is still in time").extracting(Clock::soon, Clock::late)
                .containsExactly(true, false);
        assertThat(on(due.plusDays(1))).extracting(Clock::soon, Clock::late).containsExactly(true, true);
        assertThat(on(due).next()).isEqualTo(due);
    }

    @Test
    void whereNoneIsKnownItIsDueNowAndNeverLate() {
        var never = Clock.of(null, years(5), true, REMIND, LAST);
        assertThat(never.never()).isTrue();
        assertThat(never.next()).isNull();
        assertThat(never).extracting(Clock::soon, Clock::late, Clock::demanded).containsExactly(true, false, true);
    }

    @Test
    void theLastDayOfFebruaryComesRoundInAYearWithoutIt() {
        assertThat(Clock.of(LocalDate.of(2028, 2, 29), years(3), true, REMIND, LocalDate.of(2028, 3, 1)).next())
                .isEqualTo(LocalDate.of(2031, 2, 28));
    }

    private static Clock on(LocalDate today) {
        return Clock.of(LAST, years(5), false, REMIND, today);
    }

    private static ProgramRule years(int years) {
        return new ProgramRule("EVERY", "ASSESSMENT_EVERY", "ALL", BigDecimal.valueOf(years), "years",
                LocalDate.of(2000, 1, 1), null, "Story", true, "So many years.");
    }
}
