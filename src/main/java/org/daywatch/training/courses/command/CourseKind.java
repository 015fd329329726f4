package org.daywatch.training.courses.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.courses.file.CourseFile;
import org.daywatch.training.courses.file.CourseReader;
import org.daywatch.training.courses.file.CourseRules;
import org.daywatch.training.editions.command.EditionKind;

/** Courses as files of which there are editions in several languages. */
final class CourseKind implements EditionKind<CourseFile> {

    @Override
    public String name() {
        return "course";
    }

    @Override
    public CourseFile read(byte[] file) {
        return CourseReader.read(file);
    }

    @Override
    public String code(CourseFile course) {
        return course.code();
    }

    @Override
    public int edition(CourseFile course) {
        return course.edition();
    }

    @Override
    public String language(CourseFile course) {
        return course.language();
    }

    @Override
    public List<FieldError> twins(CourseFile first, CourseFile other) {
        return CourseRules.twins(first, other);
    }

    @Override
    public Map<String, Object> holds(CourseFile course) {
        var holds = new LinkedHashMap<String, Object>();
        holds.put("minutes", course.minutes());
        holds.put("audience", course.audience());
        holds.put("parts", course.parts().size());
        holds.put("questions", course.questions().size());
        holds.put("sources", course.sources().size());
        return holds;
    }

    @Override
    public String said(CourseFile course) {
        return course.minutes() + " minutes, " + course.parts().size() + " parts, " + course.questions().size()
                + " questions, " + course.sources().size() + " sources";
    }
}
