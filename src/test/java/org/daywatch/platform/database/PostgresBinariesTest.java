package org.daywatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run with the rights of the installation is what this release brought. */
class PostgresBinariesTest {

    @TempDir Path folder;

    @Test
    void aProgramThatWasChangedIsNotRun() throws Exception {
        var home = PostgresBinaries.unpackedIn(folder.resolve("binaries"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("binaries"))))
                .isEqualTo("rwx------");
        var server = home.resolve("bin/postgres");
        var as = Files.getLastModifiedTime(server);
        assertThat(PostgresBinaries.unpackedIn(folder.resolve("binaries"))).isEqualTo(home);
        assertThat(Files.getLastModifiedTime(server)).as("unpacked once").isEqualTo(as);

        long size = Files.size(server);
        Files.writeString(server, "something else", StandardOpenOption.APPEND);
        PostgresBinaries.unpackedIn(folder.resolve("binaries"));
        assertThat(Files.size(server)).isEqualTo(size);

        Files.delete(home.resolve("bin/initdb")); // as a cleaner of old files would
        Files.writeString(home.resolve("lib/extra.so"), "planted");
        PostgresBinaries.unpackedIn(folder.resolve("binaries"));
        assertThat(home.resolve("bin/initdb")).exists();
        assertThat(home.resolve("lib/extra.so")).doesNotExist();
    }

    @Test
    void aFolderOthersMayWriteToIsRefusedWithWhatToDo() throws Exception {
        var open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> PostgresBinaries.unpackedIn(open)).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(open.toString(), "nobody else may write to it", "chmod 700");
        var link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("mine")));
        assertThatThrownBy(() -> PostgresBinaries.unpackedIn(link)).isInstanceOf(IllegalStateException.class);
    }
}
