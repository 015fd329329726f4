package org.daywatch.relationships.tips.page.command;

import picocli.CommandLine.Command;

/** {@code daywatch tips page …} */
@Command(name = "page", mixinStandardHelpOptions = true, description = "The page at which tips are written.",
        subcommands = {TipsPageVerifyCommand.class})
public class TipsPageCommand {}
