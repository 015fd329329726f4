package org.daywatch.directory.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;

/** Which numbers a rule can have, by what its unit counts. */
class RuleNumberTest {

    @Test
    void aNumberIsReadWithAPointOrAComma() {
        assertThat(RuleNumber.read(" 0,5 ", "wrong")).isEqualByComparingTo("0.5");
        assertThat(RuleNumber.read("12.25", "wrong")).isEqualByComparingTo("12.25");
        for (String typed : new String[] {"", "-1", "1e9", "1.000.000", "1,", ".5", "٣", "5 hours", "999999",
                "<b>5</b>"}) {
            assertThatThrownBy(() -> RuleNumber.read(typed, "wrong")).as(typed).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void hoursComeInQuartersSharesInTenthsAndWhatIsCountedWhole() {
        fits("hours", "0.5", "12.75", "72");
        refuses("hours", "0.3", "0.125");
        fits("percent", "82.5", "80");
        refuses("percent", "82.55");
        fits("drills", "4", "4.0");
        refuses("drills", "2.5");
        refuses("minutes", "7.5");
        refuses("percent counted", "0.5");
    }

    @Test
    void theHoursOfAnAwardAreWholeAsItsRecordHoldsThem() {
        assertThatThrownBy(() -> RuleNumber.check("AWARD_AFTER", "hours", new BigDecimal("0.5")))
                .isInstanceOf(InvalidInput.class);
    }

    private static void fits(String unit, String... values) {
        for (String value : values)
            assertThatCode(() -> RuleNumber.check("ANY", unit, new BigDecimal(value))).as("%s %s", value, unit)
                    .doesNotThrowAnyException();
    }

    private static void refuses(String unit, String... values) {
        for (String value : values)
            assertThatThrownBy(() -> RuleNumber.check("ANY", unit, new BigDecimal(value))).as("%s %s", value, unit)
                    .isInstanceOf(InvalidInput.class);
    }
}
