package org.daywatch.training.lessons.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.file.LessonReader;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What is printed of a lesson is the whole of it, in its own language. */
class LessonPaperTest {

    @Test
    void theWholeLessonIsOnPaperSlidesNotesActivitiesAnswersSheetsAndSources() throws IOException {
        for (String language : Texts.LANGUAGES) {
            var lesson = lesson("BULLYING-BYSTANDER", language);
            String paper = text("lesson-" + language, LessonPaper.lesson(page(language), lesson));
            assertThat(paper).contains(words(lesson.care()), words(lesson.evidence().note()));
            lesson.outline().forEach(part -> assertThat(paper).contains(words(part.doing())));
            lesson.slides().forEach(slide -> assertThat(paper).contains(words(slide.say())));
            lesson.activities().forEach(activity -> assertThat(paper).contains(words(activity.adapt())));
            lesson.parentSheet().help().forEach(help -> assertThat(paper).contains(words(help)));
            lesson.sources().forEach(source -> assertThat(paper).contains(source.id() + " "));
            assertThat(paper).doesNotContainPattern("lessons\\.[a-z]");
        }
    }

    /** The students' pages come first and do not say which answer is right. */
    @Test
    void theQuizOnPaperAsksForNoNameAndKeepsItsAnswersOnTheTeachersPage() throws IOException {
        var lesson = lesson("BULLYING-BYSTANDER", "en");
        byte[] bytes = LessonPaper.quiz(page("en"), lesson);
        try (var pdf = new PdfReader(bytes)) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(pdf.getNumberOfPages()))
                    .contains("Answers, for the teacher").doesNotContain("[   ]");
        }
        String paper = text("quiz-en", bytes);
        String students = paper.substring(0, paper.indexOf("Answers, for the teacher"));
        lesson.quiz().forEach(
                question -> question.choices().forEach(choice -> assertThat(students).contains(words(choice))));
        lesson.quiz().forEach(question -> assertThat(students).doesNotContain(words(question.why())));
        assertThat(students).contains("Do not write your name.");
    }

    @Test
    void cardsArePrintedToBeCutApartAndDoNotSayTheirAnswers() throws IOException {
        var lesson = lesson("BULLYING-ONLINE", "es");
        var cards = lesson.activity("A1").orElseThrow().cards();
        assertThat(cards).hasSize(12);
        String paper = text("cards-es", LessonPaper.cards(page("es"), lesson));
        cards.forEach(card -> assertThat(paper).contains(words(card)));
        lesson.activity("A1").orElseThrow().steps().forEach(step -> assertThat(paper).doesNotContain(words(step)));
    }

    @Test
    void aLongTextGetsItsBreathAndLosesNothing() {
        String text = "One sentence that is long enough to be followed by another one, and by a third. The U.S. Department of Health says so. "
                .repeat(6).strip();
        var paragraphs = ShownLesson.paragraphs(text);
        assertThat(paragraphs).hasSizeGreaterThan(1)
                .allSatisfy(p -> assertThat(p).endsWith(".").doesNotEndWith("U.S."));
        assertThat(String.join(" ", paragraphs)).isEqualTo(text);
        assertThat(ShownLesson.paragraphs("Short.")).containsExactly("Short.");
    }

    private static Lesson lesson(String code, String language) throws IOException {
        return LessonReader
                .read(Files.readAllBytes(Path.of("src/main/resources/lessons/" + code + "." + language + ".json")));
    }

    private static Page page(String language) throws IOException {
        return new Page("", language, new Texts(), null, "", List.of(), new Page.Csrf("", ""), Page.Kind.REAL, null,
                "/", false,
                0, Map.of(), Map.of());
    }

    /** The first words: lines break where the paper wants. */
    private static String words(String text) {
        return text.substring(0, Math.min(18, text.length())).strip();
    }

    private static String text(String name, byte[] bytes) throws IOException {
        Files.createDirectories(Path.of("target/paper"));
        Files.write(Path.of("target/paper/" + name + ".pdf"), bytes);
        var all = new StringBuilder();
        try (var pdf = new PdfReader(bytes)) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++)
                all.append(new PdfTextExtractor(pdf).getTextFromPage(page)).append('\n');
        }
        return all.toString();
    }
}
