package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Decisions stand beside the room they are about: each number once, with its day and whether it still holds. */
class DecisionsTest {

    private static final Path ROOMS = Path.of("src/main/java/org/daywatch");
    private static final Pattern ROW = Pattern.compile("^\\| *([^| ]+) *\\|.*", Pattern.MULTILINE);
    private static final Pattern WHOLE = Pattern
            .compile(
                    "\\| (\\d+) \\| (\\d{4}-\\d\\d-\\d\\d) \\| (in force|proposed|replaced by (\\d+)) \\| \\S.* \\| \\S.* \\|");

    @Test
    void eachDecisionHasANumberOfItsOwnADayAndAStatus() throws IOException {
        Offenders.none(
                "Each row of a DECISIONS.md reads | number | day | in force, proposed, or replaced by N | decision | why |.",
                faults(papers()));
    }

    @Test
    void aRowThatIsMissingSomethingIsNamed() {
        var good = "| 1 | 2026-11-25 | in force | One jar | It is enough |\n| 2 | 2026-11-26 | replaced by 3 | Two jars | More |\n";
        assertThat(faults(Map.of("A.md", good, "B.md",
                "| 3 | 2026-11-27 | in force | Three | Most |\n| 4 | 2026-11-27 | proposed | Four | Maybe |\n")))
                .isEmpty();
        assertThat(faults(Map.of("A.md", good))).containsExactly("A.md: 2 is replaced by 3, which is no decision");
        assertThat(faults(Map.of("A.md", "| 1 | 2026-11-25 | in force | One | So |\n", "B.md",
                "| 1 | 2026-11-25 | in force | Other | So |\n")))
                .containsExactly("B.md: 1 stands in A.md too; the next free number is 2");
        assertThat(faults(Map.of("A.md", "| NEW | One | So |\n")))
                .containsExactly("A.md: \"NEW\": write | 1 | day | in force | decision | why |");
        assertThat(faults(Map.of("A.md", "| 4 | 2026-11-25 | old | One | So |\n")))
                .containsExactly("A.md: \"4\": write | 5 | day | in force | decision | why |");
        assertThat(faults(
                Map.of("A.md", "| 2 | 2026-11-25 | in force | B | So |\n| 1 | 2026-11-25 | in force | A | So |\n")))
                .containsExactly("A.md: 1 stands after 2: the newest come last");
    }

    private static List<String> faults(Map<String, String> papers) {
        var where = new TreeMap<Integer, String>();
        var replaced = new TreeMap<Integer, Integer>();
        var faults = new ArrayList<String>();
        int next = papers.values().stream()
                .flatMap(text -> Pattern.compile("^\\| (\\d+) \\|", Pattern.MULTILINE).matcher(text).results())
                .mapToInt(row -> Integer.parseInt(row.group(1))).max().orElse(0) + 1;
        new TreeMap<>(papers).forEach((paper, text) -> {
            int last = 0;
            for (var row : ROW.matcher(text).results().toList()) {
                if (row.group(1).matches("#|-+|Room") || row.group().contains("](src/main/java/")) continue;
                var whole = WHOLE.matcher(row.group());
                if (!whole.matches()) {
                    faults.add(paper + ": \"" + row.group(1) + "\": write | " + next
                            + " | day | in force | decision | why |");
                    continue;
                }
                int number = Integer.parseInt(whole.group(1));
                var other = where.putIfAbsent(number, paper);
                if (other != null)
                    faults.add(paper + ": " + number + " stands in " + other + " too; the next free number is " + next);
                else
                    if (number < last)
                        faults.add(paper + ": " + number + " stands after " + last + ": the newest come last");
                last = number;
                if (whole.group(4) != null) replaced.put(number, Integer.parseInt(whole.group(4)));
            }
        });
        replaced.forEach((old, by) -> {
            if (!where.containsKey(by))
                faults.add(where.get(old) + ": " + old + " is replaced by " + by + ", which is no decision");
        });
        return faults;
    }

    private static Map<String, String> papers() throws IOException {
        var found = new TreeMap<String, String>();
        found.put("DECISIONS.md", Files.readString(Path.of("DECISIONS.md")));
        try (var rooms = Files.list(ROOMS)) {
            for (var room : rooms.filter(Files::isDirectory).toList()) {
                var paper = room.resolve("DECISIONS.md");
                assertThat(paper).exists();
                found.put(ROOMS.relativize(paper).toString(), Files.readString(paper));
            }
        }
        return found;
    }
}
