package org.daywatch.training.courses.file;

import java.util.List;
import java.util.Optional;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.Course.Part;
import org.daywatch.training.courses.Course.Question;
import org.daywatch.training.courses.Course.Source;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.LessonTopic;
import org.daywatch.training.lessons.Lessons;
import org.jspecify.annotations.Nullable;

/** A course as its file has it. A part is written out, or it is the family sheet of a lesson. */
public record CourseFile(String code, int edition, String language, Course.For audience, LessonTopic topic, int minutes,
        String title, String about, List<Page> parts,
        List<Question> questions, List<Source> sources) {

    /**
     * @param sheet code of a lesson whose family sheet this page is; then only {@code edition} stands beside it. @param
     * sources ids
     */
    public record Page(@Nullable String title, List<String> paragraphs, List<String> points, List<String> sources,
            @Nullable String sheet, @Nullable Integer edition) {

        static Page written(String title, List<String> paragraphs, List<String> points, List<String> sources) {
            return new Page(title, paragraphs, points, sources, null, null);
        }

        static Page sheet(String lesson, int edition) {
            return new Page(null, List.of(), List.of(), List.of(), lesson, edition);
        }
    }

    /** Pages whose lesson the library does not have are left out. */
    public Course course(Lessons lessons) {
        return new Course(code, edition, language, audience, topic, minutes, title, about,
                parts.stream().flatMap(p -> part(p, lessons).stream()).toList(), questions, sources);
    }

    private Optional<Part> part(Page page, Lessons lessons) {
        if (page.sheet == null) {
            return Optional.of(new Part(page.title == null ? "" : page.title, page.paragraphs, page.points,
                    page.sources.stream().map(this::source).toList()));
        }
        return lessons.find(page.sheet, page.edition == null ? 1 : page.edition, language).map(CourseFile::familySheet);
    }

    private static Part familySheet(Lesson lesson) {
        var sheet = lesson.parentSheet();
        var points = new java.util.ArrayList<>(sheet.talkAbout());
        points.addAll(sheet.help());
        return new Part(sheet.title(), sheet.paragraphs(), points, sheet.sources().stream().map(lesson::source)
                .map(s -> new Source(s.id(), s.title(), s.by(), s.year(), s.url())).toList());
    }

    private Source source(String id) {
        return sources.stream().filter(s -> s.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The course " + code + " has no source " + id));
    }
}
