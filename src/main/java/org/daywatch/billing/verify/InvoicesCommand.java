package org.daywatch.billing.verify;

import picocli.CommandLine.Command;

/** {@code daywatch invoices …} */
@Command(name = "invoices", mixinStandardHelpOptions = true, description = "What districts were billed.",
        subcommands = InvoiceVerifyCommand.class)
public class InvoicesCommand {}
