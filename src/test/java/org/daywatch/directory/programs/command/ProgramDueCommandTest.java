package org.daywatch.directory.programs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code daywatch program due} as its page describes it. */
class ProgramDueCommandTest {
    private static final Path FORMATS = Path.of("docs/formats");
    private static final String CALENDAR = FORMATS + "/examples/school-year.ics";
    private static final String DONE = FORMATS + "/examples/drills-done.csv";
    private static final String SCHOOL = FORMATS + "/examples/program-school.json";

    @TempDir Path folder;

    record Answer(int code, String out, String errors) {}

    @Test
    void theJsonAnswerIsTheExampleAndFitsItsSchema() throws IOException {
        var answer = run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-11-17", "--done", DONE, "--school",
                SCHOOL, "--json");
        assertThat(answer.code()).isEqualTo(ExitCodes.DONE);
        assertThat(answer.out().strip())
                .isEqualTo(Files.readString(FORMATS.resolve("examples/program-due.json")).strip());
        for (var state : new String[] {"AZ", "DC", "FL", "KY", "MD", "MI", "NY", "OH", "TN", "TX", "WA"}) {
            assertThat(faults("program-due",
                    run("--state", state, "--calendar", CALENDAR, "--as-of", "2027-03-01", "--done", DONE, "--json")
                            .out()))
                    .as(state).isZero();
        }
        assertThat(faults("program-school", Files.readString(Path.of(SCHOOL)))).isZero();
    }

    @Test
    void aPlainSchoolYearIsEnoughAndWithoutAFileNothingCountsAsDone() throws IOException {
        var plain = write("plain.ics",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260812\r\nDTEND;VALUE=DATE:20270528\r\n"
                        + "SUMMARY:School year\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        var answer = run("--state", "tx", "--calendar", plain, "--as-of", "2026-09-01", "--json");
        assertThat(answer.code()).isEqualTo(ExitCodes.DONE);
        assertThat(answer.out()).contains("\"done_given\" : false", "nothing counts as done", "\"kind\" : \"drill\"")
                .doesNotContain("\"DONE\"");
        assertThat(answer.out().split("\"kind\" : \"drill\"")).as("ten drills").hasSize(11);
        assertThat(run("--state", "TX", "--calendar", plain, "--as-of", "2026-09-01").out())
                .contains("nothing counts as done", "DRILL:LOCKDOWN 1 of 2");
    }

    @Test
    void aNumberThatNobodyShippedIsAskedForAndTaken() {
        assertThat(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-09-01").out())
                .contains("AZ-SCHOOLS-LOCKDOWN has no number").doesNotContain("DRILL:LOCKDOWN");
        assertThat(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-09-01", "--number",
                "AZ-SCHOOLS-LOCKDOWN=3").out()).contains("DRILL:LOCKDOWN 3 of 3").doesNotContain("has no number");
        assertThat(
                run("--state", "TX", "--calendar", CALENDAR, "--as-of", "2026-09-01", "--number", "TX-SCHOOLS-FIRE=6")
                        .out())
                .contains("DRILL:FIRE 6 of 6");
    }

    @Test
    void aProposalOfTheDistrictStandsWithEachOfItsSchoolsUntilOneThatStillPaysIsThere() throws IOException {
        var open = run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2027-04-16", "--number",
                "AZ-SCHOOLS-LOCKDOWN=2").out();
        assertThat(open).contains("by 2027-04-15  LATE       REPORT:PROPOSAL 1 of 1, from 2026-07-01");
        var done = write("proposal.csv", "date,drill\n2024-09-01,REPORT:PROPOSAL\n");
        assertThat(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-11-17", "--done", done).out())
                .as("the third of its three years")
                .contains("REPORT:PROPOSAL 1 of 1, from 2026-07-01, done on 2024-09-01");
        var old = write("old.csv", "date,drill\n2024-04-10,REPORT:PROPOSAL\n");
        assertThat(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-11-17", "--done", old).out())
                .as("a year more").contains("by 2027-04-15  DUE        REPORT:PROPOSAL 1 of 1");
        assertThat(run("--state", "TX", "--calendar", CALENDAR, "--as-of", "2027-04-16").out())
                .doesNotContain("PROPOSAL");
    }

    @Test
    void whatIsRefusedInPartIs2AndTheRestCounts() throws IOException {
        var done = write("done.csv", "date,drill\n2026-09-01,LOCKDOWN\n2026-99-01,LOCKDOWN\n2026-09-02,PICNIC\n");
        var answer = run("--state", "TX", "--calendar", CALENDAR, "--as-of", "2026-09-10", "--done", done);
        assertThat(answer.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(answer.out()).contains("DRILL:LOCKDOWN 1 of 2, from 2026-08-03, done on 2026-09-01",
                "2 cells were refused");
        assertThat(answer.errors()).contains("done, line 3, date \"2026-99-01\"",
                "done, line 4, drill \"PICNIC\": is not one of ");
        var calendar = write("odd.ics",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260812\r\nDTEND;VALUE=DATE:20270528\r\nSUMMARY:School year\r\n"
                        + "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20260914\r\nSUMMARY:Kumquat day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        var odd = run("--state", "TX", "--calendar", calendar, "--as-of", "2026-09-10", "--json");
        assertThat(odd.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(odd.out()).contains("\"file\" : \"calendar\"", "Kumquat day");
    }

    @Test
    void whatIsRefusedWhollyNamesFieldValueAndWhatToDo() throws IOException {
        refused(run("--state", "ZZ", "--calendar", CALENDAR, "--as-of", "2026-09-10"), "--state", "ZZ",
                "give one of AZ");
        refused(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-02-30"), "--as-of", "2026-02-30",
                "write it as");
        refused(run("--state", "AZ", "--calendar", folder + "/none.ics", "--as-of", "2026-09-10"), "--calendar",
                "none.ics", "name a file");
        refused(run("--state", "AZ", "--calendar", DONE, "--as-of", "2026-09-10"), "--calendar", "BEGIN:VCALENDAR");
        refused(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-09-10", "--done", CALENDAR), "--done",
                "calendar");
        refused(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-09-10", "--number", "TX-SCHOOLS-FIRE=3"),
                "--number", "TX-SCHOOLS-FIRE", "AZ-SCHOOLS-LOCKDOWN");
        refused(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-09-10", "--number",
                "AZ-SCHOOLS-LOCKDOWN=many"), "AZ-SCHOOLS-LOCKDOWN=many", "whole number");
        school("{\"schema\": \"daywatch.program-school\", \"version\": 1, \"color\": \"red\"}", "color", "red",
                "leave it out");
        school("{\"schema\": \"daywatch.program-school\", \"version\": 2}", "version", "2", "Must be 1");
        school("{\"schema\": \"daywatch.program-school\", \"version\": 1, \"level\": \"TALL\"}", "level", "TALL",
                "HIGH");
        school("{\"schema\": \"daywatch.program-school\", \"version\": 1, \"opened\": \"soon\"}", "opened", "soon",
                "write it as");
        school("{\"schema\": \"daywatch.program-school\", \"version\": 1, \"programs\": [\"TX-SCHOOLS\"]}", "programs",
                "TX-SCHOOLS", "AZ-SSP");
        school("{\"schema\": \"daywatch.program-school\", \"version\": 1, \"starts\": [{\"subject\": \"TEA\", \"on\": \"2026-08-10\"}]}",
                "starts", "TEA", "demands");
        school("[1]", "--school", "JSON");
        school("{", "--school", "JSON");
    }

    private void school(String json, String... words) throws IOException {
        refused(run("--state", "AZ", "--calendar", CALENDAR, "--as-of", "2026-09-10", "--school",
                write("school.json", json)), words);
    }

    private static void refused(Answer answer, String... words) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(ExitCodes.REFUSED);
        assertThat(answer.errors()).contains(words);
        assertThat(answer.out()).isEmpty();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static int faults(String format, String json) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve(format + ".schema.json"))).validate(json, InputFormat.JSON)
                .size();
    }

    private static Answer run(String... arguments) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int code = new CommandLine(new ProgramDueCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(errors))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return failure instanceof Problem ? ExitCodes.REFUSED : ExitCodes.INTERNAL;
                }).execute(arguments);
        return new Answer(code, out.toString(), errors.toString());
    }
}
