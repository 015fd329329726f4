package org.daywatch.staffing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.staffing.ledger.CoveragePeriod.LAST_QUARTER;
import static org.daywatch.staffing.ledger.CoveragePeriod.LAST_SCHOOL_YEAR;
import static org.daywatch.staffing.ledger.CoveragePeriod.SCHOOL_YEAR;
import static org.daywatch.staffing.ledger.CoveragePeriod.THIS_QUARTER;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CoveragePeriodTest {

    @Test
    void quartersAreThoseOfTheCalendarAndThePresentOneGoesUpToToday() {
        is(THIS_QUARTER, "2026-11-17", "2026-10-01", "2026-11-17");
        is(LAST_QUARTER, "2026-11-17", "2026-07-01", "2026-09-30");
        is(LAST_QUARTER, "2027-01-01", "2026-10-01", "2026-12-31");
        is(THIS_QUARTER, "2027-01-01", "2027-01-01", "2027-01-01");
    }

    @Test
    void aSchoolYearRunsFromJulyToJune() {
        is(SCHOOL_YEAR, "2026-11-17", "2026-07-01", "2026-11-17");
        is(SCHOOL_YEAR, "2027-03-02", "2026-07-01", "2027-03-02");
        is(SCHOOL_YEAR, "2027-06-30", "2026-07-01", "2027-06-30");
        is(SCHOOL_YEAR, "2027-07-01", "2027-07-01", "2027-07-01");
        is(LAST_SCHOOL_YEAR, "2026-11-17", "2025-07-01", "2026-06-30");
        is(LAST_SCHOOL_YEAR, "2028-02-29", "2026-07-01", "2027-06-30");
    }

    @Test
    void onlyNamesOfPeriodsAreFound() {
        for (var period : CoveragePeriod.values()) assertThat(CoveragePeriod.find(period.name())).contains(period);
        assertThat(CoveragePeriod.find("YESTERDAY")).isEmpty();
        assertThat(CoveragePeriod.find("this_quarter")).isEmpty();
    }

    private static void is(CoveragePeriod period, String today, String from, String to) {
        assertThat(period.on(LocalDate.parse(today))).as(period + " on " + today)
                .isEqualTo(new CoveragePeriod.Days(LocalDate.parse(from), LocalDate.parse(to)));
    }
}
