package org.daywatch.training.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.training.lessons.file.LessonReader;
import org.daywatch.training.lessons.file.LessonTwins;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every lesson that comes with Daywatch, read as an officer needs it: complete, in both languages, each claim with its
 * source.
 */
class ShippedLessonsTest {

    private static final Path FOLDER = Path.of("src/main/resources/lessons");
    private static final Pattern NUMBER = Pattern.compile("\\d+([.,:]\\d+)*");
    private static final Pattern GRADE = Pattern
            .compile("\\bgrad(e|o) \\d+( (to|al) \\d+)?|\\bgrad(es|os) \\d+( (to|and|a|al|y) \\d+)?");

    @Test
    void thereAreThreeLessonsForEachOfTheThreeTopics() throws IOException {
        var topics = lessons().stream().filter(l -> l.language().equals("en"))
                .collect(Collectors.groupingBy(Lesson::topic, Collectors.counting()));
        assertThat(topics).containsEntry(LessonTopic.DRUGS, 3L).containsEntry(LessonTopic.INTERNET_SAFETY, 3L)
                .containsEntry(LessonTopic.BULLYING, 3L);
    }

    @Test
    void everyLetterCanBePrinted() throws IOException {
        var paper = Charset.forName("windows-1252").newEncoder();
        for (var file : files()) {
            var strange = Files.readString(file).replace("→", "").codePoints()
                    .filter(c -> c > 127 && !paper.canEncode(Character.toString(c))).mapToObj(Character::toString)
                    .distinct().toList();
            assertThat(strange).as(file.toString()).isEmpty();
        }
    }

    /** What a room reads from its last row: few points, none of them a paragraph. */
    @Test
    void noSlideIsAPageToReadOut() throws IOException {
        for (var lesson : lessons()) {
            assertThat(lesson.slides()).as(lesson.code() + " " + lesson.language()).allSatisfy(slide -> {
                assertThat(slide.points().size()).as(slide.title()).isLessThanOrEqualTo(6);
                assertThat(slide.points().stream().mapToInt(p -> p.text().length()).sum() + slide.ask().length())
                        .as(slide.title()).isLessThanOrEqualTo(600);
            });
        }
    }

    /** Where a child tells of something, or is in danger, the officer must know what to do and who takes over. */
    @Test
    void everyLessonSaysWhatToDoWhenAStudentTellsOfSomething() throws IOException {
        for (var lesson : lessons()) {
            var say = lesson.care().toLowerCase(Locale.ROOT);
            assertThat(say).as(lesson.code() + " " + lesson.language()).contains("988", "911");
            assertThat(say).as(lesson.code() + " " + lesson.language()).containsAnyOf("counselor", "consejer",
                    "orientador");
        }
    }

    @Test
    void everyFileIsALessonUnderItsOwnNameAndKeepsTheSchema() throws IOException {
        var schema = LessonReaderTest.schema("lesson");
        for (var file : files()) {
            var lesson = read(file);
            assertThat(file.getFileName().toString()).isEqualTo(lesson.code() + "." + lesson.language() + ".json");
            assertThat(schema.validate(Files.readString(file), InputFormat.JSON)).as(file.toString()).isEmpty();
        }
    }

    @Test
    void everyLessonStandsInBothLanguagesBuiltAlike() throws IOException {
        byCode().forEach((code, lessons) -> {
            assertThat(lessons.keySet()).as(code).containsExactly("en", "es");
            assertThat(LessonTwins.faults(lessons.get("en"), lessons.get("es"))).as(code).isEmpty();
            assertThat(lessons.get("es").title()).as(code).isNotEqualTo(lessons.get("en").title());
        });
    }

    @Test
    void everyLessonIsEnoughToTeachFortyFiveMinutes() throws IOException {
        for (var lesson : lessons()) {
            String which = lesson.code() + " " + lesson.language();
            assertThat(lesson.minutes()).as(which).isEqualTo(45);
            assertThat(lesson.outline().stream().mapToInt(Lesson.Part::minutes).sum()).as(which).isEqualTo(45);
            assertThat(lesson.slides().size()).as(which).isBetween(8, 20);
            assertThat(lesson.activities()).as(which).hasSizeGreaterThanOrEqualTo(2).as("cards to print")
                    .anyMatch(activity -> !activity.cards().isEmpty());
            assertThat(lesson.quiz().size()).as(which).isBetween(8, 10);
            assertThat(lesson.goals().size()).as(which).isBetween(2, 5);
            assertThat(lesson.fidelity()).as(which).hasSizeGreaterThanOrEqualTo(4);
            assertThat(lesson.evidence().studies()).as(which).isNotEmpty();
            assertThat(lesson.outline()).as(which)
                    .allSatisfy(part -> assertThat(words(part.doing())).as(part.part()).isGreaterThan(15));
            assertThat(lesson.slides()).as(which).allSatisfy(slide -> {
                assertThat(words(slide.say())).as(slide.title()).isGreaterThan(12);
                assertThat(slide.points().isEmpty() && slide.ask().isEmpty()).as(slide.title() + " shows something")
                        .isFalse();
            });
        }
    }

    /**
     * Somebody who has never held it must not run out of time: what is read aloud, at 140 words a minute, and the
     * activity share the minutes of their part.
     */
    @Test
    void whatIsSaidAndWhatIsDoneFitIntoTheMinutesOfTheirPart() throws IOException {
        for (var lesson : lessons()) {
            assertThat(lesson.outline()).as(lesson.code() + " " + lesson.language()).allSatisfy(part -> {
                double said = part.slides().stream().mapToLong(n -> words(lesson.slides().get(n - 1).say())).sum()
                        / 140.0;
                int done = lesson.activity(part.activity()).map(Lesson.Activity::minutes).orElse(0);
                assertThat(said + done).as(part.part()).isLessThanOrEqualTo(part.minutes());
            });
        }
    }

    /**
     * A figure lost or changed in translation is a claim without a source. "Twelfth graders" are "grado 12": grades are
     * words in one language and numbers in the other.
     */
    @Test
    void bothLanguagesSayTheSameNumbersInTheSamePlaces() throws IOException {
        for (var file : files()) {
            if (!file.toString().endsWith(".en.json")) continue;
            var english = numbers(LessonReader.json(Files.readAllBytes(file)), "$");
            var spanish = numbers(
                    LessonReader.json(Files.readAllBytes(Path.of(file.toString().replace(".en.", ".es.")))), "$");
            assertThat(english).as(file + " says numbers").hasSizeGreaterThan(50);
            var elsewhere = new TreeMap<>(spanish);
            elsewhere.entrySet().removeAll(english.entrySet());
            assertThat(elsewhere).as(file + " in Spanish says other numbers").isEmpty();
            assertThat(spanish.keySet()).as(file + " in Spanish says them all").containsAll(english.keySet());
        }
    }

    /** No lesson may tell only of studies that speak for it. */
    @Test
    void theEvidenceSaysWhatSpeaksAgainstOrIsNotKnown() throws IOException {
        for (var lesson : lessons()) {
            assertThat(lesson.evidence().studies()).as(lesson.code() + " " + lesson.language())
                    .extracting(Lesson.Study::direction)
                    .anyMatch(d -> d != Lesson.Direction.FOR);
        }
    }

    @Test
    void rightAnswersCannotBeGuessedByTheirPlaceOrLength() throws IOException {
        for (var lesson : lessons()) {
            String which = lesson.code() + " " + lesson.language();
            var places = lesson.quiz().stream()
                    .collect(Collectors.groupingBy(Lesson.Question::answer, Collectors.counting()));
            assertThat(places.size()).as(which).isGreaterThanOrEqualTo(3);
            assertThat(places.values()).as(which)
                    .allSatisfy(often -> assertThat(often).isLessThanOrEqualTo(lesson.quiz().size() / 2));
            long longest = lesson.quiz().stream().filter(q -> q.choices().stream().mapToInt(String::length).max()
                    .orElse(0) == q.choices().get(q.answer() - 1).length()).count();
            assertThat(longest).as(which + ": the right answer is the longest")
                    .isLessThanOrEqualTo(lesson.quiz().size() / 2);
        }
    }

    @Test
    void noLessonPromisesOrFrightensOrCollectsNames() throws IOException {
        for (var file : files()) {
            assertThat(Files.readString(file).toLowerCase(Locale.ROOT)).as(file.toString()).doesNotContain("lorem",
                    "todo:", "tbd", "example.com", "<", "write your name on the quiz");
        }
    }

    /** @return of each text that says a number: its path, and its numbers in order of size */
    private static Map<String, List<String>> numbers(JsonNode node, String path) {
        var all = new TreeMap<String, List<String>>();
        node.properties().forEach(field -> all.putAll(numbers(field.getValue(), path + "." + field.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) all.putAll(numbers(node.get(i), path + "[" + i + "]"));
        if (node.isString()) {
            var said = NUMBER.matcher(GRADE.matcher(node.stringValue()).replaceAll("")).results()
                    .map(MatchResult::group).sorted().toList();
            if (!said.isEmpty()) all.put(path, said);
        }
        return all;
    }

    private static long words(String text) {
        return Stream.of(text.split("\\s+")).count();
    }

    static List<Lesson> lessons() throws IOException {
        var all = new ArrayList<Lesson>();
        for (var file : files()) all.add(read(file));
        return all;
    }

    private static Map<String, Map<String, Lesson>> byCode() throws IOException {
        var by = new TreeMap<String, Map<String, Lesson>>();
        for (var lesson : lessons())
            by.computeIfAbsent(lesson.code(), c -> new TreeMap<>()).put(lesson.language(), lesson);
        return by;
    }

    private static Lesson read(Path file) throws IOException {
        try {
            return LessonReader.read(Files.readAllBytes(file));
        } catch (InvalidInput wrong) {
            throw new AssertionError(file + " " + wrong.getMessage());
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }
}
