package org.daywatch.prevention.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.measures.Measure.State;
import org.daywatch.prevention.measures.Measure.Word;
import org.daywatch.prevention.measures.MeasureCommand.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final By OFFICER = new By(new UUID(1, 1), "Lee Moss", false);
    private static final By DIRECTOR = new By(new UUID(1, 3), "Robin Alder", true);
    private static final Word WORD = new Word(DIRECTOR.person(), DIRECTOR.name(), NOW, "Yes.");

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : List.of(new State.Proposed(), new State.Approved(WORD), new State.Done(WORD, WORD, 900),
                new State.Rejected(WORD))) {
            lines.add(line(state, "Approve", new Approve(null, "", "", DIRECTOR)));
            lines.add(line(state, "Finish", new Finish("New closer at door 7.", null, OFFICER)));
            lines.add(line(state, "Reject", new Reject("The wing is torn down.", DIRECTOR)));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                PROPOSED Approve → APPROVED MeasureApproved
                PROPOSED Finish → MEASURE_NOT_APPROVED
                PROPOSED Reject → REJECTED MeasureRejected
                APPROVED Approve → MEASURE_DECIDED
                APPROVED Finish → DONE MeasureDone
                APPROVED Reject → REJECTED MeasureRejected
                DONE Approve → MEASURE_DECIDED
                DONE Finish → MEASURE_DECIDED
                DONE Reject → MEASURE_DECIDED
                REJECTED Approve → MEASURE_DECIDED
                REJECTED Finish → MEASURE_DECIDED
                REJECTED Reject → MEASURE_DECIDED""");
        new StatePicture().answers(lines).isCommittedAs("measure");
    }

    @Test
    void onlyTheSafetyDirectorDecidesAndARejectionSaysWhy() {
        assertThat(answer(new State.Proposed(), new Approve(null, "", "", OFFICER))).isEqualTo("MEASURE_NOT_YOURS");
        assertThat(answer(new State.Proposed(), new Reject("No.", OFFICER))).isEqualTo("MEASURE_NOT_YOURS");
        assertThat(answer(new State.Proposed(), new Reject(" ", DIRECTOR))).isEqualTo("MEASURE_WORDS_MISSING");
        assertThat(answer(new State.Approved(WORD), new Finish("", 5, OFFICER))).isEqualTo("MEASURE_WORDS_MISSING");
    }

    @Test
    void anApprovalMayBringABetterEstimateAndWhatCostsNothingNeverHasOne() {
        var better = (Decision.Accepted<Measure>) of("B-02", CostClass.LOW, null, new State.Proposed())
                .decide(new Approve(1_200, "Bond", "", DIRECTOR), NOW);
        assertThat(better.state().dollars()).isEqualTo(1_200);
        assertThat(better.state().payer()).isEqualTo("Bond");
        var free = (Decision.Accepted<Measure>) of("B-01", CostClass.NONE, null, new State.Proposed())
                .decide(new Approve(1_200, "", "", DIRECTOR), NOW);
        assertThat(free.state().dollars()).isNull();
    }

    @Test
    void whatNobodyEstimatedIsCountedAndNeverAddedAsNothing() {
        var measures = List.of(of("B-02", CostClass.LOW, 1_850, new State.Approved(WORD)),
                of("B-05", CostClass.CAPITAL, null, new State.Proposed()),
                of("B-01", CostClass.NONE, null, new State.Proposed()),
                of("P-10", CostClass.LOW, 700, new State.Done(WORD, WORD, 650)),
                of("B-12", CostClass.LOW, 90, new State.Rejected(WORD)),
                of("", CostClass.LOW, 100, new State.Proposed()));
        var cost = CostToMend.of(measures, Set.of("B-01", "B-02", "B-05", "B-12", "I-07"));
        assertThat(cost.dollars()).as("known estimates of open measures").isEqualTo(1_950);
        assertThat(cost.unknown()).isEqualTo(1);
        assertThat(cost.unplanned()).as("B-12 was rejected and I-07 has nothing").isEqualTo(2);
        assertThat(cost.sums().get(CostClass.NONE).measures()).isEqualTo(1);
        assertThat(cost.sums().get(CostClass.CAPITAL)).isEqualTo(new CostToMend.Sum(1, 0, 1));
        assertThat(cost.complete()).isFalse();
    }

    @Test
    void ofSeveralWaysOutOfOneGapTheApprovedOneCountsElseTheCheapest() {
        var two = List.of(of("B-02", CostClass.LOW, 1_850, new State.Proposed()),
                of("B-02", CostClass.CAPITAL, 40_000, new State.Proposed()),
                of("B-02", CostClass.CAPITAL, null, new State.Proposed()));
        assertThat(CostToMend.of(two, Set.of("B-02")).dollars()).isEqualTo(1_850);
        assertThat(CostToMend.of(two, Set.of("B-02")).complete()).as("a dearer way without a price leaves nothing open")
                .isTrue();
        var decided = List.of(two.getFirst(), of("B-02", CostClass.CAPITAL, 40_000, new State.Approved(WORD)));
        assertThat(CostToMend.of(decided, Set.of("B-02")).dollars()).isEqualTo(40_000);
        assertThat(CostToMend.of(decided, Set.of("B-02")).measures()).isOne();
    }

    @Test
    void aMeasureForAGapThatIsMendedCostsNothingAnyMore() {
        var cost = CostToMend.of(List.of(of("B-02", CostClass.LOW, 1_850, new State.Approved(WORD))), Set.of());
        assertThat(cost.measures()).isZero();
        assertThat(cost.complete()).isTrue();
    }

    @Test
    void dollarsAreReadAsPeopleTypeThemAndNothingTypedIsNotZero() {
        assertThat(MeasureWords.typed("dollars", " $1,200 ")).isEqualTo(1_200);
        assertThat(MeasureWords.typed("dollars", "")).isNull();
        assertThat(MeasureWords.typed("dollars", "0")).isZero();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> MeasureWords.typed("dollars", "12.50"))
                .hasMessageContaining("measures.wrong.dollars");
    }

    private static Measure of(String item, CostClass cost, @Nullable Integer dollars, State state) {
        return new Measure(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), new UUID(0, 5), item,
                "Door 7", "A new closer", cost, dollars, "", WORD, state, 2);
    }

    private static String answer(State state, MeasureCommand command) {
        return of("B-02", CostClass.LOW, 900, state).decide(command,
                NOW) instanceof Decision.Rejected<Measure>(var code, var _) ? code.name() : "accepted";
    }

    private static String line(State state, String name, MeasureCommand command) {
        return state.code() + " " + name + " → " + switch (of("B-02", CostClass.LOW, 900, state).decide(command, NOW)) {
            case Decision.Accepted<Measure>(var after, var facts) -> after.state().code() + " "
                    + facts.stream().map(f -> f.getClass().getSimpleName()).collect(Collectors.joining(" "));
            case Decision.Rejected<Measure>(var code, var _) -> code.name();
        };
    }
}
