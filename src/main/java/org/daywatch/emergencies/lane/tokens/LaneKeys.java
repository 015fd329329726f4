package org.daywatch.emergencies.lane.tokens;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.platform.cipher.KeyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The server's secret keys for tokens, newest first, in a file only its owner may read. An old key counts for a day
 * after its successor was made, so that no open screen goes silent. The file is made at first use and read again when
 * it has changed.
 */
@Component
@EnableConfigurationProperties(LaneSettings.class)
public class LaneKeys {

    static final Duration OLD_KEY_COUNTS = Duration.ofHours(24);

    private final KeyFile<Key> file;
    private final Clock clock;

    @Autowired
    LaneKeys(LaneSettings settings, @Value("${daywatch.database.directory}") Path database, Clock clock) {
        this(settings.keyFile().isBlank() ? settings.folder(database).resolve("keys") : Path.of(settings.keyFile()),
                clock);
    }

    public LaneKeys(Path file, Clock clock) {
        this.file = new KeyFile<>(file, "The lane's keys", Key::of, Key::line);
        this.clock = clock;
    }

    record Key(String id, Instant made, byte[] secret) {

        String line() {
            return id + " " + made.getEpochSecond() + " " + Base64.getEncoder().encodeToString(secret);
        }

        static Key of(String line) {
            String[] part = line.split(" ");
            return new Key(part[0], Instant.ofEpochSecond(Long.parseLong(part[1])),
                    Base64.getDecoder().decode(part[2]));
        }
    }

    synchronized Key current() {
        if (file.keys().isEmpty()) add();
        return file.known().getFirst();
    }

    /** A key that still counts. */
    synchronized Optional<Key> find(String id) {
        var keys = file.known().stream().anyMatch(key -> key.id().equals(id)) ? file.known() : file.keys();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).id().equals(id)) continue;
            return i == 0 || clock.instant().isBefore(keys.get(i - 1).made().plus(OLD_KEY_COUNTS))
                    ? Optional.of(keys.get(i))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** A new key signs from now on; what the one before signed is taken for a day more. */
    public synchronized void rotate() {
        add();
    }

    private void add() {
        byte[] id = new byte[4];
        new SecureRandom().nextBytes(id);
        var all = new ArrayList<Key>();
        all.add(new Key(HexFormat.of().formatHex(id), clock.instant(), KeyFile.secret()));
        all.addAll(file.keys().stream().limit(4).toList());
        file.keep(all);
    }
}
