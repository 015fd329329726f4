package org.daywatch;

import java.nio.file.Path;
import org.daywatch.billing.verify.InvoicesCommand;
import org.daywatch.directory.canaries.command.ExportsCommand;
import org.daywatch.directory.imports.command.ImportCommand;
import org.daywatch.directory.programs.command.ProgramCommand;
import org.daywatch.emergencies.cap.command.CapCommand;
import org.daywatch.emergencies.lane.command.StreamsCommand;
import org.daywatch.platform.Release;
import org.daywatch.platform.audit.AuditCommand;
import org.daywatch.platform.backup.BackupCommand;
import org.daywatch.platform.backup.RestoreCommand;
import org.daywatch.platform.cipher.DataKeyCommand;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.PlainFailure;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.cli.ServeCommand;
import org.daywatch.platform.demo.DemoCommand;
import org.daywatch.platform.identity.recovery.command.AdministratorCommand;
import org.daywatch.platform.setup.command.SetupCommand;
import org.daywatch.prevention.instruments.command.InstrumentCommand;
import org.daywatch.relationships.command.TipsCommand;
import org.daywatch.scheduling.command.ScheduleCommand;
import org.daywatch.staffing.awards.replay.AwardCommand;
import org.daywatch.training.courses.command.CourseCommand;
import org.daywatch.training.lessons.command.LessonCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import picocli.CommandLine.Command;
import picocli.CommandLine;

/** The application and its command line: {@code daywatch COMMAND}, one jar for both. */
@SpringBootApplication
@EnableScheduling
@Command(name = "daywatch", mixinStandardHelpOptions = true, version = "Daywatch " + Release.VERSION,
        description = "Every school post covered by a qualified, rested, willing officer, and proven.",
        subcommands = {ServeCommand.class, ImportCommand.class, AuditCommand.class, BackupCommand.class,
                RestoreCommand.class, DemoCommand.class, ScheduleCommand.class, AwardCommand.class,
                CapCommand.class, DataKeyCommand.class, StreamsCommand.class, ProgramCommand.class,
                InstrumentCommand.class, LessonCommand.class, CourseCommand.class, InvoicesCommand.class,
                SetupCommand.class, AdministratorCommand.class, TipsCommand.class,
                ExportsCommand.class})
public class Daywatch {

    public static void main(String[] args) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        int code;
        try {
            code = commandLine().execute(args);
        } catch (OutOfMemoryError e) { // outside every command; to say more would need more of it
            Progress.lastWord(PlainFailure.NO_MEMORY);
            code = ExitCodes.INTERNAL;
        }
        System.exit(code);
    }

    private static @Nullable Path data(CommandLine command) {
        var option = command.getCommandSpec().findOption("--data");
        return option == null || option.getValue() == null ? null : Path.of(option.getValue().toString());
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Daywatch());
        sameExitCodes(line);
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> PlainFailure.say(failure, command.getErr(), data(command)));
        return line;
    }

    private static void sameExitCodes(CommandLine command) {
        command.getCommandSpec().exitCodeOnInvalidInput(ExitCodes.USAGE)
                .exitCodeOnExecutionException(ExitCodes.INTERNAL);
        command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCodes.WORDS);
        command.getSubcommands().values().forEach(Daywatch::sameExitCodes);
    }
}
