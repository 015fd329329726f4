package org.daywatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.OwnServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line beside a real server of somebody else's: wrong settings end in a line, not in a trace. */
class PlainStartIT {
    @TempDir Path home;

    private record Ended(int code, String text) {}

    @Test
    void aWrongPasswordOrAddressIsSaidInALineByServeAndByACommand() throws Exception {
        try (var server = EmbeddedPostgres.start(home.resolve("elsewhere"), false)) {
            OwnServer.prepare(server);
            for (String command : new String[] {"serve --port 0 --management-port -1 --lane-port 0", "audit verify"}) {
                assertSaid(ended(command, server.url("daywatch"), "wrong"), ExitCodes.REFUSED, "DAYWATCH_DATABASE_APP_PASSWORD (not shown): The database at ");
                assertSaid(ended(command, server.url("nowhere"), "change-app"), ExitCodes.REFUSED, "has no such database");
                assertSaid(ended(command, "jdbc:postgresql://localhost:1/daywatch", "change-app"), ExitCodes.INTERNAL, "does not answer (Connection to localhost:1 refused)");
            }
        }
    }

    private static void assertSaid(Ended ended, int code, String words) {
        assertThat(ended.text()).contains(words).doesNotContain("\tat ", "Exception", "bean");
        assertThat(ended.text().lines().filter(line -> !line.contains(" INFO ") && !line.startsWith("Details: ") && !line.startsWith("Opening")).toList()).hasSize(1);
        assertThat(ended.code()).isEqualTo(code);
    }

    private Ended ended(String command, String url, String app) {
        var settings = Map.of("daywatch.database.url", url, "daywatch.database.passwords.owner", "change-owner", "daywatch.database.passwords.app", app,
                "daywatch.database.passwords.signin", "change-signin", "daywatch.database.passwords.worker", "change-worker");
        var text = new ByteArrayOutputStream();
        var both = new PrintStream(text, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        settings.forEach(System::setProperty);
        System.setOut(both);
        System.setErr(both);
        try {
            java.nio.file.Files.createDirectories(home.resolve("here/data"));
            java.nio.file.Files.writeString(home.resolve("here/data/PG_VERSION"), "18"); // only the settings above name the server
            String[] arguments = (command + " --data " + home.resolve("here")).split(" ");
            return new Ended(Daywatch.commandLine().setErr(new java.io.PrintWriter(both, true)).execute(arguments), text.toString(StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            System.setOut(out);
            System.setErr(err);
            settings.keySet().forEach(System::clearProperty);
        }
    }
}
