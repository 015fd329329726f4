package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archived log between two backups: what is laid down, what is missing, what nobody needs any more. */
class LogArchiveTest {

    @TempDir Path folder;

    @Test
    void aMissingFileIsNamedAndAWholeLogHasNone() throws Exception {
        kept("0000000100000000000000FE", "0000000100000000000000FF", "000000010000000100000000",
                "000000020000000100000001", "00000002.history");
        assertThat(LogArchive.hole(folder, "0000000100000000000000FD", "0000000100000000000000FD"))
                .as("numbers count on over logs and timelines").isEmpty();
        Files.delete(folder.resolve("000000010000000100000000.gz"));
        assertThat(LogArchive.hole(folder, "0000000100000000000000FD", "0000000100000000000000FD"))
                .contains("0000000100000000");
        assertThat(LogArchive.hole(folder, "0000000100000000000000FB", "0000000100000000000000FB"))
                .as("between the backup and the first that is kept").contains("00000000000000FC");
        assertThat(LogArchive.hole(folder, "000000010000000200000000", "000000010000000200000000"))
                .as("a backup newer than all of the log").isEmpty();
    }

    @Test
    void whatIsOlderThanTheOldestBackupGoesAndHistoriesStay() throws Exception {
        kept("000000010000000000000003", "000000010000000000000004", "000000020000000000000005", "00000002.history");
        assertThat(LogArchive.forgetBefore(folder, "000000020000000000000004")).isOne();
        assertThat(folder).isDirectoryContaining("glob:**04.gz").isDirectoryContaining("glob:**05.gz")
                .isDirectoryContaining("glob:**.history.gz").isDirectoryNotContaining("glob:**03.gz");
    }

    @Test
    void theArchiveOfAFolderIsRememberedUntilItIsTurnedOff() throws Exception {
        assertThat(LogArchive.of(folder, "", 60, true)).isEmpty();
        var named = LogArchive.of(folder, folder.resolve("kept").toString(), 20, false);
        assertThat(LogArchive.of(folder, "", 60, true)).as("a command that opens it alone archives as well")
                .isEqualTo(named).contains(new LogArchive(folder.resolve("kept"), 20, false));
        assertThat(LogArchive.of(folder, "off", 60, true)).isEmpty();
        assertThat(LogArchive.of(folder, "", 60, true)).isEmpty();
    }

    @Test
    void aFileIsLaidDownWholeOncePrivatelyAndAnotherOfItsNameIsRefused() throws Exception {
        var home = Files.createDirectories(folder.resolve("it's home"));
        var data = Files.createDirectories(home.resolve("data/global")).getParent();
        Files.createDirectories(home.resolve("data-keys"));
        Files.writeString(home.resolve("data-keys/keys"), "a key");
        Files.write(data.resolve("global/pg_control"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        var archive = new LogArchive(folder.resolve("it's kept"), 60, true);
        archive.settings(home);
        Files.writeString(data.resolve("segment"), "written");
        assertThat(laidDown(home, "segment", "A")).isZero();
        assertThat(laidDown(home, "segment", "A")).as("PostgreSQL had not heard that it was").isZero();
        Files.writeString(data.resolve("other"), "something else");
        assertThat(laidDown(home, "other", "A")).as("never written over").isNotZero();
        assertThat(Files.readString(archive.folder().resolve("data-keys"))).isEqualTo("a key");
        for (String name : List.of("A.gz", "data-keys"))
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.folder().resolve(name))))
                    .isEqualTo("rw-------");
        LogArchive.replaying(home, archive.folder(), null);
        assertThat(LogArchive.replaying(home, archive.folder(), Instant.parse("2026-08-03T13:00:00.123456789Z")))
                .as("a moment as PostgreSQL reads it")
                .contains("recovery_target_time=2026-08-03 13:00:00.123456+00:00");
        assertThat(run(data, "../fetch-wal", "A", "back")).isZero();
        assertThat(data.resolve("back")).hasContent("written");
        assertThat(run(data, "../fetch-wal", "B", "back")).as("the end of the log").isNotZero();
    }

    @Test
    void theFolderOfAnotherDatabaseIsRefused() throws Exception {
        for (byte number : new byte[] {1, 2}) {
            Files.createDirectories(folder.resolve(number + "/data/global"));
            Files.write(folder.resolve(number + "/data/global/pg_control"), new byte[] {number, 0, 0, 0, 0, 0, 0, 0});
        }
        var archive = new LogArchive(folder.resolve("kept"), 60, true);
        archive.settings(folder.resolve("1"));
        archive.settings(folder.resolve("1"));
        assertThatThrownBy(() -> archive.settings(folder.resolve("2"))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another database");
    }

    private int laidDown(Path home, String file, String name) throws Exception {
        return run(home.resolve("data"), "../archive-wal", file, name);
    }

    private static int run(Path in, String... command) throws Exception {
        return new ProcessBuilder(List.of("sh", command[0], command[1], command[2])).directory(in.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private void kept(String... names) throws Exception {
        for (String name : names) Files.writeString(folder.resolve(name + ".gz"), "x");
    }
}
