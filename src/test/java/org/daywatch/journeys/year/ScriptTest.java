package org.daywatch.journeys.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The scripts say what their README says of them. */
class ScriptTest {

    @Test
    void theYearsHaveAsManySchoolDaysAsTheReadmeCounts() {
        assertThat(Script.of("arizona").schoolDays()).hasSize(180).startsWith(LocalDate.of(2026, 8, 3))
                .endsWith(LocalDate.of(2027, 5, 20));
        assertThat(Script.of("texas").schoolDays()).hasSize(181).contains(LocalDate.of(2027, 2, 27))
                .doesNotContain(LocalDate.of(2027, 2, 2));
        assertThat(Script.of("florida").schoolDays()).hasSize(182);
        assertThat(Script.of("florida").schoolDays().get(9)).isEqualTo(LocalDate.of(2026, 8, 25));
    }

    @Test
    void theRotatingPostHasOneShiftOnEachSchoolDay() {
        var shifts = Script.of("arizona").facts().stream()
                .filter(f -> f.what().equals("SHIFT") && f.post().equals("p1")).map(Script.Fact::day).toList();
        assertThat(shifts).containsExactlyElementsOf(Script.of("arizona").schoolDays());
    }

    @Test
    void aSignatureFallsSoManyDaysAfterItsMonday() {
        var late = Script.of("arizona").facts().stream()
                .filter(f -> f.what().equals("SIGNED_ADMIN") && f.officer().equals("brandt"))
                .filter(f -> f.detail().equals("2026-09-14")).toList();
        assertThat(late).extracting(Script.Fact::day).containsExactly(LocalDate.of(2026, 11, 20));
    }
}
