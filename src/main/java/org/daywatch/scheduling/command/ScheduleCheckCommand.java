package org.daywatch.scheduling.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.ScheduleFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a schedule by whoever made it. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Recompute every rule and every point of a roster; the check shares no code with what makes rosters.",
        footer = {"", "Format: docs/formats/roster.md."})
class ScheduleCheckCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "IN.json", description = "The problem.") Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT.json", description = "The answer.") Path out = Path.of("");

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    @Override
    public Integer call() throws Exception {
        return CommandFiles.run(spec.commandLine(), () -> {
            byte[] problem = CommandFiles.bytes(spec, in);
            byte[] answer = CommandFiles.bytes(spec, out);
            // Read first only to refuse with line and value; the check reads the bytes for itself.
            CommandFiles.read(in, problem, ScheduleFile::read);
            CommandFiles.read(out, answer, AnswerFile::read);
            var report = ScheduleChecker.check(problem, answer);
            var print = spec.commandLine().getOut();
            if (json) print.print(report.json());
            else CheckText.all(report).forEach(print::println);
            print.flush();
            return report.fine() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
        });
    }
}
