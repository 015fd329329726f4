package org.daywatch.directory.programs.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.daywatch.directory.ProgramRule.Reading;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;

/** Another way of counting is chosen among those that mean something. */
class ChoicesTest {

    @Test
    void drillsAreCountedByTheYearItsPartsOrADateAndHoursOnlyByTheYear() {
        assertThat(Choices.countings(demand("TX-SCHOOLS-LOCKDOWN"))).startsWith(Counting.EACH_HALF)
                .contains(Counting.YEAR, Counting.MONTH, Counting.BY_DATE).doesNotContain(Counting.DAYS_AFTER);
        assertThat(Choices.countings(demand("AZ-SSP-LRE"))).containsExactly(Counting.YEAR);
        assertThat(Choices.countings(demand("FL-SCHOOLS-INCIDENT"))).containsExactly(Counting.HOURS_AFTER,
                Counting.DAYS_AFTER, Counting.SCHOOL_DAYS_AFTER);
        assertThatThrownBy(() -> Choices.reading(demand("AZ-SSP-LRE"), "MONTH", "LOG_ENTRY", ""))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("programs.wrong.counting");
    }

    @Test
    void onePaperMayStandForAnotherAndADrillIsNeverALetter() {
        assertThat(Choices.evidence(demand("AZ-SSP-OPERATIONAL-PLAN"))).startsWith(Evidence.SIGNED_DOCUMENT)
                .contains(Evidence.REPORT_FILED);
        assertThatThrownBy(() -> Choices.reading(demand("TX-SCHOOLS-FIRE"), "YEAR", "NOTICE_SENT", ""))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("programs.wrong.evidence");
    }

    @Test
    void aDateIsReadAsMonthAndDayAndIgnoredWhereNothingAsksForIt() {
        assertThat(Choices.reading(demand("TX-SCHOOLS-FIRE"), "BY_DATE", "DRILL_RECORD", " 12-31 "))
                .isEqualTo(new Reading(Counting.BY_DATE, Evidence.DRILL_RECORD, "12-31"));
        assertThatThrownBy(() -> Choices.reading(demand("TX-SCHOOLS-FIRE"), "BY_DATE", "DRILL_RECORD", "13-40"))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("programs.wrong.date");
        assertThat(Choices.reading(demand("TX-SCHOOLS-FIRE"), "YEAR", "DRILL_RECORD", "12-31").detail()).isEmpty();
        assertThatThrownBy(() -> Choices.reading(demand("TX-SCHOOLS-FIRE"), "FIRST_SCHOOL_DAYS", "DRILL_RECORD", "0"))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("programs.wrong.first");
    }

    private static Demand demand(String code) {
        return ShippedCatalog.read().catalog().demand(code).orElseThrow();
    }
}
