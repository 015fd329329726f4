package org.daywatch.relationships.tips.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.hpke.HPKEContext;

/** A form that was opened, and how its answer is sealed back to whoever sent it (as RFC 9458, 4.4 does). */
public final class OpenedLetter {

    static final byte[] ANSWER = "daywatch tip door 1 answer".getBytes(StandardCharsets.US_ASCII);
    static final int KEY = 16;
    /** The number used once, and the tag. */
    static final int AROUND = KEY + 16;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DoorLetter letter;
    private final byte[] sender;
    private final HPKEContext context;

    OpenedLetter(DoorLetter letter, byte[] sender, HPKEContext context) {
        this.letter = letter;
        this.sender = sender;
        this.context = context;
    }

    public DoorLetter letter() {
        return letter;
    }

    /** @param least so large at least, as it is sent */
    public byte[] sealed(DoorLetter answer, int least) {
        byte[] once = new byte[KEY];
        RANDOM.nextBytes(once);
        byte[] salt = ByteBuffer.allocate(sender.length + KEY).put(sender).put(once).array();
        byte[] drawn = context.extract(salt, context.export(ANSWER, KEY));
        byte[] filled = answer.filled(AROUND, least);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(part(drawn, "key", KEY), "AES"),
                    new GCMParameterSpec(128, part(drawn, "nonce", NONCE)));
            byte[] sealed = new byte[filled.length + AROUND];
            System.arraycopy(once, 0, sealed, 0, KEY);
            cipher.doFinal(filled, 0, filled.length, sealed, KEY);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] part(byte[] drawn, String what, int length) {
        return context.expand(drawn, what.getBytes(StandardCharsets.US_ASCII), length);
    }
}
