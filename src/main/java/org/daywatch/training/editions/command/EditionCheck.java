package org.daywatch.training.editions.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was found in some files of one kind, for people and for machines. */
public record EditionCheck<T>(EditionKind<T> kind, List<Checked<T>> files) {

    public record Given(String name, byte[] bytes) {}

    /** @param read null where the file could not be read as one */
    public record Checked<T>(String name, @Nullable T read, List<FieldError> faults) {}

    public static <T> EditionCheck<T> of(EditionKind<T> kind, List<Given> given) {
        var checked = new ArrayList<Checked<T>>();
        var first = new LinkedHashMap<String, T>();
        for (var file : given) {
            try {
                var read = kind.read(file.bytes());
                var twin = first.putIfAbsent(kind.code(read) + " " + kind.edition(read), read);
                checked.add(new Checked<>(file.name(), read, twin == null ? List.of() : beside(kind, twin, read)));
            } catch (InvalidInput wrong) {
                checked.add(new Checked<>(file.name(), null, wrong.errors()));
            }
        }
        return new EditionCheck<>(kind, List.copyOf(checked));
    }

    private static <T> List<FieldError> beside(EditionKind<T> kind, T first, T other) {
        if (!kind.language(first).equals(kind.language(other))) return kind.twins(first, other);
        return List.of(new FieldError("$.language", kind.language(other),
                "the same " + kind.name() + ", edition and language was given before"));
    }

    public boolean fine() {
        return files.stream().allMatch(f -> f.faults().isEmpty());
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var file : files) {
            lines.add(file.name() + ": "
                    + (!file.faults().isEmpty()
                            ? file.faults().size() + " faults"
                            : file.read() == null ? "" : "fine, " + words(file.read())));
            file.faults().forEach(f -> lines.add("  " + f.field() + " (" + f.value() + "): " + f.message()));
        }
        return lines;
    }

    private String words(T read) {
        return kind.code(read) + " edition " + kind.edition(read) + " " + kind.language(read) + ", " + kind.said(read);
    }

    /** The JSON of {@code daywatch.course-check} or {@code daywatch.lesson-check}, version 1. */
    public String json() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("schema", "daywatch." + kind.name() + "-check");
        answer.put("version", 1);
        answer.put("fine", fine());
        answer.put("files", files.stream().map(this::file).toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    private Map<String, Object> file(Checked<T> file) {
        var said = new LinkedHashMap<String, Object>();
        said.put("file", file.name());
        var read = file.read();
        if (read != null) {
            said.put("code", kind.code(read));
            said.put("edition", kind.edition(read));
            said.put("language", kind.language(read));
            said.putAll(kind.holds(read));
        }
        said.put("faults", file.faults().stream().map(EditionCheck::fault).toList());
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
