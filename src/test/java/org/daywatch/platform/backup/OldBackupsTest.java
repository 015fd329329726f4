package org.daywatch.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Backups side by side: which of them go, which stay, and which log belongs to which.
 *
 * <p>A-45 of docs/security.
 */
class OldBackupsTest {

    private static final byte OURS = 7;
    private static final byte THEIRS = 8;

    @TempDir Path folder;
    private final JsonMapper json = JsonMapper.builder().build();
    private Path home;
    private Path archive;

    @BeforeEach
    void installation() throws IOException {
        home = server(folder.resolve("home"), OURS);
        archive = Files.createDirectories(folder.resolve("log"));
        Files.writeString(archive.resolve("system"), "07" + "00".repeat(7));
        for (int number = 1; number <= 9; number++) Files.writeString(archive.resolve(segment(number) + ".gz"), "x");
    }

    @Test
    void theNewestStayWithTheLogTheyNeedAndWhatIsNotOursIsNotTouched() throws Exception {
        backup("monday", OURS, 1, 2);
        backup("tuesday", OURS, 2, 4);
        var wednesday = backup("wednesday", OURS, 3, 6);
        var theirs = backup("theirs", THEIRS, 1, 1);
        var interrupted = server(folder.resolve("backups/interrupted"), OURS);
        assertThat(OldBackups.forget(home, wednesday, 2, Optional.of(archive), json))
                .containsExactly(folder.resolve("backups/monday"));
        assertThat(folder.resolve("backups/monday")).doesNotExist();
        assertThat(List.of(folder.resolve("backups/tuesday"), wednesday, theirs, interrupted)).allMatch(Files::exists);
        assertThat(archive).as("from the first of Tuesday on").isDirectoryNotContaining("glob:**3.gz")
                .isDirectoryContaining("glob:**4.gz").isDirectoryContaining("glob:**9.gz");
        assertThat(OldBackups.forget(home, wednesday, 14, Optional.of(archive), json)).as("fewer than may stay")
                .isEmpty();
    }

    @Test
    void aLogThatIsNotThisBackupsOrAMomentBeforeItIsRefusedBeforeAnythingIsStarted() throws Exception {
        var laid = new Backups.Laid(manifest(2, 4));
        assertThatThrownBy(() -> Backups.replay(laid, folder.resolve("nowhere"), home, null))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("no archive");
        assertThatThrownBy(() -> Backups.replay(laid, archive, server(folder.resolve("other"), THEIRS), null))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("another installation");
        assertThatThrownBy(() -> Backups.replay(laid, archive, home, laid.manifest().at().minusSeconds(1)))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("use an older one");
        assertThat(home.resolve("data/recovery.signal")).doesNotExist();
    }

    private Path backup(String name, byte system, int day, int firstSegment) throws IOException {
        var made = server(folder.resolve("backups").resolve(name), system);
        manifest(day, firstSegment).write(made, json);
        return made;
    }

    private static Manifest manifest(int day, int firstSegment) {
        return new Manifest(Manifest.SCHEMA, 1, "0", Instant.parse("2026-08-0" + day + "T03:00:00Z"), "18.6",
                segment(firstSegment), segment(firstSegment), 0, List.of());
    }

    private static Path server(Path at, byte system) throws IOException {
        Files.createDirectories(at.resolve("data/global"));
        Files.write(at.resolve("data/global/pg_control"), new byte[] {system, 0, 0, 0, 0, 0, 0, 0, 1});
        return at;
    }

    private static String segment(int number) {
        return "%024X".formatted(number).replaceFirst("^0{8}", "00000001");
    }
}
