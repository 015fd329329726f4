package org.daywatch.relationships.command;

import org.daywatch.relationships.tips.page.command.TipsPageCommand;
import org.daywatch.relationships.triage.lines.command.TipsImportCommand;
import picocli.CommandLine.Command;

@Command(name = "tips", mixinStandardHelpOptions = true, description = "Tips without a name.",
        subcommands = {TipsImportCommand.class, TipsPageCommand.class})
public class TipsCommand {}
