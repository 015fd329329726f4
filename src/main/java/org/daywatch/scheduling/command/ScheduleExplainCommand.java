package org.daywatch.scheduling.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.scheduling.explain.Explainer;
import org.daywatch.scheduling.explain.ExplanationJson;
import org.daywatch.scheduling.explain.ExplanationText;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers "why them, why not me, and what would it take". */
@Command(name = "explain", mixinStandardHelpOptions = true,
        description = "Say for one shift why this officer stands there, what each other lacked, and what it would take to fill an open seat.",
        footer = {"", "Format: docs/formats/roster.md."})
class ScheduleExplainCommand implements Callable<Integer> {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "IN.json", description = "The problem.") Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT.json", description = "The answer.") Path out = Path.of("");

    @Option(names = "--shift", required = true, paramLabel = "ID", description = "Which shift.") String shift = "";

    @Option(names = "--officer", paramLabel = "ID", description = "Only about this officer.") @Nullable String officer;

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") boolean json;

    @Override
    public Integer call() throws Exception {
        return CommandFiles.run(spec.commandLine(), () -> {
            byte[] bytes = CommandFiles.bytes(spec, in);
            var problem = CommandFiles.read(in, bytes, ScheduleFile::read);
            var answer = CommandFiles.read(out, CommandFiles.bytes(spec, out), AnswerFile::read);
            if (!answer.sha256().equals(ScheduleFile.sha256(bytes))) {
                throw new InvalidInput(out.toString(), answer.sha256(),
                        "This answers another problem: " + in + " has the SHA-256 " + ScheduleFile.sha256(bytes) + ".");
            }
            var explained = Explainer.explain(problem, answer, shift, officer);
            var print = spec.commandLine().getOut();
            print.print(json
                    ? new String(ExplanationJson.write(explained, problem), StandardCharsets.UTF_8)
                    : ExplanationText.of(explained, problem));
            print.flush();
            return ExitCodes.DONE;
        });
    }
}
