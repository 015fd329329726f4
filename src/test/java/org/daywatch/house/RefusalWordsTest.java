package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.RefusalCode;
import org.junit.jupiter.api.Test;

/** No refusal of any room is read in the wrong language, and none loses its figures on the way. */
class RefusalWordsTest {

    private static final Pattern FIGURE = Pattern.compile("\\{[a-z]+}");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void everyRefusalIsSaidInBothLanguagesWithItsFigures() throws Exception {
        var english = texts(false);
        var spanish = texts(true);
        assertThat(codes()).hasSizeGreaterThan(300);
        var wrong = new ArrayList<String>();
        for (var code : codes()) {
            String key = "refusal." + code.name();
            if (english.getProperty(key, "").isBlank()) wrong.add(key + " in English");
            else if (spanish.getProperty(key, "").isBlank()) wrong.add(key + " in Spanish");
            else
                if (!figures(spanish.getProperty(key)).equals(figures(english.getProperty(key))))
                    wrong.add(key + ": not the same figures in both languages");
        }
        Offenders.none("Say the refusal in texts.properties and texts_es.properties of its room.", wrong);
    }

    @Test
    void noTwoRoomsRefuseUnderOneName() throws Exception {
        assertThat(codes()).extracting(RefusalCode::name).doesNotHaveDuplicates();
    }

    private static List<RefusalCode> codes() throws Exception {
        var codes = new ArrayList<RefusalCode>();
        for (var file : Sources.files(SOURCES, ".java")) {
            if (!Files.readString(file).contains(" implements RefusalCode {")) continue;
            String name = SOURCES.relativize(file).toString().replace('/', '.').replaceAll("\\.java$", "");
            for (Object code : Class.forName(name).getEnumConstants()) codes.add((RefusalCode) code);
        }
        return codes;
    }

    private static TreeSet<String> figures(String sentence) {
        return FIGURE.matcher(sentence).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(boolean spanish) throws IOException {
        var all = new Properties();
        for (var file : Sources.texts(spanish)) {
            try (var reader = Files.newBufferedReader(file)) {
                all.load(reader);
            }
        }
        return all;
    }
}
