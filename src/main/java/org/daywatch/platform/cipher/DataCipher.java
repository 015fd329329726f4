package org.daywatch.platform.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts bytes for one place of the database (AES-256-GCM of the JDK). A text moved to another place does not open
 * there. Its form: "DWC1", the key's number, a nonce, the encrypted bytes with their tag.
 */
@Component
public class DataCipher {

    /** By so many bytes an encrypted text is longer. */
    public static final int LONGER = 4 + 4 + 12 + 16;

    private static final byte[] MARK = "DWC1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataKeys keys;

    DataCipher(DataKeys keys) {
        this.keys = keys;
    }

    /** @param place what and whose it is, such as "site plan 0193…" */
    public byte[] encrypt(byte[] text, String place) {
        var key = keys.newest();
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key.secret(), nonce, place, text, 0);
        return ByteBuffer.allocate(MARK.length + 4 + NONCE + sealed.length).put(MARK).putInt(key.id()).put(nonce)
                .put(sealed).array();
    }

    /** @throws IllegalStateException when its key is not there, or it was changed or moved */
    public byte[] decrypt(byte[] bytes, String place) {
        if (!encrypted(bytes)) throw new IllegalStateException("This " + place + " is not encrypted.");
        var head = ByteBuffer.wrap(bytes, MARK.length, 4 + NONCE);
        int id = head.getInt();
        byte[] nonce = new byte[NONCE];
        head.get(nonce);
        var key = keys.find(id).orElseThrow(() -> new IllegalStateException(
                "The key " + Integer.toHexString(id) + " for " + place
                        + " is not there.\nMaybe restore the file data-keys/keys from a backup."));
        return run(Cipher.DECRYPT_MODE, key.secret(), nonce, place, bytes, MARK.length + 4 + NONCE);
    }

    /** Whether it is encrypted at all: what an older release stored is not. */
    public boolean encrypted(byte[] bytes) {
        return bytes.length >= LONGER && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    }

    /** Whether it is encrypted with the newest key. */
    public boolean upToDate(byte[] bytes) {
        return encrypted(bytes) && ByteBuffer.wrap(bytes, MARK.length, 4).getInt() == keys.newest().id();
    }

    /** What is encrypted with an older key, or not at all, with the newest. */
    public byte[] again(byte[] bytes, String place) {
        return encrypt(encrypted(bytes) ? decrypt(bytes, place) : bytes, place);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, String place, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The " + place + " cannot be read: it was changed, or belongs to another place.", e);
        }
    }
}
