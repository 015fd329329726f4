package org.daywatch.platform.demo;

import picocli.CommandLine.Command;

/** {@code daywatch demo …} */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "The demonstration.",
        subcommands = DemoResetCommand.class)
public class DemoCommand {}
