package org.daywatch.platform.setup.command;

import picocli.CommandLine.Command;

/** {@code daywatch setup …} */
@Command(name = "setup", mixinStandardHelpOptions = true, description = "How far an agency's set-up is.", subcommands = {SetupCheckCommand.class})
public class SetupCommand {}
