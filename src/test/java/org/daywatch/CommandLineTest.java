package org.daywatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daywatch.platform.cli.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** Walks the whole tree of commands: each helps, refuses wrong use alike, and is written down with what it prints. */
class CommandLineTest {

    private static final Path FORMATS = Path.of("docs/formats");

    /**
     * What each command prints with --json. One that is not here prints no data, and says so by having no such option.
     */
    private static final Map<String, String> PRINTS = Map.ofEntries(Map.entry("daywatch setup check", "setup-check"),
            Map.entry("daywatch setup apply", "setup-apply"),
            Map.entry("daywatch administrator link", "administrator-link"),
            Map.entry("daywatch program due", "program-due"), Map.entry("daywatch cap check", "cap-check"),
            Map.entry("daywatch lesson check", "lesson-check"),
            Map.entry("daywatch tips import", "tips-import"),
            Map.entry("daywatch exports trace", "exports-trace"),
            Map.entry("daywatch tips page verify", "tips-page-verify"),
            Map.entry("daywatch course check", "course-check"),
            Map.entry("daywatch instrument check", "instrument-check"), Map.entry("daywatch import", "import-report"),
            Map.entry("daywatch audit verify", "audit-verify"),
            Map.entry("daywatch invoices verify", "invoices-verify"),
            Map.entry("daywatch backup", "backup-taken"), Map.entry("daywatch data-key renew", "data-key-renewed"),
            Map.entry("daywatch data-key split", "data-key-split"),
            Map.entry("daywatch data-key join", "data-key-joined"), Map.entry("daywatch restore", "restore"),
            Map.entry("daywatch award replay", "award-replay"), Map.entry("daywatch award check", "award-replay"),
            Map.entry("daywatch roster check", "roster-check"),
            Map.entry("daywatch roster explain", "roster-explanation"));
    private static final List<String> PRINTS_NO_DATA = List.of("daywatch serve", "daywatch streams",
            "daywatch demo reset", "daywatch roster solve");

    record Answer(int code, String out, String errors) {}

    @Test
    void everyCommandHelpsAndItsHelpNamesEveryExitCode() {
        commands().forEach(command -> {
            var answer = run(path(command), "--help");
            assertThat(answer.code()).as(name(command)).isEqualTo(ExitCodes.DONE);
            assertThat(answer.out()).contains("Usage: " + name(command)).contains(ExitCodes.WORDS.values());
            assertThat(command.getCommandSpec().usageMessage().description()).as(name(command)).isNotEmpty();
            assertThat(command.getCommandSpec().args()).as(name(command))
                    .allSatisfy(argument -> assertThat(argument.description()).as(argument.toString()).isNotEmpty());
        });
    }

    @Test
    void everyCommandAnswersWrongUseWith64AndSaysWhatIsWrong() {
        commands().forEach(command -> {
            var answer = run(path(command), "--no-such-option");
            assertThat(answer.code()).as(name(command)).isEqualTo(ExitCodes.USAGE);
            assertThat(answer.errors()).as(name(command)).isNotBlank();
            assertThat(answer.out()).isEmpty();
        });
        commands().filter(c -> !c.getSubcommands().isEmpty()).forEach(command -> assertThat(run(path(command)).code())
                .as(name(command) + " alone").isEqualTo(ExitCodes.USAGE));
        assertThat(run(List.of("serve"), "--port", "much").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run(List.of("serve"), "--certificate", "chain.pem").errors())
                .contains("--certificate and --key belong together");
    }

    @Test
    void everyCommandThatPrintsDataPrintsItForMachinesTooWithSchemaPageAndExample() throws IOException {
        var leaves = commands().filter(c -> c.getSubcommands().isEmpty()).toList();
        assertThat(leaves.stream().map(CommandLineTest::name)).containsExactlyInAnyOrderElementsOf(
                Stream.concat(PRINTS.keySet().stream(), PRINTS_NO_DATA.stream()).toList());
        for (var leaf : leaves) {
            String format = PRINTS.get(name(leaf));
            assertThat(leaf.getCommandSpec().findOption("--json") != null).as(name(leaf) + " --json")
                    .isEqualTo(format != null);
            if (format == null) continue;
            String schema = Files.readString(FORMATS.resolve(format + ".schema.json"));
            assertThat(schema).contains("daywatch." + format, "\"version\": {\"const\": 1}");
            assertThat(FORMATS.resolve("examples/" + format + ".json")).exists();
            assertThat(pages()).as("the page that shows it").contains(format + ".schema.json",
                    "examples/" + format + ".json");
        }
    }

    @Test
    void everyCommandAndOptionIsWrittenDown() throws IOException {
        String page = Files.readString(FORMATS.resolve("command-line.md"));
        commands().filter(c -> c.getSubcommands().isEmpty()).forEach(command -> {
            assertThat(page).contains("| `" + name(command).replaceFirst("daywatch ", ""));
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp() && !option.versionHelp())
                    assertThat(page).as(name(command)).contains("`" + option.longestName());
            }
        });
    }

    @Test
    void everySchemaAndExampleIsShownOnAPageAndEverySchemaNamesItsVersion() throws IOException {
        String pages = pages();
        try (var files = Files.walk(FORMATS)) {
            for (var file : files.filter(Files::isRegularFile).filter(f -> !f.toString().endsWith(".md"))
                    .filter(f -> !f.toString().contains("oneroster")).toList()) {
                assertThat(pages).as("linked from a page").contains("(" + FORMATS.relativize(file) + ")");
                if (file.toString().endsWith(".schema.json"))
                    assertThat(Files.readString(file)).as(file.toString()).contains("\"version\": {\"const\": ");
            }
        }
    }

    @Test
    void inputThatIsRefusedNamesTheFieldTheValueAndWhatToDo(@TempDir Path folder) throws IOException {
        refused(run(List.of("restore"), folder.toString(), "--data", folder.resolve("new").toString()), "DIR",
                folder.toString(), "manifest.json is missing");
        refused(run(List.of("demo", "reset"), "--data", folder.toString()), "--data", folder.toString(), "no database");
        for (var command : List.of(List.of("audit", "verify"), List.of("backup", folder.resolve("b").toString()),
                List.of("import", "nces", "schools.csv"))) {
            refused(run(command, "--data", folder.resolve("typo").toString()), "--data", "typo",
                    "There is no Daywatch database");
            assertThat(folder.resolve("typo")).as("nothing came into being").doesNotExist();
        }
        refused(run(List.of("serve"), "--site", "daywatch.example.org"), "--site", "daywatch.example.org", "https://");
        var empty = Files.createFile(folder.resolve("empty.pem")).toString();
        refused(run(List.of("serve"), "--certificate", empty, "--key", empty), "--certificate", empty,
                "no certificate");
        refused(run(List.of("serve"), "--certificate", folder + "/none.pem", "--key", empty), "--certificate",
                "none.pem", "cannot be read");
    }

    @Test
    void aFaultOfOursIs70AndItsCauseIsSaid() {
        var line = Daywatch.commandLine();
        line.addSubcommand("broken", new Broken());
        assertThat(run(line, List.of("broken")).code()).isEqualTo(ExitCodes.INTERNAL);
        assertThat(run(line, List.of("broken")).errors()).contains("the disk is full");
    }

    @Command
    static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("could not write", new IOException("the disk is full"));
        }
    }

    private static void refused(Answer answer, String... words) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ExitCodes.REFUSED);
        assertThat(answer.errors()).contains(words);
        assertThat(answer.out()).isEmpty();
    }

    private static Stream<CommandLine> commands() {
        return walk(Daywatch.commandLine());
    }

    private static Stream<CommandLine> walk(CommandLine command) {
        return Stream.concat(Stream.of(command),
                command.getSubcommands().values().stream().distinct().flatMap(CommandLineTest::walk));
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static List<String> path(CommandLine command) {
        return List.of(name(command).split(" ")).subList(1, name(command).split(" ").length);
    }

    private static String pages() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(FORMATS)) {
            for (var page : files.filter(f -> f.toString().endsWith(".md")).toList())
                all.append(Files.readString(page));
        }
        return all.toString();
    }

    private static Answer run(List<String> path, String... more) {
        return run(Daywatch.commandLine(), Stream.concat(path.stream(), Stream.of(more)).toList());
    }

    private static Answer run(CommandLine line, List<String> arguments) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int code = line.setOut(new PrintWriter(out)).setErr(new PrintWriter(errors))
                .execute(arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), errors.toString());
    }
}
