package org.daywatch.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daywatch.platform.database.LogArchive;
import org.daywatch.platform.errors.InvalidInput;
import tools.jackson.databind.json.JsonMapper;

/** Forgets backups beside a newer one, and the archived log that only they needed. */
final class OldBackups {

    private record Old(Path folder, Manifest manifest) {}

    private OldBackups() {}

    /**
     * @param home the installation: what is of another one is not touched
     * @param newest the backup that was just taken
     * @param number how many stay, this one counted
     */
    static List<Path> forget(Path home, Path newest, int number, Optional<Path> archive, JsonMapper json)
            throws IOException {
        var all = ofThisInstallation(LogArchive.system(home.resolve("data")), newest.getParent(), json);
        var gone = new ArrayList<Path>();
        for (var old : all.subList(Math.min(number, all.size()), all.size())) {
            Files.delete(old.folder().resolve(Manifest.NAME)); // first: half a backup must not look like a whole one
            try (var files = Files.walk(old.folder())) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
            gone.add(old.folder());
        }
        if (archive.isPresent()) {
            var first = all.stream().limit(number).map(kept -> kept.manifest().startWal())
                    .min(Comparator.comparing(name -> name.substring(8)));
            if (first.isPresent()) LogArchive.forgetBefore(archive.get(), first.get());
        }
        return gone;
    }

    /** Newest first. */
    private static List<Old> ofThisInstallation(String system, Path beside, JsonMapper json) throws IOException {
        var found = new ArrayList<Old>();
        try (var folders = Files.list(beside)) {
            for (var folder : folders.filter(
                    f -> Files.exists(f.resolve(Manifest.NAME)) && Files.exists(f.resolve("data/global/pg_control")))
                    .toList()) {
                if (!LogArchive.system(folder.resolve("data")).equals(system)) continue;
                try {
                    found.add(new Old(folder, Manifest.read(folder, json)));
                } catch (InvalidInput ofAnotherKind) {
                    // whoever put it there decides what becomes of it
                }
            }
        }
        found.sort(Comparator.comparing((Old old) -> old.manifest().at()).reversed());
        return found;
    }
}
