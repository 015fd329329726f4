package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the papers say of the code is so: the walks in docs/how-to lead through files that are there, quote lines that
 * stand in them, and name tests and types that exist, as the rooms' papers do.
 */
class HowToTest {

    private static final Pattern FILE = Pattern.compile("`((?:src|docs|bin)/[^`\\s]+)`");
    private static final Pattern TYPE = Pattern
            .compile("`([A-Z][a-z]\\w*(?:Test|IT|Pages|Store|Commands|Event|Check))`");

    private static final Pattern NAMED = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:record|class|interface|enum|@interface) (\\w+)");

    @Test
    void everyFileLineAndTypeOfTheWalksIsThere() throws IOException {
        var faults = new ArrayList<String>();
        for (var walk : Sources.files(Path.of("docs/how-to"), ".md"))
            faults.addAll(faults(walk.getFileName().toString(), Files.readString(walk)));
        Offenders.none("The walk leads astray: write what stands in the code now.", faults);
    }

    @Test
    void aWalkThatLeadsAstrayIsNamed() throws IOException {
        assertThat(faults("x.md", "`src/main/java/org/daywatch/Daywatch.java`\n```java\nclass Nowhere\n```\n"))
                .containsExactly("x.md: “class Nowhere” does not stand in src/main/java/org/daywatch/Daywatch.java");
        assertThat(faults("x.md", "see `src/main/java/Gone.java`"))
                .containsExactly("x.md: there is no src/main/java/Gone.java");
        assertThat(faults("x.md", "`GoneForeverTest` holds it"))
                .containsExactly("x.md: there is no type GoneForeverTest");
        assertThat(faults("x.md", "`README.md` and `HowToTest`\n```sql\nselect 1\n```\n"))
                .as("a block without a file is an example").isEmpty();
    }

    @Test
    void whatTheRoomsPapersCallATypeIsOne() throws IOException {
        var papers = new ArrayList<>(Sources.files(Sources.MAIN, "README.md"));
        papers.add(Path.of("ARCHITECTURE.md"));
        papers.add(Path.of("CONTRIBUTING.md"));
        var declared = new TreeSet<>(types());
        for (var file : Sources.files(Sources.MAIN, ".java"))
            DECLARED.matcher(Files.readString(file)).results().forEach(found -> declared.add(found.group(1)));
        var unknown = new TreeSet<String>();
        for (var paper : papers)
            NAMED.matcher(Files.readString(paper)).results().map(found -> found.group(1))
                    .filter(name -> !declared.contains(name)).forEach(name -> unknown.add(paper + ": " + name));
        assertThat(papers).hasSizeGreaterThan(10);
        Offenders.none("Name the type as it is called now: these papers name one that is not there.", unknown);
    }

    private static List<String> faults(String walk, String text) throws IOException {
        var types = types();
        var faults = new ArrayList<String>();
        Path quoted = null;
        boolean within = false;
        for (var line : text.lines().toList()) {
            if (line.startsWith("```")) {
                within = !within;
                if (!within) quoted = null;
                continue;
            }
            if (within) {
                if (quoted != null && !line.isBlank()
                        && Files.readString(quoted).lines().noneMatch(there -> there.strip().equals(line.strip())))
                    faults.add(walk + ": “" + line.strip() + "” does not stand in " + quoted);
                continue;
            }
            if (!line.isBlank()) quoted = null;
            for (var file : FILE.matcher(line).results().map(found -> Path.of(found.group(1))).toList()) {
                if (Files.exists(file)) quoted = Files.isRegularFile(file) ? file : null;
                else faults.add(walk + ": there is no " + file);
            }
            TYPE.matcher(line).results().map(found -> found.group(1)).filter(type -> !types.contains(type))
                    .forEach(type -> faults.add(walk + ": there is no type " + type));
        }
        return faults;
    }

    private static TreeSet<String> types() throws IOException {
        var files = new ArrayList<>(Sources.files(Sources.MAIN, ".java"));
        files.addAll(Sources.files(Sources.TEST, ".java"));
        return files.stream().map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
