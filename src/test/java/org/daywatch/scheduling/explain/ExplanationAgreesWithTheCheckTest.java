package org.daywatch.scheduling.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.daywatch.scheduling.check.CheckReport;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.ScheduleSolver;
import org.daywatch.scheduling.engine.SearchProgress;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.InventedProblem;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.scheduling.problem.ScheduleWriter;

/**
 * What an explanation says an officer lacks is what the checker, which shares no code with it, finds wrong when they
 * are put there all the same; what it says they would be worth is by how much the checker's points change.
 */
class ExplanationAgreesWithTheCheckTest {

    private record Case(ScheduleProblem problem, byte[] file, ScheduleAnswer answer) {

        static Case of(long seed) {
            var problem = InventedProblem.crowded(new Random(seed)).problem();
            byte[] file = ScheduleWriter.write(problem);
            return new Case(problem, file, ScheduleSolver.solve(problem, ScheduleFile.sha256(file),
                    new Budget.Moves(300), 1, seed, SearchProgress.SILENT));
        }

        CheckReport check(List<Place> places) {
            var changed = new ScheduleAnswer(answer.problem(), answer.sha256(), answer.seed(), answer.moves(),
                    answer.status(), answer.objective(), null,
                    places, answer.unfilled(), answer.terms());
            return ScheduleChecker.check(file, AnswerFile.write(changed, problem.objective().kind()));
        }

        boolean counted() {
            return problem.objective().kind() == Kind.WORTH;
        }
    }

    @Property(tries = 150)
    void whatAnOfficerLacksIsWhatTheCheckFinds(@ForAll long seed) {
        var c = Case.of(seed);
        var before = c.check(c.answer().assignments());
        assertThat(before.violations()).isEmpty();
        for (var shift : c.problem().shifts()) {
            for (var other : Explainer.explain(c.problem(), c.answer(), shift.id(), null).others()) {
                var with = c.check(plus(c.answer().assignments(), new Place(shift.id(), other.officer())));
                assertThat(said(other.lacks())).as(shift.id() + " " + other.officer()).isEqualTo(found(with));
                for (var finding : other.lacks()) {
                    if (finding.code().startsWith("CAP_") && finding.other() == null)
                        assertThat(reached(with, finding, shift.id())).contains(finding.reached());
                }
                if (other.lacks().isEmpty() && c.counted())
                    assertThat(other.points()).isEqualTo(with.objective() - before.objective());
            }
        }
    }

    @Property(tries = 150)
    void aChainFillsTheSeatAndBreaksNothing(@ForAll long seed) {
        var c = Case.of(seed);
        // A roster that was not thought through leaves something to exchange.
        var pins = c.problem().pins();
        var thinned = c.answer().assignments().stream().filter(p -> pins.contains(p) || (p.hashCode() + seed) % 3 != 0)
                .toList();
        var answer = new ScheduleAnswer(c.answer().problem(), c.answer().sha256(), 1, 1L, c.answer().status(), 0, null,
                thinned, List.of(), c.answer().terms());
        var before = c.check(thinned);
        for (var open : c.problem().shifts()) {
            var chain = Explainer.explain(c.problem(), answer, open.id(), null).chain();
            if (chain == null) continue;
            var moved = new ArrayList<>(thinned);
            for (var step : chain.steps()) {
                if (step.leaves() != null) moved.remove(new Place(step.leaves(), step.officer()));
                moved.add(new Place(step.takes(), step.officer()));
            }
            var after = c.check(moved.stream().sorted().toList());
            assertThat(after.violations()).as(chain.toString()).isEmpty();
            assertThat(after.counts().filled()).isEqualTo(before.counts().filled() + 1);
            if (c.counted()) assertThat(chain.points()).isEqualTo(after.objective() - before.objective());
        }
    }

    private static List<Place> plus(List<Place> places, Place place) {
        var more = new ArrayList<>(places);
        more.add(place);
        return more.stream().sorted().toList();
    }

    private static Set<String> said(List<SeatFinding> lacks) {
        var codes = new TreeSet<String>();
        lacks.forEach(f -> codes.add(f.code() + (f.policy() == null ? "" : " " + f.policy())
                + (f.code().equals("NOT_QUALIFIED") ? " " + f.other() : "")));
        return codes;
    }

    /** A full shift is not what one officer lacks. */
    private static Set<String> found(CheckReport report) {
        var codes = new TreeSet<String>();
        report.violations().stream().filter(v -> !v.code().equals("TOO_MANY"))
                .forEach(v -> codes.add(v.code() + (v.policy() == null ? "" : " " + v.policy())
                        + (v.code().equals("NOT_QUALIFIED") ? " " + v.other() : "")));
        return codes;
    }

    private static List<Long> reached(CheckReport report, SeatFinding finding, String shift) {
        return report.violations().stream().filter(
                v -> v.code().equals(finding.code()) && v.shift().equals(shift) && finding.policy().equals(v.policy()))
                .map(CheckReport.Violation::reached).toList();
    }
}
