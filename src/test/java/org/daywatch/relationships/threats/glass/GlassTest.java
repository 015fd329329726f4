package org.daywatch.relationships.threats.glass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.access.ReadingRule;
import org.daywatch.platform.events.Decision;
import org.daywatch.relationships.threats.cases.AssessmentModel;
import org.daywatch.relationships.threats.cases.CaseFile.Student;
import org.daywatch.relationships.threats.cases.OpenedUnder;
import org.daywatch.relationships.threats.cases.TeamPart;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatCommand.By;
import org.daywatch.relationships.threats.cases.ThreatRefusal;
import org.junit.jupiter.api.Test;

/** When glass breaks, and for how long it stays open. */
class GlassTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final UUID PERSON = new UUID(1, 9);
    private static final String REASON = "Her friend called and is afraid";

    @Test
    void thePageSaysAQuarterHourAsTheRuleOfReadingHasIt() {
        assertThat(broken(REASON, List.of(), 1).orThrow().state().until())
                .isEqualTo(NOW.plus(Duration.ofMinutes(15))).isEqualTo(NOW.plus(ReadingRule.GLASS_STAYS_OPEN));
    }

    @Test
    void eachOpeningHasAReasonOfItsOwnInWords() {
        refused(broken("Need it now", List.of(), 1), ThreatRefusal.GLASS_REASON_SHORT);
        refused(broken("- - - - -", List.of(), 1), ThreatRefusal.GLASS_REASON_SHORT);
        refused(broken("her friend called, and IS afraid!", List.of(REASON), 1), ThreatRefusal.GLASS_REASON_AGAIN);
        assertThat(broken("Her friend called again from home", List.of(REASON), 1))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatNobodyIsToldOfStaysClosed() {
        refused(broken(REASON, List.of(), 0), ThreatRefusal.GLASS_NOBODY_TOLD);
    }

    private static Decision<Glass> broken(String reason, List<String> earlier, int told) {
        var by = new By(new UUID(1, 1), "Ana Cruz", TeamPart.MENTAL_HEALTH);
        var c = ThreatCase.open(new UUID(0, 1), new UUID(0, 7), new UUID(0, 2), by.person(), new UUID(1, 2),
                new Student("Yucca00, Student000", null), "Will be sorry",
                new OpenedUnder(AssessmentModel.DECISION_TREE, null), LocalDate.of(2026, 11, 17), NOW, by)
                .orThrow()
                .state();
        return Glass.broken(c, new UUID(9, 9), PERSON, "Lee Moss", Glass.Opens.CASE, reason, earlier, 4, told, NOW);
    }

    private static void refused(Decision<Glass> answer, ThreatRefusal why) {
        assertThat(answer).isInstanceOf(Decision.Rejected.class);
        assertThat(((Decision.Rejected<Glass>) answer).code()).isEqualTo(why);
    }
}
