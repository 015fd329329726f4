package org.daywatch.prevention.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.daywatch.prevention.findings.Finding.Rating;
import org.daywatch.prevention.findings.FindingDues.RiskRule;
import org.junit.jupiter.api.Test;

/** A risk is as grave as the rules of its day say. */
class RiskRuleTest {

    private static final String DISTRICT = "DISTRICT:" + new UUID(1, 1);
    private static final LocalDate CHANGED = LocalDate.of(2026, 10, 1);

    private static final List<ProgramRule> SHIPPED = List.of(
            rule("GRAVE", "FINDING_GRAVE_FROM", "ALL", 15, "2000-01-01"),
            rule("SEVERITY", "FINDING_GRAVE_SEVERITY", "ALL", 5, "2000-01-01"),
            rule("NOTABLE", "FINDING_NOTABLE_FROM", "ALL", 8, "2000-01-01"));

    @Test
    void fifteenOrLivesAtStakeIsGraveAndEightIsNotable() {
        var rule = RiskRule.of(new RuleBook(SHIPPED), CHANGED, DISTRICT);
        assertThat(rule.tone(rating(3, 5))).isEqualTo(Tone.BAD);
        assertThat(rule.tone(rating(4, 4))).isEqualTo(Tone.BAD);
        assertThat(rule.tone(rating(5, 1))).as("lives at stake, however unlikely").isEqualTo(Tone.BAD);
        assertThat(rule.tone(rating(3, 4))).isEqualTo(Tone.WARN);
        assertThat(rule.tone(rating(2, 4))).isEqualTo(Tone.WARN);
        assertThat(rule.tone(rating(2, 3))).isEqualTo(Tone.QUIET);
    }

    @Test
    void aRuleThatComesLaterJudgesOnlyWhatIsFoundLaterAndInItsDistrict() {
        var rules = new ArrayList<>(SHIPPED);
        rules.add(rule("OWN", "FINDING_GRAVE_FROM", DISTRICT, 9, CHANGED.toString()));
        var book = new RuleBook(rules);
        assertThat(RiskRule.of(book, CHANGED.minusDays(1), DISTRICT).tone(rating(3, 3))).isEqualTo(Tone.WARN);
        assertThat(RiskRule.of(book, CHANGED, DISTRICT).tone(rating(3, 3))).isEqualTo(Tone.BAD);
        assertThat(RiskRule.of(book, CHANGED, DISTRICT).since()).isEqualTo(CHANGED);
        assertThat(RiskRule.of(book, CHANGED, "DISTRICT:" + new UUID(2, 2)).tone(rating(3, 3))).isEqualTo(Tone.WARN);
    }

    private static Rating rating(int severity, int likelihood) {
        return new Rating(severity, likelihood, null, null);
    }

    private static ProgramRule rule(String id, String code, String scope, int value, String from) {
        return new ProgramRule(id, code, scope, BigDecimal.valueOf(value), "of 25", LocalDate.parse(from), null,
                "Story", true, "From so much on.");
    }
}
