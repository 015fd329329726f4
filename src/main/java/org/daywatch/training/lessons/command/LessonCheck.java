package org.daywatch.training.lessons.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.file.LessonReader;
import org.daywatch.training.lessons.file.LessonTwins;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was found in some lessons' files, for people and for machines. */
record LessonCheck(List<Checked> files) {

    record Given(String name, byte[] bytes) {}

    /** @param lesson null where the file could not be read as one */
    record Checked(String name, @Nullable Lesson lesson, List<FieldError> faults) {}

    static LessonCheck of(List<Given> given) {
        var checked = new ArrayList<Checked>();
        var first = new LinkedHashMap<String, Lesson>();
        for (var file : given) {
            try {
                var lesson = LessonReader.read(file.bytes());
                var twin = first.putIfAbsent(lesson.code() + " " + lesson.edition(), lesson);
                checked.add(new Checked(file.name(), lesson, twin == null ? List.of() : beside(twin, lesson)));
            } catch (InvalidInput wrong) {
                checked.add(new Checked(file.name(), null, wrong.errors()));
            }
        }
        return new LessonCheck(List.copyOf(checked));
    }

    private static List<FieldError> beside(Lesson first, Lesson lesson) {
        if (!first.language().equals(lesson.language())) return LessonTwins.faults(first, lesson);
        return List.of(new FieldError("$.language", lesson.language(), "the same lesson, edition and language was given before"));
    }

    boolean fine() {
        return files.stream().allMatch(f -> f.faults().isEmpty());
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var file : files) {
            var lesson = file.lesson();
            lines.add(file.name() + ": " + (!file.faults().isEmpty() ? file.faults().size() + " faults" : lesson == null ? "" : "fine, " + words(lesson)));
            file.faults().forEach(f -> lines.add("  " + f.field() + " (" + f.value() + "): " + f.message()));
        }
        return lines;
    }

    private static String words(Lesson lesson) {
        return lesson.code() + " edition " + lesson.edition() + " " + lesson.language() + ", " + lesson.minutes() + " minutes, " + lesson.slides().size() + " slides, " + lesson.activities().size()
                + " activities, " + lesson.quiz().size() + " questions, " + lesson.sources().size() + " sources";
    }

    /** The JSON of {@code daywatch.lesson-check} version 1. */
    String json() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("schema", "daywatch.lesson-check");
        answer.put("version", 1);
        answer.put("fine", fine());
        answer.put("files", files.stream().map(LessonCheck::file).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    private static Map<String, Object> file(Checked file) {
        var said = new LinkedHashMap<String, Object>();
        said.put("file", file.name());
        var lesson = file.lesson();
        if (lesson != null) {
            said.put("code", lesson.code());
            said.put("edition", lesson.edition());
            said.put("language", lesson.language());
            said.put("minutes", lesson.minutes());
            said.put("slides", lesson.slides().size());
            said.put("questions", lesson.quiz().size());
            said.put("sources", lesson.sources().size());
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
