package org.daywatch.prevention.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchoolPausesTest {

    private static final LocalDate LAST_SCHOOL_DAY = LocalDate.of(2026, 5, 28); // a Thursday
    private static final LocalDate FIRST_SCHOOL_DAY = LocalDate.of(2026, 8, 5); // a Wednesday

    @Test
    void aDoorLookedAtInTheLastWeekOfSchoolIsDueInTheFirstWeekAfterTheSummer() {
        assertThat(on("2026-07-15").due(LocalDate.of(2026, 5, 27), 7)).as("four days of May, three of August")
                .isEqualTo(FIRST_SCHOOL_DAY);
        assertThat(on("2026-07-15").late(LocalDate.of(2026, 5, 27), 7)).as("in July nobody is late").isZero();
        assertThat(on("2026-08-06").late(LocalDate.of(2026, 5, 27), 7)).isEqualTo(1);
        assertThat(on("2026-08-06").late(LocalDate.of(2026, 5, 28), 7)).as("seen on the last day of school").isZero();
    }

    @Test
    void whatWasLateWhenSchoolEndedStaysLateAllSummer() {
        assertThat(on("2026-07-15").late(LocalDate.of(2026, 5, 20), 7)).isEqualTo(49);
        assertThat(on("2026-05-28").late(LocalDate.of(2026, 5, 20), 7)).isEqualTo(1);
    }

    @Test
    void aHolidayInAWeekWithSchoolMovesTheDayAndAWeekendToo() {
        assertThat(on("2026-04-01").due(LocalDate.of(2026, 3, 28), 7)).as("a Saturday")
                .isEqualTo(LocalDate.of(2026, 4, 6));
        assertThat(on("2026-04-05").late(LocalDate.of(2026, 3, 28), 7)).isZero();
        assertThat(on("2026-04-07").late(LocalDate.of(2026, 3, 28), 7)).isEqualTo(1);
    }

    @Test
    void whatIsLookedAtSeldomRunsThroughTheSummerAndIsDueWhenSchoolBegins() {
        assertThat(on("2026-07-15").due(LocalDate.of(2026, 4, 20), 90)).isEqualTo(FIRST_SCHOOL_DAY);
        assertThat(on("2026-07-25").late(LocalDate.of(2026, 4, 20), 90)).isZero();
        assertThat(on("2026-08-06").late(LocalDate.of(2026, 4, 20), 90)).isEqualTo(1);
    }

    @Test
    void withoutACalendarEveryDayCounts() {
        var unknown = new SchoolPauses(new TreeSet<>(), LocalDate.of(2026, 1, 5), LocalDate.of(2026, 7, 15));
        assertThat(unknown.due(LocalDate.of(2026, 7, 1), 7)).isEqualTo(LocalDate.of(2026, 7, 8));
        assertThat(unknown.late(LocalDate.of(2026, 7, 1), 7)).isEqualTo(7);
        assertThat(unknown.late(LocalDate.of(2026, 7, 8), 7)).isZero();
    }

    @Test
    void whereTheNextYearIsNotEnteredNothingGoesOverInTheSummer() {
        var pauses = new SchoolPauses(spring(), LocalDate.of(2026, 1, 5), LocalDate.of(2026, 7, 15));
        assertThat(pauses.late(LocalDate.of(2026, 5, 27), 7)).isZero();
        assertThat(pauses.due(LocalDate.of(2026, 5, 27), 7)).isEqualTo(LocalDate.of(2026, 6, 3));
    }

    @Test
    void itIsLateExactlyWhenItsDayIsOver() {
        for (var seen = LocalDate.of(2026, 3, 1); seen.isBefore(LocalDate.of(2026, 9, 1)); seen = seen.plusDays(1)) {
            for (int days : new int[] {1, 5, 7, 14, 30, 31, 32, 90}) {
                for (var today : new String[] {"2026-05-18", "2026-06-20", "2026-08-07", "2026-09-10"}) {
                    var pauses = on(today);
                    assertThat(pauses.late(seen, days) > 0)
                            .as("seen %s, every %d days, on %s, due %s", seen, days, today, pauses.due(seen, days))
                            .isEqualTo(pauses.due(seen, days).isBefore(LocalDate.parse(today)));
                }
            }
        }
    }

    private static SchoolPauses on(String today) {
        var held = spring();
        held.addAll(weekdays(FIRST_SCHOOL_DAY, LocalDate.of(2026, 12, 18)).toList());
        return new SchoolPauses(held, LocalDate.of(2026, 1, 5), LocalDate.parse(today));
    }

    private static TreeSet<LocalDate> spring() {
        return weekdays(LocalDate.of(2026, 1, 5), LAST_SCHOOL_DAY).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<LocalDate> weekdays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(d -> d.getDayOfWeek().getValue() <= 5);
    }
}
