package org.daywatch.planning.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.planning.agreements.AgreementTerm.Year;
import org.junit.jupiter.api.Test;

/** An agreement ends with the year of its school. */
class AgreementTermTest {

    private static final Year AUGUST_TO_MAY = year("2026-08-03", "2027-05-27");
    private static final Year ALL_YEAR_ROUND = year("2026-07-20", "2027-07-09");

    @Test
    void whoBeginsDuringTheYearHasATermToTheEndOfJune() {
        assertThat(end("2026-11-17", AUGUST_TO_MAY)).isEqualTo("2027-06-30");
        assertThat(end("2026-07-15", AUGUST_TO_MAY)).as("before its first day").isEqualTo("2027-06-30");
    }

    @Test
    void whereSchoolGoesOnIntoJulyTheTermGoesWithIt() {
        assertThat(end("2026-11-17", ALL_YEAR_ROUND)).isEqualTo("2027-07-09");
        assertThat(end("2027-07-05", ALL_YEAR_ROUND)).as("still the year that is on").isEqualTo("2027-07-09");
    }

    @Test
    void whoBeginsInTheSummerBeginsForTheYearThatComes() {
        assertThat(end("2027-06-10", AUGUST_TO_MAY, year("2027-08-02", "2028-05-25"))).isEqualTo("2028-06-30");
        assertThat(end("2027-06-10", AUGUST_TO_MAY)).as("its calendar is not there yet").isEqualTo("2028-06-30");
    }

    @Test
    void withoutACalendarTheYearEndsInJune() {
        assertThat(end("2026-11-17")).isEqualTo("2027-06-30");
        assertThat(end("2026-11-17", year("2027-08-02", "2028-05-25")))
                .as("next year's calendar says nothing of this one").isEqualTo("2027-06-30");
        assertThat(end("2027-07-01", AUGUST_TO_MAY)).isEqualTo("2028-06-30");
    }

    private static LocalDate end(String day, Year... years) {
        return AgreementTerm.end(List.of(years), LocalDate.parse(day));
    }

    private static Year year(String first, String last) {
        return new Year(LocalDate.parse(first), LocalDate.parse(last));
    }
}
