package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;

/** A sentence the database ships in English reads in Spanish wherever a page says that it is such a sentence. */
class StoredWordsTest {

    private static final Pattern ASKED = Pattern.compile("\\bstored\\(\"([a-z.]+)\",");

    @Test
    void everyKindThatPagesAskForIsReadInSpanish() throws IOException {
        var kinds = new TreeSet<String>();
        var english = new Properties();
        try (var files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.toString();
                if (name.endsWith(".java") || name.endsWith(".jte"))
                    ASKED.matcher(Files.readString(file)).results().forEach(found -> kinds.add(found.group(1)));
                else
                    if (name.endsWith("/texts.properties"))
                        english.load(new StringReader(Files.readString(file)));
            }
        }
        assertThat(kinds).contains("rule", "eop.standard");
        var texts = new Texts();
        for (String kind : kinds) {
            var keys = english.stringPropertyNames().stream().filter(key -> key.startsWith(kind + ".")).toList();
            assertThat(keys).as("shipped sentences of the kind %s", kind).isNotEmpty();
            assertThat(keys).as("of the kind %s", kind)
                    .anySatisfy(key -> assertThat(texts.stored("es", kind, english.getProperty(key)))
                            .isNotEqualTo(english.getProperty(key)));
        }
    }
}
