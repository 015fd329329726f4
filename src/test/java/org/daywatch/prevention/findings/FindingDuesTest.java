package org.daywatch.prevention.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.Rating;
import org.daywatch.prevention.findings.FindingDues.AgeBounds;
import org.junit.jupiter.api.Test;

/**
 * How grave and how likely is what a round or an assessment brings, and by when it is mended, until somebody who leads
 * says otherwise.
 */
class FindingDuesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 9);
    private static final int HEAVY = 4;
    private static final int LIGHT = 3;

    private final Campus school = school(1, "AZ");

    @Test
    void whatBelongsToTheBasicsWeighsMostAndWhatWeighsLittleOneLess() {
        assertThat(gap(1, HEAVY, false)).isEqualTo(new Rating(5, 4, CostClass.LOW, null));
        assertThat(gap(1, LIGHT, false)).isEqualTo(new Rating(4, 4, CostClass.LOW, null));
        assertThat(gap(2, HEAVY, false)).isEqualTo(new Rating(4, 4, CostClass.LOW, null));
        assertThat(gap(2, LIGHT, false)).isEqualTo(new Rating(3, 4, CostClass.LOW, null));
        assertThat(gap(3, HEAVY, false)).isEqualTo(new Rating(3, 4, CostClass.LOW, null));
        assertThat(gap(3, LIGHT, false)).isEqualTo(new Rating(2, 4, CostClass.LOW, null));
        assertThat(gap(4, HEAVY, false)).isEqualTo(new Rating(2, 4, CostClass.LOW, null));
        assertThat(gap(4, LIGHT, false)).isEqualTo(new Rating(1, 4, CostClass.LOW, null));
    }

    @Test
    void whatIsPartlyInPlaceIsAsSevereAndLessLikely() {
        for (int tier = 1; tier <= 4; tier++) for (int weight : List.of(1, LIGHT, HEAVY, 5)) {
            assertThat(gap(tier, weight, true))
                    .isEqualTo(new Rating(gap(tier, weight, false).severity(), 3, CostClass.LOW, null));
        }
    }

    @Test
    void theGraverTheSoonerItIsMended() {
        var days = Map.of(5, "2026-09-10", 4, "2026-09-16", 3, "2026-10-09", 2, "2026-12-08", 1, "2027-03-08");
        days.forEach((severity, day) -> assertThat(shipped().due(school, severity, DAY)).isEqualTo(day));
        assertThat(shipped().due(school, gap(1, HEAVY, false).severity(), DAY)).as("a basic gap: tomorrow")
                .isEqualTo("2026-09-10");
        assertThat(shipped().due(school, gap(4, LIGHT, true).severity(), DAY)).as("the least of all: half a year")
                .isEqualTo("2027-03-08");
    }

    @Test
    void aDoorThatStandsOpenInASweepIsToBeMendedInAMonth() {
        var breach = shipped().ofRound(school, DAY);
        assertThat(breach).isEqualTo(new Rating(3, 3, null, null));
        assertThat(shipped().due(school, breach.severity(), DAY)).isEqualTo("2026-10-09");
    }

    @Test
    void aDistrictMaySayFromWhenOnWhatIsHeavyAndWhatABreachWeighs() {
        var own = new FindingDues(ShippedRules.and(
                ShippedRules.rule("OWN-HEAVY", "GAP_HEAVY_FROM", "DISTRICT:" + school.districtId(), 3, DAY),
                ShippedRules.rule("OWN-BREACH", "BREACH_SEVERITY", "DISTRICT:" + school.districtId(), 5, DAY)));
        assertThat(own.ofGap(school, DAY, 2, LIGHT, false, null).severity()).isEqualTo(4);
        assertThat(own.ofGap(school, DAY, 2, 2, false, null).severity()).isEqualTo(3);
        assertThat(own.ofGap(school, DAY.minusDays(1), 2, LIGHT, false, null).severity()).as("the day before its rule")
                .isEqualTo(3);
        assertThat(own.ofGap(school(2, "AZ"), DAY, 2, LIGHT, false, null).severity()).as("another district")
                .isEqualTo(3);
        assertThat(own.due(school, own.ofRound(school, DAY).severity(), DAY)).isEqualTo("2026-09-10");
    }

    @Test
    void agesAreToldApartByWhatTheSchoolsThatAreReadTogetherHaveInCommon() {
        var own = new FindingDues(ShippedRules.and(
                ShippedRules.rule("OWN-AGE", "FINDING_AGE_1", "DISTRICT:" + school.districtId(), 5, DAY),
                ShippedRules.rule("AZ-AGE", "FINDING_AGE_3", "STATE:AZ", 60, DAY)));
        assertThat(own.ages(List.of(school), DAY)).isEqualTo(new AgeBounds(5, 30, 60));
        assertThat(own.ages(List.of(school, school(2, "AZ")), DAY)).isEqualTo(new AgeBounds(7, 30, 60));
        assertThat(own.ages(List.of(school, school(2, "AZ"), school(3, "TX")), DAY))
                .isEqualTo(new AgeBounds(7, 30, 90));
        assertThat(own.ages(List.of(), DAY)).isEqualTo(new AgeBounds(7, 30, 90));
    }

    private Rating gap(int tier, int weight, boolean partly) {
        return shipped().ofGap(school, DAY, tier, weight, partly, CostClass.LOW);
    }

    private static FindingDues shipped() {
        return new FindingDues(ShippedRules.and());
    }

    private static Campus school(int district, String state) {
        return new Campus(new UUID(0, district), new UUID(1, district), "Ocotillo High", state, SchoolLevel.HIGH,
                ZoneId.of("America/Phoenix"));
    }
}
