package org.daywatch.platform.backup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.errors.InvalidInput;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code daywatch backup DIR} */
@Command(name = "backup", mixinStandardHelpOptions = true,
        description = "Copy the whole installation, running or not, into an empty folder. The copy holds passwords and keys: keep it private.")
public class BackupCommand extends InstallationCommand {

    @Parameters(index = "0", paramLabel = "DIR", description = "New or empty folder for the backup.") Path folder;

    @Option(names = "--without-data-keys",
            description = "Leave out the keys of what is kept encrypted: the copy alone does not open it. Have them split among holders first (data-key split).") boolean withoutDataKeys;

    @Option(names = "--keep", paramLabel = "N",
            description = "Afterward delete the older backups of this installation beside DIR, all but the newest N, and the archived log that only they needed.") int keep;

    @Spec CommandSpec spec;

    @Override
    protected void prepare() {
        if (keep < 0)
            throw new InvalidInput("--keep", Integer.toString(keep), "Write how many backups stay, 1 or more.");
    }

    @Override
    protected int run(ConfigurableApplicationContext installation) {
        var taken = installation.getBean(Backups.class).take(folder, !withoutDataKeys, progress);
        var gone = keep > 0 ? installation.getBean(Backups.class).keep(folder, keep) : List.<Path>of();
        progress.close();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(installation.getBean(JsonMapper.class).writeValueAsString(object(taken)));
        } else {
            if (!installation.getBean(Backups.class).holdsDatabase())
                out.println(
                        "The database is an external one and NOT in this folder: copy it now with pg_basebackup (docs/guides/backup.md).");
            out.println("Backed up " + taken.files() + " files, " + taken.bytes() / 1_000_000 + " MB, to "
                    + taken.folder() + ".");
            out.println(
                    "It contains passwords and keys (mode 0600), because nobody can open it without them. Keep it private.");
            gone.forEach(old -> out.println("Deleted the older backup " + old + "."));
            if (withoutDataKeys)
                out.println(
                        "The data keys are not in it: site plans and other encrypted records open again by data-key join, with the holders' sheets.");
        }
        out.flush();
        return ExitCodes.DONE;
    }

    static Map<String, Object> object(Backups.Taken taken) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", "daywatch.backup-taken");
        object.put("version", 1);
        object.put("folder", taken.folder().toString());
        object.put("at", taken.at());
        object.put("files", taken.files());
        object.put("bytes", taken.bytes());
        return object;
    }
}
