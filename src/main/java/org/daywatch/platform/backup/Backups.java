package org.daywatch.platform.backup;

import static org.daywatch_db.platform.Tables.SETTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.errors.InvalidInput;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes backups of the installation that is open, and remembers when the last one was complete. */
@Component
public class Backups {

    private static final String LAST = "backup.last";

    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;
    private final ObjectProvider<BackupPart> parts;
    private final Path home;
    private final String url;

    Backups(DSLContext db, Clock clock, JsonMapper json, ObjectProvider<BackupPart> parts, @Value("${daywatch.database.directory}") Path home, @Value("${daywatch.database.url:}") String url) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.parts = parts;
        this.home = home;
        this.url = url;
    }

    public record Taken(Path folder, Instant at, int files, long bytes) {}

    public Taken take(Path folder) {
        return take(folder, true, Progress.unseen());
    }

    /** @param dataKeys whether the keys of what is encrypted travel with the copy; without them it opens only by holders' shares */
    public Taken take(Path folder, boolean dataKeys, Progress progress) {
        if (!url.isBlank()) {
            throw new InvalidInput("--data", url, "An external PostgreSQL is backed up with its own tools (pg_basebackup, WAL archiving); see docs/guides/backup.md.");
        }
        try {
            var manifest = new BaseBackup(home, folder.toAbsolutePath(), parts.orderedStream().toList(), dataKeys, progress).take(clock.instant());
            manifest.write(folder.toAbsolutePath(), json);
            String at = manifest.at().toString();
            db.insertInto(SETTING).set(SETTING.NAME, LAST).set(SETTING.VALUE, at).onConflict(SETTING.NAME).doUpdate().set(SETTING.VALUE, at).execute();
            return new Taken(folder, manifest.at(), manifest.files().size(), manifest.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The backup to " + folder + " failed: " + e.getMessage(), e);
        }
    }

    public Optional<Instant> last() {
        return db.select(SETTING.VALUE).from(SETTING).where(SETTING.NAME.eq(LAST)).fetchOptional(SETTING.VALUE).map(Instant::parse);
    }

    /** Verifies every file of a backup and lays it out in an empty folder, ready to be opened. */
    static Taken layOut(Path backup, Path home, JsonMapper json, Progress progress) throws IOException {
        var manifest = Manifest.read(backup, json);
        manifest.verify(backup, progress);
        if (Files.exists(home)) {
            try (var content = Files.list(home)) {
                if (content.findAny().isPresent()) throw new InvalidInput("--data", home.toString(), "The folder is not empty; a restore never writes over data. Name a new one.");
            }
        }
        Files.createDirectories(home);
        long done = 0;
        try (var walk = Files.walk(backup)) {
            for (var source : walk.sorted().toList()) {
                String name = backup.relativize(source).toString();
                if (name.isEmpty() || name.equals(Manifest.NAME)) continue;
                var copy = home.resolve(name);
                if (Files.isDirectory(source)) Files.createDirectories(copy);
                else {
                    Files.copy(source, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                    progress.megabytes("Laying out the files", done += Files.size(copy), manifest.bytes());
                }
            }
        }
        Files.setPosixFilePermissions(home.resolve("data"), PosixFilePermissions.fromString("rwx------"));
        return new Taken(backup, manifest.at(), manifest.files().size(), manifest.bytes());
    }
}
