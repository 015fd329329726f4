package org.daywatch.scheduling.command;

import picocli.CommandLine.Command;

/** {@code daywatch roster …} */
@Command(name = "roster", mixinStandardHelpOptions = true,
        description = "Rosters as files: solve one, check one, ask why. Needs no installation.",
        subcommands = {ScheduleSolveCommand.class, ScheduleCheckCommand.class, ScheduleExplainCommand.class})
public class ScheduleCommand {}
