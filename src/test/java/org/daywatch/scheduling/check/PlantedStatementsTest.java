package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The full week's answer, written by hand, and one statement of it at a time made wrong. */
class PlantedStatementsTest {

    record Lie(String what, Consumer<ObjectNode> plant, List<String> named) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Lie lie(String what, Consumer<ObjectNode> plant, String... named) {
        return new Lie(what, plant, List.of(named));
    }

    private static Lie lie(String what, String field, String json, String... named) {
        return lie(what, a -> a.set(field, Draft.node(json)), named);
    }

    static Stream<Lie> lies() {
        var lies = new ArrayList<>(List.of(
                lie("another problem", a -> ((ObjectNode) a.get("problem")).put("id", "full weak"),
                        "PROBLEM_DIFFERS problem.id"),
                lie("other bytes", a -> ((ObjectNode) a.get("problem")).put("sha256", "00"),
                        "PROBLEM_DIFFERS problem.sha256"),
                lie("a point too many", "objective", "36538", "OBJECTIVE_DIFFERS objective"),
                lie("a point too few", "objective", "36536", "OBJECTIVE_DIFFERS objective"),
                lie("no terms", "terms", "{}",
                        Points.TERMS.stream().sorted().map(t -> "TERM_DIFFERS terms." + t).toArray(String[]::new)),
                lie("a term of no rule", a -> ((ObjectNode) a.get("terms")).put("LUCK", 0), "TERM_DIFFERS terms.LUCK"),
                lie("an open seat hidden", "unfilled", "[]", "UNFILLED_DIFFERS unfilled"),
                lie("two said to be open", "unfilled", "[{shift: 'f1', seats: 2}]", "UNFILLED_DIFFERS unfilled[0]"),
                lie("a filled shift said to be open", "unfilled", "[{shift: 'f1', seats: 1}, {shift: 't1', seats: 1}]",
                        "UNFILLED_DIFFERS unfilled[1]"),
                lie("a filled shift named with 0", "unfilled", "[{shift: 'f1', seats: 1}, {shift: 't1', seats: 0}]",
                        "UNFILLED_DIFFERS unfilled[1]"),
                lie("an open shift nobody knows", "unfilled", "[{shift: 'f1', seats: 1}, {shift: 'x9', seats: 1}]",
                        "UNFILLED_DIFFERS unfilled[1]"),
                lie("an open shift named twice", "unfilled", "[{shift: 'f1', seats: 1}, {shift: 'f1', seats: 1}]",
                        "UNFILLED_DIFFERS unfilled[1]"),
                lie("open shifts out of order", "unfilled", "[{shift: 't1', seats: 0}, {shift: 'f1', seats: 1}]",
                        "UNFILLED_DIFFERS unfilled[0]", "ORDER_DIFFERS unfilled[1]"),
                lie("said to be the best", "status", "'OPTIMAL'", "STATUS_DIFFERS status"),
                lie("said to be incomplete", "status", "'INCOMPLETE'", "STATUS_DIFFERS status"),
                lie("a bound it surpasses", a -> bound(a, "36536", "-0.0027"), "BOUND_REFUTED bound"),
                lie("a bound it reaches, and not said", a -> bound(a, "36537", "0"), "STATUS_DIFFERS status"),
                lie("the gap in the fifth place", "gap_percent", "8.65750001", "GAP_DIFFERS gap_percent"),
                lie("the gap of another objective", "gap_percent", "8.65", "GAP_DIFFERS gap_percent"),
                lie("no gap", "gap_percent", "null", "GAP_DIFFERS gap_percent"),
                lie("a gap without a bound", "bound", "null", "GAP_DIFFERS gap_percent"),
                lie("a gap of zero without a bound", a -> bound(a, "null", "0"), "GAP_DIFFERS gap_percent"),
                lie("officers of one shift out of order", a -> swap(a, 2, 3), "ORDER_DIFFERS assignments[3]"),
                lie("shifts out of order", a -> swap(a, 0, 1), "ORDER_DIFFERS assignments[1]")));
        for (var term : Points.TERMS) {
            lies.add(lie("a point more of " + term, a -> more(a, term), "TERM_DIFFERS terms." + term));
        }
        return lies.stream();
    }

    @ParameterizedTest
    @MethodSource("lies")
    void isNamedWithItsCodeAndItsPlaceAndNothingElseIs(Lie lie) {
        var answer = FullWeek.answer();
        lie.plant().accept(answer);
        assertThat(Draft.found(FullWeek.draft().check(answer))).containsExactlyElementsOf(lie.named());
    }

    @Test
    void theAnswerWrittenByHandIsFine() {
        var report = FullWeek.draft().check(FullWeek.answer());
        assertThat(Draft.found(report)).isEmpty();
        assertThat(report.fine()).isTrue();
        assertThat(report.objective()).isEqualTo(FullWeek.OBJECTIVE);
        assertThat(report.terms()).hasSize(Points.TERMS.size()).doesNotContainValue(0L);
    }

    @Test
    void aBoundThatIsReachedMakesItOptimal() {
        var answer = FullWeek.answer();
        bound(answer, "36537", "0.0000");
        answer.put("status", "OPTIMAL");
        assertThat(Draft.found(FullWeek.draft().check(answer))).isEmpty();
    }

    @Test
    void theSameWeekWithNothingFilledIsJudgedToo() {
        // What is left: the pin, both people told otherwise, o4 beyond their share; every seat must be named as open.
        var answer = FullWeek.answer();
        answer.set("assignments", Draft.node("[]"));
        var report = FullWeek.draft().check(answer);
        assertThat(report.terms()).containsEntry("CHANGE", -120L).containsEntry("FAIR", -60L).containsEntry("FILL", 0L);
        assertThat(report.objective()).isEqualTo(-180);
        assertThat(report.counts()).extracting("seats", "filled", "unfilled", "officersUsed").containsExactly(7, 0, 7,
                0);
        assertThat(Draft.found(report))
                .contains("PIN_BROKEN h1/o2", "OBJECTIVE_DIFFERS objective", "GAP_DIFFERS gap_percent",
                        "UNFILLED_DIFFERS unfilled[0]")
                .filteredOn("UNFILLED_DIFFERS unfilled"::equals).hasSize(4);
    }

    private static void bound(ObjectNode answer, String bound, String gap) {
        answer.set("bound", Draft.node(bound));
        answer.set("gap_percent", Draft.node(gap));
    }

    private static void more(ObjectNode answer, String term) {
        var terms = (ObjectNode) answer.get("terms");
        terms.put(term, terms.get(term).asLong() + 1);
    }

    private static void swap(ObjectNode answer, int one, int other) {
        var list = answer.withArray("/assignments");
        var kept = list.get(one);
        list.set(one, list.get(other));
        list.set(other, kept);
    }
}
