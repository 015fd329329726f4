package org.daywatch.platform.backup;

import static org.daywatch_db.platform.Tables.SETTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.LogArchive;
import org.daywatch.platform.errors.InvalidInput;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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
    private final Path dataKeys;

    Backups(DSLContext db, Clock clock, JsonMapper json, ObjectProvider<BackupPart> parts,
            @Value("${daywatch.database.directory}") Path home, @Value("${daywatch.database.url:}") String url,
            @Value("${daywatch.data-keys.file:}") String dataKeys) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.parts = parts;
        this.home = home;
        this.url = url;
        this.dataKeys = dataKeys.isBlank() ? home.resolve("data-keys").resolve("keys") : Path.of(dataKeys);
    }

    public record Taken(Path folder, Instant at, int files, long bytes) {}

    public Taken take(Path folder) {
        return take(folder, true, Progress.unseen());
    }

    /**
     * Of the backups beside this one, as many as are to be kept stay, the newest; what the archived log holds for none
     * of them goes too. Backups of other installations and what was interrupted are left alone.
     *
     * @return folders that went
     */
    List<Path> keep(Path folder, int number) {
        try {
            return OldBackups.forget(home, folder.toAbsolutePath().normalize(), number, archive(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Older backups beside " + folder + " could not be deleted: " + e.getMessage(), e);
        }
    }

    /** Where the running server lays its finished log. */
    Optional<Path> archive() {
        return db.fetchOptional("select current_setting('daywatch.archive', true)").map(row -> row.get(0, String.class))
                .filter(at -> at != null && !at.isBlank()).map(Path::of);
    }

    /**
     * @param dataKeys whether the keys of what is encrypted travel with the copy; without them it opens only by
     * holders' shares
     */
    public Taken take(Path folder, boolean dataKeys, Progress progress) {
        if (!url.isBlank()) return beside(folder.toAbsolutePath(), dataKeys);
        try {
            var manifest = new BaseBackup(home, folder.toAbsolutePath(), parts.orderedStream().toList(), dataKeys,
                    progress).take(clock.instant());
            manifest.write(folder.toAbsolutePath(), json);
            remember(manifest.at());
            return new Taken(folder, manifest.at(), manifest.files().size(), manifest.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The backup to " + folder + " failed: " + e.getMessage(), e);
        }
    }

    /**
     * Of an installation whose database is backed up with PostgreSQL's own tools: what lies beside it. Taken first, so
     * that every end of a chain that is signed here is in the copy of the database that follows.
     */
    private Taken beside(Path folder, boolean dataKeys) {
        try {
            var at = clock.instant();
            var beside = new BesideDatabase(home, folder);
            beside.begin();
            beside.aside("checkpoints");
            if (dataKeys) beside.part(Map.of("data-keys/keys", this.dataKeys));
            for (var part : parts.orderedStream().toList()) beside.part(part.files());
            beside.sync();
            remember(at);
            return new Taken(folder, at, beside.files().size(),
                    beside.files().stream().mapToLong(Manifest.Entry::bytes).sum());
        } catch (IOException e) {
            throw new UncheckedIOException("The backup to " + folder + " failed: " + e.getMessage(), e);
        }
    }

    private void remember(Instant taken) {
        String at = taken.toString();
        db.insertInto(SETTING).set(SETTING.NAME, LAST).set(SETTING.VALUE, at).onConflict(SETTING.NAME).doUpdate()
                .set(SETTING.VALUE, at).execute();
    }

    /** Whether the database's own files are in what {@link #take} copies. */
    public boolean holdsDatabase() {
        return url.isBlank();
    }

    public Optional<Instant> last() {
        return db.select(SETTING.VALUE).from(SETTING).where(SETTING.NAME.eq(LAST)).fetchOptional(SETTING.VALUE)
                .map(Instant::parse);
    }

    /** Verifies every file of a backup and lays it out in an empty folder, ready to be opened. */
    static Laid layOut(Path backup, Path home, JsonMapper json, Progress progress) throws IOException {
        var manifest = Manifest.read(backup, json);
        manifest.verify(backup, progress);
        if (Files.exists(home)) {
            try (var content = Files.list(home)) {
                if (content.findAny().isPresent())
                    throw new InvalidInput("--data", home.toString(),
                            "The folder is not empty; a restore never writes over data. Name a new one.");
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
                    Files.copy(source, copy, StandardCopyOption.COPY_ATTRIBUTES);
                    progress.megabytes("Laying out the files", done += Files.size(copy), manifest.bytes());
                }
            }
        }
        Files.setPosixFilePermissions(home.resolve("data"), PosixFilePermissions.fromString("rwx------"));
        return new Laid(manifest);
    }

    /** Brings an archived log into a copy that was laid out. @param to until when; null: all there is */
    static Replayed replay(Laid laid, Path archive, Path home, @Nullable Instant to) throws IOException {
        if (!Files.isRegularFile(archive.resolve("system")))
            throw new InvalidInput("--archive", archive.toString(), "This is no archive of a write-ahead log.");
        if (!Files.readString(archive.resolve("system")).equals(LogArchive.system(home.resolve("data")))) {
            throw new InvalidInput("--archive", archive.toString(),
                    "This is the write-ahead log of another installation than the backup.");
        }
        if (to != null && to.isBefore(laid.manifest().at()))
            throw new InvalidInput("--to", to.toString(),
                    "The backup is later than that, of " + laid.manifest().at() + "; use an older one.");
        var keys = archive.resolve("data-keys");
        if (Files.exists(keys)) {
            Files.createDirectories(home.resolve("data-keys"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.copy(keys, home.resolve("data-keys/keys"), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        return new Replayed(EmbeddedPostgres.replay(home, archive, to),
                LogArchive.hole(archive, laid.manifest().startWal(), laid.manifest().stopWal()).orElse(null));
    }

    record Laid(Manifest manifest) {}

    /**
     * @param last when the last transaction committed that is there again; null where the log had none
     * @param hole the first file of the log that is missing although later ones are there
     */
    record Replayed(@Nullable Instant last, @Nullable String hole) {}
}
