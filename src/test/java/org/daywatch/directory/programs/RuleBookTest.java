package org.daywatch.directory.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private final RuleBook book = new RuleBook(List.of(
            rule("everywhere", "ALL", 10, "2020-01-01", null),
            rule("arizona", "STATE:AZ", 15, "2020-01-01", "2026-06-30"),
            rule("arizona-new", "STATE:AZ", 20, "2026-07-01", null),
            rule("mesquite", "DISTRICT:7", 25, "2026-01-01", null)));

    @Test
    void theRuleOfTheDayAnswersNotTheNewest() {
        assertThat(found("2026-06-30", "STATE:AZ")).isEqualTo("arizona@2020-01-01");
        assertThat(found("2026-07-01", "STATE:AZ")).isEqualTo("arizona-new@2026-07-01");
    }

    @Test
    void theNarrowerScopeWins() {
        assertThat(found("2026-08-03", "DISTRICT:7", "STATE:AZ")).isEqualTo("mesquite@2026-01-01");
        assertThat(found("2025-08-03", "DISTRICT:7", "STATE:AZ")).isEqualTo("arizona@2020-01-01");
    }

    @Test
    void aRuleForEverywhereAnswersWhereNoneIsNarrower() {
        assertThat(found("2026-08-03", "STATE:TX")).isEqualTo("everywhere@2020-01-01");
        assertThat(book.find("MARGIN", LocalDate.parse("2019-12-31"), "STATE:TX")).isEmpty();
    }

    @Test
    void withinOneScopeTheRuleThatBeganLastHolds() {
        var twice = new RuleBook(
                List.of(rule("old", "ALL", 1, "2020-01-01", null), rule("new", "ALL", 2, "2021-01-01", null)));
        assertThat(twice.get("MARGIN", LocalDate.parse("2022-01-01")).id()).isEqualTo("new");
    }

    @Test
    void aHoleInTheRulesIsNamed() {
        assertThatThrownBy(() -> book.get("UNKNOWN", LocalDate.parse("2026-08-03"), "STATE:AZ"))
                .hasMessageContaining("UNKNOWN").hasMessageContaining("2026-08-03");
    }

    private String found(String day, String... scopes) {
        return book.get("MARGIN", LocalDate.parse(day), scopes).version();
    }

    private static ProgramRule rule(String id, String scope, int value, String from, String to) {
        return new ProgramRule(id, "MARGIN", scope, BigDecimal.valueOf(value), "minutes", LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to), "", false, "");
    }
}
