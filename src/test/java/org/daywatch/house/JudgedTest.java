package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.catalog.Judge;
import org.daywatch.directory.programs.catalog.ShippedCatalog;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.papers.FiledPaper;
import org.daywatch.transparency.programs.screens.Certificates;
import org.junit.jupiter.api.Test;

/**
 * Every demand that is shipped is judged by something, or its page says plainly that nobody here judges it; and what
 * the page says is so.
 */
class JudgedTest {

    private static final ShippedCatalog SHIPPED = ShippedCatalog.read();

    @Test
    void everyShippedDemandHasAJudgeOrIsSaidToHaveNone() {
        assertThat(SHIPPED.catalog().demands()).isNotEmpty()
                .allSatisfy(d -> assertThat(Judge.of(d)).as(d.code()).isNotEqualTo(Judge.NOBODY));
    }

    @Test
    void whatIsRecordedByHandCanBeRecordedByHand() {
        Offenders.none("Let FiledPaper take a paper for it, or give it another judge.",
                demands(Judge.PAPER, Judge.RECORDED_ONLY)
                        .filter(d -> !d.subject().endsWith(":YEARS") && !FiledPaper.byHand(requirement(d)))
                        .map(Demand::code).toList());
    }

    @Test
    void whatAClockSaysHasAClock() {
        var clocks = Arrays.stream(ClockKind.values()).map(ClockKind::subject).collect(Collectors.toSet());
        Offenders.none("Give each demand a clock, or another judge.",
                demands(Judge.CLOCK).filter(d -> !clocks.contains(d.subject())).map(Demand::code).toList());
    }

    @Test
    void certificatesThatAreComparedAreThoseReportsCompare() {
        var compared = demands(Judge.FILES)
                .filter(d -> !d.subject().endsWith("_VALID") && !d.subject().equals("GATE:NEW_OFFICER_TRAINING_WITHIN"))
                .toList(); // how young, and by when
        assertThat(compared).allSatisfy(d -> assertThat(Certificates.inFiles(requirement(d))).as(d.code()).isTrue());
        assertThat(demands(Judge.FILE_ONLY))
                .allSatisfy(d -> assertThat(Certificates.inFiles(requirement(d))).as(d.code()).isFalse());
    }

    @Test
    void ofThoseNobodyJudgesAndNobodyComparesThereAreAsManyAsTheyAre() {
        assertThat(demands(Judge.RECORDED_ONLY, Judge.FILE_ONLY).map(Demand::code))
                .as("one more is a decision, and is named here")
                .containsExactlyInAnyOrder("TN-SRO-TRAINING-FIRST", "TN-SRO-TRAINING-YEAR", "TN-SRO-EXPERIENCE");
    }

    private static Stream<Demand> demands(Judge... judges) {
        var wanted = new HashSet<>(Set.of(judges));
        return SHIPPED.catalog().demands().stream().filter(d -> wanted.contains(Judge.of(d)));
    }

    private static Requirement requirement(Demand d) {
        return d.with(SHIPPED.rules().stream().filter(r -> r.code().equals(d.rule())).findFirst()
                .orElse(SHIPPED.rules().getFirst()));
    }
}
