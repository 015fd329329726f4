package org.daywatch.platform.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes under a key of one's own (AES-256-GCM of the JDK): a fresh nonce, then what it hides with its tag. What belongs
 * to another place, or was changed, does not open.
 */
public final class Sealed {

    /** By so many bytes it is longer than what it hides. */
    public static final int LONGER = 12 + 16;

    private static final int NONCE = 12;
    private static final String METHOD = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    /** @param place what and whose it is */
    public static byte[] seal(byte[] key, byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = ByteBuffer.allocate(plain.length + LONGER).put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(ByteBuffer.wrap(plain), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return sealed.array();
    }

    /** Empty where it was sealed with another key or for another place, or was changed. */
    public static Optional<byte[]> open(byte[] key, ByteBuffer sealed, String place) {
        if (sealed.remaining() < LONGER) return Optional.empty();
        byte[] nonce = new byte[NONCE];
        sealed.get(nonce);
        var plain = ByteBuffer.allocate(sealed.remaining());
        try {
            cipher(Cipher.DECRYPT_MODE, key, nonce, place).doFinal(sealed, plain);
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] found = new byte[plain.flip().remaining()];
        plain.get(found);
        return Optional.of(found);
    }

    /** Another key, from which nobody finds the way back to this one. */
    public static byte[] derived(byte[] key, String what) {
        try {
            var mac = Mac.getInstance(METHOD);
            mac.init(new SecretKeySpec(key, METHOD));
            return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
