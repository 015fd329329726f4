package org.daywatch.staffing.fairness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.YearMonth;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Another name for each officer in each month: the same all month long, not to be worked back without the secret, not
 * to be followed to the next month.
 */
final class Pseudonyms {

    /** Without letters and digits that are read one for another. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final byte[] secret;

    Pseudonyms(byte[] secret) {
        this.secret = secret.clone();
    }

    String of(YearMonth month, UUID officer) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] hash = mac.doFinal((month + " " + officer).getBytes(StandardCharsets.UTF_8));
            var name = new StringBuilder();
            for (int i = 0; i < LENGTH; i++)
                name.append(LETTERS.charAt(
                        Math.floorMod(((hash[2 * i] & 0xff) << 8) | (hash[2 * i + 1] & 0xff), LETTERS.length())));
            return name.insert(LENGTH / 2, '-').toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
