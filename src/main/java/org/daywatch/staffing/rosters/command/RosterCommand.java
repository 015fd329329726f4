package org.daywatch.staffing.rosters.command;

import picocli.CommandLine.Command;

/** {@code daywatch roster …} */
@Command(name = "roster", mixinStandardHelpOptions = true, description = "Rosters as files: solve one, check one, ask why. Needs no installation.",
        subcommands = {RosterSolveCommand.class, RosterCheckCommand.class, RosterExplainCommand.class})
public class RosterCommand {}
