package org.daywatch.relationships.threats.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daywatch.relationships.threats.prompts.Prompt.Section;
import org.junit.jupiter.api.Test;

/** What a team is asked, and in which order. */
class PromptTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Prompt MEANS = new Prompt("MEANS", Section.ACCESS, 10, true, FIRST, null);
    private static final Prompt ADULT = new Prompt("TRUSTED_ADULT", Section.PROTECTIVE, 20, true, FIRST, null);
    private static final Prompt OLD = new Prompt("FRIENDS", Section.PROTECTIVE, 10, false, FIRST, LAST);

    @Test
    void whatProtectsTheStudentIsAskedFirstAndAnotherInstrumentBeginsOnItsDay() {
        assertThat(Prompt.of(List.of(MEANS, ADULT, OLD), LAST)).containsExactly(OLD, ADULT, MEANS);
        assertThat(Prompt.of(List.of(MEANS, ADULT, OLD), LAST.plusDays(1))).containsExactly(ADULT, MEANS);
        assertThat(Prompt.of(List.of(MEANS, ADULT), FIRST.minusDays(1))).isEmpty();
    }

    @Test
    void whatIsNeededAndEmptyIsMissing() {
        assertThat(Prompt.missing(List.of(MEANS, ADULT, OLD), Map.of("MEANS", "None", "TRUSTED_ADULT", " ")))
                .containsExactly(ADULT);
    }
}
