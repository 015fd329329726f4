package org.daywatch.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's own files, for the tests that read them. */
final class Sources {

    static final Path MAIN = Path.of("src/main/java");
    static final Path TEST = Path.of("src/test/java");

    private Sources() {}

    record Line(String file, int number, String text) {}

    static List<Path> files(Path root, String... endings) throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f -> List.of(endings).stream().anyMatch(f.toString()::endsWith)).sorted().toList();
        }
    }

    /** The files of people's words in a language, beside what says them. */
    static List<Path> texts(boolean spanish) throws IOException {
        return files(MAIN, spanish ? "/texts_es.properties" : "/texts.properties");
    }

    static List<Line> linesOfMain(String... endings) throws IOException {
        var lines = new ArrayList<Line>();
        for (var file : files(MAIN, endings)) {
            int number = 0;
            for (String text : Files.readAllLines(file)) lines.add(new Line(file.toString(), ++number, text));
        }
        return lines;
    }
}
