package org.daywatch.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.explain.Explainer;
import org.daywatch.scheduling.explain.ExplanationJson;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.junit.jupiter.api.Test;

/** The examples beside docs/formats/roster.md are what is read and written, and they and the schemas say the same. */
class ScheduleFormatTest {

    private static final Path FORMATS = Path.of("docs/formats");

    @Test
    void theExamplesKeepToTheirSchemas() throws IOException {
        for (String name : List.of("roster", "roster-answer", "roster-check", "roster-explanation")) {
            assertThat(schema(name).validate(example(name), InputFormat.JSON)).as(name).isEmpty();
        }
    }

    @Test
    void theExampleProblemUsesEveryFieldOfItsSchema() throws IOException {
        var unused = new ArrayList<String>();
        String problem = example("roster");
        for (var field : java.util.regex.Pattern.compile("\"([a-zA-Z_0-9]+)\": \\{\"(?:type|\\$ref|anyOf|enum|const)")
                .matcher(Files.readString(FORMATS.resolve("roster.schema.json"))).results()
                .map(m -> m.group(1)).distinct().toList()) {
            boolean definition = List.of("id", "day", "moment", "length", "points", "kinds", "role", "level", "work",
                    "zip", "at", "window", "place", "weekday", "items", "additionalProperties").contains(field);
            if (!definition && !problem.contains("\"" + field + "\"")) unused.add(field);
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void theExampleAnswerIsFineAndReadsBackToTheByte() throws IOException {
        String answer = example("roster-answer");
        assertThat(new String(AnswerFile.write(AnswerFile.read(answer), Kind.WORTH), StandardCharsets.UTF_8))
                .isEqualTo(answer);
        var report = ScheduleChecker.check(bytes("roster"), bytes("roster-answer"));
        assertThat(report.violations()).isEmpty();
        assertThat(report.disagreements()).isEmpty();
    }

    @Test
    void theExampleCheckAndExplanationAreWhatComesOut() throws IOException {
        assertThat(ScheduleChecker.check(bytes("roster"), bytes("roster-answer")).json())
                .isEqualTo(example("roster-check"));
        var problem = ScheduleFile.read(bytes("roster"));
        var explained = Explainer.explain(problem, AnswerFile.read(bytes("roster-answer")), "qr-17", null);
        assertThat(new String(ExplanationJson.write(explained, problem), StandardCharsets.UTF_8))
                .isEqualTo(example("roster-explanation"));
    }

    @Test
    void everyExplanationOfTheExampleKeepsToItsSchema() throws IOException {
        var problem = ScheduleFile.read(bytes("roster"));
        var answer = AnswerFile.read(bytes("roster-answer"));
        var schema = schema("roster-explanation");
        for (var shift : problem.shifts()) {
            String json = new String(
                    ExplanationJson.write(Explainer.explain(problem, answer, shift.id(), null), problem),
                    StandardCharsets.UTF_8);
            assertThat(schema.validate(json, InputFormat.JSON)).as(shift.id()).isEmpty();
        }
    }

    @Test
    void aCheckThatFindsSomethingKeepsToItsSchemaToo() throws IOException {
        String wrong = example("roster-answer").replace("\"officer\":\"o-ames\"", "\"officer\":\"o-bell\"")
                .replace("\"seats\":1", "\"seats\":2");
        String report = ScheduleChecker.check(bytes("roster"), wrong.getBytes(StandardCharsets.UTF_8)).json();
        assertThat(report).contains("\"fine\" : false");
        assertThat(schema("roster-check").validate(report, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemasAreNotSatisfiedByAnything() throws IOException {
        String problem = example("roster");
        for (String wrong : List.of(problem.replace("\"version\": 1", "\"version\": 2"),
                problem.replace("\"starts_on\"", "\"begins_on\""), problem.replace("\"HIGH\"", "\"TALL\""),
                problem.replace("T07:25:00-07:00", "T07:25:30-07:00"),
                problem.replace("\"needs\": 2", "\"needs\": 0"))) {
            assertThat(schema("roster").validate(wrong, InputFormat.JSON)).isNotEmpty();
        }
        String answer = example("roster-answer");
        for (String wrong : List.of(answer.replace("OPTIMAL", "GOOD"),
                answer.replaceAll("\"bound\": \\d+", "\"bound\": null"), answer.replace("\"seed\"", "\"sed\""))) {
            assertThat(schema("roster-answer").validate(wrong, InputFormat.JSON)).isNotEmpty();
        }
        String check = example("roster-check");
        assertThat(schema("roster-check").validate(check.replace("\"fine\" : true", "\"fine\" : 1"), InputFormat.JSON))
                .isNotEmpty();
        String explanation = example("roster-explanation");
        assertThat(schema("roster-explanation").validate(explanation.replace("CAP_REST_BETWEEN", "CAP_TIRED"),
                InputFormat.JSON)).isNotEmpty();
    }

    private static String example(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(FORMATS.resolve("examples/" + name + ".json"));
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve(name + ".schema.json")));
    }
}
