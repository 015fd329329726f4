package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch._story.Installed.freePort;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.daywatch.CommandsInTurn;
import org.daywatch.CommandsInTurn.Answer;
import org.daywatch.Daywatch;
import org.daywatch._story.AllTables;
import org.daywatch._story.FreshInstallation;
import org.daywatch._story.Guest;
import org.daywatch._story.OnlyItsDatabase;
import org.daywatch._story.OwnProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agency set up from one file, as whoever sets up twice does it: from an empty folder to open posts, and again
 * without changing anything.
 */
class SetupFromFileIT {

    private static final Path EXAMPLES = Path.of("docs/formats/examples");
    private static final Instant MONDAY = Instant.parse("2026-08-03T15:00:00Z");
    private static final String SITE = "https://daywatch.prairie.example";

    /** Of all commands; one that starts a process of its own is the jar's as it is installed. */
    @TempDir static Path apart;
    private static CommandsInTurn commands;

    @TempDir Path folder;

    private Path home;

    @BeforeAll
    static void onAMonday() throws Exception {
        FreshInstallation.clock(apart, MONDAY);
        commands = CommandsInTurn.in(apart, environment());
    }

    @AfterAll
    static void close() throws Exception {
        commands.close();
    }

    @BeforeEach
    void anEmptyFolderAndTheExample() throws Exception {
        home = Files.createDirectory(folder.resolve("postgres"));
        Files.createDirectory(folder.resolve("setup"));
        for (String name : List.of("setup.json", "setup/officers.csv", "setup/milo-creek-terms.pdf"))
            Files.copy(EXAMPLES.resolve(name), folder.resolve(name));
    }

    @Test
    void fromAnEmptyFolderToOpenPostsAndTheSecondTimeNothingChanges() throws Exception {
        var dry = apply("--dry-run");
        assertThat(dry.code()).as(dry.toString()).isZero();
        assertThat(dry.out())
                .contains("nothing written", "created    Prairie School Safety Cooperative", "would be created")
                .doesNotContain("sign-in/reset");
        assertThat(home).as("not even a database").isEmptyDirectory();

        var first = applyByItself("--site", SITE);
        assertThat(first.code()).as(first.toString()).isZero();
        assertThat(first.out()).contains("Ada Alder sets a password", SITE + "/sign-in/reset?code=",
                "Milo Creek High School: agreed, posts open").doesNotContain("unchanged  School year");
        assertThat(first.toString()).doesNotContain("prairie dogs whistle");

        try (var _ = OnlyItsDatabase.of(home)) {
            var tables = new AllTables(home);
            assertThat(number(tables, "select count(*) from staffing.post where state = 'OPEN'")).isGreaterThan(10);
            assertThat(number(tables,
                    "select count(*) from platform.outgoing_settings where position('prairie dogs' in encode(content, 'escape')) > 0"))
                    .as("kept encrypted").isZero();
            assertThat(tables.column("select invited_by || ' ' || state from platform.invitation"))
                    .containsOnly("MAIL WAITING").hasSize(3);
            againAndNothingChanges(tables);
            oneValueIsChanged(tables);
            aRefusedSectionLeavesThoseBeforeIt(tables);
        }
        theLinkLetsTheAdministratorIn(first.out());
    }

    private void againAndNothingChanges(AllTables tables) throws Exception {
        apply(); // hears what the first one told and did not wait for
        var before = tables.state();
        var again = apply();
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("0 created, 0 changed, 21 unchanged", "Next: ").doesNotContain("  created",
                "sign-in/reset");
        assertThat(AllTables.changed(before, tables.state())).isEmpty();
    }

    private void oneValueIsChanged(AllTables tables) throws Exception {
        edit("620 555 0100", "620 555 0199");
        var before = tables.state();
        assertThat(apply("--dry-run").out()).contains(
                "changed    Prairie School Safety Cooperative: telephone \"620 555 0100\" → \"620 555 0199\"",
                "0 would be created, 1 changed, 20 unchanged");
        assertThat(AllTables.changed(before, tables.state())).as("a dry run").isEmpty();
        assertThat(apply().out()).contains("0 created, 1 changed, 20 unchanged");
        assertThat(tables.column("select telephone from platform.agency_details")).containsExactly("620 555 0199");
        assertThat(tables.column("select action from platform.audit_line where action = 'AgencyChanged'")).isNotEmpty();
    }

    private void aRefusedSectionLeavesThoseBeforeIt(AllTables tables) throws Exception {
        edit("620 555 0199", "620 555 0177");
        edit("\"school_year\": [",
                "\"school_year\": [{\"district\": \"Nowhere\", \"first_day\": \"2026-08-12\", \"last_day\": \"2027-05-21\"},");
        var answer = applyByItself("--json");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.errors()).contains("school_year: line",
                "$.school_year[0].district \"Nowhere\": is no district of the agency; known are Milo Creek Unified School District");
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/setup-apply.schema.json")));
        assertThat(schema.validate(answer.out(), InputFormat.JSON)).isEmpty();
        assertThat(answer.out()).contains("\"REFUSED\"", "\"LEFT\"").doesNotContain("prairie dogs");
        assertThat(tables.column("select telephone from platform.agency_details")).containsExactly("620 555 0177");
    }

    private void theLinkLetsTheAdministratorIn(String printed) throws Exception {
        var link = Pattern.compile(SITE + "(/sign-in/reset\\?code=\\S+)").matcher(printed);
        assertThat(link.find()).isTrue();
        int port = freePort();
        var console = folder.resolve("console");
        var serving = start(console, "serve", "--data", home.toString(), "--port", "" + port, "--lane-port",
                "" + freePort(), "--management-port", "-1");
        try (var administrator = new Guest(port)) {
            Awaitility.await().atMost(Duration.ofMinutes(3))
                    .until(() -> !serving.isAlive() || Files.readString(console).contains("Daywatch answers at"));
            String form = administrator.get(link.group(1)).body();
            String token = form.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            var set = administrator.postWith(token, "/sign-in/reset", "code", link.group(1).replaceFirst(".*code=", ""),
                    "password", "a quiet morning at school");
            assertThat(set.status()).as(set.body()).isEqualTo(302);
            assertThat(administrator.get("/agency").body() + administrator.get("/setup").body())
                    .contains("Prairie School Safety Cooperative");
            assertThat(Files.readString(console)).doesNotContain("/welcome?code=");
        } finally {
            serving.destroy();
            if (!serving.waitFor(30, TimeUnit.SECONDS)) serving.destroyForcibly();
        }
    }

    @Test
    void aDepartmentThatIsAskedGetsItsLinkByMailOnce() throws Exception {
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try {
            Files.writeString(folder.resolve("setup.json"), """
                    {"schema": "daywatch.setup", "version": 1,
                     "agency": {"name": "Prairie", "state": "KS", "administrator": {"name": "Ada Alder", "email": "ada@prairie.example"}},
                     "mail": {"host": "127.0.0.1", "port": %d, "encryption": "NONE", "from": "daywatch@prairie.example"},
                     "departments": [{"name": "Milo Creek Police Department", "contact": {"email": "chief@milocreek.example"}}],
                     "terms": [{"first_day": "2026-08-01", "ask": true}]}
                    """.formatted(smtp.getSmtp().getPort()));
            var dry = apply("--dry-run", "--site", SITE);
            assertThat(dry.out()).contains("proposed over a link");
            assertThat(smtp.getReceivedMessages()).as("a dry run asks nobody").isEmpty();
            assertThat(apply("--site", SITE).code()).isZero();
            assertThat(apply("--site", SITE).out())
                    .contains("Milo Creek Police Department: waits for the department's answer");
            assertThat(smtp.getReceivedMessages()).hasSize(1);
            assertThat(smtp.getReceivedMessages()[0].getAllRecipients()[0].toString())
                    .isEqualTo("chief@milocreek.example");
            assertThat(GreenMailUtil.getBody(smtp.getReceivedMessages()[0])).contains(SITE + "/terms/");
        } finally {
            smtp.stop();
        }
    }

    @Test
    void aFolderThatIsNotThereIsAMistypedOneAndAnInstallationWithoutAgencyNeedsOneInTheFile() throws Exception {
        Files.delete(home);
        var mistyped = apply();
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.errors()).contains("There is no Daywatch database in this folder");
        assertThat(home).doesNotExist();
        Files.createDirectory(home);
        Files.writeString(folder.resolve("setup.json"),
                "{\"schema\": \"daywatch.setup\", \"version\": 1, \"districts\": [{\"name\": \"A\"}]}");
        var without = apply();
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.errors()).contains("write the section agency with name, state and administrator");
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(folder.resolve("setup.json"));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve("setup.json"), text.replace(from, to));
    }

    private static int number(AllTables tables, String sql) throws Exception {
        return Integer.parseInt(tables.column(sql).getFirst());
    }

    private Answer apply(String... more) throws Exception {
        return commands.run(applying(more));
    }

    private List<String> applying(String... more) {
        var arguments = new ArrayList<>(
                List.of("setup", "apply", folder.resolve("setup.json").toString(), "--data", home.toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** As whoever installs it gives the command: a process that ends with its code. */
    private Answer applyByItself(String... more) throws Exception {
        var out = folder.resolve("out");
        var errors = folder.resolve("errors");
        var process = building(applying(more)).redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end: " + List.of(more));
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(errors));
    }

    private Process start(Path console, String... arguments) throws IOException {
        return building(List.of(arguments)).redirectErrorStream(true).redirectOutput(console.toFile()).start();
    }

    private static ProcessBuilder building(List<String> arguments) {
        var building = new ProcessBuilder(
                OwnProcess.ofTheApplication(List.of(), Daywatch.class, arguments.toArray(String[]::new)));
        building.environment().putAll(environment());
        return building;
    }

    private static Map<String, String> environment() {
        var all = new HashMap<>(FreshInstallation.onItsClock(apart));
        all.put("PRAIRIE_MAIL_PASSWORD", "prairie dogs whistle");
        all.put("PRAIRIE_TEXT_HEADERS", "Authorization: Bearer prairie dogs");
        return all;
    }
}
