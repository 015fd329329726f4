package org.daywatch.scheduling.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.scheduling.bound.LpBound;
import org.daywatch.scheduling.check.CheckReport;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.ScheduleSolver;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a schedule from a problem and says how good it is. */
@Command(name = "solve", mixinStandardHelpOptions = true,
        description = {"Make a roster: the best that the budget finds, checked before it is reported.",
                "With --moves the same file, seed and moves give the same bytes, whatever the number of threads."},
        footer = {"", "Format: docs/formats/roster.md."})
class ScheduleSolveCommand implements Callable<Integer> {

    private static final long MOST_SEED = 1_000_000_000_000_000L;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "IN.json", description = "The problem.") Path in = Path.of("");

    @ArgGroup(multiplicity = "1") Until until = new Until();

    static class Until {
        @Option(names = "--moves", required = true,
                description = "Stop after so many moves of the search; 0 is the greedy roster.") @Nullable Long moves;

        @Option(names = "--seconds", required = true,
                description = "Stop after so many seconds.") @Nullable Double seconds;
    }

    @Option(names = "--bound-seconds",
            description = "Then look for a proven bound for at most so many seconds (default: none).") @Nullable Double boundSeconds;

    @Option(names = "--threads", defaultValue = "1",
            description = "Threads to search with (default: ${DEFAULT-VALUE}).") int threads = 1;

    @Option(names = "--seed", defaultValue = "1",
            description = "Seed of the search (default: ${DEFAULT-VALUE}).") long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "OUT.json",
            description = "Where the answer is written; replaced if it is there.") Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
        mustBeSensible();
        return CommandFiles.run(spec.commandLine(), this::solve);
    }

    private int solve() throws IOException {
        byte[] bytes = CommandFiles.bytes(spec, in);
        var problem = CommandFiles.read(in, bytes, ScheduleFile::read);
        var watch = new SolveWatch();
        var model = ScheduleModel.of(problem);
        var budget = until.moves != null
                ? new Budget.Moves(until.moves)
                : new Budget.Seconds(until.seconds == null ? 0 : until.seconds);
        var answer = ScheduleSolver.solve(model, ScheduleFile.sha256(bytes), budget, threads, seed, watch);
        double solved = watch.seconds();
        if (boundSeconds != null) answer = answer.bounded(LpBound.of(model, boundSeconds, threads));
        double all = watch.seconds();
        byte[] file = AnswerFile.write(answer, problem.objective().kind());
        var check = ScheduleChecker.check(bytes, file);
        replace(file);
        var print = spec.commandLine().getOut();
        report(print, problem, answer, check);
        print.printf("first %.3f s%nmoves %d%nseconds %.3f%n", watch.first(), watch.moves(), solved);
        if (boundSeconds != null) print.printf("bound seconds %.3f%n", all - solved);
        print.flush();
        return check.fine() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    private static void report(PrintWriter print, ScheduleProblem problem, ScheduleAnswer answer, CheckReport check) {
        boolean points = problem.objective().kind() == ScheduleProblem.Kind.WORTH;
        var gap = answer.gapPercent(problem.objective().kind());
        print.println("status " + answer.status());
        print.println("objective " + answer.objective() + (points ? " points" : " officers"));
        print.println("bound " + (answer.bound() == null ? "none" : answer.bound().toString()));
        print.println("gap " + (gap == null ? "unknown" : gap.toPlainString() + " %"));
        print.println("seats " + check.counts().filled() + " of " + check.counts().seats() + " filled");
        print.println("violations " + check.violations().size());
        CheckText.wrong(check).forEach(print::println);
    }

    /** Whole or not at all: a reader never sees half an answer. */
    private void replace(byte[] file) throws IOException {
        var beside = Files.createTempFile(folder(), "roster", ".part");
        try {
            Files.write(beside, file);
            try {
                Files.move(beside, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Path folder() {
        return out.toAbsolutePath().getParent();
    }

    private void mustBeSensible() {
        if (until.moves != null && until.moves < 0) throw wrong("--moves", until.moves, "must be 0 or more");
        if (until.seconds != null && !(until.seconds > 0 && until.seconds <= 86_400))
            throw wrong("--seconds", until.seconds, "must be more than 0, a day at most");
        if (boundSeconds != null && !(boundSeconds > 0 && boundSeconds <= 86_400))
            throw wrong("--bound-seconds", boundSeconds, "must be more than 0, a day at most");
        if (threads < 1 || threads > 256) throw wrong("--threads", threads, "must be 1 to 256");
        if (seed < -MOST_SEED || seed > MOST_SEED) throw wrong("--seed", seed, "must have at most 15 digits");
        if (Files.isDirectory(out)) throw wrong("--out", out, "is a folder; name a file");
        if (!Files.isDirectory(folder()))
            throw wrong("--out", out, "lies in a folder that does not exist; make it first");
        if (!Files.isWritable(folder())) throw wrong("--out", out, "lies in a folder that may not be written to");
    }

    private ParameterException wrong(String option, Object value, String what) {
        return new ParameterException(spec.commandLine(), option + " " + value + " " + what + ".");
    }
}
