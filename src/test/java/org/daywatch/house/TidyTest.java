package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files one can read at once, folders one can take in at a glance, names that say what a thing is. */
class TidyTest {

    private static final int LONGEST_FILE = 360;
    private static final int FULLEST_FOLDER = 16;
    private static final int LONGEST_LINE = 200;

    /** What is larger today, and how large; these numbers may only shrink. */
    private static final Map<String, Integer> FULLER = Map.of("src/main/java/org/daywatch/directory", 24);
    private static final Map<String, Integer> LONGER = Map.of(
            "src/test/java/org/daywatch/journeys/year/Comparison.java", 389,
            "src/test/java/org/daywatch/transparency/activitylog/WeeklyLogIT.java", 386);

    private static final List<String> PRINTS_TO_CONSOLE = List.of("Progress.java");

    private static final Pattern SAYS_NOTHING = Pattern
            .compile(".*(Manager|Utils?|Helper|Impl|Base|Abstract\\w*)\\.java");
    private static final Pattern EMPTY_WORD = Pattern.compile(
            "behind|taking|telling|told|hearing|keeping|counting|standing|desk|years|gathering|starting|pointing|util|utils|common|misc|helpers?|core");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
    private static final Pattern PRINTS = Pattern.compile("System\\.(out|err)\\b|\\.printStackTrace\\(");

    @Test
    void noFileIsLongerThanOneReadsAtOnce() throws IOException {
        var long_ = new ArrayList<String>();
        for (var root : List.of(Sources.MAIN, Sources.TEST)) {
            for (var file : Sources.files(root, ".java", ".jte", ".css", ".js")) {
                int lines = Files.readAllLines(file).size();
                if (lines > LONGER.getOrDefault(file.toString(), LONGEST_FILE))
                    long_.add(file + ": " + lines + " lines");
            }
        }
        Offenders.none("Divide the file: by what it holds, not by its length.", long_);
    }

    @Test
    void noFolderHoldsMoreThanOneTakesInAtAGlance() throws IOException {
        var perFolder = new TreeMap<Path, Integer>();
        for (var file : Sources.files(Sources.MAIN, ".java")) {
            if (!file.endsWith("package-info.java")) perFolder.merge(file.getParent(), 1, Integer::sum);
        }
        perFolder.entrySet().removeIf(
                folder -> folder.getValue() <= FULLER.getOrDefault(folder.getKey().toString(), FULLEST_FOLDER));
        Offenders.none("Give the folder folders of its own, each named after what it holds.", perFolder);
    }

    @Test
    void namesSayWhatAThingIs() throws IOException {
        Offenders.none("Name it after what it is: Manager, Util, Helper, Base and Impl say nothing.",
                Sources.files(Sources.MAIN, ".java").stream()
                        .filter(file -> SAYS_NOTHING.matcher(file.getFileName().toString()).matches()).toList());
    }

    /** Whoever asks the tree for a word finds one file. */
    @Test
    void noTwoFilesHoldTypesOfOneName() throws IOException {
        var places = new TreeMap<String, List<Path>>();
        for (var file : Sources.files(Sources.MAIN, ".java")) {
            if (!file.endsWith("package-info.java"))
                places.computeIfAbsent(file.getFileName().toString(), n -> new ArrayList<>()).add(file.getParent());
        }
        places.values().removeIf(folders -> folders.size() < 2);
        Offenders.none("Give one of them the name of its room, or of what sets it apart.", places);
    }

    @Test
    void foldersAreCalledAfterWhatTheyHold() throws IOException {
        var folders = new TreeSet<Path>();
        for (var file : Sources.files(Sources.MAIN, ".java"))
            if (EMPTY_WORD.matcher(file.getParent().getFileName().toString()).matches()) folders.add(file.getParent());
        Offenders.none(
                "Name the folder after the thing it holds, not after what is done in passing or where somebody sits.",
                folders);
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        Offenders.none("Do it now, or write it where work is planned; the code keeps no list of what is missing.",
                Sources.linesOfMain(".java", ".jte", ".css", ".js", ".sql").stream()
                        .filter(line -> LEFT_OVER.matcher(line.text()).find()).toList());
    }

    @Test
    void onlyCommandsPrint() throws IOException {
        Offenders.none("Print in a command only; elsewhere use the log.",
                Sources.linesOfMain(".java").stream().filter(line -> PRINTS.matcher(line.text()).find())
                        .filter(line -> !line.file().endsWith("Command.java")
                                && PRINTS_TO_CONSOLE.stream().noneMatch(line.file()::endsWith))
                        .toList());
    }

    @Test
    void noLineRunsOutOfTheWindow() throws IOException {
        Offenders.none("Break the line: the build can not, there are words or a table in it.",
                Sources.linesOfMain(".java").stream().filter(line -> line.text().length() > LONGEST_LINE).toList());
    }
}
