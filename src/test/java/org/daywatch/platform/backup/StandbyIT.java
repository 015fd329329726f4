package org.daywatch.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A second server follows the first by PostgreSQL's streaming, laid out from a backup as the guide says, and takes its place. */
class StandbyIT {

    private static final long BOUND_MILLIS = 5_000;

    @TempDir Path folder;

    @Test
    void theServerIsKilledAndItsStandbyHasAllButTheLastMomentsOfWhatWasAcknowledged() throws Exception {
        var acknowledged = new ConcurrentHashMap<Integer, Long>();
        var over = new AtomicBoolean();
        Path home = folder.resolve("first");
        var first = EmbeddedPostgres.start(home, true);
        try {
            try (var superuser = superuser(first)) {
                superuser.createStatement().execute("create table kept (n int)");
            }
            Path backup = folder.resolve("backup");
            var json = JsonMapper.builder().build();
            new BaseBackup(home, backup, List.of(), true, Progress.unseen()).take(Instant.now()).write(backup, json);
            Path second = folder.resolve("second");
            Backups.layOut(backup, second, json, Progress.unseen());
            var passwords = Files.createFile(second.resolve("upstream"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwords, "127.0.0.1:" + first.port() + ":*:postgres:" + first.secrets().superuser() + "\n");
            Files.createFile(second.resolve("data/standby.signal"));
            try (var standby = EmbeddedPostgres.start(second, true, data -> List.of("primary_conninfo=host=127.0.0.1 port=" + first.port() + " user=postgres passfile=" + passwords))) {
                var writer = Thread.ofVirtual().start(() -> write(first, acknowledged, over));
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > 200 && !rows(standby).isEmpty());
                Thread.sleep(1000);
                long killedAt = System.nanoTime();
                var process = ProcessHandle.of(first.pid()).orElseThrow();
                process.destroyForcibly();
                process.onExit().join();
                over.set(true);
                writer.join();
                long began = System.nanoTime();
                try (var superuser = superuser(standby); var promoted = superuser.createStatement().executeQuery("select pg_promote(true, 30)")) {
                    promoted.next();
                    assertThat(promoted.getBoolean(1)).isTrue();
                }
                try (var superuser = superuser(standby)) {
                    superuser.createStatement().execute("insert into kept values (-1)");
                }
                long promotedMillis = (System.nanoTime() - began) / 1_000_000;
                var there = rows(standby);
                long oldest = acknowledged.entrySet().stream().filter(one -> !there.contains(one.getKey())).mapToLong(one -> (killedAt - one.getValue()) / 1_000_000).filter(age -> age >= 0).max().orElse(0);
                System.out.printf("server killed beside a standby: of %d acknowledged writes %d are lost, the oldest %d ms before (promised: %d); it writes itself %d ms after it was told to%n",
                        acknowledged.size(), acknowledged.keySet().stream().filter(n -> !there.contains(n)).count(), oldest, BOUND_MILLIS, promotedMillis);
                assertThat(oldest).isLessThan(BOUND_MILLIS);
                assertThat(there).hasSizeGreaterThan(200).contains(-1);
            }
        } finally {
            over.set(true);
            first.close();
        }
    }

    private static void write(EmbeddedPostgres server, ConcurrentHashMap<Integer, Long> acknowledged, AtomicBoolean over) {
        try (var superuser = superuser(server); var insert = superuser.prepareStatement("insert into kept values (?)")) {
            for (int n = 0; !over.get(); n++) {
                insert.setInt(1, n);
                insert.execute();
                acknowledged.put(n, System.nanoTime());
            }
        } catch (java.sql.SQLException killed) {
            // nothing was acknowledged
        }
    }

    private static HashSet<Integer> rows(EmbeddedPostgres server) throws Exception {
        try (var superuser = superuser(server); var rows = superuser.createStatement().executeQuery("select n from kept")) {
            var found = new HashSet<Integer>();
            while (rows.next()) found.add(rows.getInt(1));
            return found;
        }
    }

    private static Connection superuser(EmbeddedPostgres server) throws java.sql.SQLException {
        return DriverManager.getConnection(server.url("postgres"), "postgres", server.secrets().superuser());
    }
}
