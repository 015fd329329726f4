package org.daywatch.emergencies.lane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch.platform.backup.BackupPart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The lane's keys, so that open screens and allowed browsers stay known, and its log: what was accepted and not yet in
 * the database is in no other place. The node's name stays behind, as a copy is another node.
 */
@Component
class LaneBackup implements BackupPart {

    private final Path folder;
    private final Map<String, Path> keys;

    LaneBackup(LaneSettings settings, @Value("${daywatch.database.directory}") Path database,
            @Value("${daywatch.alerts.seal-file:}") String seal,
            @Value("${daywatch.push.key-file:}") String push, @Value("${daywatch.hooks.key-file:}") String hooks) {
        this.folder = settings.folder(database);
        this.keys = Map.of("keys", settings.keyFile().isBlank() ? folder.resolve("keys") : Path.of(settings.keyFile()),
                "seal", seal.isBlank() ? database.resolve("lane/seal") : Path.of(seal), "push-key",
                push.isBlank() ? database.resolve("lane/push-key") : Path.of(push),
                "hook-key", hooks.isBlank() ? database.resolve("lane/hook-key") : Path.of(hooks));
    }

    @Override
    public Map<String, Path> files() throws IOException {
        var files = new TreeMap<String, Path>();
        keys.forEach((name, file) -> add(files, name, file));
        var spool = folder.resolve("spool");
        if (!Files.isDirectory(spool)) return files;
        for (String mark : List.of("stored", "settled")) add(files, "spool/" + mark, spool.resolve(mark));
        try (var segments = Files.list(spool)) {
            segments.filter(f -> f.getFileName().toString().endsWith(".log"))
                    .forEach(f -> add(files, "spool/" + f.getFileName(), f));
        }
        return files;
    }

    private static void add(Map<String, Path> files, String name, Path file) {
        if (Files.isRegularFile(file)) files.put("lane/" + name, file);
    }
}
