package org.daywatch.directory.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Halves part at the winter break, for due lists and for ceilings alike. */
class YearPartsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 10);

    @Test
    void theSecondHalfBeginsAfterTheWinterBreakAndNotAfterALongerAutumnBreak() {
        assertThat(secondHalf("2026-11-13", "2026-11-30", "2026-12-18", "2027-01-04"))
                .as("sixteen days in November, sixteen at Christmas").isEqualTo("2027-01-04");
        assertThat(secondHalf("2026-12-18", "2026-12-28")).as("nine days").isEqualTo("2026-12-28");
    }

    @Test
    void withoutABreakOfAWeekItBeginsWithTheNewYear() {
        assertThat(secondHalf("2026-12-23", "2026-12-28")).isEqualTo("2027-01-01");
    }

    @Test
    void quartersAreTheCalendars() {
        assertThat(YearParts.quarterBegins(LocalDate.of(2026, 11, 17))).isEqualTo("2026-10-01");
        assertThat(YearParts.quarterEnds(LocalDate.of(2026, 10, 1))).isEqualTo("2026-12-31");
    }

    /** @param breaks last day of school before a break and first one after it, in turn */
    private static LocalDate secondHalf(String... breaks) {
        var all = FIRST.datesUntil(LocalDate.of(2027, 5, 21)).filter(d -> d.getDayOfWeek().getValue() < 6);
        var days = all.filter(d -> Stream.iterate(0, i -> i + 2 <= breaks.length, i -> i + 2)
                .filter(i -> i + 1 < breaks.length)
                .noneMatch(i -> d.isAfter(LocalDate.parse(breaks[i])) && d.isBefore(LocalDate.parse(breaks[i + 1]))))
                .toList();
        return YearParts.secondHalf(FIRST, List.copyOf(days));
    }
}
