package org.daywatch.training.courses.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.command.CourseCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * A course's file: the example of the format, every fault by path, value and what to do, and the command that checks
 * it.
 */
public class CourseReaderTest {

    public static final String EXAMPLE = text(Path.of("docs/formats/examples/course.json"));

    @Test
    void readsTheExampleWholly() {
        var course = CourseReader.read(EXAMPLE.getBytes(StandardCharsets.UTF_8));
        assertThat(course.code()).isEqualTo("STAFF-FRONT-DOOR");
        assertThat(course.audience()).isEqualTo(Course.For.STAFF);
        assertThat(course.parts()).hasSize(2);
        assertThat(course.parts().getFirst().sources()).containsExactly("S1");
        assertThat(course.questions()).extracting(Course.Question::answer).containsExactly(2, 2, 2);
    }

    @Test
    void theExampleAndAllThatIsShippedKeepTheSchemaAndTheSchemaRefusesWhatTheReaderRefuses() throws IOException {
        var schema = schema("course");
        assertThat(schema.validate(EXAMPLE, InputFormat.JSON)).isEmpty();
        try (var shipped = Files.list(Path.of("src/main/resources/courses"))) {
            assertThat(shipped.toList()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(
                    file -> assertThat(schema.validate(text(file), InputFormat.JSON)).as(file.toString()).isEmpty());
        }
        for (var broken : List.of(EXAMPLE.replace("\"topic\": \"OTHER\"", "\"topic\": \"CARS\""),
                EXAMPLE.replace("\"about\"", "\"abuot\""), EXAMPLE.replace("\"answer\": 2", "\"answer\": \"2\""),
                EXAMPLE.replace("\"edition\": 1", "\"edition\": 0"),
                EXAMPLE.replace("\"audience\": \"STAFF\"", "\"audience\": \"STUDENTS\""))) {
            assertThat(broken).isNotEqualTo(EXAMPLE);
            assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
            assertThat(faults(broken)).isNotEmpty();
        }
        assertThat(schema("course-check").validate(text(Path.of("docs/formats/examples/course-check.json")),
                InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "answer": 2                    | "answer": 4                     | $.questions[0].answer    | 4      | there are choices 1 to 3
            "Ignore the person"            | "Open, because you know the person" | $.questions[0].choices   | Open, because you know the person | stands there twice
            "id": "Q2"                     | "id": "Q1"                      | $.questions              | Q1     | stands there twice
            "title": "One way in"          | "titel": "One way in"           | $.parts[0].titel         | One way in | is no field here; the fields are title, paragraphs, points, sources
            "title": "One way in"          | "title": "**One** way in"       | $.parts[0].title         | **One** way in | must be plain text: no markup, no line breaks
            "sources": []                  | "sources": ["S2"]               | $.parts[1].sources       | S2     | there is no such source; the sources are S1
            "Say what happens next and when; keep the promise." | "Promises keep 40 percent calm." | $.parts[1].sources | | its texts say a number and no source; name the source it comes from
            "audience": "STAFF"            | "audience": "STUDENTS"            | $.audience               | STUDENTS | must be one of STAFF, PARENTS
            "minutes": 10                  | "minutes": 3                    | $.minutes                | 3      | must be a whole number from 5 to 240
            "code": "STAFF-FRONT-DOOR"     | "code": "front door"            | $.code                   | front door | must be 3 to 40 capital letters and digits in words joined by hyphens, such as STAFF-FRONT-DOOR
            "year": 2022                   | "year": "2022"                  | $.sources[0].year        | 2022   | must be a whole number from 1900 to 2100
            """)
    void namesEachFaultByPathValueAndWhatToDo(String right, String wrong, String path, String value, String todo) {
        String broken = EXAMPLE.replaceFirst(java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(broken).isNotEqualTo(EXAMPLE);
        assertThat(faults(broken)).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(path);
            assertThat(fault.value()).isEqualTo(value == null ? "" : value);
            assertThat(fault.message()).isEqualTo(todo);
        });
    }

    @Test
    void aSourceNobodyNamesIsAFaultAndASheetStandsAlone() {
        assertThat(faults(EXAMPLE.replace("\"S1\"\n      ]", "\"S1\", \"S9\"\n      ]"))).extracting(FieldError::value)
                .contains("S9");
        String sheet = EXAMPLE.replaceFirst("(?s)\\{\\s*\"title\": \"One way in\".*?\\]\\s*\\}",
                "{\"sheet\": \"BULLYING-ONLINE\", \"edition\": 1}");
        assertThat(faults(sheet)).extracting(FieldError::field).containsExactly("$.sources[0]");
    }

    @Test
    void twoLanguagesOfOneEditionAreBuiltAlike() {
        var english = CourseReader.read(EXAMPLE.getBytes(StandardCharsets.UTF_8));
        String spanish = spanish(EXAMPLE);
        assertThat(CourseRules.twins(english, CourseReader.read(spanish.getBytes(StandardCharsets.UTF_8)))).isEmpty();
        var other = CourseReader.read(spanish.replaceFirst("\"answer\": 2", "\"answer\": 1")
                .replace("\"minutes\": 10", "\"minutes\": 12").getBytes(StandardCharsets.UTF_8));
        assertThat(CourseRules.twins(english, other)).extracting(FieldError::field).containsExactly("$.minutes",
                "$.questions[0]");
        assertThat(CourseRules.twins(english, other).getFirst().message())
                .isEqualTo("must be built as in the en edition, which has 10");
    }

    @Test
    void theCommandSaysWhatIsFineAndWhatIsNotAndPrintsItForMachines(@TempDir Path folder) throws IOException {
        Path fine = Files.writeString(folder.resolve("course.json"), EXAMPLE);
        Path broken = Files.writeString(folder.resolve("broken.json"),
                spanish(EXAMPLE).replaceFirst("\"answer\": 2", "\"answer\": 1"));
        var said = new StringWriter();
        assertThat(run(said, "check", fine.toString())).isZero();
        assertThat(said.toString())
                .contains("fine, STAFF-FRONT-DOOR edition 1 en, 10 minutes, 2 parts, 3 questions, 1 sources");
        said.getBuffer().setLength(0);
        assertThat(run(said, "check", "--json", fine.toString(), broken.toString())).isOne();
        assertThat(schema("course-check").validate(said.toString(), InputFormat.JSON)).isEmpty();
        assertThat(said.toString()).contains("$.questions[0]", "must be built as in the en edition");
        said.getBuffer().setLength(0);
        run(said, "check", "--json", fine.toString());
        assertThat(said.toString().replace(fine.toString(), "course.json").strip())
                .isEqualTo(text(Path.of("docs/formats/examples/course-check.json")).strip());
    }

    private static int run(StringWriter said, String... words) {
        return new CommandLine(new CourseCommand()).setOut(new PrintWriter(said)).execute(words);
    }

    public static String spanish(String english) {
        return english.replace("\"language\": \"en\"", "\"language\": \"es\"")
                .replace("The front door: who comes in, and how", "La puerta principal: quién entra y cómo");
    }

    private static List<FieldError> faults(String file) {
        var wrong = catchThrowableOfType(InvalidInput.class,
                () -> CourseReader.read(file.getBytes(StandardCharsets.UTF_8)));
        return wrong == null ? List.of() : wrong.errors();
    }

    private static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(text(Path.of("docs/formats/" + name + ".schema.json")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
