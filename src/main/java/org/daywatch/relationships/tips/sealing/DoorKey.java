package org.daywatch.relationships.tips.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * One key of the door, in memory alone: HPKE (RFC 9180) in base mode with P-256, HKDF-SHA256 and AES-128-GCM. A body is
 * version, first bytes of the key's hash, the sender's own key for this one form, and the letter.
 */
final class DoorKey {

    static final int VERSION = 1;
    static final int NAME = 8;
    /** Before the letter, and its tag behind it. */
    static final int AROUND = 1 + NAME + 65 + 16;
    static final byte[] INFO = "daywatch tip door 1 form".getBytes(StandardCharsets.US_ASCII);
    /** What was opened is remembered, so that nobody sends it again; a full memory asks for another key. */
    private static final int MOST_OPENED = 50_000;

    private final AsymmetricCipherKeyPair pair;
    private final byte[] shown;
    private final byte[] name;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    private DoorKey(AsymmetricCipherKeyPair pair) {
        this.pair = pair;
        shown = suite().serializePublicKey(pair.getPublic());
        name = name(shown);
    }

    static DoorKey made() {
        return new DoorKey(suite().generatePrivateKey());
    }

    /** A new one each time: it holds what it is working on. */
    static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    }

    static byte[] name(byte[] shown) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(shown), NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The point of its public half, uncompressed, in Base64. */
    String shown() {
        return Base64.getEncoder().encodeToString(shown);
    }

    boolean isFull() { return opened.size() >= MOST_OPENED; }

    /** A form belongs to the address it was sent to. */
    static byte[] bound(String path, byte[] name) {
        byte[] line = ("POST " + path + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(line.length + 1 + NAME).put(line).put((byte) VERSION).put(name).array();
    }

    boolean isMeant(byte[] body) {
        return body.length > AROUND && body[0] == VERSION && Arrays.equals(body, 1, 1 + NAME, name, 0, NAME);
    }

    /** Empty where it was sealed for another key or address, was changed, or was opened before. */
    Optional<OpenedLetter> open(String path, byte[] body) {
        if (!isMeant(body)) return Optional.empty();
        byte[] sender = Arrays.copyOfRange(body, 1 + NAME, AROUND - 16);
        try {
            var context = suite().setupBaseR(sender, pair, INFO);
            byte[] letter = context.open(bound(path, name), Arrays.copyOfRange(body, AROUND - 16, body.length));
            if (isFull() || !opened.add(HexFormat.of().formatHex(sender, 1, 33))) return Optional.empty();
            return DoorLetter.read(letter).map(read -> new OpenedLetter(read, sender, context));
        } catch (InvalidCipherTextException | IllegalArgumentException | ArithmeticException noPointOrTag) {
            return Optional.empty();
        }
    }
}
