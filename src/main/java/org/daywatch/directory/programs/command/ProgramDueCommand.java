package org.daywatch.directory.programs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.daywatch.directory.imports.ical.YearFile;
import org.daywatch.directory.programs.catalog.ShippedCatalog;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.intake.IntakeRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daywatch program due}: docs/formats/program-due.md. No installation is needed. */
@Command(name = "due", mixinStandardHelpOptions = true,
        description = "Say what a state's programs demand of a school in its year: what is due, done, late and missed as of a day; no installation is needed.",
        footer = {"", "Format: docs/formats/program-due.md."})
class ProgramDueCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--state", required = true, paramLabel = "XX",
            description = "Two letters: whose programs.") String state = "";

    @Option(names = "--calendar", required = true, paramLabel = "FILE",
            description = "The school year, iCalendar (docs/formats/calendar.md).") Path calendar = Path.of("");

    @Option(names = "--as-of", required = true, paramLabel = "DATE",
            description = "The day as of which it is said, such as 2026-11-17.") String asOf = "";

    @Option(names = "--done", paramLabel = "FILE",
            description = "What was done, CSV (docs/formats/drills-done.md); without it nothing counts as done.") @Nullable Path done;

    @Option(names = "--school", paramLabel = "FILE",
            description = "About the school, JSON (docs/formats/program-school.md): level, opening, programs, own numbers.") @Nullable Path school;

    @Option(names = "--number", paramLabel = "CODE=N",
            description = "A number that is not shipped, or another one than shipped, such as AZ-SCHOOLS-LOCKDOWN=2; may be repeated.") Map<String, String> numbers = Map
                    .of();

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    @Override
    public Integer call() {
        quiet();
        var shipped = ShippedCatalog.read();
        String asked = state.strip().toUpperCase(Locale.ROOT);
        var states = shipped.catalog().programs().stream().map(p -> p.program().state()).distinct().sorted().toList();
        if (!states.contains(asked))
            throw new InvalidInput("--state", state,
                    "No program of that state is known; give one of " + String.join(", ", states) + ".");
        LocalDate day = Dates.date(asOf.strip());
        if (day == null)
            throw new InvalidInput("--as-of", asOf, "Is not a date of the calendar; write it as 2026-11-17.");
        var about = school == null ? SchoolFile.NONE : SchoolFile.read(school, asked, shipped.catalog());
        var year = taken("--calendar", calendar, () -> YearFile.read(calendar));
        var events = done == null ? null : taken("--done", done, () -> DoneFile.read(done, shipped.catalog()));
        var answer = DueAnswer.of(shipped, asked, year,
                about.with(SchoolFile.numbers(numbers, asked, shipped.catalog())), events, day);
        print(answer);
        return answer.refused().isEmpty() ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    /** The reader of calendars logs as it starts; the answer must stand alone on the output. */
    private static void quiet() {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("net.fortuna.ical4j"))
                .setLevel(ch.qos.logback.classic.Level.OFF);
    }

    private void print(DueAnswer answer) {
        var out = spec.commandLine().getOut();
        if (json) out.println(DueText.json(answer));
        else DueText.lines(answer).forEach(out::println);
        out.flush();
        answer.refused().forEach(cell -> spec.commandLine().getErr().println(DueText.line(cell)));
        spec.commandLine().getErr().flush();
    }

    private static <T> T taken(String option, Path file, Supplier<T> read) {
        try {
            if (!java.nio.file.Files.isReadable(file))
                throw new InvalidInput(option, file.toString(),
                        "Cannot be read; name a file that is there and may be read.");
            return read.get();
        } catch (IntakeRefused e) {
            throw new InvalidInput(option, file.toString(), String.valueOf(e.getMessage()));
        } catch (java.io.UncheckedIOException e) {
            throw new InvalidInput(option, file.toString(),
                    "Cannot be read; name a file that is there and may be read.");
        }
    }
}
