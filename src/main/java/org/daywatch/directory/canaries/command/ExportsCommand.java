package org.daywatch.directory.canaries.command;

import picocli.CommandLine.Command;

/** {@code daywatch exports …} */
@Command(name = "exports", mixinStandardHelpOptions = true, description = "Lists of students that somebody downloaded.",
        subcommands = {ExportsTraceCommand.class})
public class ExportsCommand {}
