package org.daywatch.transparency.programmes.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.FundedPosts.Money;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.transparency.programmes.gathering.ActivityFigures.OnDay;
import org.daywatch.transparency.programmes.gathering.ActivityFigures.Sum;
import org.daywatch.transparency.programmes.gathering.ActivityFigures.Term;
import org.daywatch.transparency.programmes.meters.Rules;
import org.daywatch.transparency.programmes.meters.StartDue;
import org.junit.jupiter.api.Test;

class SchoolReadingTest {

    private static final UUID OFFICER = new UUID(1, 1);
    private static final UUID POST = new UUID(1, 2);
    private static final LocalDate AUGUST_3 = LocalDate.of(2026, 8, 3);
    private static final FundedPost POST_OF_TEN_HOURS = new FundedPost(POST, new UUID(7, 2), "AZ-SSP", "Award", "SSO", List.of(Schools.SCHOOL), LocalDate.of(2026, 7, 1), null, new Money(100_000, 1_000));

    @Test
    void anAwardPaysForTrainingBeforeSchoolBeginsToo() {
        var inSchool = onPost(AUGUST_3, 600);
        var inJuly = onPost(LocalDate.of(2026, 7, 20), 300);
        var reading = new SchoolReading(Schools.AS_OF, List.of(POST_OF_TEN_HOURS), Map.of(Schools.SCHOOL, List.of(inSchool)), Map.of(Schools.SCHOOL, List.of(inSchool, inJuly)));
        assertThat(reading.of(Schools.with().meters().school(), found(List.of())).posts().getFirst().money()).satisfies(money -> assertThat(money.spent()).as("fifteen hours at $10").isEqualTo(15_000));
    }

    @Test
    void anAgreementSignedInJuneForTheYearThatBeginsInJulyIsInTime() {
        var june = new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 6, 12), "", new Term(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30)));
        assertThat(state(june)).isEqualTo(StartDue.State.IN_TIME);
    }

    @Test
    void lastYearsAndNextYearsAgreementsSpeakOfOtherYears() {
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 6, 12), "", new Term(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30)))))
                .isEqualTo(StartDue.State.OVERDUE);
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 11, 2), "", new Term(LocalDate.of(2027, 7, 1), LocalDate.of(2028, 6, 30)))))
                .isEqualTo(StartDue.State.OVERDUE);
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2025, 8, 2), "", new Term(LocalDate.of(2025, 7, 1), LocalDate.of(2027, 6, 30)))))
                .as("for two years").isEqualTo(StartDue.State.IN_TIME);
    }

    @Test
    void whereNobodyTellsTheTermItsClockDoesAndOtherwiseTheDayOfTheSignature() {
        assertThat(Term.of(null, null, Instant.parse("2026-07-01T07:00:00Z"))).isEqualTo(new Term(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30)));
        assertThat(Term.of(null, null, null)).isNull();
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 6, 12), ""))).isEqualTo(StartDue.State.OVERDUE);
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 8, 12), ""))).isEqualTo(StartDue.State.IN_TIME);
    }

    private static StartDue.State state(OnDay agreement) {
        var reading = new SchoolReading(Schools.AS_OF, List.of(), Map.of(Schools.SCHOOL, List.of(onPost(AUGUST_3, 600))), Map.of());
        return reading.of(Schools.with().meters().school(), found(List.of(agreement))).agreements().getFirst().due().state();
    }

    private static SchoolReading.Found found(List<OnDay> onDays) {
        return new SchoolReading.Found(Schools.YEAR, List.of(Rules.of(Kind.CLOCK, "AGREEMENT:SERVICE", Counting.DAYS_AFTER, 30, "days")), onDays, List.of(), List.of(), List.of(), List.of());
    }

    private static Sum onPost(LocalDate first, long minutes) {
        return new Sum(Schools.SCHOOL, OFFICER, POST, "ON_CAMPUS", true, true, "", minutes, 1, 0, 0, first, true);
    }
}
