package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real server that ends while the disk says what the test lets it say.
 *
 * <p>F-04 of docs/security.
 */
class ServerKeeperTest {

    @TempDir Path folder;

    @Test
    void aServerThatFellWaitsForRoomGivesUpItsReserveAndComesBackWithWhatItHadAcknowledged() throws Exception {
        var room = new AtomicLong(8L << 20);
        try (var server = EmbeddedPostgres.start(folder.resolve("home"), true);
                var keeper = new ServerKeeper(server, 1 << 20, room::get)) {
            assertThat(folder.resolve("home/ballast")).hasSize(1 << 20);
            sql(server, "create table kept (n int)");
            sql(server, "insert into kept values (7)");
            long pid = server.pid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            Awaitility.await().until(server::fell);
            Awaitility.await().untilAsserted(
                    () -> assertThat(folder.resolve("home/ballast")).as("given up at once").doesNotExist());
            Thread.sleep(2000);
            assertThat(server.fell()).as("there is no room yet").isTrue();
            room.set(64L << 20);
            Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions()
                    .untilAsserted(() -> assertThat(sql(server, "select n from kept")).isEqualTo(7));
            assertThat(server.pid()).isNotEqualTo(pid);
        }
    }

    /** Whoever stops it means it. */
    @Test
    void aServerThatWasStoppedInOrderIsLeftAlone() throws Exception {
        try (var server = EmbeddedPostgres.start(folder.resolve("home"), true);
                var keeper = new ServerKeeper(server, 0, () -> 64L << 20)) {
            ProcessHandle.of(server.pid()).orElseThrow().destroy();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> ProcessHandle.of(server.pid()).isEmpty());
            Thread.sleep(2000);
            assertThat(server.fell()).isFalse();
            assertThat(ProcessHandle.of(server.pid())).isEmpty();
        }
    }

    private static int sql(EmbeddedPostgres server, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres",
                server.secrets().superuser()); var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return statement.getUpdateCount();
            var row = statement.getResultSet();
            row.next();
            return row.getInt(1);
        }
    }
}
