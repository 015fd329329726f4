package org.daywatch.platform.setup.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.Flaw;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;

/** What the parts share while a file is read: its faults, the words for them, and the folder it lies in. */
public record SetupReading(Flaws flaws, Texts words, Path folder) {

    private static final List<String> SECRETS = List.of("password", "headers");
    private static final int LONGEST = 300;
    private static final long MOST_SECRET = 10_000;

    /** A secret that was written into the file all the same is refused without being shown. */
    public Fields fields(JsonValue value, String... known) {
        for (String secret : SECRETS) {
            var written = value.kind() != JsonValue.Kind.OBJECT || List.of(known).contains(secret)
                    ? null
                    : value.fields().remove(secret);
            if (written != null)
                flaws.add(new Flaw(written.line(), written.path(), "",
                        "does not belong in this file, which others read; take it out."
                                + (List.of(known).contains(secret + "_file")
                                        ? " Name a file or a variable: " + secret + "_file, " + secret + "_env."
                                        : "")));
        }
        return Fields.of(value, flaws, known);
    }

    /** Each element of a list; the section itself is one where it has no name. */
    public <T> List<T> each(JsonValue list, Function<JsonValue, T> reader) {
        if (list.kind() != JsonValue.Kind.LIST) flaws.add(list, "must be a list: […].");
        return list.items().stream().map(reader).toList();
    }

    /** Text of one line, or null where the field is left out: what is on file stays. */
    public @Nullable String text(Fields fields, String name) {
        var value = fields.find(name);
        return value == null ? null : Scalars.text(value, flaws, LONGEST);
    }

    public String required(Fields fields, String name) {
        return fields.required(name).map(v -> Scalars.text(v, flaws, LONGEST)).orElse("");
    }

    /**
     * A check that pages make too: what it refuses is noted at the field of the file.
     *
     * @param names of the file's fields by those of the check, where they differ; dots lead into objects
     */
    public <T> Optional<T> checked(JsonValue object, Map<String, String> names, Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (InvalidInput wrong) {
            wrong.errors()
                    .forEach(e -> flaws.add(at(object, names.getOrDefault(e.field(), e.field())), sentence(words, e)));
            return Optional.empty();
        }
    }

    /** An email address, or null where the field is left out. */
    public @Nullable String email(Fields fields, String name) {
        String text = text(fields, name);
        if (text != null && !text.isEmpty() && !text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            flaws.add(Objects.requireNonNull(fields.find(name)), "is not an email address.");
        return text;
    }

    /** {@code "all"}, or a list of names. */
    public JsonValue chosen(Fields fields, String name) {
        var chosen = fields.required(name).orElse(fields.value());
        if (!fields.has(name) || chosen.kind() == JsonValue.Kind.TEXT && chosen.text().equals("all")) return chosen;
        if (chosen.kind() != JsonValue.Kind.LIST || chosen.items().isEmpty())
            flaws.add(chosen, "must be \"all\" or a list of names.");
        chosen.items().forEach(item -> Scalars.text(item, flaws, LONGEST));
        return chosen;
    }

    /** Notes a thing the section names twice. @param by what it is recognized by; upper and lower case are the same */
    public void once(Map<String, JsonValue> seen, JsonValue where, String by) {
        if (by.isEmpty()) return;
        var before = seen.putIfAbsent(by.toLowerCase(Locale.ROOT), where);
        if (before != null)
            flaws.add(where, "names what stands on line " + before.line() + " too; keep one of the two.");
    }

    private static JsonValue at(JsonValue object, String path) {
        JsonValue at = object;
        for (String step : path.split("\\.")) at = at.fields().getOrDefault(step, at);
        return at;
    }

    static String sentence(Texts words, InvalidInput.FieldError error) {
        return words.has(error.message()) ? words.of("en", error.message(), error.value()) : error.message();
    }

    /**
     * A secret is never in the file itself: {@code NAME_file} names a file only its owner may read, {@code NAME_env} a
     * variable. Null where neither is said.
     */
    public @Nullable String secret(Fields fields, String name) {
        var inFile = fields.find(name + "_file");
        var inVariable = fields.find(name + "_env");
        if (inFile != null && inVariable != null)
            flaws.add(inVariable, "stands beside " + name + "_file; keep one of the two.");
        String secret = inFile != null ? fromFile(inFile) : inVariable != null ? fromVariable(inVariable) : null;
        return secret == null ? null : secret.strip();
    }

    private @Nullable String fromVariable(JsonValue value) {
        String said = System.getenv(Scalars.text(value, flaws, LONGEST));
        if (said == null || said.isBlank())
            flaws.add(value, "is a variable that is not set, or empty; set it for this command.");
        return said;
    }

    private @Nullable String fromFile(JsonValue value) {
        var path = file(value);
        if (path == null) return null;
        try {
            if (Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)
                    && Files.getPosixFilePermissions(path).stream()
                            .anyMatch(p -> p.name().startsWith("GROUP") || p.name().startsWith("OTHERS"))) {
                flaws.add(value, "may be read or changed by others; give it to its owner alone: chmod 600.");
                return null;
            }
            String said = Files.size(path) > MOST_SECRET ? "" : Files.readString(path);
            if (said.isBlank()) flaws.add(value, "holds nothing, or far more than a secret.");
            return said;
        } catch (IOException e) {
            flaws.add(value, "cannot be read as text.");
            return null;
        }
    }

    /** A file named beside this one; null after noting that it cannot be read. */
    public @Nullable Path file(JsonValue value) {
        String name = Scalars.text(value, flaws, LONGEST);
        if (name.isEmpty()) return null;
        try {
            var path = folder.resolve(name).normalize();
            if (Files.isRegularFile(path) && Files.isReadable(path)) return path;
        } catch (InvalidPathException e) {
            // said below
        }
        flaws.add(value, "is no file that can be read; the path counts from the folder of this file.");
        return null;
    }
}
