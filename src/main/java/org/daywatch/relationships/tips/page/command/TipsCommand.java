package org.daywatch.relationships.tips.page.command;

import picocli.CommandLine.Command;

/** {@code daywatch tips …} */
@Command(name = "tips", mixinStandardHelpOptions = true, description = "Tips without a name.",
        subcommands = {TipsPageCommand.class})
public class TipsCommand {}
