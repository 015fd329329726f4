package org.daywatch.relationships.threats.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daywatch.relationships.threats.cases.CaseFile.DayOut;
import org.daywatch.relationships.threats.cases.CaseFile.SupportPlan;
import org.daywatch.relationships.threats.cases.AssessmentModel;
import org.daywatch.relationships.threats.cases.CaseFile;
import org.daywatch.relationships.threats.cases.OpenedUnder;
import org.daywatch.relationships.threats.cases.Stage;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.counts.CaseTally.One;
import org.daywatch.relationships.threats.counts.CaseYears.Graded;

/** What is shown of assessments by group, and when a school year is counted. */
class CaseSheetTest {

    private static final int LEAST = 11;
    private static final LocalDate YEAR = LocalDate.of(2026, 7, 1);
    private static final UUID SCHOOL = new UUID(0, 7);

    @Example
    void tenInAYearAreTooFewAndElevenOfOneKindAreShownWithTheirZeros() {
        assertThat(CaseSheet.of(many(10, CaseCourse.TRANSIENT), LEAST)).isEmpty();
        var sheet = CaseSheet.of(many(11, CaseCourse.TRANSIENT), LEAST).orElseThrow();
        assertThat(sheet.all().opened()).isEqualTo(new ShownCount(11));
        assertThat(sheet.all().courses().get(CaseCourse.CLOSED.ordinal())).as("none is a number")
                .isEqualTo(new ShownCount(0));
        assertThat(row(sheet.grades(), "NINTH_AND_UP").opened()).isEqualTo(new ShownCount(11));
        assertThat(row(sheet.grades(), "UNKNOWN").opened()).isEqualTo(new ShownCount(0));
    }

    @Example
    void aSmallGroupIsHiddenAndSoIsAnotherBehindWhichItHides() {
        var tally = many(30, CaseCourse.TRANSIENT);
        for (int i = 0; i < 20; i++)
            tally = tally.plus(new One(GradeBand.SIXTH_TO_EIGHTH, SupportPlan.NO, CaseCourse.TRANSIENT, 0, 0));
        for (int i = 0; i < 2; i++)
            tally = tally.plus(new One(GradeBand.TO_FIFTH, SupportPlan.NO, CaseCourse.TRANSIENT, 0, 0));
        var sheet = CaseSheet.of(tally, LEAST).orElseThrow();
        assertThat(sheet.all().opened()).isEqualTo(new ShownCount(52));
        assertThat(row(sheet.grades(), "TO_FIFTH").opened().hidden()).isTrue();
        assertThat(row(sheet.grades(), "SIXTH_TO_EIGHTH").opened().hidden()).as("52 less the others were 2").isTrue();
        assertThat(row(sheet.grades(), "NINTH_AND_UP").opened()).isEqualTo(new ShownCount(30));
    }

    @Example
    void daysOutOfSchoolAreShownWhereManyStudentsStandBehindThemInEachGroup() {
        var tally = CaseTally.NONE;
        for (int i = 0; i < 11; i++)
            tally = tally.plus(new One(GradeBand.NINTH_AND_UP, SupportPlan.NO, CaseCourse.TRANSIENT, 3, 3));
        var sheet = CaseSheet.of(tally, LEAST).orElseThrow();
        assertThat(row(sheet.grades(), "NINTH_AND_UP").days()).isEqualTo(new ShownCount(33));
        assertThat(row(sheet.grades(), "NINTH_AND_UP").informal()).isEqualTo(new ShownCount(33));
        var one = CaseSheet.of(tally.plus(new One(GradeBand.TO_FIFTH, SupportPlan.NO, CaseCourse.TRANSIENT, 9, 0)),
                LEAST).orElseThrow();
        assertThat(one.grades()).as("one child's nine days").allMatch(row -> row.days().hidden());
        assertThat(one.all().days()).isEqualTo(new ShownCount(42));
        assertThat(one.all().informal().hidden()).as("42 less 33 were of one student").isTrue();
    }

    /** The net itself is tried in SumNetTest; here that the two tables hang together in it as they are drawn. */
    @Property(tries = 200)
    void noShownNumberIsSmallAndNoHiddenOneStandsAloneInItsRowOrColumn(@ForAll("assessments") List<One> ones) {
        var tally = ones.stream().reduce(CaseTally.NONE, CaseTally::plus, CaseTally::plus);
        CaseSheet.of(tally, LEAST).ifPresent(sheet -> {
            var rows = Stream.concat(Stream.of(sheet.all()), Stream.concat(sheet.grades().stream(),
                    sheet.supports().stream())).toList();
            for (var row : rows) {
                var all = new ArrayList<>(row.courses());
                all.add(row.opened());
                assertThat(all).allMatch(c -> c.hidden() || c.number() == 0 || c.number() >= LEAST);
                assertThat(all.stream().filter(ShownCount::hidden).count()).as("alone in its row").isNotEqualTo(1);
            }
            for (var table : List.of(sheet.grades(), sheet.supports()))
                for (int c = 0; c < CaseCourse.values().length; c++) {
                    int course = c;
                    assertThat(Stream.concat(table.stream(), Stream.of(sheet.all()))
                            .filter(row -> row.courses().get(course).hidden()).count()).as("alone in its column")
                            .isNotEqualTo(1);
                }
        });
    }

    @Example
    void aSchoolYearIsCountedForGoodWhenItIsOverAndWhatFadedInItCounts() {
        var faded = graded(Stage.TRANSIENT, YEAR.plusDays(40), List.of());
        var closed = graded(Stage.CLOSED, YEAR.plusDays(60), List.of(new DayOut(YEAR.plusDays(61), true, "", ""),
                new DayOut(YEAR.plusDays(61), false, "", ""), new DayOut(YEAR.plusDays(62), false, "", ""),
                new DayOut(YEAR.plusYears(1), false, "", "")));
        var years = CaseYears.beginning(YEAR, YEAR).counted(List.of(faded, closed), YEAR, YEAR.plusDays(75));
        assertThat(years.openedAt(Optional.of(SCHOOL))).isEqualTo(2);
        assertThat(years.over()).isEmpty();
        years = years.fading(faded).counted(List.of(closed), YEAR, YEAR.plusDays(250));
        assertThat(years.openedAt(Optional.empty())).as("once each").isEqualTo(2);
        var next = YEAR.plusYears(1);
        years = years.counted(List.of(closed, graded(Stage.OPENED, next.plusDays(1), List.of())), next,
                next.plusDays(5));
        var tally = CaseYears.of(years.over().getFirst(), Optional.empty());
        assertThat(tally.opened()).isEqualTo(2);
        assertThat(tally.grades().get(GradeBand.SIXTH_TO_EIGHTH)).isEqualTo(Map.of(CaseCourse.TRANSIENT, 1,
                CaseCourse.CLOSED, 1));
        assertThat(tally.out(GradeBand.SIXTH_TO_EIGHTH).days()).as("each day once, and of that year alone")
                .isEqualTo(2);
        assertThat(tally.out(GradeBand.SIXTH_TO_EIGHTH).informal()).isEqualTo(1);
        assertThat(years.openedAt(Optional.of(SCHOOL))).as("of the new year").isEqualTo(1);
        assertThat(years.fading(closed)).as("counted already").isEqualTo(years);
    }

    @Example
    void aGradeIsKnownWhereAllClassesAgree() {
        assertThat(GradeBand.of(Set.of("06", "7"))).isEqualTo(GradeBand.SIXTH_TO_EIGHTH);
        assertThat(GradeBand.of(Set.of("KG"))).isEqualTo(GradeBand.TO_FIFTH);
        assertThat(GradeBand.of(Set.of("09,10", ""))).isEqualTo(GradeBand.NINTH_AND_UP);
        assertThat(GradeBand.of(Set.of("08", "09"))).isEqualTo(GradeBand.UNKNOWN);
        assertThat(GradeBand.of(Set.of("UG"))).isEqualTo(GradeBand.UNKNOWN);
        assertThat(GradeBand.of(Set.of())).isEqualTo(GradeBand.UNKNOWN);
    }

    @Provide
    Arbitrary<List<One>> assessments() {
        return Arbitraries.integers().between(0, 59).map(n -> new One(GradeBand.values()[n % 4],
                SupportPlan.values()[n % 3], CaseCourse.values()[n % 5], n % 2, 0)).list().ofMaxSize(160);
    }

    private static CaseTally many(int n, CaseCourse course) {
        var tally = CaseTally.NONE;
        for (int i = 0; i < n; i++)
            tally = tally.plus(new One(GradeBand.NINTH_AND_UP, SupportPlan.NO, course, 0, 0));
        return tally;
    }

    @Example
    void aYearNamesItsCoursesInTheWordsOfTheModelsItsCasesWereOpenedUnder() {
        var first = LocalDate.of(2026, 7, 1);
        var keys = Stream.of(Set.of(AssessmentModel.DECISION_TREE), Set.of(AssessmentModel.LEVELS),
                Set.of(AssessmentModel.values())).map(
                        models -> new CaseFigures.Year(first, first.plusYears(1), true,
                                models, ShownCount.HIDDEN, null))
                .map(year -> year.key(CaseCourse.TRANSIENT)).toList();
        assertThat(keys).containsExactly("counts.course.TRANSIENT", "counts.course.TRANSIENT.LEVELS",
                "counts.course.TRANSIENT.BOTH");
        assertThat(new CaseFigures.Year(first, first, true, Set.of(AssessmentModel.LEVELS), ShownCount.HIDDEN, null)
                .key(CaseCourse.CLOSED)).as("said alike in both").isEqualTo("counts.course.CLOSED");
    }

    private static CaseSheet.Row row(List<CaseSheet.Row> rows, String group) {
        return rows.stream().filter(row -> row.group().equals(group)).findFirst().orElseThrow();
    }

    private static Graded graded(Stage stage, LocalDate opened, List<DayOut> out) {
        var file = new CaseFile(new CaseFile.Student("A", null), "", opened, Map.of(), SupportPlan.NO, null, out, null,
                List.of(), List.of(), List.of(), List.of(), "");
        return new Graded(new ThreatCase(new UUID(0, 1), UUID.randomUUID(), SCHOOL, stage, null, new UUID(0, 2),
                new UUID(0, 3), false, opened, null, null,
                new OpenedUnder(AssessmentModel.DECISION_TREE, null), file, 0), GradeBand.SIXTH_TO_EIGHTH);
    }
}
