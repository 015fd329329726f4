package org.daywatch.platform.identity.recovery.command;

import picocli.CommandLine.Command;

/** {@code daywatch administrator …} */
@Command(name = "administrator", mixinStandardHelpOptions = true,
        description = "Let an administrator in again who lost every way in.",
        subcommands = {AdministratorLinkCommand.class})
public class AdministratorCommand {}
