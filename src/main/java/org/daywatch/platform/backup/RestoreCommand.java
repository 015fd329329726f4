package org.daywatch.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.platform.audit.AuditVerification;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.database.DatabaseRoles;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code daywatch restore DIR --data NEW}: verify the backup, lay it out, open it, verify the audit chains, count. */
@Command(name = "restore", mixinStandardHelpOptions = true,
        description = "Restore a backup into a new folder (--data), verify its audit chains and say what is in it. Never writes over data.")
public class RestoreCommand extends InstallationCommand {

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the backup.") Path folder;

    @Option(names = "--archive", paramLabel = "DIR",
            description = "Folder of the archived write-ahead log: what was written after the backup comes back too.") Path archive;

    @Option(names = "--to", paramLabel = "INSTANT",
            description = "With --archive: only what was committed until then, such as 2026-08-03T13:00:00Z.") Instant to;

    @Option(names = "--take-place",
            description = "The original is lost and this takes its place. Otherwise it is a copy: it sends nothing until somebody says so on its page Operations.") boolean takesPlace;

    @Spec CommandSpec spec;

    private Backups.@Nullable Laid backup;
    private Backups.@Nullable Replayed replayed;

    @Override
    protected void prepare() throws Exception {
        if (to != null && archive == null)
            throw new InvalidInput("--to", to.toString(),
                    "Name the folder of the log too, with --archive; the backup alone knows one moment only.");
        var home = Path.of(data).toAbsolutePath();
        backup = Backups.layOut(folder.toAbsolutePath(), home, JsonMapper.builder().build(), progress);
        RestoredCopy.mark(home, backup.manifest().at()); // also while it is looked at below
        if (archive == null) return;
        progress.says("Taking in the write-ahead log");
        replayed = Backups.replay(backup, archive.toAbsolutePath(), home, to);
    }

    /**
     * The copy is looked at, and nothing else, whatever database the environment names; and what is written to it by
     * looking is no part of the log that is kept.
     */
    @Override
    protected List<String> arguments() {
        var arguments = super.arguments();
        arguments.addAll(List.of("--daywatch.database.url=", "--daywatch.database.archive=off"));
        return arguments;
    }

    @Override
    protected int run(ConfigurableApplicationContext installation) throws SQLException, IOException {
        var report = installation.getBean(AuditVerification.class).verify(progress);
        progress.says("Counting rows");
        var rows = rows();
        progress.close();
        if (takesPlace) RestoredCopy.unmark(Path.of(data));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(installation.getBean(JsonMapper.class)
                    .writeValueAsString(object(backup.manifest().at(), replayed, data, !takesPlace, report, rows)));
        } else {
            out.println("Restored the backup of " + backup.manifest().at() + " into " + data + ".");
            if (replayed != null)
                out.println(replayed.last() == null
                        ? "The log held nothing after the backup."
                        : "The log was taken in to " + replayed.last() + ", its last transaction.");
            if (hole() != null)
                out.println("WRONG the file " + hole()
                        + " of the log is missing, and later ones are there: what came after it was not brought back.");
            rows.forEach((table, count) -> out.println("  " + table + ": " + count));
            report.faults().forEach(f -> out.println("WRONG " + f.kind() + " " + f.tenant() + ": " + f.words()));
            out.println(takesPlace
                    ? "It takes the original's place: it sends from its first start on."
                    : "It is a copy: it sends nothing to anybody until somebody says on its page Operations that it takes the original's place.");
            out.println(report.fine()
                    ? "The audit chains verify."
                    : "The audit chains do not verify: " + report.faults().size() + " faults.");
        }
        out.flush();
        return report.fine() && hole() == null ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    private @Nullable String hole() {
        return replayed == null ? null : replayed.hole();
    }

    static Map<String, Object> object(Instant backupOf, Backups.@Nullable Replayed replayed, String data,
            boolean copy,
            AuditVerification.Report report, Map<String, Long> rows) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", "daywatch.restore");
        object.put("version", 1);
        object.put("backupOf", backupOf);
        object.put("replayedTo", replayed == null ? null : replayed.last());
        object.put("missingLog", replayed == null ? null : replayed.hole());
        object.put("data", data);
        object.put("copy", copy);
        object.put("auditFine", report.fine());
        object.put("faults", report.faults());
        object.put("rows", rows);
        return object;
    }

    /** Every table with rows, over all tenants; the restore's owner holds the superuser's password anyway. */
    private Map<String, Long> rows() throws SQLException {
        var running = EmbeddedPostgres.running(Path.of(data)).orElseThrow();
        var rows = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres",
                running.secrets().superuser());
                var tables = connection.createStatement();
                var counting = connection.createStatement()) {
            var names = tables.executeQuery(
                    "select schemaname || '.' || tablename from pg_tables where tablename <> 'migration_history' and schemaname in ('"
                            + String.join("','", DatabaseRoles.ROOMS) + "')");
            while (names.next()) {
                try (var count = counting.executeQuery("select count(*) from " + names.getString(1))) {
                    count.next();
                    if (count.getLong(1) > 0) rows.put(names.getString(1), count.getLong(1));
                }
            }
        }
        return rows;
    }
}
