package org.daywatch.emergencies.lane.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.platform.persistence.Ids;

/** What this node is called among the others: as configured, or a name of its own that it keeps. */
final class NodeName {

    private NodeName() {}

    static String in(LaneSettings settings, Path database) {
        if (!settings.node().isBlank()) return settings.node().strip().replaceAll("[^A-Za-z0-9_-]", "-");
        var file = settings.folder(database).resolve("node");
        try {
            if (Files.exists(file)) return UUID.fromString(Files.readString(file).strip()).toString();
            Files.createDirectories(file.toAbsolutePath().getParent());
            String name = Ids.next().toString();
            Files.writeString(file, name);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The name of this node in " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }
}
