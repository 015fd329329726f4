package org.daywatch.emergencies.cap.command;

import picocli.CommandLine.Command;

/** {@code daywatch cap …} */
@Command(name = "cap", mixinStandardHelpOptions = true, description = "Alerts in the Common Alerting Protocol 1.2.",
        subcommands = {CapCheckCommand.class})
public class CapCommand {}
