package org.daywatch.prevention.instruments.command;

import picocli.CommandLine.Command;

/** {@code daywatch instrument …} */
@Command(name = "instrument", mixinStandardHelpOptions = true,
        description = "Instruments of site assessments as files. Needs no installation.",
        subcommands = {InstrumentCheckCommand.class})
public class InstrumentCommand {}
