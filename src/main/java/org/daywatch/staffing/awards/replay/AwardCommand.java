package org.daywatch.staffing.awards.replay;

import picocli.CommandLine.Command;

/** {@code daywatch award …} */
@Command(name = "award", mixinStandardHelpOptions = true, description = "How posts were awarded.",
        subcommands = {AwardReplayCommand.class, AwardCheckCommand.class})
public class AwardCommand {}
