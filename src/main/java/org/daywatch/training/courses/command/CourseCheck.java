package org.daywatch.training.courses.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.courses.file.CourseFile;
import org.daywatch.training.courses.file.CourseReader;
import org.daywatch.training.courses.file.CourseRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was found in some courses' files, for people and for machines. */
record CourseCheck(List<Checked> files) {

    record Given(String name, byte[] bytes) {}

    /** @param course null where the file could not be read as one */
    record Checked(String name, @Nullable CourseFile course, List<FieldError> faults) {}

    static CourseCheck of(List<Given> given) {
        var checked = new ArrayList<Checked>();
        var first = new LinkedHashMap<String, CourseFile>();
        for (var file : given) {
            try {
                var course = CourseReader.read(file.bytes());
                var twin = first.putIfAbsent(course.code() + " " + course.edition(), course);
                checked.add(new Checked(file.name(), course, twin == null ? List.of() : beside(twin, course)));
            } catch (InvalidInput wrong) {
                checked.add(new Checked(file.name(), null, wrong.errors()));
            }
        }
        return new CourseCheck(List.copyOf(checked));
    }

    private static List<FieldError> beside(CourseFile first, CourseFile course) {
        if (!first.language().equals(course.language())) return CourseRules.twins(first, course);
        return List.of(new FieldError("$.language", course.language(), "the same course, edition and language was given before"));
    }

    boolean fine() {
        return files.stream().allMatch(f -> f.faults().isEmpty());
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var file : files) {
            var course = file.course();
            lines.add(file.name() + ": " + (!file.faults().isEmpty() ? file.faults().size() + " faults" : course == null ? "" : "fine, " + words(course)));
            file.faults().forEach(f -> lines.add("  " + f.field() + " (" + f.value() + "): " + f.message()));
        }
        return lines;
    }

    private static String words(CourseFile course) {
        return course.code() + " edition " + course.edition() + " " + course.language() + ", " + course.minutes() + " minutes, " + course.parts().size() + " parts, " + course.questions().size()
                + " questions, " + course.sources().size() + " sources";
    }

    /** The JSON of {@code daywatch.course-check} version 1. */
    String json() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("schema", "daywatch.course-check");
        answer.put("version", 1);
        answer.put("fine", fine());
        answer.put("files", files.stream().map(CourseCheck::file).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    private static Map<String, Object> file(Checked file) {
        var said = new LinkedHashMap<String, Object>();
        said.put("file", file.name());
        var course = file.course();
        if (course != null) {
            said.put("code", course.code());
            said.put("edition", course.edition());
            said.put("language", course.language());
            said.put("minutes", course.minutes());
            said.put("audience", course.audience());
            said.put("parts", course.parts().size());
            said.put("questions", course.questions().size());
            said.put("sources", course.sources().size());
        }
        said.put("faults", file.faults().stream().map(f -> fault(f)).toList());
        return said;
    }

    private static Map<String, Object> fault(FieldError fault) {
        var said = new LinkedHashMap<String, Object>();
        said.put("path", fault.field());
        said.put("value", fault.value());
        said.put("todo", fault.message());
        return said;
    }
}
