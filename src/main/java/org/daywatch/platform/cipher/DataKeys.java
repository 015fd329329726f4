package org.daywatch.platform.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys for what is kept encrypted, newest first, in a file only its owner may read. It is made at first use, read again when it
 * has changed, and shared by all nodes of an installation: without it nobody reads what was encrypted.
 */
@Component
public class DataKeys {

    private final Path file;
    private List<Key> keys = List.of();
    private FileTime read = FileTime.fromMillis(0);

    @Autowired
    DataKeys(@Value("${daywatch.data-keys.file:}") String file, @Value("${daywatch.database.directory}") Path database) {
        this(file.isBlank() ? database.resolve("data-keys").resolve("keys") : Path.of(file));
    }

    DataKeys(Path file) {
        this.file = file;
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
        refresh();
        if (keys.isEmpty()) write(List.of(fresh()));
        return keys.getFirst();
    }

    synchronized Optional<Key> find(int id) {
        if (keys.stream().noneMatch(key -> key.id() == id)) refresh();
        return keys.stream().filter(key -> key.id() == id).findFirst();
    }

    /** A new key encrypts from now on; those before it are kept until {@link #forgetOlder}. */
    synchronized void renew() {
        refresh();
        var all = new ArrayList<Key>();
        all.add(fresh());
        all.addAll(keys);
        write(all);
    }

    /** Keeps the newest and the one before it: another node may just have stored something with that one. */
    synchronized void forgetOlder() {
        refresh();
        if (keys.size() > 2) write(keys.subList(0, 2));
    }

    private static Key fresh() {
        var random = new SecureRandom();
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new Key(random.nextInt(), secret);
    }

    private void write(List<Key> all) {
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var made = Files.createTempFile(folder, "keys", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(made, all.stream().map(Key::line).toList());
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            read = Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys for encrypted data could not be kept in " + file + ": " + e.getMessage(), e);
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
            throw new IllegalStateException("The keys for encrypted data in " + file + " cannot be read: " + e.getMessage() + ".\nMaybe restore the file from a backup.", e);
        }
    }
}
