package org.daywatch.training.courses.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.courses.Course;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.lessons.file.LessonRules;

/** What the parts of a course must be to each other, to its other language, and to the lessons it takes sheets from. */
public final class CourseRules {

    private CourseRules() {}

    static List<FieldError> faults(CourseFile file) {
        var faults = new ArrayList<FieldError>();
        unique(faults, "$.questions", file.questions().stream().map(Course.Question::id).toList());
        for (int i = 0; i < file.questions().size(); i++) {
            var question = file.questions().get(i);
            if (question.answer() > question.choices().size())
                add(faults, "$.questions[" + i + "].answer", question.answer(),
                        "there are choices 1 to " + question.choices().size());
            unique(faults, "$.questions[" + i + "].choices", question.choices());
        }
        sources(faults, file);
        return faults;
    }

    private static void sources(List<FieldError> faults, CourseFile file) {
        var known = file.sources().stream().map(Course.Source::id).toList();
        unique(faults, "$.sources", known);
        var used = file.parts().stream().flatMap(p -> p.sources().stream()).collect(Collectors.toSet());
        for (int i = 0; i < file.parts().size(); i++) {
            var part = file.parts().get(i);
            for (String id : part.sources())
                if (!known.contains(id))
                    add(faults, "$.parts[" + i + "].sources", id,
                            "there is no such source; the sources are " + String.join(", ", known));
            if (part.sources().isEmpty() && Stream.concat(part.paragraphs().stream(), part.points().stream())
                    .anyMatch(LessonRules::claims)) {
                add(faults, "$.parts[" + i + "].sources", "",
                        "its texts say a number and no source; name the source it comes from");
            }
        }
        for (int i = 0; i < known.size(); i++)
            if (!used.contains(known.get(i)))
                add(faults, "$.sources[" + i + "]", known.get(i),
                        "nothing names it; name it where it was used, or take it out");
    }

    /** Sheets of lessons that whoever adds the course does not have. */
    public static List<FieldError> sheets(CourseFile file, Lessons lessons) {
        var faults = new ArrayList<FieldError>();
        for (int i = 0; i < file.parts().size(); i++) {
            var part = file.parts().get(i);
            String sheet = part.sheet();
            if (sheet == null
                    || lessons.find(sheet, part.edition() == null ? 1 : part.edition(), file.language()).isPresent())
                continue;
            add(faults, "$.parts[" + i + "].sheet", sheet, "the library has no edition " + part.edition()
                    + " of this lesson in " + file.language() + "; name one that it has, or write the page out");
        }
        return faults;
    }

    /** Two languages of one edition are one course. @return where {@code other} is not built as {@code one} is */
    public static List<FieldError> twins(CourseFile one, CourseFile other) {
        var faults = new ArrayList<FieldError>();
        same(faults, one, other, "$.audience", CourseFile::audience);
        same(faults, one, other, "$.topic", CourseFile::topic);
        same(faults, one, other, "$.minutes", CourseFile::minutes);
        each(faults, one, other, "$.parts",
                f -> f.parts().stream()
                        .map(p -> p.sheet() == null
                                ? p.paragraphs().size() + " paragraphs, " + p.points().size() + " points, sources "
                                        + p.sources()
                                : p.sheet() + " " + p.edition())
                        .toList());
        each(faults, one, other, "$.questions", f -> f.questions().stream()
                .map(q -> q.id() + ", " + q.choices().size() + " choices, answer " + q.answer()).toList());
        each(faults, one, other, "$.sources", f -> f.sources().stream().map(s -> s.id() + " " + s.url()).toList());
        return faults;
    }

    private static void same(List<FieldError> faults, CourseFile one, CourseFile other, String path,
            Function<CourseFile, Object> what) {
        if (!Objects.equals(what.apply(one), what.apply(other)))
            differs(faults, path, one, what.apply(one), what.apply(other));
    }

    private static void each(List<FieldError> faults, CourseFile one, CourseFile other, String path,
            Function<CourseFile, List<String>> what) {
        var mine = what.apply(one);
        var theirs = what.apply(other);
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            String a = i < mine.size() ? mine.get(i) : "none";
            String b = i < theirs.size() ? theirs.get(i) : "none";
            if (!a.equals(b)) differs(faults, path + "[" + i + "]", one, a, b);
        }
    }

    private static void differs(List<FieldError> faults, String path, CourseFile one, Object mine, Object theirs) {
        add(faults, path, theirs, "must be built as in the " + one.language() + " edition, which has " + mine);
    }

    private static void unique(List<FieldError> faults, String at, List<String> words) {
        var seen = new HashSet<String>();
        words.stream().filter(word -> !seen.add(word)).forEach(word -> add(faults, at, word, "stands there twice"));
    }

    private static void add(List<FieldError> faults, String at, Object value, String todo) {
        faults.add(new FieldError(at, value.toString(), todo));
    }
}
