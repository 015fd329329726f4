package org.daywatch._story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.daywatch.platform.database.EmbeddedPostgres;

/**
 * The database of an installation that nobody serves, in a process of its own: a lock on a file is lost when the
 * process that holds it looks at the file.
 */
public final class OnlyItsDatabase implements AutoCloseable {

    private final Process process;

    private OnlyItsDatabase(Process process) {
        this.process = process;
    }

    /** @return once it answers */
    public static OnlyItsDatabase of(Path home) throws IOException {
        var process = new ProcessBuilder(OwnProcess.command(128, List.of(), OnlyItsDatabase.class, home.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (process.getInputStream().read() < 0) throw new AssertionError("the database does not answer");
        return new OnlyItsDatabase(process);
    }

    public static void main(String[] arguments) throws IOException {
        try (var database = EmbeddedPostgres.start(Path.of(arguments[0]), false)) {
            System.out.println(database.port());
            System.out.flush();
            while (System.in.read() >= 0) System.out.flush();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
