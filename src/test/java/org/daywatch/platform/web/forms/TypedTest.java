package org.daywatch.platform.web.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.junit.jupiter.api.Test;

/** What a form sends in a field of a day, and what is said of it. */
class TypedTest {

    @Test
    void aDayOfTheCalendarIsTakenAndASlipInItsYearIsNot() {
        assertThat(Typed.day("day", " 2026-11-17 ")).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(Typed.dayOrNone("day", " ")).isNull();
        for (String slip : new String[] {"0026-11-17", "1899-12-31", "2200-01-01", "9999-12-31"}) {
            assertThatThrownBy(() -> Typed.day("day", slip)).isInstanceOfSatisfying(InvalidInput.class,
                    wrong -> assertThat(wrong.byField()).containsEntry("day", "typed.wrong.year"));
        }
    }

    @Test
    void theSentenceAtTheFieldNamesWhatWasTyped() throws IOException {
        var page = new Page("", "en", new Texts(), null, "", List.of(), new Page.Csrf("", ""), Page.Kind.REAL, null,
                "/", false,
                0, Map.of(), Map.of());
        assertThat(page.with(new InvalidInput("day", "2026-13-45", "typed.wrong.day"), Map.of()).error("day"))
                .startsWith("“2026-13-45” is not a date");
        assertThat(page.with(new InvalidInput("day", "x".repeat(5000), "typed.wrong.day"), Map.of()).error("day"))
                .as("and no more of it than is read").hasSizeLessThan(200);
        assertThat(page.with(new InvalidInput("day", "", "A sentence of its own {0}"), Map.of()).error("day"))
                .isEqualTo("A sentence of its own {0}");
        assertThatThrownBy(() -> Typed.day("day", " ")).isInstanceOfSatisfying(InvalidInput.class,
                missing -> assertThat(page.with(missing, Map.of()).error("day")).isEqualTo("Choose a date."));
    }
}
