package org.daywatch.platform.setup.command;

import picocli.CommandLine.Command;

/** {@code daywatch setup …} */
@Command(name = "setup", mixinStandardHelpOptions = true,
        description = "How far an agency's set-up is, and setting it up from a file.",
        subcommands = {SetupCheckCommand.class, SetupApplyCommand.class})
public class SetupCommand {}
