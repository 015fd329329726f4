package org.daywatch.emergencies.devices.hooks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daywatch.platform.cipher.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret of each hook, made from one key in a file only its owner may read: a stolen database or backup presses
 * nothing. Nodes of one installation share the file (daywatch.hooks.key-file); with another one every hook needs a new
 * secret.
 */
@Component
class HookSecrets {

    private final byte[] key;

    HookSecrets(@Value("${daywatch.hooks.key-file:}") String file,
            @Value("${daywatch.database.directory}") Path database) {
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

    private static byte[] key(Path path) {
        var file = new KeyFile<byte[]>(path, "The key for hooks", Base64.getDecoder()::decode,
                Base64.getEncoder()::encodeToString);
        if (file.keys().isEmpty()) file.keep(List.of(KeyFile.secret()));
        return file.known().getFirst();
    }
}
