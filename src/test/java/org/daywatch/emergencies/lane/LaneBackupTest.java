package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.daywatch.emergencies.lane.spool.Spool;
import org.daywatch.emergencies.lane.spool.SpoolLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneBackupTest {

    @TempDir Path folder;

    /**
     * What was accepted and is not yet in the database is in the copy, told apart from what is; the node's name is not.
     */
    @Test
    void whatIsNotYetStoredAndEveryKeyGoesWithTheBackup() throws IOException {
        var lane = folder.resolve("data/lane");
        var spool = Spool.in(lane.resolve("spool"), 1 << 20, 1 << 16);
        spool.open();
        spool.append(List.of("P one", "P two"));
        spool.stored(2, Set.of());
        spool.append(List.of("P three", "P four"));
        for (String key : List.of("keys", "seal", "push-key", "hook-key", "node"))
            Files.writeString(lane.resolve(key), key);
        var other = Files.writeString(folder.resolve("elsewhere"), "another key");
        var backup = new LaneBackup(LaneSettingsForTests.in(folder.resolve("data")), folder.resolve("data"),
                other.toString(), "", "");
        for (var file : backup.files().entrySet()) {
            var copy = folder.resolve("copy").resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.copy(file.getValue(), copy);
        }
        spool.close();
        assertThat(Files.readString(folder.resolve("copy/lane/keys"))).isEqualTo("keys");
        assertThat(Files.readString(folder.resolve("copy/lane/seal"))).isEqualTo("another key");
        assertThat(Files.readString(folder.resolve("copy/lane/push-key"))).isEqualTo("push-key");
        assertThat(Files.readString(folder.resolve("copy/lane/hook-key"))).isEqualTo("hook-key");
        assertThat(folder.resolve("copy/lane/node")).doesNotExist();
        assertThat(folder.resolve("copy/lane/spool/ballast")).doesNotExist();
        try (var restored = Spool.in(folder.resolve("copy/lane/spool"), 1 << 20, 0)) {
            var left = restored.open();
            assertThat(left.lines().stream().filter(line -> line.sequence() > left.stored()).map(SpoolLine::text))
                    .containsExactly("P three", "P four");
        }
    }

    @Test
    void whereNoLaneHasEverRunThereIsNothingToTake() throws IOException {
        assertThat(new LaneBackup(LaneSettingsForTests.in(folder), folder, "", "", "").files()).isEmpty();
    }
}
