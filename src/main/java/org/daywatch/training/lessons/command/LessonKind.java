package org.daywatch.training.lessons.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.editions.command.EditionKind;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.file.LessonReader;
import org.daywatch.training.lessons.file.LessonTwins;

/** Lessons as files of which there are editions in several languages. */
final class LessonKind implements EditionKind<Lesson> {

    @Override
    public String name() {
        return "lesson";
    }

    @Override
    public Lesson read(byte[] file) {
        return LessonReader.read(file);
    }

    @Override
    public String code(Lesson lesson) {
        return lesson.code();
    }

    @Override
    public int edition(Lesson lesson) {
        return lesson.edition();
    }

    @Override
    public String language(Lesson lesson) {
        return lesson.language();
    }

    @Override
    public List<FieldError> twins(Lesson first, Lesson other) {
        return LessonTwins.faults(first, other);
    }

    @Override
    public Map<String, Object> holds(Lesson lesson) {
        var holds = new LinkedHashMap<String, Object>();
        holds.put("minutes", lesson.minutes());
        holds.put("slides", lesson.slides().size());
        holds.put("questions", lesson.quiz().size());
        holds.put("sources", lesson.sources().size());
        return holds;
    }

    @Override
    public String said(Lesson lesson) {
        return lesson.minutes() + " minutes, " + lesson.slides().size() + " slides, " + lesson.activities().size()
                + " activities, " + lesson.quiz().size() + " questions, " + lesson.sources().size() + " sources";
    }
}
