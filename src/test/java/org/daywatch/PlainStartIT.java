package org.daywatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
                assertSaid(ended(command, server.url("daywatch"), "wrong"), ExitCodes.REFUSED,
                        "DAYWATCH_DATABASE_APP_PASSWORD (not shown): The database at ");
                assertSaid(ended(command, server.url("nowhere"), "change-app"), ExitCodes.REFUSED,
                        "has no such database");
                assertSaid(ended(command, "jdbc:postgresql://localhost:1/daywatch", "change-app"), ExitCodes.INTERNAL,
                        "does not answer (Connection to localhost:1 refused)");
            }
        }
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleOfAnImportIsSaidInALine() throws Exception {
        try (var server = EmbeddedPostgres.start(home.resolve("elsewhere"), false)) {
            OwnServer.prepare(server);
            ended("audit verify", server.url("daywatch"), "change-app"); // which brings the schema
            try (var superuser = DriverManager.getConnection(server.url("daywatch"), "postgres",
                    server.secrets().superuser()); var statement = superuser.createStatement()) {
                statement.execute(
                        "insert into platform.organization (id, kind, name, state) values (gen_random_uuid(), 'AGENCY', 'Ocotillo Safety Office', 'AZ')");
            }
            var example = Files.readAllLines(Path.of("docs/formats/examples/nces.csv"));
            var schools = Stream.concat(Stream.of(example.getFirst()), IntStream.range(0, 90_000)
                    .mapToObj(i -> example.get(1).replaceFirst("^\\d{12}", "1209900%05d".formatted(i))));
            var list = Files.write(home.resolve("many.csv"), (Iterable<String>) schools::iterator);
            var end = Thread.ofPlatform().start(() -> endOnceSchoolsAreThere(server));
            var ended = ended("import nces " + list, server.url("daywatch"), "change-app");
            end.join();
            assertThat(ended.text()).contains("The database does not answer any more. Steps that were finished stand")
                    .doesNotContain("\tat ", "Exception", "SQL");
            assertThat(ended.text().lines().filter(line -> !line.matches("(Opening|Importing).*"))).as(ended.text())
                    .hasSize(2);
            assertThat(ended.code()).isEqualTo(ExitCodes.INTERNAL);
        }
    }

    private void endOnceSchoolsAreThere(EmbeddedPostgres server) {
        try (var superuser = DriverManager.getConnection(server.url("daywatch"), "postgres",
                server.secrets().superuser()); var statement = superuser.createStatement()) {
            for (boolean there = false; !there; Thread.sleep(20)) {
                try (var rows = statement.executeQuery("select exists(select from directory.school)")) {
                    there = rows.next() && rows.getBoolean(1);
                }
            }
            long pid = Long.parseLong(Files.readAllLines(home.resolve("elsewhere/data/postmaster.pid")).getFirst());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        } catch (SQLException | InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSaid(Ended ended, int code, String words) {
        assertThat(ended.text()).contains(words).doesNotContain("\tat ", "Exception", "bean");
        assertThat(ended.text().lines().filter(
                line -> !line.contains(" INFO ") && !line.startsWith("Details: ") && !line.startsWith("Opening"))
                .toList()).hasSize(1);
        assertThat(ended.code()).isEqualTo(code);
    }

    private Ended ended(String command, String url, String app) {
        var settings = Map.of("daywatch.database.url", url, "daywatch.database.passwords.owner", "change-owner",
                "daywatch.database.passwords.app", app,
                "daywatch.database.passwords.signin", "change-signin", "daywatch.database.passwords.worker",
                "change-worker");
        var text = new ByteArrayOutputStream();
        var both = new PrintStream(text, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        settings.forEach(System::setProperty);
        System.setOut(both);
        System.setErr(both);
        try {
            Files.createDirectories(home.resolve("here/data"));
            Files.writeString(home.resolve("here/data/PG_VERSION"), "18"); // only the settings above name the server
            String[] arguments = (command + " --data " + home.resolve("here")).split(" ");
            return new Ended(Daywatch.commandLine().setErr(new java.io.PrintWriter(both, true)).execute(arguments),
                    text.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setOut(out);
            System.setErr(err);
            settings.keySet().forEach(System::clearProperty);
        }
    }
}
