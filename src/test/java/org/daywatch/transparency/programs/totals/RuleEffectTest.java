package org.daywatch.transparency.programs.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.programs.figures.RuleConsequences.Edited;
import org.daywatch.transparency.programs.meters.Rules;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.totals.ActivityFigures.Sum;
import org.daywatch.transparency.programs.totals.MeterQueries.Gathered;
import org.daywatch.transparency.programs.whatif.RuleEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an edited rule would do to meters, without a database: the same arithmetic with another number. */
class RuleEffectTest {

    private static final UUID OFFICER = new UUID(1, 1);
    private static final UUID OTHER = new UUID(7, 9);
    private static final Requirement LRE = hours(180);
    private static final Requirement CAMPUS = Rules.of(Kind.SHARE, "ON_CAMPUS", Counting.PERCENT, 80, "percent");
    private static final FundedPost SHARED = post(List.of(Schools.SCHOOL, OTHER));

    @Test
    void moreHoursThanTaughtSoFarPutThePostBehindAndSayWhatIsMissing() {
        var effect = only(effects(List.of(gathered(Schools.SCHOOL, post(List.of(Schools.SCHOOL)), LRE, CAMPUS)),
                new Edited(LRE, hours(360))));
        assertThat(effect.before().time()).satisfies(m -> {
            assertThat(m.standing()).isEqualTo(Standing.ON_PACE);
            assertThat(m.amount()).isEqualTo(80 * 60);
            assertThat(m.missing()).isEqualTo(100 * 60);
        });
        assertThat(effect.after().time()).satisfies(m -> {
            assertThat(m.standing()).isEqualTo(Standing.BEHIND);
            assertThat(m.amount()).as("what was done is done").isEqualTo(80 * 60);
            assertThat(m.missing()).isEqualTo(280 * 60);
            assertThat(m.pace()).isEqualTo(2 * effect.before().time().pace());
        });
    }

    @Test
    void aPostSharedByTwoSchoolsIsOneLine() {
        var both = List.of(gathered(Schools.SCHOOL, SHARED, LRE), gathered(OTHER, SHARED, LRE));
        assertThat(effects(both, new Edited(LRE, hours(90)))).hasSize(1);
    }

    @Test
    void postsStandBeforeSchoolsWithoutOne() {
        var both = List.of(gathered(OTHER, null, LRE), gathered(Schools.SCHOOL, post(List.of(Schools.SCHOOL)), LRE));
        assertThat(effects(both, new Edited(LRE, hours(185)))).extracting(e -> e.post() != null).containsExactly(true,
                false);
    }

    @Test
    void aShareOfTimeOnCampusIsReckonedAnewToo() {
        var effect = only(effects(List.of(gathered(Schools.SCHOOL, post(List.of(Schools.SCHOOL)), LRE, CAMPUS)),
                new Edited(CAMPUS, Rules.of(Kind.SHARE, "ON_CAMPUS", Counting.PERCENT, 100, "percent"))));
        assertThat(effect.before().time()).as("only the meter of the edited rule").isNull();
        assertThat(effect.before().share().standing()).isEqualTo(Standing.ON_PACE);
        assertThat(effect.after().share().standing()).isEqualTo(Standing.BEHIND);
        assertThat(effect.after().share().spare()).isEqualTo(-60);
    }

    @Test
    void whereNothingWasAskedForThereIsNoMeterBeforeAndASchoolWithoutAPostHasItsOwn() {
        var effect = only(effects(List.of(gathered(Schools.SCHOOL, null)), new Edited(null, LRE)));
        assertThat(effect.post()).isNull();
        assertThat(effect.before().standing()).isEmpty();
        assertThat(effect.after().standing()).contains(Standing.UNKNOWN);
        var gone = only(
                effects(List.of(gathered(Schools.SCHOOL, post(List.of(Schools.SCHOOL)), LRE)), new Edited(LRE, null)));
        assertThat(gone.before().standing()).contains(Standing.ON_PACE);
        assertThat(gone.after().standing()).isEmpty();
    }

    @Test
    void howFarPreparationCountsMovesTheMeterOfAllLessonsTogether() {
        var none = Rules.of(Kind.TIME, "LRE:PREPARATION", Counting.PERCENT, 0, "percent counted");
        var half = Rules.of(Kind.TIME, "LRE:PREPARATION", Counting.PERCENT, 50, "percent counted");
        var effect = only(effects(List.of(gathered(Schools.SCHOOL, post(List.of(Schools.SCHOOL)), LRE, none)),
                new Edited(none, half)));
        assertThat(effect.before().time().amount()).isEqualTo(80 * 60);
        assertThat(effect.after().time().amount()).as("of 30 minutes of preparation half").isEqualTo(80 * 60 + 15);
    }

    @Test
    void theEditedRuleStandsWhereTheOtherStoodAndNoOtherRuleMoves() {
        assertThat(RuleEffect.edited(List.of(LRE, CAMPUS), new Edited(LRE, hours(90)))).containsExactly(hours(90),
                CAMPUS);
        assertThat(RuleEffect.edited(List.of(CAMPUS), new Edited(null, LRE))).containsExactly(CAMPUS, LRE);
        assertThat(RuleEffect.edited(List.of(LRE, CAMPUS), new Edited(LRE, null))).containsExactly(CAMPUS);
    }

    private static List<RuleEffect> effects(List<Gathered> schools, Edited edit) {
        var rule = edit.becomes() == null ? edit.was() : edit.becomes();
        return RuleEffect.of(schools.stream().map(Gathered::meters).toList(),
                schools.stream().map(g -> g.by(RuleEffect.edited(g.rules(), edit))).toList(), rule);
    }

    private static RuleEffect only(List<RuleEffect> effects) {
        assertThat(effects).hasSize(1);
        return effects.getFirst();
    }

    /**
     * 80 hours of lessons inside 100 hours of duty, of which one was away from campus; none of it where the school has
     * no post.
     */
    private static Gathered gathered(UUID school, @Nullable FundedPost post, Requirement... rules) {
        List<Sum> done = post == null || !school.equals(Schools.SCHOOL)
                ? List.of()
                : List.of(sum("LRE:COHORT", false, true, 80 * 60), sum("LRE:PREPARATION", false, true, 30),
                        sum("ON_CAMPUS", true, true, 99 * 60), sum("", true, false, 60));
        var reading = new SchoolReading(Schools.AS_OF, post == null ? List.of() : List.of(post), Map.of(school, done),
                Map.of());
        var campus = new Campus(school, new UUID(7, 2), "Palo Duro High", "TX", SchoolLevel.HIGH,
                java.time.ZoneOffset.UTC);
        return new Gathered(campus, reading, new SchoolReading.Found(Schools.YEAR, List.of(rules), List.of(), List.of(),
                List.of(), List.of(), List.of()));
    }

    private static Sum sum(String subject, boolean clock, boolean onCampus, long minutes) {
        return new Sum(Schools.SCHOOL, OFFICER, SHARED.id(), subject, clock, onCampus, onCampus ? "" : "COURT", minutes,
                1, 0, 0, LocalDate.of(2026, 8, 3), true);
    }

    private static FundedPost post(List<UUID> schools) {
        return new FundedPost(new UUID(1, 2), new UUID(7, 2), "AZ-SSP", "Award", "SSO", schools,
                LocalDate.of(2026, 7, 1), null, null);
    }

    private static Requirement hours(int hours) {
        return Rules.of(Kind.TIME, "LRE", Counting.YEAR, hours, "hours");
    }
}
