package org.daywatch.prevention.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.Origin;
import org.daywatch.prevention.findings.Finding.Rating;
import org.daywatch.prevention.findings.Finding.Source;
import org.daywatch.prevention.findings.Finding.State;
import org.daywatch.prevention.findings.Finding.Where;
import org.daywatch.prevention.findings.Finding.Word;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.FindingDues.AgeBounds;
import org.daywatch.prevention.findings.FindingDues.RiskRule;
import org.daywatch.prevention.findings.FindingQueries.Aging;
import org.daywatch.prevention.findings.FindingQueries.Row;
import org.junit.jupiter.api.Test;

/** What is open grows old: on the last day of a part it still belongs to it, on the next to the part after. */
class AgingTest {

    private static final Instant FOUND = Instant.parse("2026-09-09T15:00:00Z");
    private static final AgeBounds SHIPPED = new FindingDues(ShippedRules.and()).ages(List.of(),
            LocalDate.of(2026, 9, 9));
    private static final By PAT = new By(new UUID(3, 1), "Pat Greer");
    private static final Word WORD = new Word(PAT, FOUND, "Done.");
    private static final Campus SCHOOL = new Campus(new UUID(0, 1), new UUID(1, 1), "Ocotillo High", "AZ",
            SchoolLevel.HIGH, ZoneId.of("America/Phoenix"));
    private static final RiskRule RISK = RiskRule.of(ShippedRules.and().book(), LocalDate.of(2026, 9, 9));

    @Test
    void eachIsInOnePartAndTheLastDayOfAPartBelongsToIt() {
        var ages = ages(open(0), open(7), open(8), open(30), open(31), open(90), open(91), open(400));
        assertThat(ages).extracting(Aging::week, Aging::month, Aging::quarter, Aging::older).containsExactly(2, 2, 2,
                2);
        assertThat(ages(open(7))).extracting(Aging::week, Aging::month).containsExactly(1, 0);
        assertThat(ages(open(8))).extracting(Aging::week, Aging::month).containsExactly(0, 1);
        assertThat(ages(open(30))).extracting(Aging::month, Aging::quarter).containsExactly(1, 0);
        assertThat(ages(open(31))).extracting(Aging::month, Aging::quarter).containsExactly(0, 1);
        assertThat(ages(open(90))).extracting(Aging::quarter, Aging::older).containsExactly(1, 0);
        assertThat(ages(open(91))).extracting(Aging::quarter, Aging::older).containsExactly(0, 1);
    }

    @Test
    void whatIsClosedOrAcceptedHasNoAgeAndCostsNothingAnyMore() {
        var closed = row(40, new State.Closed(WORD, WORD, WORD), rating(900));
        var accepted = row(40, new State.RiskAccepted(WORD, LocalDate.of(2027, 6, 1)), rating(800));
        var mended = row(40, new State.Fixed(WORD), rating(700));
        var verified = row(40, new State.Verified(WORD, WORD), rating(600));
        var ages = ages(closed, accepted, mended, verified);
        assertThat(ages).extracting(Aging::week, Aging::month, Aging::quarter, Aging::older)
                .as("not closed: mended and verified ones still age").containsExactly(0, 0, 2, 0);
        assertThat(ages.toVerify()).isOne();
        assertThat(ages.known()).isZero();
    }

    @Test
    void whatNobodyEstimatedIsCountedAndNeverAddedAsNothing() {
        var ages = ages(row(3, new State.Open(null), rating(1_260)), row(3, new State.Assigned(null), rating(740)),
                open(3), row(3, new State.Open(null), new Rating(3, 3, CostClass.NONE, null)));
        assertThat(ages.known()).isEqualTo(2_000);
        assertThat(ages.unknown()).as("one without an estimate; what costs nothing needs none").isOne();
    }

    @Test
    void aDistrictThatLooksEarlierHasItsOwnParts() {
        var own = Aging.of(List.of(open(5), open(6), open(20), open(21)), new AgeBounds(5, 20, 60));
        assertThat(own).extracting(Aging::week, Aging::month, Aging::quarter, Aging::older).containsExactly(1, 2, 1, 0);
    }

    private static Aging ages(Row... rows) {
        return Aging.of(Stream.of(rows).toList(), SHIPPED);
    }

    private static Row open(long days) {
        return row(days, new State.Open(null), new Rating(3, 3, null, null));
    }

    private static Rating rating(int dollars) {
        return new Rating(3, 3, CostClass.LOW, dollars);
    }

    private static Row row(long days, State state, Rating rating) {
        var finding = new Finding(new UUID(2, 1), UUID.randomUUID(), SCHOOL.districtId(), SCHOOL.id(),
                new Origin(Source.BY_HAND, null, null, "", "", null, FOUND, PAT), "Fence cut",
                new Where("North fence", null), rating, "", null, null, LocalDate.of(2027, 1, 1), 0, state, 1);
        return new Row(finding, "Fence cut", SCHOOL, days, false, RISK);
    }
}
