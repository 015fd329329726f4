package org.daywatch.bench.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.daywatch.bench.roster.fewest.FewestProblem;
import org.daywatch.bench.roster.florida.SchoolList;
import org.daywatch.bench.roster.florida.StateWeek;
import org.daywatch.bench.roster.peer.Peer;
import org.daywatch.bench.roster.planted.Family;
import org.daywatch.bench.roster.planted.PlantedProblem;
import org.daywatch.scheduling.bound.LpBound;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleAnswer.Status;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmark in seconds: generators, engine, checker and bound agree with one another on small problems. */
class ShortBenchTest {

    static java.util.List<Family> families() {
        return Family.ALL;
    }

    @ParameterizedTest
    @MethodSource("families")
    void theFileIsReadBackAsItWasGenerated(Family family) {
        var generated = PlantedProblem.of(family, Family.Size.TINY, 3).problem();

        assertThat(Instance.of(generated).problem()).isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("families")
    void thePlantedRosterKeepsEveryRuleAndIsWorthTheOptimum(Family family) {
        var planted = PlantedProblem.of(family, Family.Size.TINY, 4);
        var instance = Instance.of(planted.problem());
        var stated = new TreeMap<>(java.util.Map.of("WORTH", planted.optimum()));
        var answer = new ScheduleAnswer(planted.problem().id(), instance.sha256(), 0, null, Status.OPTIMAL,
                planted.optimum(), planted.optimum(), planted.planted(),
                java.util.List.of(), stated);

        var report = ScheduleChecker.check(instance.file(), AnswerFile.write(answer, ScheduleProblem.Kind.WORTH));

        assertThat(report.fine()).as(report.json()).isTrue();
        assertThat(report.objective()).isEqualTo(planted.optimum());
    }

    @ParameterizedTest
    @MethodSource("families")
    void theLinearProgramProvesThePlantedRosterTheBest(Family family) {
        var planted = PlantedProblem.of(family, Family.Size.TINY, 5);

        assertThat(LpBound.of(ScheduleModel.of(Instance.of(planted.problem()).problem()), 30, 1))
                .isEqualTo(planted.optimum());
    }

    @ParameterizedTest
    @MethodSource("families")
    void theEngineComesNearThePlantedRosterAndTheCheckerAgrees(Family family) {
        var planted = PlantedProblem.of(family, Family.Size.TINY, 6);
        var instance = Instance.of(planted.problem());

        var solved = Solved.run(instance, ScheduleModel.of(instance.problem()), new Budget.Moves(100_000), 1, 6);

        assertThat(solved.checked(instance).violations()).isEmpty();
        assertThat(solved.answer().objective()).isLessThanOrEqualTo(planted.optimum());
        assertThat(solved.gapTo(planted.optimum())).isLessThan(1);
    }

    @Test
    void defectiveRowsOfASchoolListAreLeftOutAndCounted() {
        var list = SchoolList.read(FloridaBench.INVENTED);

        assertThat(list.schools()).hasSize(53);
        assertThat(list.counties()).containsExactly("Gulf", "Marl", "Palmera", "Saint Amber");
        assertThat(list.left()).containsOnlyKeys("not open", "not a regular school", "no number of 12 digits",
                "no county, and no district named like one",
                "number stands there already");
    }

    @Test
    void theStatesRosterBreaksNoRuleAndStaysUnderTheBoundsOfItsCounties() {
        var week = StateWeek.of("invented", SchoolList.read(FloridaBench.INVENTED), 2);
        var instance = Instance.of(week.all());

        var solved = Solved.run(instance, ScheduleModel.of(instance.problem()), new Budget.Moves(100_000), 2, 2);

        assertThat(solved.checked(instance).violations()).isEmpty();
        for (var county : week.counties().values()) {
            Long bound = LpBound.of(ScheduleModel.of(Instance.of(county).problem()), 30, 1);
            assertThat(bound).as(county.id()).isNotNull()
                    .isGreaterThanOrEqualTo(FloridaBench.worth(county, solved.answer()));
        }
    }

    @Test
    void noFewerOfficersThanMeetAtOneMomentCanDo() {
        var problem = FewestProblem.of(FewestProblem.MEASURES.getFirst(), 2);
        var instance = Instance.of(problem.problem());

        var solved = Solved.run(instance, ScheduleModel.of(instance.problem()), new Budget.Moves(200_000), 1, 2);

        assertThat(FewestProblem.mostAtOnce(problem.problem())).isEqualTo(problem.fewest());
        assertThat(solved.checked(instance).objective()).isBetween((long) problem.fewest(), problem.fewest() + 2L);
    }

    @Test
    void oneThreadAndTwoGiveTheSameBytes() {
        var instance = Instance.of(StateWeek.of("invented", SchoolList.read(FloridaBench.INVENTED), 7).all());
        var model = ScheduleModel.of(instance.problem());

        var one = Solved.run(instance, model, new Budget.Moves(50_000), 1, 7);
        var two = Solved.run(instance, model, new Budget.Moves(50_000), 2, 7);

        assertThat(two.file()).isEqualTo(one.file());
    }

    @Test
    void thePeerKeepsTheSameRules() {
        var instance = Instance
                .of(StateWeek.of("invented", SchoolList.read(FloridaBench.INVENTED), 8).counties().get("Palmera"));

        var found = Peer.solve(ScheduleModel.of(instance.problem()), instance.sha256(), Peer.Setting.RAREST_FIRST, 1,
                8);

        var report = ScheduleChecker.check(instance.file(),
                AnswerFile.write(found.answer(), ScheduleProblem.Kind.WORTH));
        assertThat(found.lawful()).isTrue();
        assertThat(report.violations()).isEmpty();
        assertThat(report.counts().filled()).isPositive();
    }
}
