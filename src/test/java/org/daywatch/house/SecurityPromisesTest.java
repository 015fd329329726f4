package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every attack, fault and promise of the model has its row in docs/security, and what calls itself held is held. */
class SecurityPromisesTest {

    private static final Path TABLE = Path.of("docs/security/README.md");
    private static final Pattern NUMBER = Pattern.compile("[AFP]-\\d{2}");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))`");

    @Test
    void everyNumberHasOneRow() throws IOException {
        var numbers = rows().stream().map(row -> row.get(0)).toList();
        var all = Stream.of(numbers("A", 45), numbers("F", 26), numbers("P", 20)).flatMap(s -> s).toList();
        assertThat(numbers).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    private static Stream<String> numbers(String letter, int most) {
        return IntStream.rangeClosed(1, most).mapToObj(n -> "%s-%02d".formatted(letter, n));
    }

    @Test
    void whatIsHeldNamesTestsAndTheyNameIt() throws IOException {
        var sources = new TreeMap<String, Path>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            files.filter(f -> f.toString().endsWith(".java"))
                    .forEach(f -> sources.put(f.getFileName().toString().replace(".java", ""), f));
        }
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            if (row.size() < 5) continue; // a promise rests on rows below
            var tests = TEST.matcher(row.get(3)).results().map(m -> m.group(1)).toList();
            String state = row.get(4);
            if (!state.matches("held|open|(in part|waits for).*"))
                wrong.add(row.get(0) + ": the state \"" + state + "\"");
            if (tests.isEmpty() != state.matches("open|waits for.*"))
                wrong.add(row.get(0) + ": " + tests.size() + " tests, " + state);
            for (var test : tests) {
                var source = sources.get(test);
                if (source == null) wrong.add(row.get(0) + ": there is no " + test);
                else
                    if (!Files.readString(source).contains(row.get(0))) wrong.add(test + " does not say " + row.get(0));
            }
        }
        Offenders.none(
                "Correct the row of docs/security/README.md, or name the number in the comment of the test's class.",
                wrong);
    }

    @Test
    void aPromiseRestsOnRowsThatAreThere() throws IOException {
        var rows = rows();
        var numbers = rows.stream().map(row -> row.get(0)).toList();
        for (var row : rows) {
            if (!row.get(0).startsWith("P-")) continue;
            var on = NUMBER.matcher(row.get(2)).results().map(m -> m.group()).toList();
            assertThat(on).as(row.get(0)).isNotEmpty().isSubsetOf(numbers);
        }
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(TABLE).stream().filter(line -> line.matches("\\| [AFP]-\\d{2} \\|.*"))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|")).map(String::strip)
                        .toList())
                .toList();
    }
}
