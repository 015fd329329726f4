package org.daywatch.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No refusal is read in the wrong language, and none loses its figures on the way. */
class RefusalWordsTest {

    private static final Pattern FIGURE = Pattern.compile("\\{[a-z]+}");

    @Test
    void everyRefusalOfThisRoomIsSaidInBothLanguagesWithItsFigures() throws IOException {
        var english = texts(false);
        for (boolean spanish : new boolean[] {false, true}) {
            var texts = texts(spanish);
            assertThat(Arrays.asList(StaffingRefusal.values())).allSatisfy(code -> {
                var said = texts.getProperty("refusal." + code.name());
                assertThat(said).as(code + (spanish ? " in Spanish" : " in English")).isNotBlank();
                assertThat(figures(said)).as(code.name()).containsAll(figures(code.sentence())).isEqualTo(figures(english.getProperty("refusal." + code.name())));
            });
        }
    }

    private static TreeSet<String> figures(String sentence) {
        return FIGURE.matcher(sentence).results().map(MatchResult::group).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(boolean spanish) throws IOException {
        var all = new Properties();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".properties") && f.toString().endsWith("_es.properties") == spanish).toList()) {
                try (var reader = Files.newBufferedReader(file)) {
                    all.load(reader);
                }
            }
        }
        return all;
    }
}
