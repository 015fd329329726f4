package org.daywatch.emergencies.devices.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.daywatch.platform.errors.InvalidInput;

/** A public key of Ed25519 as people and browsers write it: PEM, its inner base64, or the 32 bytes in base64. */
final class Ed25519Text {

    private static final int LENGTH = 32;
    private static final byte[] HEAD = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00}; // RFC 8410

    private Ed25519Text() {}

    /** @return the 32 bytes @throws InvalidInput where it is none */
    static byte[] read(String text) {
        String inner = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "").replace('-', '+').replace('_',
                '/');
        if (text.contains("PRIVATE KEY")) throw new InvalidInput("key", "", "devices.wrong.private");
        try {
            byte[] bytes = Base64.getDecoder().decode(inner);
            byte[] raw = bytes.length == LENGTH + HEAD.length && Arrays.equals(Arrays.copyOf(bytes, HEAD.length), HEAD)
                    ? Arrays.copyOfRange(bytes, HEAD.length, bytes.length)
                    : bytes;
            if (raw.length != LENGTH) throw new InvalidInput("key", text.strip(), "devices.wrong.key");
            key(raw);
            return raw;
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("key", text.strip(), "devices.wrong.key");
        }
    }

    static PublicKey key(byte[] raw) {
        try {
            byte[] encoded = Arrays.copyOf(HEAD, HEAD.length + LENGTH);
            System.arraycopy(raw, 0, encoded, HEAD.length, LENGTH);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new InvalidInput("key", Base64.getEncoder().encodeToString(raw), "devices.wrong.key");
        }
    }
}
