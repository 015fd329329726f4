package org.daywatch.scheduling.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daywatch.platform.cli.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line as docs/formats/roster.md has it: what is printed, what is written, how it ends. */
class ScheduleCommandTest {

    private static final String EXAMPLE = "docs/formats/examples/roster.json";
    private static final String ANSWER = "docs/formats/examples/roster-answer.json";

    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    @Test
    void solvingTellsWhatItReachedAndWritesNoTimes() throws Exception {
        var out = folder.resolve("out.json");
        var ended = run("solve", EXAMPLE, "--moves", "20000", "--out", out.toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isEqualTo(ExitCodes.DONE);
        assertThat(ended.out()).containsPattern("status (FEASIBLE|OPTIMAL)").containsPattern("objective \\d+ points")
                .contains("bound none", "gap unknown", "violations 0")
                .containsPattern("first \\d+\\.\\d{3} s").contains("moves 20000")
                .containsPattern("seconds \\d+\\.\\d{3}");
        assertThat(Files.readString(out)).contains("\"moves\":20000", "\"bound\": null").doesNotContain("second");
        assertThat(run("check", EXAMPLE, out.toString()).code()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void theSameMovesGiveTheSameBytesWithAnyNumberOfThreads() throws Exception {
        byte[] first = null;
        for (String threads : new String[] {"1", "2", "5", "1"}) {
            var out = folder.resolve("out" + threads + ".json");
            assertThat(run("solve", EXAMPLE, "--moves", "5000", "--threads", threads, "--seed", "3", "--out",
                    out.toString()).code()).isZero();
            if (first != null) assertThat(Files.readAllBytes(out)).isEqualTo(first);
            first = Files.readAllBytes(out);
        }
    }

    @Test
    void aBoundIsProvedWhenItIsAskedFor() throws Exception {
        var ended = run("solve", EXAMPLE, "--moves", "20000", "--bound-seconds", "20", "--out",
                folder.resolve("out.json").toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).containsPattern("bound \\d+\n").containsPattern("gap \\d+\\.\\d{4} %")
                .containsPattern("bound seconds \\d");
    }

    @Test
    void secondsAreABudgetToo() {
        var ended = run("solve", EXAMPLE, "--seconds", "0.2", "--out", folder.resolve("out.json").toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("violations 0");
    }

    @Test
    void aBudgetIsAskedForExactlyOnce() {
        var out = folder.resolve("out.json").toString();
        assertThat(run("solve", EXAMPLE, "--out", out).code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run("solve", EXAMPLE, "--moves", "1", "--seconds", "1", "--out", out).code())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("solve", EXAMPLE, "--moves", "-1", "--out", out).err()).contains("--moves -1 must be 0 or more");
        assertThat(run("solve", EXAMPLE, "--moves", "1").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(run("solve", EXAMPLE, "--moves", "1", "--threads", "0", "--out", out).code())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(run("solve", EXAMPLE, "--moves", "1", "--out", folder.resolve("no/out.json").toString()).err())
                .contains("does not exist");
        assertThat(run("solve", "nothing.json", "--moves", "1", "--out", out)).satisfies(e -> {
            assertThat(e.code()).isEqualTo(ExitCodes.USAGE);
            assertThat(e.err()).contains("There is no file nothing.json.");
        });
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void aBrokenProblemIsRefusedWithLineAndFieldAndNothingIsWritten() throws Exception {
        var in = folder.resolve("in.json");
        Files.writeString(in, Files.readString(Path.of(EXAMPLE)).replace("\"priority\": 1", "\"priority\": 9"));
        var out = folder.resolve("out.json");
        var ended = run("solve", in.toString(), "--moves", "10", "--out", out.toString());
        assertThat(ended.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(ended.err()).contains("in.json was refused.",
                "$.shifts[0].priority 9: must be a whole number from 1 to 3.");
        assertThat(ended.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void checkingNamesWhatIsWrong() throws Exception {
        var right = run("check", EXAMPLE, ANSWER);
        assertThat(right.code()).isZero();
        assertThat(right.out()).contains("violations 0", "the answer says of itself what is so");
        var bad = folder.resolve("bad.json");
        Files.writeString(bad, Files.readString(Path.of(ANSWER)).replace("{\"shift\":\"iw-16\",\"officer\":\"o-ames\"}",
                "{\"shift\":\"iw-16\",\"officer\":\"o-egan\"}"));
        var wrong = run("check", EXAMPLE, bad.toString());
        assertThat(wrong.code()).isEqualTo(ExitCodes.FOUND_WRONG);
        assertThat(wrong.out()).contains("WRONG PIN_BROKEN iw-16", "WRONG NOT_QUALIFIED iw-16 o-egan");
        assertThat(run("check", EXAMPLE, bad.toString(), "--json").out()).contains("\"daywatch.roster-check\"",
                "\"PIN_BROKEN\"");
        var torn = folder.resolve("torn.json");
        Files.writeString(torn, Files.readString(bad).substring(0, 200));
        assertThat(run("check", EXAMPLE, torn.toString())).satisfies(e -> {
            assertThat(e.code()).isEqualTo(ExitCodes.REFUSED);
            assertThat(e.err()).contains("torn.json was refused.", "cut off");
        });
    }

    @Test
    void explainingSaysWhyAndWhyNot() throws Exception {
        assertThat(run("explain", EXAMPLE, ANSWER, "--shift", "pv-game").out())
                .isEqualTo(Files.readString(Path.of("docs/formats/examples/roster-explanation.txt")));
        assertThat(run("explain", EXAMPLE, ANSWER, "--shift", "qr-17", "--json").out())
                .isEqualTo(Files.readString(Path.of("docs/formats/examples/roster-explanation.json")));
        assertThat(run("explain", EXAMPLE, ANSWER, "--shift", "iw-17", "--officer", "o-dorn").out())
                .contains("o-dorn holds no SSO_COURSE on 2026-11-17 [NOT_QUALIFIED]").doesNotContain("o-egan holds");
        assertThat(run("explain", EXAMPLE, ANSWER, "--shift", "nowhere")).satisfies(e -> {
            assertThat(e.code()).isEqualTo(ExitCodes.REFUSED);
            assertThat(e.err()).contains("--shift \"nowhere\": The problem has no such shift.");
        });
        assertThat(run("explain", EXAMPLE, ANSWER).code()).isEqualTo(ExitCodes.USAGE);
        var other = folder.resolve("other.json");
        Files.writeString(other, Files.readString(Path.of(EXAMPLE)) + " ");
        assertThat(run("explain", other.toString(), ANSWER, "--shift", "iw-17")).satisfies(e -> {
            assertThat(e.code()).isEqualTo(ExitCodes.REFUSED);
            assertThat(e.err()).contains("This answers another problem");
        });
    }

    @Test
    void everyCommandNamesItsPage() {
        for (String command : new String[] {"solve", "check", "explain"})
            assertThat(run(command, "--help").out()).contains("docs/formats/roster.md");
    }

    private static Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new CommandLine(new ScheduleCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        line.getSubcommands().values().forEach(c -> c.getCommandSpec().exitCodeOnInvalidInput(ExitCodes.USAGE)
                .exitCodeOnExecutionException(ExitCodes.INTERNAL));
        int code = line.execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
