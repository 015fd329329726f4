package org.daywatch.transparency.programs.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Due;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.meters.Preparation;
import org.daywatch.transparency.programs.meters.Rules;
import org.daywatch.transparency.programs.totals.ActivityFigures.OnDay;
import org.daywatch.transparency.programs.totals.ActivityFigures.Term;
import org.daywatch.transparency.programs.totals.EvidenceLines.Line;
import org.daywatch.transparency.programs.totals.FigureLines.Figure;
import org.daywatch.transparency.programs.totals.SchoolMeters.Figures;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfPost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which lines stand behind which figure. */
class FigureLinesTest {

    private static final UUID ANA = new UUID(3, 1);
    private static final UUID POST = new UUID(4, 1);
    private static final UUID OTHER = new UUID(4, 2);
    private static final Requirement LRE = Rules.of(Kind.TIME, "LRE", Counting.YEAR, 180, "hours");
    private static final Requirement LOCKDOWN = Rules.of(Kind.DRILL, "DRILL:LOCKDOWN", Counting.YEAR, 2, "drills");

    @Test
    void aLineThatNamesNoPostCountsForTheOnlyOneFromItsFirstDayOn() {
        var before = line("2026-08-31", "LRE:COHORT", null);
        var since = line("2026-09-01", "LRE:COHORT", null);
        var named = line("2026-08-15", "LRE:COHORT", POST);
        var elses = line("2026-09-02", "LRE:COHORT", OTHER);
        var all = List.of(before, since, named, elses);
        assertThat(FigureLines.of(school(List.of(post(POST))), Figure.ofRule(LRE.rule().id(), POST), all))
                .containsExactly(since, named);
        assertThat(FigureLines.of(school(List.of(post(POST), post(OTHER))), Figure.ofRule(LRE.rule().id(), POST), all))
                .as("of two posts nobody knows which").containsExactly(named);
    }

    @Test
    void theFigureOfAllLessonsOpensOntoPreparationTooWhereItCountsAndSaysThatSum() {
        var lines = List.of(line("2026-09-02", "LRE:COHORT", POST), line("2026-09-03", "LRE:PREPARATION", POST));
        var figure = Figure.ofRule(LRE.rule().id(), null);
        for (int percent : new int[] {0, 50, 100}) {
            var school = Schools
                    .with(LRE, Rules.of(Kind.TIME, "LRE:PREPARATION", Counting.PERCENT, percent, "percent counted"))
                    .meters();
            var shown = FigureLines.of(school, figure, lines);
            var counted = SchoolReading.counted(LRE, Preparation.of(school.requirements()),
                    lines.stream().map(FigureLinesTest::sum).toList());
            assertThat(shown).as(percent + " percent").hasSize(percent == 0 ? 1 : 2).hasSize(counted.lines());
            assertThat(FigureLines.minutes(shown, FigureLines.preparation(List.of(school), figure)))
                    .as(percent + " percent").isEqualTo(counted.amount());
            assertThat(FigureLines.preparation(List.of(school), Figure.of("LRE:PREPARATION")))
                    .as("preparation itself is told in full").isEqualTo(Preparation.NONE);
        }
    }

    private static ActivityFigures.Sum sum(Line l) {
        return new ActivityFigures.Sum(l.school(), l.officer(), l.post(), l.subject(), false, true, "", l.minutes(), 1,
                0, 0, l.day(), true);
    }

    @Test
    void whatLiesOutsideTheSchoolYearIsOfNoMeterAndYetPaid() {
        var summer = new Line(new UUID(9, 9), Schools.SCHOOL, ANA, POST, LocalDate.of(2026, 7, 13), "ON_POST",
                "ON_CAMPUS", 300, null, true, "", "", "CLOCK", "");
        var school = school(List.of(post(POST)));
        assertThat(FigureLines.of(school, Figure.of("ON_CAMPUS"), List.of(summer))).isEmpty();
        assertThat(FigureLines.of(school, new Figure(null, POST, "", FigureLines.PAID, null, null), List.of(summer)))
                .containsExactly(summer);
    }

    @Test
    void eachDrillThatIsDoneHasOneLineAndASecondOneOfThatDayIsNotAmongThem() {
        var held = line("2026-09-10", "DRILL:LOCKDOWN", null);
        var again = new Line(new UUID(9, 2), Schools.SCHOOL, null, null, LocalDate.of(2026, 9, 10), "DRILL",
                "DRILL:LOCKDOWN", 5, null, true, "", "", "FACT", "");
        var due = new Due(LOCKDOWN, 1, Schools.YEAR.first(), Schools.YEAR.last(), Due.State.DONE,
                LocalDate.of(2026, 9, 10), "");
        var open = new Due(LOCKDOWN, 2, Schools.YEAR.first(), Schools.YEAR.last(), Due.State.COMING, null, "");
        var school = Schools.with(LOCKDOWN).due(due, open).meters();
        assertThat(FigureLines.of(school, Figure.ofRule(LOCKDOWN.rule().id(), null), List.of(held, again)))
                .containsExactly(held);
        assertThat(FigureLines.of(school, Figure.ofRule("NO-SUCH-RULE", null), List.of(held))).isEmpty();
    }

    @Test
    void anEmergencyPlanCountsUntilItMustBeReviewedAndNotForEver() {
        var approved = LocalDate.of(2025, 9, 1);
        var reviewBy = new OnDay(Schools.SCHOOL, null, "PLAN:EMERGENCY", approved, "/plans/1",
                new Term(approved, LocalDate.of(2026, 8, 31)));
        assertThat(reviewBy.counts(LocalDate.of(2026, 8, 31))).isTrue();
        assertThat(reviewBy.counts(LocalDate.of(2026, 9, 1))).isFalse();
        var untold = new OnDay(Schools.SCHOOL, null, "PLAN:EMERGENCY", approved, "/plans/1");
        assertThat(untold.counts(LocalDate.of(2026, 9, 1))).isTrue();
        assertThat(untold.counts(LocalDate.of(2026, 9, 2))).as("for a year where nobody said by when").isFalse();
        assertThat(new OnDay(Schools.SCHOOL, null, "AUDIT:SAFETY", approved, "").counts(LocalDate.of(2029, 1, 1)))
                .as("what comes round is for the due list to judge").isTrue();
    }

    private static Line line(String day, String subject, @Nullable UUID post) {
        return new Line(UUID.nameUUIDFromBytes((day + subject + post).getBytes()), Schools.SCHOOL, ANA, post,
                LocalDate.parse(day), "LESSON_COHORT", subject, 50, null, true, "", "", "FACT", "");
    }

    private static OfPost post(UUID id) {
        return new OfPost(new FundedPost(id, new UUID(7, 2), "AZ-SSP", "2026-11", "SRO", List.of(Schools.SCHOOL),
                LocalDate.of(2026, 9, 1), null, null), new Figures(List.of(), null, 0), null);
    }

    private static SchoolMeters school(List<OfPost> posts) {
        var m = Schools.with(LRE).meters();
        return new SchoolMeters(m.school(), m.asOf(), m.year(), m.requirements(), posts, List.of(), m.whole(),
                List.of(), List.of(), List.of());
    }
}
