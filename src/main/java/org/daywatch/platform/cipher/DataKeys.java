package org.daywatch.platform.cipher;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys for what is kept encrypted, newest first, in a file only its owner may read. It is made at first use, read
 * again when it has changed, and shared by all nodes of an installation: without it nobody reads what was encrypted.
 */
@Component
public class DataKeys {

    private final KeyFile<Key> file;

    @Autowired
    DataKeys(@Value("${daywatch.data-keys.file:}") String file,
            @Value("${daywatch.database.directory}") Path database) {
        this(file.isBlank() ? database.resolve("data-keys").resolve("keys") : Path.of(file));
    }

    DataKeys(Path file) {
        this.file = new KeyFile<>(file, "The keys for encrypted data", Key::of, Key::line);
    }

    /** @param id by which a text says with which key it was encrypted */
    record Key(int id, byte[] secret) {

        String line() {
            return Integer.toHexString(id) + " " + Base64.getEncoder().encodeToString(secret);
        }

        static Key of(String line) {
            String[] part = line.split(" ");
            return new Key(Integer.parseUnsignedInt(part[0], 16), Base64.getDecoder().decode(part[1]));
        }
    }

    /** The key that encrypts from now on. */
    synchronized Key newest() {
        if (file.keys().isEmpty()) file.keep(List.of(fresh()));
        return file.known().getFirst();
    }

    synchronized Optional<Key> find(int id) {
        var known = find(file.known(), id);
        return known.isPresent() ? known : find(file.keys(), id);
    }

    /** As the file holds them now, newest first. */
    synchronized List<Key> all() {
        return file.keys();
    }

    /**
     * Keys that came back from their holders: the newest of them encrypts again, and what the file held meanwhile is
     * kept behind them.
     */
    synchronized void take(List<Key> back) {
        var all = new ArrayList<>(back);
        file.keys().stream().filter(key -> find(back, key.id()).isEmpty()).forEach(all::add);
        file.keep(all);
    }

    /** A new key encrypts from now on; those before it are kept until {@link #forgetOlder}. */
    synchronized void renew() {
        var all = new ArrayList<Key>();
        all.add(fresh());
        all.addAll(file.keys());
        file.keep(all);
    }

    /** Keeps the newest and the one before it: another node may just have stored something with that one. */
    synchronized void forgetOlder() {
        var all = file.keys();
        if (all.size() > 2) file.keep(all.subList(0, 2));
    }

    private static Optional<Key> find(List<Key> keys, int id) {
        return keys.stream().filter(key -> key.id() == id).findFirst();
    }

    private static Key fresh() {
        return new Key(new SecureRandom().nextInt(), KeyFile.secret());
    }
}
