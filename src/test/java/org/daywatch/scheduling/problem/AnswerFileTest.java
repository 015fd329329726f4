package org.daywatch.scheduling.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.platform.json.Flaw;
import org.daywatch.scheduling.problem.ScheduleAnswer.Open;
import org.daywatch.scheduling.problem.ScheduleAnswer.Status;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFileTest {

    private static final String SHA = "0123456789abcdef".repeat(4);

    private static final ScheduleAnswer ANSWER = new ScheduleAnswer("week", SHA, 7, 1000L, Status.FEASIBLE, 995_000,
            1_000_000L,
            List.of(new Place("a", "o"), new Place("b", "p")), List.of(new Open("c", 2)),
            new TreeMap<>(Map.of("FILL", 996_000L, "TRAVEL", -1_000L)));

    @Test
    void isWrittenToTheByteAsThisShows() {
        assertThat(new String(AnswerFile.write(ANSWER, Kind.WORTH), StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "schema": "daywatch.roster-answer",
                  "version": 1,
                  "problem": {"id":"week","sha256":"%s"},
                  "engine": {"name":"daywatch","version":"0.2.0-SNAPSHOT","seed":7,"moves":1000},
                  "status": "FEASIBLE",
                  "objective": 995000,
                  "bound": 1000000,
                  "gap_percent": 0.5000,
                  "assignments": [
                    {"shift":"a","officer":"o"},
                    {"shift":"b","officer":"p"}],
                  "unfilled": [
                    {"shift":"c","seats":2}],
                  "terms": {"FILL":996000,"TRAVEL":-1000}
                }
                """.formatted(SHA));
    }

    @Test
    void aBoundNobodyProvedIsNullAndNeverZero() {
        String json = new String(AnswerFile.write(ANSWER.bounded(null), Kind.WORTH), StandardCharsets.UTF_8);
        assertThat(json).contains("\"bound\": null", "\"gap_percent\": null");
        assertThat(AnswerFile.read(json).bound()).isNull();
    }

    @Test
    void aBudgetOfSecondsLeavesMovesOut() {
        var timed = new ScheduleAnswer("week", SHA, 7, null, Status.FEASIBLE, 1, null, List.of(), List.of(),
                new TreeMap<>());
        assertThat(new String(AnswerFile.write(timed, Kind.WORTH), StandardCharsets.UTF_8)).doesNotContain("moves");
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBackTheSameInWhateverOrderItStood(@ForAll long seed) {
        var dice = new Random(seed);
        var places = new ArrayList<Place>();
        for (int i = dice.nextInt(20); i > 0; i--) places.add(new Place("s" + dice.nextInt(9), "o" + i));
        var terms = new TreeMap<String, Long>();
        if (dice.nextBoolean()) terms.put("FILL", (long) dice.nextInt());
        var sorted = places.stream().sorted().toList();
        var answer = new ScheduleAnswer(dice.nextBoolean() ? "" : "p \"q\"", SHA, dice.nextInt(),
                dice.nextBoolean() ? null : dice.nextLong(1_000_000), Status.values()[dice.nextInt(3)],
                dice.nextInt(), dice.nextBoolean() ? null : (long) dice.nextInt(), sorted,
                List.of(new Open("u", 1 + dice.nextInt(50))), terms);
        Collections.shuffle(places, dice);
        var shuffled = new ScheduleAnswer(answer.problem(), SHA, answer.seed(), answer.moves(), answer.status(),
                answer.objective(), answer.bound(), places, answer.unfilled(), terms);
        byte[] file = AnswerFile.write(shuffled, Kind.WORTH);
        assertThat(AnswerFile.read(file)).isEqualTo(answer);
        assertThat(AnswerFile.write(AnswerFile.read(file), Kind.WORTH)).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "FEASIBLE"          | "FINE"           | 6  | $.status                | must be one of FEASIBLE, OPTIMAL, INCOMPLETE
            "objective": 995000 | "objective": 1.5 | 7  | $.objective             | must be a whole number
            "bound": 1000000    | "bound": null    | 9  | $.gap_percent           | stands without a bound
            "seats":2           | "seats":0        | 14 | $.unfilled[0].seats     | from 1 to 50
            {"shift":"b",       | {"shft":"b",     | 12 | $.assignments[1].shft   | is not a field
            "sha256":"0123      | "sha256":"012    | 4  | $.problem.sha256        | 64 digits
            "FILL":996000       | "FILL":"much"    | 15 | $.terms.FILL            | must be a whole number
            daywatch.roster-answer | daywatch.roster | 2 | $.schema               | this is not an answer
            """)
    void namesWhatIsWrongWithAnAnswer(String right, String wrong, int line, String path, String advice) {
        String json = new String(AnswerFile.write(ANSWER, Kind.WORTH), StandardCharsets.UTF_8);
        assertThat(json).contains(right);
        List<Flaw> flaws = catchThrowableOfType(FileRefused.class, () -> AnswerFile.read(json.replace(right, wrong)))
                .flaws();
        assertThat(flaws).anySatisfy(f -> {
            assertThat(f.line()).isEqualTo(line);
            assertThat(f.path()).isEqualTo(path);
            assertThat(f.advice()).contains(advice);
        });
    }
}
