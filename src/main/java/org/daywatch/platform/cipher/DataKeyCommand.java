package org.daywatch.platform.cipher;

import picocli.CommandLine.Command;

/** {@code daywatch data-key …} */
@Command(name = "data-key", mixinStandardHelpOptions = true,
        description = "The key for what is kept encrypted: site plans, keys of webhooks.",
        subcommands = {DataKeyRenewCommand.class, DataKeySplitCommand.class, DataKeyJoinCommand.class})
public class DataKeyCommand {}
