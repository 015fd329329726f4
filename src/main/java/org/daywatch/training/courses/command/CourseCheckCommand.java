package org.daywatch.training.courses.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daywatch course check FILE…}: no installation is needed. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Check courses: their structure, their sources, and that the languages of one edition are built alike; no installation is needed.",
        footer = {"", "Format: docs/formats/course.md."})
class CourseCheckCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Courses, JSON. Give all languages of a course to have them compared.")
    List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON object with schema and version instead of text.")
    boolean json;

    @Override
    public Integer call() {
        var check = CourseCheck.of(files.stream().map(file -> new CourseCheck.Given(file.toString(), bytes(file))).toList());
        var out = spec.commandLine().getOut();
        if (json) out.println(check.json());
        else check.lines().forEach(out::println);
        out.flush();
        return check.fine() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidInput("FILE", file.toString(), "Cannot be read; name a file that is there and may be read.");
        }
    }
}
