package org.daywatch.directory.imports.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.SCHOOL;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.identity.Organizations;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line beside a running installation: what it prints and with which code it ends. */
@DaywatchIT
class ImportCommandIT {
    private static final Path EXAMPLES = Path.of("docs/formats/examples");
    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    @Autowired ConfigurableApplicationContext installation;
    @TempDir Path folder;
    private Story.Cast cast;

    @BeforeEach
    void anAgencyOfItsOwn() {
        cast = story.cast();
    }

    /** What a command printed on each stream, and its exit code. */
    private record Ran(int code, String out, String err) {}

    @Test
    void everyKindAnswersAsItsSchemaSaysAndTheSecondTimeNothingChanges() throws IOException {
        for (String kind : List.of("nces", "officers", "duty", "calendar", "oneroster", "guardians")) {
            if (kind.equals("oneroster")) cast = story.cast(); // its school is known by then to another district of the first agency
            Path file = kind.equals("officers")
                    ? officers()
                    : kind.equals("calendar")
                            ? EXAMPLES.resolve("calendar.ics")
                            : kind.equals("oneroster") ? EXAMPLES.resolve(kind) : EXAMPLES.resolve(kind + ".csv");
            var dry = run(kind, file, "--json", "--dry-run");
            var first = run(kind, file, "--json");
            var second = run(kind, file, "--json");
            for (var ran : List.of(dry, first, second)) {
                assertThat(ran.code()).as(kind + " has bad rows, " + ran.err()).isEqualTo(ExitCodes.REFUSED);
                assertThat(problems(ran.out())).as(kind).isEmpty();
            }
            assertThat(number(dry.out(), "read")).isPositive().isEqualTo(number(first.out(), "read"));
            assertThat(number(dry.out(), "created")).isPositive().isEqualTo(number(first.out(), "created"));
            assertThat(number(second.out(), "created") + number(second.out(), "updated")).as(kind + " a second time")
                    .isZero();
            assertThat(number(second.out(), "unchanged")).isEqualTo(number(second.out(), "accepted"));
        }
    }

    /**
     * With addresses of this cast's own: an account of the same address elsewhere is the same person, and their time is
     * taken there.
     */
    private Path officers() throws IOException {
        String text = Files.readString(EXAMPLES.resolve("officers.csv")).replace("@copper.example",
                "@copper" + cast.suffix() + ".example");
        return Files.writeString(folder.resolve("officers.csv"), text);
    }

    @Test
    void aFileWithoutBadRowsEndsWithZeroAndADryRunWritesNothing() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(EXAMPLES.resolve("nces.csv")));
        Path clean = Files.write(folder.resolve("clean.csv"), lines.subList(0, 2));
        assertThat(run("nces", clean, "--dry-run").code()).isEqualTo(ExitCodes.DONE);
        assertThat(schools()).isZero();
        var done = run("nces", clean);
        assertThat(done.code()).isEqualTo(ExitCodes.DONE);
        assertThat(done.out()).contains("read 1, accepted 1, refused 0", "created 1");
        assertThat(schools()).isOne();
        assertThat(done.out()).as("what is still missing").contains("next: 1 school needs a school year. Add it.",
                "next: 1 school needs bell times. Set them.");
        assertThat(run("nces", clean, "--json").out()).contains("\"next\" : [ \"1 school needs a school year");
        assertThat(run("nces", clean, "--dry-run").out()).as("nothing has happened").doesNotContain("next:");
    }

    @Test
    void aListOfSchoolsOfOnesOwnComesInByTheCommand() throws IOException {
        var dry = run("schools", EXAMPLES.resolve("schools.csv"), "--dry-run");
        assertThat(dry.code()).as(dry.err()).isEqualTo(ExitCodes.DONE);
        assertThat(schools()).isZero();
        var done = run("schools", EXAMPLES.resolve("schools.csv"));
        assertThat(done.out()).contains("read 4, accepted 4, refused 0", "created 4",
                "next: 4 schools need bell times. Set them.");
        assertThat(schools()).isEqualTo(4);
        var again = run("schools", EXAMPLES.resolve("schools.csv"), "--json");
        assertThat(problems(again.out())).isEmpty();
        assertThat(number(again.out(), "unchanged")).isEqualTo(4);
        var bad = Files.writeString(folder.resolve("bad.csv"), "district,name,state\nCholla,Cholla High,Arizona\n");
        assertThat(run("schools", bad, "--dry-run").code()).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void theHelpNamesEveryKindAndEveryFormat() {
        var help = new CommandLine(new ImportCommand()).getUsageMessage(CommandLine.Help.Ansi.OFF).replaceAll("\\s+",
                "");
        for (var kind : org.daywatch.directory.intake.ImportKind.values())
            assertThat(help).contains(kind.word()).contains(kind.word() + ".md");
    }

    @Test
    void aFileRefusedAsAWholeIsSaidToPeopleAndToMachinesAndNothingIsTaken() throws IOException {
        String heading = Files.readAllLines(EXAMPLES.resolve("nces.csv")).getFirst();
        var ran = run("nces", Files.writeString(folder.resolve("headings.csv"), heading + "\n"), "--json");
        assertThat(ran.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(ran.err()).contains("headings but no rows");
        assertThat(ran.out()).contains("fileRefused");
        assertThat(problems(ran.out())).isEmpty();
        assertThat(run("nces", folder).err()).contains("is a folder");
        assertThat(schools()).isZero();
    }

    @Test
    void aDryRunEndsWithTheCodeTheImportWould() throws IOException {
        Path clean = roster("");
        var done = run("oneroster", clean);
        assertThat(done.code()).isEqualTo(ExitCodes.DONE);
        assertThat(done.out()).contains("next: Students without an authorized pickup: 2 of 2.");
        Path without = roster("u-2,,,true,kid2,,Alex,Yucca,,,,,,,06,,,,,,,s-1,\n");
        var dry = run("oneroster", without, "--dry-run", "--json");
        assertThat(dry.code()).isEqualTo(ExitCodes.REFUSED).isEqualTo(run("oneroster", without).code());
        assertThat(dry.err()).contains("would be refused", "--leavers-confirmed");
        assertThat(problems(dry.out())).isEmpty();
        assertThat(run("oneroster", without, "--dry-run", "--leavers-confirmed").code()).isEqualTo(ExitCodes.DONE);
    }

    /** The example without its bad rows and without another one. */
    private Path roster(String without) throws IOException {
        Path copy = Files.createTempDirectory(folder, "roster");
        var bad = List.of("s-3,", "t-2,", "y-2", "u-4,", "u-5,", "r-4,", "c-3,", "e-4,", "e-5,", "e-6,",
                without.isEmpty() ? "-" : "r-2,", without.isEmpty() ? "-" : "e-2,");
        try (var files = Files.list(EXAMPLES.resolve("oneroster"))) {
            for (Path file : files.toList()) {
                var lines = Files.readAllLines(file).stream()
                        .filter(line -> bad.stream().noneMatch(b -> line.startsWith(b) && !line.startsWith("y-2027")))
                        .toList();
                Files.writeString(copy.resolve(file.getFileName()),
                        (String.join("\n", lines) + "\n").replace(without.isEmpty() ? "\0" : without, ""));
            }
        }
        return copy;
    }

    @Test
    void whatIsOnlyLikelyCountsWhenItIsAcceptedAndWhatIsAskedEndsTheCommandWithTwo() throws IOException {
        String event = "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:%s\r\nSUMMARY:%s\r\nEND:VEVENT\r\n";
        String year = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:y\r\nDTSTART;VALUE=DATE:20260803\r\nDTEND;VALUE=DATE:20270522\r\nSUMMARY:School year\r\nEND:VEVENT\r\n"
                + event.formatted("a", "20270215", "Presidents' Day");
        Path likely = Files.writeString(folder.resolve("likely.ics"), year + "END:VCALENDAR\r\n");
        var open = run("calendar", likely, "--dry-run");
        assertThat(open.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(open.out()).contains("days of school: 210, with everything likely 209",
                "likely: line 8, \"Presidents' Day\", perhaps HOLIDAY, 1 day on 2027-02-15: Most schools are closed on this holiday");
        assertThat(open.out()).as("nothing is closed by it").doesNotContain("no school: ");
        var accepted = run("calendar", likely, "--dry-run", "--accept-likely");
        assertThat(accepted.code()).isEqualTo(ExitCodes.DONE);
        assertThat(accepted.out()).as("what closes is shown")
                .contains("no school: \"Presidents' Day\" (HOLIDAY), 1 day on 2027-02-15");
        Path asked = Files.writeString(folder.resolve("asked.ics"),
                year + event.formatted("b", "20261111", "Veterans Day") + "END:VCALENDAR\r\n");
        var still = run("calendar", asked, "--dry-run", "--accept-likely", "--json");
        assertThat(still.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(problems(still.out())).isEmpty();
        assertThat(still.out()).contains("\"reason\" : \"DISTRICTS_DIFFER\"", "\"applied\" : false");
        Path outside = Files.writeString(folder.resolve("outside.ics"),
                year.replace("20270215", "20270705") + "END:VCALENDAR\r\n");
        assertThat(run("calendar", outside, "--dry-run").code()).as("no day differs").isEqualTo(ExitCodes.DONE);
    }

    @Test
    void wrongUseIsSaidBeforeAnythingIsOpened() {
        assertThatThrownBy(() -> run("teachers", EXAMPLES.resolve("nces.csv"))).isInstanceOf(ParameterException.class)
                .hasMessageContaining(
                        "not one of calendar, departments, duty, guardians, nces, officers, oneroster, schools");
        assertThatThrownBy(() -> run("nces", Path.of("nowhere.csv"))).isInstanceOf(ParameterException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> run("calendar", EXAMPLES.resolve("calendar.ics"), "--district", "Nowhere"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--district");
        assertThatThrownBy(() -> run("calendar", EXAMPLES.resolve("calendar.ics"), "--first-day", "2027-05-21",
                "--last-day", "2026-08-03")).isInstanceOf(ParameterException.class)
                .hasMessage("--last-day 2026-08-03 is not after --first-day 2027-05-21.");
    }

    private Ran run(String kind, Path file, String... options) {
        var command = new ImportCommand();
        var arguments = new ArrayList<>(List.of(kind, file.toString(), "--agency", name(cast.agency())));
        if (List.of("calendar", "oneroster", "guardians").contains(kind) && !List.of(options).contains("--district"))
            arguments.addAll(List.of("--district", name(cast.mesquite())));
        arguments.addAll(List.of(options));
        new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream before = System.out;
        PrintStream errBefore = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            return new Ran(command.run(installation), out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(errBefore);
        }
    }

    private String name(java.util.UUID organization) {
        return story.as(cast.agency(), () -> organizations.find(organization).orElseThrow().name());
    }

    private static java.util.Set<?> problems(String json) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/import-report.schema.json")))
                .validate(json, InputFormat.JSON);
    }

    private static int number(String json, String field) {
        var found = java.util.regex.Pattern.compile("\"" + field + "\" : (\\d+)").matcher(json);
        if (!found.find()) throw new AssertionError(field + " is not in " + json);
        return Integer.parseInt(found.group(1));
    }

    private int schools() {
        return story.as(cast.agency(), () -> db.fetchCount(SCHOOL));
    }
}
