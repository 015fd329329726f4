package org.daywatch.emergencies.devices.hooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret of each hook, made from one key in a file only its owner may read: a stolen database or backup presses nothing. Nodes of one
 * installation share the file (daywatch.hooks.key-file); with another one every hook needs a new secret.
 */
@Component
class HookSecrets {

    private final byte[] key;

    HookSecrets(@Value("${daywatch.hooks.key-file:}") String file, @Value("${daywatch.database.directory}") Path database) {
        this.key = key(file.isBlank() ? database.resolve("lane").resolve("hook-key") : Path.of(file));
    }

    /** As its vendor gets it: the text itself is the key of the HMAC. */
    String of(UUID hook, int number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, "hook " + hook + " " + number));
    }

    /** HMAC-SHA256 over time, a full stop, and the body. */
    static byte[] signature(String secret, String time, byte[] body) {
        byte[] head = (time + ".").getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return mac(secret.getBytes(StandardCharsets.UTF_8), whole);
    }

    private static byte[] mac(byte[] key, String text) {
        return mac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                var folder = Files.createDirectories(file.toAbsolutePath().getParent());
                var made = Files.createTempFile(folder, "hook", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(made, Base64.getEncoder().encodeToString(fresh) + "\n");
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key for hooks could not be kept in " + file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The key for hooks in " + file + " cannot be read: " + e.getMessage() + ".\nMaybe restore the file from a backup.", e);
        }
    }
}
