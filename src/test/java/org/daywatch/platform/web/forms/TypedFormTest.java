package org.daywatch.platform.web.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;

/** A form read field by field, at noon. */
class TypedFormTest {

    private static final Instant NOON = Instant.parse("2026-11-17T19:00:00Z");
    private static final Pattern FORM = Pattern.compile("new TypedForm\\(\"(\\w+)\"");
    private static final Pattern READ = Pattern.compile("form\\.(\\w+)\\(\"(\\w+)\"((?:, [\\w.]+)*)\\)");

    @Test
    void everyWrongFieldIsNamedAtOnceWithWhatItHeld() {
        var form = new TypedForm("log",
                Map.of("id", "17", "minutes", "many", "role", "KING", "at", "noon", "label", "x".repeat(80)));
        form.id("id");
        form.number("minutes", 0, 720);
        form.one("role", Role.class);
        form.at("at", NOON, null);
        form.within("label", 70);
        assertThatThrownBy(form::check).isInstanceOfSatisfying(InvalidInput.class,
                wrong -> assertThat(wrong.errors()).containsExactly(new FieldError("id", "17", "log.wrong.id"),
                        new FieldError("minutes", "many", "log.wrong.number"),
                        new FieldError("role", "KING", "log.wrong.role"), new FieldError("at", "noon", "log.wrong.at"),
                        new FieldError("label", "x".repeat(60), "log.wrong.long")));
    }

    @Test
    void aPhoneWhoseClockIsFastWritesNothingIntoTheFutureAndNothingTooOldIsTaken() {
        var form = new TypedForm("log", Map.of("fast", "2026-11-17T19:05:00Z", "then", "2026-11-17T18:00:00.1234Z",
                "old", "2026-09-17T18:00:00Z"));
        assertThat(form.at("fast", NOON, Duration.ofDays(1))).isEqualTo(NOON);
        assertThat(form.at("then", NOON, Duration.ofDays(1))).isEqualTo("2026-11-17T18:00:00.123Z");
        assertThat(form.at("missing", NOON, Duration.ofDays(1))).isEqualTo(NOON);
        assertThatCode(form::check).doesNotThrowAnyException();
        form.at("old", NOON, Duration.ofDays(60));
        assertThatThrownBy(form::check).isInstanceOfSatisfying(InvalidInput.class,
                wrong -> assertThat(wrong.byField()).containsExactly(Map.entry("old", "log.wrong.old")));
    }

    @Test
    void whatWasLeftOutIsWhatItMeansThen() {
        var form = new TypedForm("log", Map.of("role", "TEACHER"));
        assertThat(form.oneOr("role", Role.class, Role.PRINCIPAL)).isEqualTo(Role.TEACHER);
        assertThat(form.oneOr("other", Role.class, Role.PRINCIPAL)).isEqualTo(Role.PRINCIPAL);
        assertThat(form.number("minutes", 1, 5)).isNull();
        assertThatCode(form::check).doesNotThrowAnyException();
    }

    @Test
    void whatIsSaidOfAWrongFieldStandsInTheMessageFiles() throws IOException {
        var texts = new Texts();
        var missing = new TreeSet<String>();
        int forms = 0;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                var form = FORM.matcher(source);
                if (!form.find()) continue;
                forms++;
                READ.matcher(source).results().map(read -> key(read.group(1), read.group(2), read.group(3)))
                        .filter(key -> !key.isEmpty()).map(key -> form.group(1) + ".wrong." + key)
                        .filter(key -> !texts.has(key)).forEach(missing::add);
            }
        }
        assertThat(forms).isGreaterThan(6);
        assertThat(missing).isEmpty();
    }

    /** The end of the key a method asks for; empty where the text is handed to it, or none is. */
    private static String key(String method, String field, String rest) {
        int more = rest.isEmpty() ? 0 : rest.split(", ").length - 1;
        return switch (method) {
            case "one", "oneOr", "at" -> field;
            case "id" -> more == 0 ? field : "";
            case "within", "must" -> "long";
            case "number", "mustNumber" -> "number";
            case "word" -> "choice";
            case "day", "time" -> method;
            default -> "";
        };
    }
}
