package org.daywatch.relationships.tips.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/** What the door's script does: seals one form to the key that is served, and opens the answer to it. */
public final class DoorSealer {

    public static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

    private final byte[] point;
    private final HPKEContextWithEncapsulation sender;

    /** @param shown the key as it is served */
    public DoorSealer(String shown) {
        point = Base64.getDecoder().decode(shown.strip());
        var suite = DoorKey.suite();
        sender = suite.setupBaseS(suite.deserializePublicKey(point), DoorKey.INFO);
    }

    public byte[] sealed(String to, String head, String body) {
        return sealed(to, DoorKey.name(point), new DoorLetter(head, FORM, body.getBytes(StandardCharsets.UTF_8))
                .filled(DoorKey.AROUND, 0));
    }

    /** @param name of the key as the body gives it @param filled whatever is to lie in it */
    byte[] sealed(String to, byte[] name, byte[] filled) {
        try {
            byte[] closed = sender.seal(DoorKey.bound(to, name), filled);
            return ByteBuffer.allocate(1 + name.length + 65 + closed.length).put((byte) DoorKey.VERSION).put(name)
                    .put(sender.getEncapsulation()).put(closed).array();
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where it is the answer to another form, or was changed. */
    public Optional<DoorLetter> answer(byte[] sealed) {
        byte[] once = Arrays.copyOf(sealed, 16);
        byte[] own = sender.getEncapsulation();
        byte[] salt = ByteBuffer.allocate(own.length + 16).put(own).put(once).array();
        byte[] drawn = sender.extract(salt, sender.export(OpenedLetter.ANSWER, 16));
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(sender.expand(drawn, "key".getBytes(), 16), "AES"),
                    new GCMParameterSpec(128, sender.expand(drawn, "nonce".getBytes(), 12)));
            return DoorLetter.read(cipher.doFinal(sealed, 16, sealed.length - 16));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
