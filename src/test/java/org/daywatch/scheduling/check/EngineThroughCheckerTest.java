package org.daywatch.scheduling.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.daywatch.scheduling.engine.ScheduleSolver;
import org.daywatch.scheduling.engine.SearchProgress;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the engine returns for a random week passes the checker: its rules, and what it says of its own points. */
class EngineThroughCheckerTest {

    private static final List<String> KINDS = List.of("DUTY", "DUTY", "DUTY", "OVERTIME", "COURT", "LEAVE", "SICK",
            "COMP", "OFF_DUTY_ELSEWHERE");

    @ParameterizedTest
    @ValueSource(strings = {"WORTH", "FEWEST_OFFICERS"})
    void aRosterOfTheEngineIsFine(String kind) {
        long filled = 0;
        long asked = 0;
        for (long seed = 0; seed < 120; seed++) {
            var draft = week(new Random(seed)).set("objective", weights(kind));
            byte[] problem = draft.problemBytes();
            var read = ScheduleFile.read(problem);
            var answer = ScheduleSolver.solve(read, ScheduleFile.sha256(problem), new Budget.Moves(3_000), 1, seed,
                    SearchProgress.SILENT);
            var report = ScheduleChecker.check(problem, AnswerFile.write(answer, read.objective().kind()));
            assertThat(Draft.found(report)).as("seed " + seed + " " + draft.problem).isEmpty();
            filled += report.counts().filled();
            asked += report.judged().get("CAP_ROLLING") + report.judged().get("CAP_WEEK")
                    + report.judged().get("CAP_BEFORE_SHIFT");
        }
        assertThat(filled).isGreaterThan(500);
        assertThat(asked).isGreaterThan(500);
    }

    private static Draft week(Random random) {
        var draft = FullWeek.draft().set("shifts", "[]").set("officers", "[]").set("pins", "[]").set("published", "[]");
        for (int s = 0; s < 12; s++) shift(draft, random, s);
        for (int o = 0; o < 5; o++) officer(draft, random, o);
        for (int o = 0; o < 2; o++) draft.pin("s" + random.nextInt(6), "o" + o);
        for (int o = 0; o < 5; o++)
            draft.add("published", "{shift: 's%d', officer: 'o%d'}".formatted(o, random.nextInt(5)));
        return draft;
    }

    private static void shift(Draft draft, Random random, int s) {
        int day = 16 + random.nextInt(5);
        int hour = 5 + random.nextInt(14);
        int length = 2 + random.nextInt(7);
        draft.add("shifts",
                "{id: 's%d', school: '%s', day: '2026-11-%d', start: '%s', end: '%s', needs: %d, priority: %d%s%s}"
                        .formatted(s,
                                random.nextBoolean() ? "A" : "B", day, moment(day, hour), moment(day, hour + length),
                                2 + random.nextInt(2), 1 + random.nextInt(3),
                                random.nextInt(4) == 0
                                        ? ", eligible: [{officer: 'o1', worth: 90}, 'o2', {officer: 'o3', worth: -5}]"
                                        : "",
                                random.nextInt(4) == 0
                                        ? ", requires: ['CERT']"
                                        : random.nextInt(5) == 0 ? ", asked: ['D']" : ""));
    }

    private static void officer(Draft draft, Random random, int o) {
        draft.add("officers",
                """
                {id: 'o%d', department: '%s', rate: %d, home: {zip: '8500%d', county: 'Maricopa'%s}, hours: [], blocks: [%s], holds: [%s],
                 wishes: {schools: ['A'], weekdays: ['TUESDAY'], levels: ['MIDDLE'], most_days: %d}, history: {credited: '%02d:15', days_at: {B: %d}}}"""
                        .formatted(o, random.nextInt(4) == 0 ? "E" : "D", 4000 + random.nextInt(2000),
                                random.nextInt(9), random.nextBoolean() ? ", at: [33.9, -112.3]" : "",
                                random.nextInt(6) == 0 ? "'B'" : "",
                                random.nextBoolean() ? "{code: 'CERT', from: '2026-11-18'}" : "", random.nextInt(4),
                                random.nextInt(40), random.nextInt(15)));
        for (int n = random.nextInt(7); n > 0; n--) {
            int day = 14 + random.nextInt(8);
            int hour = random.nextInt(24);
            draft.append("officers", "o" + o, "hours",
                    "{kind: '%s', start: '%s', end: '%s'}".formatted(KINDS.get(random.nextInt(KINDS.size())),
                            moment(day, hour), moment(day, hour + 1 + random.nextInt(10))));
        }
    }

    private static String moment(int day, int hour) {
        return "2026-11-%dT%02d:00:00-07:00".formatted(day + hour / 24, hour % 24);
    }

    private static String weights(String kind) {
        return kind.equals("WORTH")
                ? FullWeek.draft().problem.get("objective").toString()
                : "{kind: 'FEWEST_OFFICERS'}";
    }
}
