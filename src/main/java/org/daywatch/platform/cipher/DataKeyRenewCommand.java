package org.daywatch.platform.cipher;

import java.util.LinkedHashMap;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code daywatch data-key renew}: beside a running installation, which reads the file again when it has changed. */
@Command(name = "renew", mixinStandardHelpOptions = true,
        description = "Make a new data key, encrypt everything with it that is kept encrypted, and forget all but the key before it.",
        footer = {"", "Format: docs/formats/data-key.md."})
class DataKeyRenewCommand extends InstallationCommand {

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    protected int run(ConfigurableApplicationContext installation) {
        progress.says("Encrypting with the new key");
        int records = installation.getBean(Renewal.class).withNewKey();
        progress.says("");
        var out = spec.commandLine().getOut();
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("schema", "daywatch.data-key-renewed");
            object.put("version", 1);
            object.put("records", records);
            out.println(installation.getBean(JsonMapper.class).writeValueAsString(object));
        } else {
            out.println("There is a new data key; " + records
                    + " records were encrypted with it. The key before it is kept until the next time.");
            out.println(
                    "Take a backup: the one before this holds the old key and what it opens. Where holders have shares, split the keys anew.");
        }
        out.flush();
        return ExitCodes.DONE;
    }
}
