package org.daywatch.training.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.training.courses.Course.Question;
import org.daywatch.training.courses.file.CourseFile;
import org.daywatch.training.courses.library.ShippedCourses;
import org.daywatch.training.lessons.LessonTopic;
import org.daywatch.training.lessons.file.LessonReader;
import org.junit.jupiter.api.Test;

/** The courses in the jar: whole, alike in both languages, and with the sheets they name. */
class ShippedCoursesTest {

    @Test
    void everyCourseExistsInBothLanguagesWithTheSameQuestionsAndAnswers() {
        var english = new TreeMap<String, CourseFile>();
        var spanish = new TreeMap<String, CourseFile>();
        ShippedCourses.files()
                .forEach(f -> (f.language().equals("en") ? english : spanish).put(f.code() + " " + f.edition(), f));
        assertThat(english.keySet()).isEqualTo(spanish.keySet()).hasSizeGreaterThanOrEqualTo(4);
        english.forEach((code, file) -> {
            var twin = spanish.get(code);
            assertThat(twin.questions()).as(code).extracting(Question::id, Question::answer).isEqualTo(file.questions()
                    .stream().map(q -> org.assertj.core.api.Assertions.tuple(q.id(), q.answer())).toList());
            assertThat(twin.parts()).as(code).hasSameSizeAs(file.parts());
            assertThat(file.questions()).as(code).allSatisfy(q -> {
                assertThat(q.answer()).isBetween(1, q.choices().size());
                assertThat(q.why()).isNotBlank();
            });
        });
    }

    @Test
    void thereIsOneForStaffAndOneForFamiliesOfEachOfTheThreeTopics() {
        assertThat(ShippedCourses.files()).filteredOn(f -> f.audience() == Course.For.STAFF).isNotEmpty();
        assertThat(ShippedCourses.files()).filteredOn(f -> f.audience() == Course.For.PARENTS)
                .extracting(CourseFile::topic)
                .contains(LessonTopic.DRUGS, LessonTopic.INTERNET_SAFETY, LessonTopic.BULLYING);
    }

    @Test
    void everyPageIsWrittenOutOrTheFamilySheetOfALessonThatIsThere() throws java.io.IOException {
        for (var file : ShippedCourses.files()) {
            for (var page : file.parts()) {
                if (page.sheet() == null) {
                    assertThat(page.paragraphs()).isNotEmpty();
                    assertThat(page.sources()).as(file.code() + ": " + page.title()).isNotEmpty()
                            .allMatch(id -> file.sources().stream().anyMatch(s -> s.id().equals(id)));
                } else {
                    var lesson = LessonReader.read(java.nio.file.Files.readAllBytes(
                            Path.of("src/main/resources/lessons/" + page.sheet() + "." + file.language() + ".json")));
                    assertThat(lesson.edition()).isEqualTo(page.edition());
                    assertThat(lesson.parentSheet().paragraphs()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void whatIsNotRightOrNotAnsweredIsNamedAndNothingElseIs() {
        var course = ShippedCourses.files().stream()
                .filter(f -> f.code().equals("STAFF-OFFICER-AT-SCHOOL") && f.language().equals("en")).findFirst()
                .orElseThrow().course(null);
        var right = new TreeMap<String, String>();
        course.questions().forEach(q -> right.put(q.id(), Integer.toString(q.answer())));
        assertThat(course.wrong(right)).isEmpty();
        right.put("Q3", "9");
        right.remove("Q5");
        assertThat(course.wrong(right)).containsExactly("Q3", "Q5");
        assertThat(course.wrong(Map.of())).hasSize(course.questions().size());
    }

    @Test
    void aCourseIsDueSoManyDaysAfterTheFirstSchoolDayOrAfterSomebodyCame() {
        var first = LocalDate.of(2026, 8, 3);
        assertThat(CourseDue.of(first, LocalDate.of(2020, 1, 1), 60)).isEqualTo("2026-10-02");
        assertThat(CourseDue.of(first, LocalDate.of(2026, 11, 1), 60)).isEqualTo("2026-12-31");
    }
}
