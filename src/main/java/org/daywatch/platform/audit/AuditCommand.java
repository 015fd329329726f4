package org.daywatch.platform.audit;

import picocli.CommandLine.Command;

/** {@code daywatch audit …} */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "The record of who did what.",
        subcommands = AuditVerifyCommand.class)
public class AuditCommand {}
