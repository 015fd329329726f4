package org.daywatch.directory.schoolyears;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;

class KnownHolidaysTest {
    private static final KnownHolidays KNOWN = new KnownHolidays();
    private static final List<String> STATES = List.of(
            ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC")
                    .split(" "));

    /**
     * The eleven of 5 U.S.C. 6103 as the Office of Personnel Management lists them for these years, each on the day it
     * is kept.
     */
    @Test
    void proposesTheFederalHolidaysOfASchoolYearWithObservedDays() {
        var year = KNOWN.of(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30), null);
        assertThat(year).extracting(p -> p.day() + " " + p.name()).containsExactly("2026-07-03 Independence Day",
                "2026-09-07 Labor Day", "2026-10-12 Columbus Day", "2026-11-11 Veterans Day",
                "2026-11-26 Thanksgiving Day", "2026-12-25 Christmas", "2027-01-01 New Year's Day",
                "2027-01-18 Martin Luther King, Jr. Day", "2027-02-15 Presidents Day", "2027-05-31 Memorial Day",
                "2027-06-18 Juneteenth");
        assertThat(year.getFirst().actual()).as("July 4 is a Saturday").isEqualTo(LocalDate.of(2026, 7, 4));
        assertThat(year).filteredOn(p -> !p.usual()).extracting(KnownHolidays.Proposed::name).as("districts differ")
                .containsExactly("Columbus Day", "Veterans Day", "Presidents Day");
        assertThat(KNOWN.of(LocalDate.of(2027, 8, 1), LocalDate.of(2028, 6, 1), null))
                .as("Christmas of 2027 is a Saturday, New Year of 2028 too").extracting(KnownHolidays.Proposed::day)
                .contains(LocalDate.of(2027, 12, 24), LocalDate.of(2027, 12, 31));
    }

    @Test
    void addsWhatTheStateKeepsAndNamesADayOnce() {
        var california = KNOWN.of(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 6, 15), "CA");
        assertThat(california).filteredOn(p -> !p.federal()).extracting(p -> p.day() + " " + p.name())
                .contains("2027-03-31 César Chávez's Birthday", "2026-11-27 Day After Thanksgiving");
        assertThat(california).extracting(KnownHolidays.Proposed::day).doesNotHaveDuplicates().isSorted();
        assertThat(KNOWN.of(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 6, 15), "ZZ"))
                .as("a state nobody knows adds nothing").hasSize(9);
    }

    @Test
    void everyHolidayOfEveryStateIsCalledByItsNameInSpanish() throws java.io.IOException {
        var texts = new Texts();
        var names = new TreeSet<String>();
        for (var state : STATES)
            KNOWN.of(LocalDate.of(2026, 7, 1), LocalDate.of(2029, 6, 30), state).forEach(p -> names.add(p.name()));
        assertThat(names).hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(texts.stored("es", "holiday", name)).isNotEqualTo(name));
    }
}
