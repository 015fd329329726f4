package org.daywatch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A field takes the place of whatever its form is asked for by that name: with one called "matches" htmx stands still,
 * and the page hears nothing more.
 */
class FieldNamesTest {

    private static final Pattern TAKEN = Pattern.compile(
            "name ?= ?\"(matches|closest|contains|getAttribute|hasAttribute|querySelector(All)?|parentNode|parentElement|getRootNode|children|childNodes|attributes)\"");

    @Test
    void noFieldIsCalledLikeSomethingHtmxAsksAFormFor() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".jte")).toList())
                assertThat(TAKEN.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
        }
        assertThat(TAKEN.matcher("step-form(name = \"matches\", value = \"yes\")").find()).isTrue();
    }
}
