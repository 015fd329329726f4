package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.Test;

/** Every sentence people read exists in English and Spanish, and no page asks for one that does not. */
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    /** page.t("key") and page.titled("key"); a key that is put together ends in a dot: page.t("role." + …). */
    private static final Pattern ASKED = Pattern
            .compile(
                    "(?:\\bt|titled|\\blist|Option\\.of)\\(\\s*(?:page,\\s*)?\"([a-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*)+)\"(\\s*\\+)?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z0-9_]+");

    @Test
    void everyTextExistsInBothLanguages() throws IOException {
        var missing = new ArrayList<String>();
        for (var english : Sources.texts(false)) {
            var spanish = english.resolveSibling("texts_es.properties");
            if (!Files.exists(spanish)) missing.add(spanish + " itself");
            else {
                var here = read(english).keySet();
                var there = read(spanish).keySet();
                here.stream().filter(key -> !there.contains(key)).forEach(key -> missing.add(key + " in " + spanish));
                there.stream().filter(key -> !here.contains(key)).forEach(key -> missing.add(key + " in " + english));
            }
        }
        Offenders.none("Write it in both languages; missing is", missing);
    }

    @Test
    void bothLanguagesFillInTheSameValues() throws IOException {
        var spanish = all(true);
        var wrong = new ArrayList<String>();
        all(false).forEach((key, text) -> {
            var other = spanish.getOrDefault(key, text);
            if (!placeholders(other).equals(placeholders(text)))
                wrong.add(key + ": " + placeholders(text) + " in English, " + placeholders(other) + " in Spanish");
        });
        Offenders.none("Fill in the same values in both languages.", wrong);
    }

    @Test
    void noTextIsEmptyOrDefinedTwice() throws IOException {
        var owner = new TreeMap<String, Path>();
        for (var file : Sources.texts(false)) {
            read(file).forEach((key, text) -> {
                assertThat(text).as(key + " in " + file).isNotBlank();
                assertThat(owner.putIfAbsent(key, file)).as(key + " stands in " + file + " and again in").isNull();
            });
        }
    }

    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        var hidden = new ArrayList<String>();
        for (boolean spanish : new boolean[] {false, true}) {
            for (var file : Sources.texts(spanish)) {
                var keys = new TreeSet<String>();
                for (var line : Files.readAllLines(file)) {
                    if (line.startsWith("#") || !line.contains("=")) continue;
                    String key = line.substring(0, line.indexOf('=')).strip();
                    if (!keys.add(key)) hidden.add(key + " in " + file);
                }
            }
        }
        Offenders.none("Keep one of the two lines: the second hides the first.", hidden);
    }

    @Test
    void everyTextAPageAsksForExists() throws IOException {
        var known = all(false);
        var missing = new ArrayList<String>();
        try (var sources = Files.walk(SOURCES)) {
            for (var source : sources.filter(file -> file.toString().matches(".*\\.(java|jte)")).toList()) {
                var asked = ASKED.matcher(Files.readString(source));
                while (asked.find()) {
                    var key = asked.group(1);
                    boolean found = asked.group(2) == null && !key.endsWith(".")
                            ? known.containsKey(key)
                            : known.keySet().stream().anyMatch(k -> k.startsWith(key));
                    if (!found) missing.add(key + " in " + SOURCES.relativize(source));
                }
            }
        }
        Offenders.none("Write the key into texts.properties and texts_es.properties beside the page.", missing);
    }

    @Test
    void everyPermissionAndEveryRoleHasItsName() throws IOException {
        var known = all(false).keySet();
        var wanted = Stream.concat(Arrays.stream(Permission.values()).map(p -> "permission." + p),
                Arrays.stream(Role.values()).map(r -> "role." + r));
        Offenders.none("Name it for people in texts.properties and texts_es.properties of the room.",
                wanted.filter(key -> !known.contains(key)).toList());
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(java.util.regex.MatchResult::group).distinct().sorted().toList();
    }

    private static Map<String, String> all(boolean spanish) throws IOException {
        var all = new TreeMap<String, String>();
        for (var file : Sources.texts(spanish)) all.putAll(read(file));
        return all;
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
