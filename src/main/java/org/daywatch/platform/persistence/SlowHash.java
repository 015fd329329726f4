package org.daywatch.platform.persistence;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * What people choose and say aloud, a word or a PIN, is kept under a hash that takes its time: Argon2id with 19 MiB and
 * two passes, as passwords are.
 *
 * @see "OWASP ASVS 5.0, 11.4.2"
 */
public final class SlowHash {

    private static final Argon2PasswordEncoder ENCODER = encoder();

    private SlowHash() {}

    /** 16 bytes of salt, 32 of hash, one lane. */
    public static Argon2PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    /** @return another each time, with its salt inside */
    public static byte[] of(String word) {
        return ENCODER.encode(word).getBytes(StandardCharsets.US_ASCII);
    }

    public static boolean matches(String word, byte[] kept) {
        return ENCODER.matches(word, new String(kept, StandardCharsets.US_ASCII));
    }
}
