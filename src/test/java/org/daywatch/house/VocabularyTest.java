package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.staffing.coverage.GapReason;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.posts.PostState;
import org.daywatch.staffing.requests.RequestKind;
import org.daywatch.training.TrainingEvent;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.sessions.LessonGroup;
import org.daywatch.training.sessions.LessonSession;
import org.junit.jupiter.api.Test;

/** What the code calls a thing, the table accepts; what the glossary names, exists. */
class VocabularyTest {

    private static final Map<String, String> READ = new HashMap<>(); // sources are read once, not for each word

    private static final Path ROOMS = Path.of("src/main/java/org/daywatch");

    /** Column as its table declares it, and the enum that stands for it. */
    private static final Map<String, Class<? extends Enum<?>>> COLUMNS = Map.ofEntries(
            Map.entry("platform session capacity", Capacity.class),
            Map.entry("directory school level", SchoolLevel.class),
            Map.entry("directory calendar_day kind", DayKind.class),
            Map.entry("staffing officer rank", Officer.Rank.class),
            Map.entry("staffing officer state", Officer.State.class),
            Map.entry("staffing credential kind", Credential.Kind.class),
            Map.entry("staffing credential state", Credential.State.class),
            Map.entry("staffing detail_request kind", RequestKind.class),
            Map.entry("staffing post state", PostState.class),
            Map.entry("staffing coverage_gap reason", GapReason.class),
            Map.entry("staffing duty_status kind", DutyStatus.Kind.class),
            Map.entry("training class_group audience", TrainingEvent.Audience.class),
            Map.entry("training class_group arm", LessonGroup.Arm.class),
            Map.entry("training fidelity_mark mark", LessonSession.Mark.class),
            Map.entry("training quiz moment", Quiz.Moment.class));

    @Test
    void everyWordOfAnEnumIsAWordItsTableAcceptsAndNoOther() throws IOException {
        for (var column : COLUMNS.entrySet()) {
            var words = Arrays.stream(column.getValue().getEnumConstants()).map(Enum::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(accepted(column.getKey())).as(column.getKey()).isEqualTo(words);
        }
    }

    @Test
    void aRequestAsksForARoleTheTableKnows() throws IOException {
        var words = Arrays.stream(OfficerRole.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(accepted("staffing detail_request role")).isEqualTo(words);
    }

    /**
     * One word for one thing: whoever reads two looks for two. As schools and police of Arizona, Texas and Florida
     * write.
     */
    private static final Map<String, String> SPANISH = Map.of("agentes?", "oficial", "alumn[oa]s?", "estudiante",
            "aulas?", "salón", "encierros?|confinamientos?", "cierre de emergencia", "profesor(es|as?)?", "maestro",
            "ordenador(es)?", "computadora", "puls(ar|e|en|ado|ada|ados|adas|ó)", "presionar", "rellen(ar|e|ado)",
            "llenar", "libertad condicional juvenil", "probatoria juvenil");

    @Test
    void inSpanishOneThingHasOneName() throws IOException {
        var others = new TreeSet<String>();
        for (Path file : Sources.texts(true)) {
            for (String line : Files.readAllLines(file)) {
                var text = line.substring(line.indexOf('=') + 1);
                SPANISH.forEach((not, but) -> {
                    if (Pattern.compile("(?iu)(?<![\\p{L}])(" + not + ")(?![\\p{L}])").matcher(text).find())
                        others.add(file + ": " + but + ": " + line);
                });
            }
        }
        Offenders.none("Use the one Spanish word the thing has.", others);
    }

    @Test
    void everyTypeAndTableTheGlossaryNamesExists() throws IOException {
        String sql = everything(".sql");
        var types = declared();
        var missing = new TreeSet<String>();
        for (String line : Files.readAllLines(Path.of("GLOSSARY.md"))) {
            String[] cells = line.split("\\|");
            if (cells.length < 6 || cells[1].isBlank() || cells[1].contains("---") || cells[1].strip().equals("Word"))
                continue;
            for (String type : named(cells[4], "`([A-Z][a-z][A-Za-z]*)[.A-Za-z]*`"))
                if (!types.contains(type)) missing.add("type " + type);
            for (String table : named(cells[5],
                    "\\b((?:platform|directory|staffing|planning|relationships|mentoring|emergencies|training|prevention|restorative|transparency|billing)\\.[a-z_]+)\\b")) {
                if (!sql.contains("create table " + table + " (")) missing.add("table " + table);
            }
        }
        Offenders.none("Correct the row of GLOSSARY.md: no such type or table.", missing);
    }

    @Test
    void thePathsOfTheGlossaryLeadSomewhere() throws IOException {
        var text = Files.readString(Path.of("GLOSSARY.md"));
        var astray = Pattern.compile("\\]\\((src/[^)]+)\\)").matcher(text).results().map(found -> found.group(1))
                .filter(path -> !Files.exists(Path.of(path))).toList();
        Offenders.none("Correct the paths of GLOSSARY.md that lead nowhere.", astray);
    }

    @Test
    void theGlossaryIsAlphabetical() throws IOException {
        var text = Files.readString(Path.of("GLOSSARY.md"));
        var words = text.substring(0, text.indexOf("\n## ")).lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Word |"))
                .map(line -> line.split("\\|")[1].strip().toLowerCase().replaceAll("[^a-z0-9 ]", "")).toList();
        var late = IntStream.range(1, words.size()).filter(i -> words.get(i - 1).compareTo(words.get(i)) > 0)
                .mapToObj(i -> "“" + words.get(i) + "” stands after “" + words.get(i - 1) + "”").toList();
        assertThat(words).hasSizeGreaterThan(300);
        Offenders.none("Put the rows of GLOSSARY.md into alphabetical order.", late);
    }

    private static Set<String> accepted(String column) throws IOException {
        String[] part = column.split(" ");
        String sql = everything(ROOMS.resolve(part[0]).resolve("migrations"), ".sql").replaceAll("--[^\n]*", "");
        var statements = Pattern.compile("(?:create|alter) table " + part[0] + "\\." + part[1] + "\\b[^;]*;")
                .matcher(sql).results().map(m -> m.group()).collect(Collectors.joining());
        var checks = Pattern.compile("\\b" + part[2] + " in \\(([^)]*)\\)").matcher(statements).results()
                .map(m -> m.group(1)).toList();
        assertThat(checks).as("a check on " + column).isNotEmpty();
        return Arrays.stream(checks.getLast().split(",")).map(w -> w.strip().replace("'", ""))
                .collect(Collectors.toCollection(TreeSet::new)); // the last one is in force
    }

    private static Set<String> named(String cell, String pattern) {
        return Pattern.compile(pattern).matcher(cell).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> declared() throws IOException {
        return Pattern.compile("\\b(?:record|class|interface|enum) (\\w+)").matcher(everything(".java")).results()
                .map(m -> m.group(1)).collect(Collectors.toSet());
    }

    private static String everything(String ending) throws IOException {
        return everything(ROOMS, ending);
    }

    private static String everything(Path folder, String ending) throws IOException {
        var read = READ.get(folder + ending);
        if (read != null) return read;
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            var ordered = files.filter(f -> f.toString().endsWith(ending))
                    .sorted(Comparator.comparingInt((Path f) -> -f.getNameCount()).thenComparing(f -> f)).toList();
            for (Path file : ordered) // what was there from the start first
                text.append(Files.readString(file)).append('\n');
            READ.put(folder + ending, text.toString());
            return text.toString();
        }
    }
}
