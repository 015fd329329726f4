package org.daywatch.scheduling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daywatch.scheduling.check.Draft;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleFile;

/**
 * Problems of one officer and a shift or two, solved; whatever comes back has passed the independent checker. Monday is
 * 16 November 2026.
 */
final class Small {

    static final String FILL = "FILL: {'1': 20, '2': 12, '3': 8}";

    private Small() {}

    /** One department D, school S and officer O in Phoenix, where no clock changes; filled minutes are worth points. */
    static Draft field() {
        return Draft.in("America/Phoenix").set("objective", "{weights: {" + FILL + "}}");
    }

    static Draft weighing(String weights) {
        return field().set("objective", "{weights: {" + FILL + ", " + weights + "}}");
    }

    static String mon(String time) {
        return "2026-11-16T" + time + ":00-07:00";
    }

    static String tue(String time) {
        return "2026-11-17T" + time + ":00-07:00";
    }

    static ScheduleAnswer solve(Draft draft) {
        byte[] bytes = draft.problemBytes();
        var problem = ScheduleFile.read(bytes);
        var answer = ScheduleSolver.solve(problem, ScheduleFile.sha256(bytes), new Budget.Moves(400), 1, 7,
                SearchProgress.SILENT);
        assertThat(Draft.found(ScheduleChecker.check(bytes, AnswerFile.write(answer, problem.objective().kind()))))
                .isEmpty();
        return answer;
    }

    /** Who stands where, each as shift and officer. */
    static List<String> seats(Draft draft) {
        return solve(draft).assignments().stream().map(p -> p.shift() + " " + p.officer()).toList();
    }
}
