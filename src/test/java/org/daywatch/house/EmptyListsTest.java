package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A list says "nothing found" itself, with a way to clear the filter; what a page gives it to say is for the list that
 * has nothing yet.
 */
class EmptyListsTest {

    /** The part a page hands to the list, which begins and ends with `. */
    private static final Pattern EMPTY = Pattern
            .compile("empty = @`@template\\.platform\\.web\\.kit\\.empty\\((?:[^`]|@`[^`]*`)*`");
    private static final Pattern KEY = Pattern.compile("\"([a-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)+)\"");
    private static final Pattern SEARCHED = Pattern.compile(
            "(?i)\\bmatch(es)?\\b|\\bfilters?\\b|\\byour search\\b|\\bcoincide[n]?\\b|\\bfiltros?\\b|\\bla búsqueda\\b");

    @Test
    void whatAListWithoutAnythingSaysDoesNotSpeakOfASearch() throws IOException {
        var texts = texts();
        var wrong = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".jte")).sorted().toList())
                searched(Files.readString(file), texts).forEach(key -> wrong.add(file + ": " + key));
        }
        for (var plain : Lists.plain()) {
            Stream.of("none", "none.text", "none.who").map(end -> plain.list().words() + "." + end)
                    .filter(key -> isSearched(key, texts))
                    .forEach(key -> wrong.add(plain.list().address() + ": " + key));
        }
        Offenders.none(
                "Say why there is nothing yet and who can change that; that a search found nothing the list says by itself.",
                wrong);
    }

    @Test
    void aSearchInAnEmptyListIsFound() {
        var texts = new Properties();
        texts.setProperty("planted.none", "No schools");
        texts.setProperty("planted.none.text", "No school matches this search.");
        texts.setProperty("planted.yet", "The principal adds them.");
        String list = "@template.platform.web.kit.listing(rows = @`…`, empty = @`@template.platform.web.kit.empty(title = page.t(\"planted.none\"), text = page.t(may ? \"planted.yet\" : \"%s\"))`)";
        assertThat(searched(list.formatted("planted.none.text"), List.of(texts))).containsExactly("planted.none.text");
        assertThat(searched(list.formatted("planted.yet"), List.of(texts))).isEmpty();
    }

    private static List<String> searched(String template, List<Properties> languages) {
        return EMPTY.matcher(template).results().flatMap(m -> KEY.matcher(m.group()).results()).map(k -> k.group(1))
                .filter(key -> isSearched(key, languages)).distinct().toList();
    }

    private static boolean isSearched(String key, List<Properties> languages) {
        return languages.stream().anyMatch(texts -> SEARCHED.matcher(texts.getProperty(key, "")).find());
    }

    private static List<Properties> texts() throws IOException {
        var languages = List.of(new Properties(), new Properties());
        for (var file : Sources.texts(false)) load(languages.get(0), file);
        for (var file : Sources.texts(true)) load(languages.get(1), file);
        return languages;
    }

    private static void load(Properties words, Path file) throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
        }
    }
}
