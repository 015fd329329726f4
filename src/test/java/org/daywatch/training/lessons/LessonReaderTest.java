package org.daywatch.training.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.lessons.file.LessonReader;
import org.daywatch.training.lessons.file.LessonRules;
import org.daywatch.training.lessons.file.LessonTwins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonReaderTest {

    static final String EXAMPLE = text(Path.of("docs/formats/examples/lesson.json"));

    @Test
    void readsTheExampleWholly() {
        var lesson = LessonReader.read(EXAMPLE.getBytes(StandardCharsets.UTF_8));
        assertThat(lesson.code()).isEqualTo("TRAFFIC-CROSSING");
        assertThat(lesson.outline()).extracting(Lesson.Part::minutes).containsExactly(5, 12, 3);
        assertThat(lesson.partOf(2).orElseThrow().activity()).isEqualTo("A1");
        assertThat(lesson.slides().get(1).points().get(2).sources()).containsExactly("S1");
        assertThat(lesson.quiz()).extracting(Lesson.Question::answer).containsExactly(2, 1, 3);
        assertThat(lesson.staffSheet().toDo()).hasSize(1);
        assertThat(lesson.evidence().studies()).extracting(Lesson.Study::direction)
                .containsExactly(Lesson.Direction.MIXED);
    }

    @Test
    void theExampleKeepsTheSchemaAndTheSchemaRefusesWhatTheReaderRefuses() throws IOException {
        var schema = schema("lesson");
        assertThat(schema.validate(EXAMPLE, InputFormat.JSON)).isEmpty();
        for (var broken : List.of(EXAMPLE.replace("\"topic\": \"TRAFFIC\"", "\"topic\": \"CARS\""),
                EXAMPLE.replace("\"ask\": \"\"", "\"aks\": \"\""),
                EXAMPLE.replace("\"answer\": 2", "\"answer\": \"2\""),
                EXAMPLE.replace("\"edition\": 1", "\"edition\": 0"),
                EXAMPLE.replace("\"id\": \"S1\"", "\"id\": \"1\""))) {
            assertThat(broken).isNotEqualTo(EXAMPLE);
            assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
            assertThat(faults(broken)).isNotEmpty();
        }
        assertThat(schema("lesson-check").validate(Files.readString(Path.of("docs/formats/examples/lesson-check.json")),
                InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "minutes": 20            | "minutes": 21              | $.outline                       | 20    | the minutes of its parts must sum to 21
            "slides": [3]            | "slides": [4]              | $.outline[2].slides             | 4     | there are slides 1 to 3
            "slides": [3]            | "slides": []               | $.slides[2]                     | 3     | no part of the outline shows it; name it in slides of one
            "activity": "A1"         | "activity": "A2"           | $.outline[1].activity           | A2    | there is no such activity
            "activity": "A1"         | "activity": null           | $.activities[0]                 | A1    | no part of the outline holds it; name it as activity of one
            "minutes": 10            | "minutes": 13              | $.activities[0].minutes         | 13    | the outline gives it only 12
            "goal": 1                | "goal": 2                  | $.quiz[0].goal                  | 2     | there are goals 1 to 1
            "answer": 2              | "answer": 4                | $.quiz[0].answer                | 4     | there are choices 1 to 3
            "Wave"                   | "Run"                      | $.quiz[0].choices               | Run   | stands there twice
            "id": "Q2"               | "id": "Q1"                 | $.quiz                          | Q1    | stands there twice
            "source": "S1"           | "source": "S2"             | $.evidence.studies[0].source    | S2    | there is no such source; the sources are S1
            "topic": "TRAFFIC"       | "topic": "CARS"            | $.topic                         | CARS  | must be one of DRUGS, INTERNET_SAFETY, BULLYING, LAW, TRAFFIC, VAPING, FENTANYL, OTHER
            "language": "en"         | "language": "fr"           | $.language                      | fr    | must be en or es
            "title": "Show it at home" | "title": "**Show** it"   | $.slides[2].title               | **Show** it | must be plain text: no markup, no line breaks
            "year": 2002             | "year": "2002"             | $.sources[0].year               | 2002  | must be a whole number from 1900 to 2100
            "say": "Tonight          | "say": " Tonight           | $.slides[2].say                 |       | must not begin or end with a blank
            "say": "Tonight           | "say": "Nearly one in four of you. Tonight | $.slides[2].say | 3 | speaks of a number, and no point of its slide names a source; name it at the point it belongs to
            "ask": ""                | "ask": "Did you know that two thirds look?" | $.slides[2].ask | 3 | asks with a number, and no point of its slide names a source; name it at the point it belongs to
            "text": "Stop at the edge, every time." | "text": "Stopping saves 40 percent." | $.slides[1].points[0].text | Stopping saves 40 percent. | says a number and no source; name the source it comes from
            """)
    void namesEachFaultByPathValueAndWhatToDo(String right, String wrong, String path, String value, String todo) {
        String broken = EXAMPLE.replaceFirst(java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(broken).isNotEqualTo(EXAMPLE);
        assertThat(faults(broken)).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(path);
            assertThat(fault.message()).isEqualTo(todo);
            if (value != null) assertThat(fault.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Say that 40 % do.", "About one in four had.", "19 of every 100 said so.",
            "Two thirds of young people.", "More than half of the time.", "Tres de cada cuatro.", "Ocho de cada diez.",
            "Dos tercios de los jóvenes.", "Más de la mitad de las veces.", "In 2025, 23,726 students.",
            "Almost three out of four."})
    void whatIsSpokenTellsOfACountedNumberInDigitsOrInWords(String said) {
        assertThat(LessonRules.spoken(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Find the tactics from slide 5.", "Call 911, or text 741741.", "One in your group writes.",
            "Give them two minutes.", "Uno de ustedes lee.", "Cada cuatro minutos suena.",
            "Half a minute each.", "La mitad del salón se levanta.", "We begin at 9:30."})
    void whatAnOfficerOnlyArrangesIsNoClaim(String said) {
        assertThat(LessonRules.spoken(said)).isFalse();
    }

    @Test
    void anEditionThatWasTakenInBeforeStaysReadableWhateverIsAskedSince() {
        String once = EXAMPLE.replace("\"say\": \"Tonight", "\"say\": \"Nearly one in four of you. Tonight");
        assertThat(faults(once)).hasSize(1);
        assertThat(LessonReader.kept(once.getBytes(StandardCharsets.UTF_8)).slides().get(2).say())
                .startsWith("Nearly one in four");
    }

    @Test
    void findsAllFaultsInOneReadingAndLeavesNothingOutInSilence() {
        assertThat(faults(EXAMPLE.replace("\"ask\": \"\"", "\"aks\": \"\"").replace("\"band\": \"GRADES_K_2\"",
                "\"band\": \"K2\""))).extracting(FieldError::field)
                .contains("$.band", "$.slides[2].ask", "$.slides[2].aks");
        assertThat(faults(EXAMPLE.replaceFirst("\"schema\"", "\"code\": \"OTHER\", \"schema\"")).getFirst().message())
                .contains("Duplicate");
        assertThat(faults(EXAMPLE + "{}").getFirst().field()).isEqualTo("$");
        assertThat(faults("[]").getFirst().message()).contains("object");
        assertThat(faults("").getFirst().field()).isEqualTo("$");
        var latin = catchThrowableOfType(InvalidInput.class,
                () -> LessonReader.read(EXAMPLE.replace("Cochrane", "Córdoba").getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(latin.errors().getFirst().message()).contains("UTF-8");
    }

    @Test
    void aSourceNothingNamesIsAFault() {
        String broken = EXAMPLE.replace("\"source\": \"S1\"", "\"source\": \"S2\"").replace("[\"S1\"]", "[]")
                .replace("\"sources\": [\n    {",
                        "\"sources\": [\n    {\"id\": \"S2\", \"title\": \"Another\", \"by\": \"Somebody\", \"year\": 2020, \"url\": \"https://example.org/x\"},\n    {");
        assertThat(faults(broken)).extracting(FieldError::value, FieldError::message)
                .contains(org.assertj.core.groups.Tuple.tuple("S1",
                        "nothing names it; name it where it was used, or take it out"));
    }

    @Test
    void languagesOfOneEditionMustBeBuiltAlike() {
        var english = LessonReader.read(EXAMPLE.getBytes(StandardCharsets.UTF_8));
        String spanish = EXAMPLE.replace("\"language\": \"en\"", "\"language\": \"es\"")
                .replace("Crossing the street by our school", "Cruzar la calle de la escuela");
        assertThat(LessonTwins.faults(english, read(spanish))).isEmpty();
        assertThat(LessonTwins.faults(english, read(spanish.replace("\"answer\": 2", "\"answer\": 3"))))
                .extracting(FieldError::field).containsExactly("$.quiz[0]");
        assertThat(LessonTwins.faults(english,
                read(spanish.replace("{\"text\": \"Stop at the edge, every time.\", \"sources\": []},", ""))))
                .extracting(FieldError::field).containsExactly("$.slides[1]");
        assertThat(LessonTwins.faults(english, read(spanish.replace("\"MIXED\"", "\"FOR\""))))
                .extracting(FieldError::field).containsExactly("$.evidence.studies[0]");
    }

    private static Lesson read(String text) {
        return LessonReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<FieldError> faults(String text) {
        return catchThrowableOfType(InvalidInput.class, () -> read(text)).errors();
    }

    static JsonSchema schema(String name) {
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
