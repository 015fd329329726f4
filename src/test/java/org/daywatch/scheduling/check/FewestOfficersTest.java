package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where as few officers as possible are sought: the officers who stand anywhere are counted, and open seats must be
 * owned up to.
 */
class FewestOfficersTest {

    private static Draft two() {
        return Draft.in("America/Phoenix")
                .set("objective", "{kind: 'FEWEST_OFFICERS', weights: {FILL: {'2': 12}, NO_RULE: 1}}")
                .add("officers", "{id: 'N'}")
                .worked("A", "2026-11-16T07:00:00-07:00", "2026-11-16T15:00:00-07:00")
                .shift("B", "2026-11-17T07:00:00-07:00", "2026-11-17T15:00:00-07:00");
    }

    @Test
    void theOfficersUsedAreTheObjectiveAndThereAreNoTerms() {
        var report = two().seat("B", "N").check();
        assertThat(report.fine()).isTrue();
        assertThat(report.objective()).isEqualTo(2);
        assertThat(report.terms()).isEmpty();
        assertThat(two().seat("B", "O").check().objective()).isEqualTo(1);
    }

    @Test
    void anOpenSeatMakesItIncompleteWhateverItSays() {
        assertThat(two().found()).isEmpty();
        var answer = two().honestAnswer();
        assertThat(answer.get("status").asString()).isEqualTo("INCOMPLETE");
        answer.put("status", "FEASIBLE");
        assertThat(Draft.found(two().check(answer))).containsExactly("STATUS_DIFFERS status");
        answer.put("status", "OPTIMAL").put("bound", 1).put("gap_percent", 0);
        assertThat(Draft.found(two().check(answer))).containsExactly("STATUS_DIFFERS status");
    }

    @Test
    void nobodyAnywhereIsNoGoodRoster() {
        var nobody = two().leave("A", "O");
        var answer = nobody.honestAnswer();
        answer.put("status", "OPTIMAL").put("bound", 0).put("gap_percent", 0);
        assertThat(Draft.found(nobody.check(answer))).containsExactly("STATUS_DIFFERS status");
        answer.set("unfilled", Draft.node("[]"));
        assertThat(Draft.found(nobody.check(answer))).containsExactly("UNFILLED_DIFFERS unfilled",
                "UNFILLED_DIFFERS unfilled", "STATUS_DIFFERS status");
    }

    @Test
    void aBoundAboveACompleteRosterIsRefuted() {
        var full = two().seat("B", "O");
        assertThat(Draft.found(full.check(bounded(full, 2, "-50")))).containsExactly("BOUND_REFUTED bound");
        var more = two().seat("B", "N");
        assertThat(Draft.found(more.check(bounded(more, 1, "100")))).isEmpty();
        var open = two();
        assertThat(Draft.found(open.check(bounded(open, 2, "-50")))).as("with seats open it proves nothing").isEmpty();
    }

    @Test
    void anAnswerHasNoTermsThere() {
        var full = two().seat("B", "O");
        var answer = full.honestAnswer();
        ((ObjectNode) answer.get("terms")).put("FILL", 5);
        assertThat(Draft.found(full.check(answer))).containsExactly("TERM_DIFFERS terms.FILL");
    }

    private static ObjectNode bounded(Draft draft, long bound, String gap) {
        var answer = draft.honestAnswer();
        answer.put("bound", bound);
        answer.set("gap_percent", Draft.node(gap));
        return answer;
    }
}
