package org.daywatch.platform.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.errors.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code daywatch demo reset}: forgets a demonstration, so that the next start tells it anew. Never touches a real
 * installation.
 */
@Command(name = "reset", mixinStandardHelpOptions = true,
        description = "Delete a demonstration's folder. Refused unless the database in it says that it is a demonstration.")
class DemoResetCommand implements Callable<Integer> {

    @Option(names = "--data", defaultValue = "${DAYWATCH_DEMO_DIRECTORY:-var/demo}",
            description = "Folder of the demonstration (default: ${DEFAULT-VALUE}).") Path data;

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data.resolve("data")))
            throw new InvalidInput("--data", data.toString(),
                    "There is no database in this folder; nothing was deleted.");
        if (EmbeddedPostgres.running(data).isPresent())
            throw new InvalidInput("--data", data.toString(),
                    "A Daywatch is serving it. Stop that first; nothing was deleted.");
        if (!isDemonstration())
            throw new InvalidInput("--data", data.toString(), "This is not a demonstration; nothing was deleted.");
        try (var walk = Files.walk(data)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        spec.commandLine().getOut().println("Deleted " + data + ". The next bin/dev tells the demonstration anew.");
        return ExitCodes.DONE;
    }

    /** Asked of the database itself: a folder's name proves nothing. */
    private boolean isDemonstration() {
        try (var postgres = EmbeddedPostgres.start(data, true);
                var connection = DriverManager.getConnection(postgres.url("daywatch"), "dw_app",
                        postgres.secrets().app());
                var row = connection.createStatement().executeQuery(
                        "select 1 from platform.setting where name = 'installation' and value = 'demo'")) {
            return row.next();
        } catch (SQLException e) {
            return false; // no such table, no such database: then it is none of ours
        }
    }
}
