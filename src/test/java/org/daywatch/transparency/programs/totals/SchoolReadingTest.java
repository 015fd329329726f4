package org.daywatch.transparency.programs.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.FundedPosts.Money;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.Rules;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.meters.StartDue;
import org.daywatch.transparency.programs.totals.ActivityFigures.OnDay;
import org.daywatch.transparency.programs.totals.ActivityFigures.Sum;
import org.daywatch.transparency.programs.totals.ActivityFigures.Term;
import org.junit.jupiter.api.Test;

class SchoolReadingTest {

    private static final UUID OFFICER = new UUID(1, 1);
    private static final UUID POST = new UUID(1, 2);
    private static final LocalDate AUGUST_3 = LocalDate.of(2026, 8, 3);
    private static final FundedPost POST_OF_TEN_HOURS = new FundedPost(POST, new UUID(7, 2), "AZ-SSP", "Award", "SSO",
            List.of(Schools.SCHOOL), LocalDate.of(2026, 7, 1), null, new Money(100_000, 1_000));

    @Test
    void anAwardPaysForTrainingBeforeSchoolBeginsToo() {
        var inSchool = onPost(AUGUST_3, 600);
        var inJuly = onPost(LocalDate.of(2026, 7, 20), 300);
        var reading = new SchoolReading(Schools.AS_OF, List.of(POST_OF_TEN_HOURS),
                Map.of(Schools.SCHOOL, List.of(inSchool)), Map.of(Schools.SCHOOL, List.of(inSchool, inJuly)));
        assertThat(reading.of(Schools.with().meters().school(), found(List.of())).posts().getFirst().money())
                .satisfies(money -> assertThat(money.spent()).as("fifteen hours at $10").isEqualTo(15_000));
    }

    @Test
    void anAgreementSignedInJuneForTheYearThatBeginsInJulyIsInTime() {
        var june = new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 6, 12), "",
                new Term(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30)));
        assertThat(state(june)).isEqualTo(StartDue.State.IN_TIME);
    }

    @Test
    void lastYearsAndNextYearsAgreementsSpeakOfOtherYears() {
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 6, 12), "",
                new Term(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 6, 30)))))
                .isEqualTo(StartDue.State.OVERDUE);
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 11, 2), "",
                new Term(LocalDate.of(2027, 7, 1), LocalDate.of(2028, 6, 30)))))
                .isEqualTo(StartDue.State.OVERDUE);
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2025, 8, 2), "",
                new Term(LocalDate.of(2025, 7, 1), LocalDate.of(2027, 6, 30)))))
                .as("for two years").isEqualTo(StartDue.State.IN_TIME);
    }

    @Test
    void whereNobodyTellsTheTermItsClockDoesAndOtherwiseTheDayOfTheSignature() {
        assertThat(Term.of(null, null, Instant.parse("2026-07-01T07:00:00Z")))
                .isEqualTo(new Term(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30)));
        assertThat(Term.of(null, null, null)).isNull();
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 6, 12), "")))
                .isEqualTo(StartDue.State.OVERDUE);
        assertThat(state(new OnDay(Schools.SCHOOL, OFFICER, "AGREEMENT:SERVICE", LocalDate.of(2026, 8, 12), "")))
                .isEqualTo(StartDue.State.IN_TIME);
    }

    @Test
    void preparationCountsForAllLessonsTogetherAsFarAsTheRuleSaysAndNeverForAPart() {
        assertThat(lessons(0)).extracting(m -> m.requirement().subject(), m -> m.amount(), m -> m.lines())
                .as("as shipped: 50 and 45 minutes taught, 25 and 30 prepared")
                .containsExactly(tuple("LRE", 95L, 2), tuple("LRE:COHORT", 50L, 1));
        assertThat(lessons(50)).extracting(m -> m.requirement().subject(), m -> m.amount(), m -> m.lines())
                .as("half of 55 together, cut off once")
                .containsExactly(tuple("LRE", 95L + 27, 4), tuple("LRE:COHORT", 50L, 1));
        assertThat(lessons(100)).extracting(m -> m.requirement().subject(), m -> m.amount(), m -> m.lines())
                .containsExactly(tuple("LRE", 95L + 55, 4), tuple("LRE:COHORT", 50L, 1));
    }

    @Test
    void preparationIsShownApartWhateverOfItCounts() {
        assertThat(school(100, LESSONS).whole().preparation()).isEqualTo(55);
        assertThat(school(100, List.of(lesson("LRE:PREPARATION", 40, 10))).whole().times().getFirst()).satisfies(m -> {
            assertThat(m.amount()).isEqualTo(40);
            assertThat(m.requirement().subject()).as("it is no meter of its own").isEqualTo("LRE");
        });
    }

    @Test
    void anOfficerOfTwoSchoolsHasTheirPreparationWeighedOverBoth() {
        var one = school(50, LESSONS);
        var total = OfficerTotal.of(List.of(one), LESSONS).getFirst();
        assertThat(total.figures().times().getFirst().amount()).isEqualTo(one.whole().times().getFirst().amount())
                .isEqualTo(95 + 27);
    }

    private static final List<Sum> LESSONS = List.of(lesson("LRE:COHORT", 50, 0), lesson("LRE:UNIVERSAL", 45, 0),
            lesson("LRE:PREPARATION", 25, 0), lesson("LRE:PREPARATION", 30, 0));

    private static List<Meter> lessons(int percent) {
        return school(percent, LESSONS).whole().times();
    }

    private static SchoolMeters school(int percent, List<Sum> sums) {
        var rules = List.of(Rules.of(Kind.TIME, "LRE", Counting.YEAR, 180, "hours"),
                Rules.of(Kind.TIME, "LRE:COHORT", Counting.YEAR, 80, "hours"),
                Rules.of(Kind.TIME, "LRE:PREPARATION", Counting.PERCENT, percent, "percent counted"));
        return new SchoolReading(Schools.AS_OF, List.of(), Map.of(Schools.SCHOOL, sums), Map.of()).of(
                Schools.with().meters().school(),
                new SchoolReading.Found(Schools.YEAR, rules, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static Sum lesson(String subject, long minutes, long recent) {
        return new Sum(Schools.SCHOOL, OFFICER, POST, subject, false, true, "", minutes, 1, recent, recent > 0 ? 1 : 0,
                AUGUST_3, true);
    }

    @Test
    void aJuvenileProbationOfficerHasAShareOfTheirOwnAndEverybodyElseTheCommonOne() {
        var all = Rules.of(Kind.SHARE, "ON_CAMPUS", Counting.PERCENT, 80, "percent");
        var probation = Rules.of(Kind.SHARE, "ON_CAMPUS:JPO", Counting.PERCENT, 90, "percent");
        assertThat(shared("JPO", all, probation)).as("850 of 1,000 minutes on campus, 900 asked")
                .isEqualTo(tuple("ON_CAMPUS:JPO", Standing.BEHIND, -50L));
        assertThat(shared("SSO", all, probation)).as("the same minutes, 800 asked")
                .isEqualTo(tuple("ON_CAMPUS", Standing.ON_PACE, 50L));
        assertThat(shared("JPO", all)).as("where no rule speaks of their kind")
                .isEqualTo(tuple("ON_CAMPUS", Standing.ON_PACE, 50L));
    }

    /**
     * Of the school, of its post and of its officer the same; what is asked, how it stands and how many minutes they
     * may still be away.
     */
    private static Tuple shared(String kind, Requirement... rules) {
        var post = new FundedPost(POST, new UUID(7, 2), "AZ-SSP", "Award", kind, List.of(Schools.SCHOOL),
                LocalDate.of(2026, 7, 1), null, null);
        var sums = List.of(onPost(AUGUST_3, 850),
                new Sum(Schools.SCHOOL, OFFICER, POST, "", true, false, "COURT", 150, 1, 0, 0, AUGUST_3, true));
        var school = new SchoolReading(Schools.AS_OF, List.of(post), Map.of(Schools.SCHOOL, sums), Map.of()).of(
                Schools.with().meters().school(),
                new SchoolReading.Found(Schools.YEAR, List.of(rules), List.of(), List.of(), List.of(), List.of(),
                        List.of()));
        var shares = List.of(school.whole().share(), school.posts().getFirst().figures().share(),
                school.officers().getFirst().figures().share());
        assertThat(shares).allSatisfy(s -> assertThat(s).isEqualTo(school.campusShare()));
        var share = school.campusShare();
        return tuple(share.requirement().subject(), share.standing(), share.spare());
    }

    private static StartDue.State state(OnDay agreement) {
        var reading = new SchoolReading(Schools.AS_OF, List.of(),
                Map.of(Schools.SCHOOL, List.of(onPost(AUGUST_3, 600))), Map.of());
        return reading.of(Schools.with().meters().school(), found(List.of(agreement))).agreements().getFirst().due()
                .state();
    }

    private static SchoolReading.Found found(List<OnDay> onDays) {
        return new SchoolReading.Found(Schools.YEAR,
                List.of(Rules.of(Kind.CLOCK, "AGREEMENT:SERVICE", Counting.DAYS_AFTER, 30, "days")), onDays, List.of(),
                List.of(), List.of(), List.of());
    }

    private static Sum onPost(LocalDate first, long minutes) {
        return new Sum(Schools.SCHOOL, OFFICER, POST, "ON_CAMPUS", true, true, "", minutes, 1, 0, 0, first, true);
    }
}
