package org.daywatch.directory.programs.command;

import picocli.CommandLine.Command;

/** {@code daywatch program …} */
@Command(name = "program", mixinStandardHelpOptions = true, description = "What programs demand of schools.",
        subcommands = {ProgramDueCommand.class})
public class ProgramCommand {}
