package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.identity.SessionLifetime;
import org.junit.jupiter.api.Test;

/**
 * docs/security/asvs.md answers every requirement of OWASP ASVS 5.0 at level 1 and level 2, each with a test that is
 * there or with a reason, and its figures are those of its rows.
 */
class AsvsTest {

    private static final Path PAPER = Path.of("docs/security/asvs.md");
    /** How many the standard has at levels 1 and 2 in each of its seventeen chapters. */
    private static final List<Integer> IN_CHAPTER = List.of(27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16,
            7);
    private static final int AT_LEVEL_1 = 70;

    private static final Pattern ROW = Pattern.compile("V(\\d+)\\.(\\d+)\\.(\\d+)");
    private static final Pattern FIGURES = Pattern.compile("V(\\d+) .*|All");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))`");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern PLACE = Pattern.compile("]\\(#([^)]+)\\)");
    private static final String NONE = "–";

    /** What an answer is, told by how it begins. */
    private enum Kind {
        TESTED(""), BUILT("by construction: |by configuration: |documented: "), NOT_HERE("does not apply: "),
        OPEN("open: ");

        private final Pattern begins;

        Kind(String begins) {
            this.begins = Pattern.compile("(?:" + begins + ")[^ ].*");
        }

        static Kind of(String answer) {
            return List.of(BUILT, NOT_HERE, OPEN).stream().filter(k -> k.begins.matcher(answer).matches()).findFirst()
                    .orElse(TESTED);
        }
    }

    /** One requirement of a chapter's table. */
    private record Requirement(String number, String level, String asked, String answer, String heldBy) {

        int chapter() {
            return Integer.parseInt(number.substring(1, number.indexOf('.')));
        }

        /** As one number that grows as the standard's do. */
        int place() {
            var parts = number.substring(1).split("\\.");
            return Integer.parseInt(parts[0]) * 10_000 + Integer.parseInt(parts[1]) * 100 + Integer.parseInt(parts[2]);
        }

        List<String> tests() {
            return TEST.matcher(heldBy).results().map(m -> m.group(1)).toList();
        }
    }

    @Test
    void everyRequirementIsAnsweredByATestThatIsThereOrByAReason() throws IOException {
        Offenders.none("Correct docs/security/asvs.md.", faults(Files.readString(PAPER), classes()));
    }

    @Test
    void allOfTheStandardsRequirementsAreThere() throws IOException {
        var rows = requirements(Files.readString(PAPER));
        var inChapter = rows.stream().collect(Collectors.groupingBy(Requirement::chapter, TreeMap::new,
                Collectors.summingInt(r -> 1)));
        assertThat(inChapter.values()).containsExactlyElementsOf(IN_CHAPTER);
        assertThat(rows.stream().filter(r -> r.level().equals("1"))).hasSize(AT_LEVEL_1);
    }

    @Test
    void limitsAndSessionsStandThereAsTheCodeHasThem() throws IOException {
        var lines = Files.readString(PAPER).lines().toList();
        for (var limit : Limits.Limit.values()) {
            long minutes = limit.within().toMinutes();
            String broken = limit.whenBroken() == Limits.WhenBroken.REFUSE ? "refuses" : "lets through";
            assertThat(lines).as(limit.name())
                    .anyMatch(line -> line.startsWith("| " + limit + " | " + limit.often() + " in " + minutes
                            + (minutes == 1 ? " minute |" : " minutes |")) && line.endsWith("| " + broken + " |"));
        }
        for (var lives : SessionLifetime.DATED) {
            String role = lives.role() == null ? "everybody else" : lives.role().name();
            assertThat(lines).as(role).contains("| " + role + " | " + hours(lives.idle().toHours()) + " | "
                    + hours(lives.absolute().toHours()) + " |");
        }
    }

    private static String hours(long many) {
        return many + (many == 1 ? " hour" : " hours");
    }

    @Test
    void aMissingTestADoubledNumberAndAWrongFigureAreNoticed() throws IOException {
        String paper = Files.readString(PAPER);
        var classes = classes();
        assertThat(faults(paper, classes)).isEmpty();

        assertThat(faults(paper.replace("`PasswordsTest`", "`PasswordsAreStrongTest`"), classes))
                .contains("V6.2.1: there is no PasswordsAreStrongTest");

        String row = paper.lines().filter(line -> line.startsWith("| V9.1.1 |")).findFirst().orElseThrow();
        assertThat(faults(paper.replace(row, row + "\n" + row), classes)).contains("V9.1.1 stands after V9.1.1")
                .anyMatch(fault -> fault.startsWith("V9: the figures say [7, ") && fault.contains("the rows [8, "));

        String wrong = paper.replaceFirst("(?m)^(\\| V8 [^|]+\\| )7 ", "$16 ");
        assertThat(wrong).isNotEqualTo(paper);
        assertThat(faults(wrong, classes)).anyMatch(fault -> fault.startsWith("V8: the figures say [6, "));
    }

    @Test
    void anAnswerWithoutTestOrReasonAndAnOpenOneThatIsNotListedAreNoticed() throws IOException {
        String paper = Files.readString(PAPER);
        var classes = classes();
        String met = paper.lines().filter(line -> line.startsWith("| V7.4.2 |")).findFirst().orElseThrow();
        assertThat(faults(paper.replace(met, met.replaceFirst("\\| `[^|]*\\|$", "| " + NONE + " |")), classes))
                .contains("V7.4.2: neither a test nor a reason");
        assertThat(faults(paper.replace("| V4.3.1 | 2 |", "| V4.3.1 | 3 |"), classes)).contains("V4.3.1: level 3");
        String listed = paper.lines().filter(line -> line.startsWith("| V6.3.3 |")).findFirst().orElseThrow();
        assertThat(faults(paper.replace(listed + "\n", ""), classes)).contains("V6.3.3: open and not listed");
        assertThat(faults(paper.replace("](advisories.csv)", "](gone.csv)"), classes))
                .contains("there is no gone.csv");
    }

    /** @param classes names of all types' files, of the code and of the tests */
    private static List<String> faults(String paper, Map<String, Path> classes) throws IOException {
        var faults = new ArrayList<String>();
        var rows = requirements(paper);
        int before = 0;
        String last = "";
        for (var row : rows) {
            if (row.place() <= before) faults.add(row.number() + " stands after " + last);
            before = row.place();
            last = row.number();
            if (!row.level().matches("[12]")) faults.add(row.number() + ": level " + row.level());
            if (row.asked().isEmpty() || row.answer().isEmpty()) faults.add(row.number() + ": no answer");
            faults.addAll(support(row, classes));
        }
        for (int chapter = 1; chapter <= IN_CHAPTER.size(); chapter++) {
            int of = chapter;
            compare("V" + chapter, paper, rows.stream().filter(r -> r.chapter() == of).toList(), faults);
        }
        compare("All", paper, rows, faults);
        faults.addAll(openOnes(paper, rows));
        faults.addAll(names(paper, classes));
        return faults;
    }

    private static List<String> support(Requirement row, Map<String, Path> classes) {
        var faults = new ArrayList<String>();
        var kind = Kind.of(row.answer());
        for (var test : row.tests())
            if (!classes.containsKey(test) || !classes.get(test).startsWith(Sources.TEST))
                faults.add(row.number() + ": there is no " + test);
        if (row.tests().isEmpty() != row.heldBy().equals(NONE))
            faults.add(row.number() + ": \"" + row.heldBy() + "\" is no test and no " + NONE);
        if (kind == Kind.TESTED && row.tests().isEmpty()) faults.add(row.number() + ": neither a test nor a reason");
        if (kind == Kind.BUILT && row.answer().startsWith("documented: ") && !row.answer().contains("]("))
            faults.add(row.number() + ": names no document");
        if ((kind == Kind.BUILT || kind == Kind.NOT_HERE) && !row.tests().isEmpty())
            faults.add(row.number() + ": a test beside a reason");
        return faults;
    }

    private static void compare(String name, String paper, List<Requirement> rows, List<String> faults) {
        var counted = new ArrayList<>(List.of(rows.size()));
        for (var kind : Kind.values())
            counted.add((int) rows.stream().filter(r -> Kind.of(r.answer()) == kind).count());
        var said = figures(paper, name);
        if (!said.equals(counted)) faults.add(name + ": the figures say " + said + ", the rows " + counted);
    }

    private static List<Integer> figures(String paper, String name) {
        return cells(paper, 6).stream()
                .filter(c -> FIGURES.matcher(c.getFirst()).matches() && c.getFirst().split(" ")[0].equals(name))
                .findFirst().map(c -> c.subList(1, 6).stream().map(Integer::valueOf).toList()).orElse(List.of());
    }

    private static List<String> openOnes(String paper, List<Requirement> rows) {
        var faults = new ArrayList<String>();
        var levels = rows.stream().filter(r -> Kind.of(r.answer()) == Kind.OPEN)
                .collect(Collectors.toMap(Requirement::number, Requirement::level, (a, b) -> a, TreeMap::new));
        Set<String> listed = new HashSet<>();
        for (var row : cells(paper, 4)) {
            if (!ROW.matcher(row.getFirst()).matches()) continue;
            if (!listed.add(row.getFirst())) faults.add(row.getFirst() + ": listed twice as open");
            if (!row.get(1).equals(levels.get(row.getFirst())))
                faults.add(row.getFirst() + ": listed as open, and its row says otherwise");
            if (row.get(3).isEmpty()) faults.add(row.getFirst() + ": nothing that would close it");
        }
        var missing = new TreeSet<>(levels.keySet());
        missing.removeAll(listed);
        missing.forEach(number -> faults.add(number + ": open and not listed"));
        return faults;
    }

    /** Types, files and places that the paper names. */
    private static List<String> names(String paper, Map<String, Path> classes) throws IOException {
        var faults = new ArrayList<String>();
        TYPE.matcher(paper).results().map(m -> m.group(1)).distinct().filter(type -> !classes.containsKey(type))
                .forEach(type -> faults.add("there is no type " + type));
        LINK.matcher(paper).results().map(m -> m.group(1)).distinct()
                .filter(link -> !link.startsWith("http") && !Files.exists(PAPER.resolveSibling(link)))
                .forEach(link -> faults.add("there is no " + link));
        var headings = paper.lines().filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
        PLACE.matcher(paper).results().map(m -> m.group(1)).distinct().filter(place -> !headings.contains(place))
                .forEach(place -> faults.add("there is no heading " + place));
        return faults;
    }

    private static List<Requirement> requirements(String paper) {
        return cells(paper, 5).stream().filter(c -> ROW.matcher(c.getFirst()).matches())
                .map(c -> new Requirement(c.get(0), c.get(1), c.get(2), c.get(3), c.get(4))).toList();
    }

    /** Lines of tables with so many columns. */
    private static List<List<String>> cells(String paper, int columns) {
        return paper.lines().filter(line -> line.startsWith("| ") && line.endsWith("|"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip)
                        .toList())
                .filter(cells -> cells.size() == columns).toList();
    }

    private static Map<String, Path> classes() throws IOException {
        var classes = new TreeMap<String, Path>();
        for (var root : List.of(Sources.MAIN, Sources.TEST))
            for (var file : Sources.files(root, ".java"))
                classes.put(file.getFileName().toString().replace(".java", ""), file);
        return classes;
    }
}
