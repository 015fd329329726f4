package org.daywatch.platform.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;

/**
 * Secret keys in a file only its owner may read, newest first, one a line. It is read again when it has changed, so
 * that nodes of one installation may share it, and replaced whole, so that nobody reads half of one. Whoever uses it
 * guards it against two threads.
 *
 * @param <K> one key
 */
public final class KeyFile<K> {

    private final Path file;
    private final String what;
    private final Function<String, K> read;
    private final Function<K, String> line;
    private List<K> keys = List.of();
    private FileTime changed = FileTime.fromMillis(0);

    /**
     * @param what whose keys these are, as the beginning of a sentence: "The lane's keys"
     * @param read a key from its line
     * @param line its line from a key
     */
    public KeyFile(Path file, String what, Function<String, K> read, Function<K, String> line) {
        this.file = file;
        this.what = what;
        this.read = read;
        this.line = line;
    }

    /**
     * As the file holds them now; none while there is no file. Refuses a file that cannot be read, rather than go on
     * with a new key.
     */
    public List<K> keys() {
        try {
            if (!Files.exists(file)) return keys;
            var at = Files.getLastModifiedTime(file);
            if (at.equals(changed)) return keys;
            keys = Files.readAllLines(file).stream().filter(text -> !text.isBlank()).map(read).toList();
            changed = at;
            return keys;
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(what + " in " + file + " cannot be read: " + e.getMessage()
                    + ".\nMaybe restore the file from a backup.", e);
        }
    }

    /** As they were when somebody last looked. */
    public List<K> known() {
        return keys;
    }

    /** These and no others from now on. */
    public void keep(List<K> all) {
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var made = Files.createTempFile(folder, "keys", ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(made, all.stream().map(line).toList());
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            changed = Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(what + " could not be kept in " + file + ": " + e.getMessage(), e);
        }
        keys = List.copyOf(all);
    }

    /** 32 bytes nobody can guess. */
    public static byte[] secret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
