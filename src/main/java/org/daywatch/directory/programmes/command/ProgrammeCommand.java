package org.daywatch.directory.programmes.command;

import picocli.CommandLine.Command;

/** {@code daywatch programme …} */
@Command(name = "programme", mixinStandardHelpOptions = true, description = "What programmes demand of schools.", subcommands = {ProgrammeDueCommand.class})
public class ProgrammeCommand {}
