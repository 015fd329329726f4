package org.daywatch.training.courses.file;

import java.util.ArrayList;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.courses.Course;
import org.daywatch.training.courses.file.CourseFile.Page;
import org.daywatch.training.lessons.LessonTopic;
import org.daywatch.training.lessons.file.LessonFields;
import org.daywatch.training.lessons.file.LessonReader;

/** Reads a course's file as a whole or not at all. */
public final class CourseReader {

    private static final String CODE = "(?=.{3,40}$)[A-Z][A-Z0-9]*(-[A-Z0-9]+)*";

    private CourseReader() {}

    /**
     * @throws InvalidInput that names every fault: the path of the field, counted from 0 ({@code $.parts[1].title}),
     * its value, what to do
     */
    public static CourseFile read(byte[] bytes) {
        var faults = new ArrayList<FieldError>();
        var root = LessonReader.json(bytes);
        if (!root.isObject()) throw new InvalidInput("$", "", "must be an object in braces");
        var fields = new LessonFields(root, "$", faults);
        var file = course(fields);
        fields.nothingElse();
        if (faults.isEmpty()) faults.addAll(CourseRules.faults(file));
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        return file;
    }

    private static CourseFile course(LessonFields f) {
        f.matching("schema", "course", "must be course");
        f.whole("version", 1, 1);
        return new CourseFile(f.matching("code", CODE,
                "must be 3 to 40 capital letters and digits in words joined by hyphens, such as STAFF-FRONT-DOOR"),
                f.whole("edition", 1, 999),
                f.matching("language", "en|es", "must be en or es"), f.word("audience", Course.For.values()),
                f.word("topic", LessonTopic.values()), f.whole("minutes", 5, 240), f.text("title", 3, 160),
                f.text("about", 20, 1200), f.objects("parts", 1, 30, CourseReader::page),
                f.objects("questions", 1, 30, CourseReader::question),
                f.objects("sources", 0, 60, CourseReader::source));
    }

    private static Page page(LessonFields p) {
        if (p.has("sheet"))
            return Page.sheet(p.matching("sheet", CODE, "must be the code of a lesson, such as BULLYING-ONLINE"),
                    p.whole("edition", 1, 999));
        return Page.written(p.text("title", 3, 160), p.texts("paragraphs", 1, 15, 20, 2000),
                p.texts("points", 0, 20, 5, 500), p.texts("sources", 0, 15, 2, 4));
    }

    private static Course.Question question(LessonFields q) {
        return new Course.Question(q.matching("id", "Q[1-9][0-9]?", "must be Q and a number, such as Q1"),
                q.text("question", 8, 500), q.texts("choices", 2, 6, 1, 240), q.whole("answer", 1, 6),
                q.text("why", 10, 800));
    }

    private static Course.Source source(LessonFields s) {
        return new Course.Source(s.matching("id", "S[1-9][0-9]?", "must be S and a number, such as S1"),
                s.text("title", 3, 300), s.text("by", 2, 300), s.whole("year", 1900, 2100),
                s.matching("url", "https?://[^\\s\"<>]{4,400}", "must be an address that begins with https://"));
    }
}
