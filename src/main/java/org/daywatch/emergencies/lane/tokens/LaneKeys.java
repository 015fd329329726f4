package org.daywatch.emergencies.lane.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.daywatch.emergencies.lane.LaneSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The server's secret keys for tokens, newest first, in a file only its owner may read. An old key counts for a day after its
 * successor was made, so that no open screen goes silent. The file is made at first use and read again when it has changed.
 */
@Component
@EnableConfigurationProperties(LaneSettings.class)
public class LaneKeys {

    static final Duration OLD_KEY_COUNTS = Duration.ofHours(24);

    private final Path file;
    private final Clock clock;
    private List<Key> keys = List.of();
    private FileTime read = FileTime.fromMillis(0);

    @Autowired
    LaneKeys(LaneSettings settings, @Value("${daywatch.database.directory}") Path database, Clock clock) {
        this(settings.keyFile().isBlank() ? settings.folder(database).resolve("keys") : Path.of(settings.keyFile()), clock);
    }

    public LaneKeys(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    record Key(String id, Instant made, byte[] secret) {

        String line() {
            return id + " " + made.getEpochSecond() + " " + Base64.getEncoder().encodeToString(secret);
        }

        static Key of(String line) {
            String[] part = line.split(" ");
            return new Key(part[0], Instant.ofEpochSecond(Long.parseLong(part[1])), Base64.getDecoder().decode(part[2]));
        }
    }

    synchronized Key current() {
        refresh();
        if (keys.isEmpty()) add();
        return keys.getFirst();
    }

    /** A key that still counts. */
    synchronized Optional<Key> find(String id) {
        if (keys.stream().noneMatch(key -> key.id().equals(id))) refresh();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).id().equals(id)) continue;
            return i == 0 || clock.instant().isBefore(keys.get(i - 1).made().plus(OLD_KEY_COUNTS)) ? Optional.of(keys.get(i)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** A new key signs from now on; what the one before signed is taken for a day more. */
    public synchronized void rotate() {
        refresh();
        add();
    }

    private void add() {
        byte[] secret = new byte[32];
        var random = new SecureRandom();
        random.nextBytes(secret);
        byte[] id = new byte[4];
        random.nextBytes(id);
        var all = new ArrayList<Key>();
        all.add(new Key(HexFormat.of().formatHex(id), clock.instant(), secret));
        all.addAll(keys.stream().limit(4).toList());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, all.stream().map(Key::line).toList());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            read = Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The lane's keys could not be written to " + file + ": " + e.getMessage(), e);
        }
        keys = List.copyOf(all);
    }

    private void refresh() {
        try {
            if (!Files.exists(file)) return;
            var changed = Files.getLastModifiedTime(file);
            if (changed.equals(read)) return;
            keys = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(Key::of).toList();
            read = changed;
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("The lane's keys in " + file + " cannot be read: " + e.getMessage() + ".\nMaybe restore the file from a backup.", e);
        }
    }
}
