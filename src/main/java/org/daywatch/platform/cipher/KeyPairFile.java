package org.daywatch.platform.cipher;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** One pair of keys in a file only its owner may read, the private one in the first line; made at first use. */
public final class KeyPairFile {

    private KeyPairFile() {}

    /**
     * @param what as the beginning of a sentence: "The key that seals alerts"
     * @param maker makes the pair where there is none yet; its algorithm reads the file
     */
    public static KeyPair of(Path path, String what, KeyPairGenerator maker) {
        var file = new KeyFile<byte[]>(path, what, Base64.getDecoder()::decode, Base64.getEncoder()::encodeToString);
        if (file.keys().isEmpty()) {
            var made = maker.generateKeyPair();
            file.keep(List.of(made.getPrivate().getEncoded(), made.getPublic().getEncoded()));
        }
        try {
            var keys = KeyFactory.getInstance(maker.getAlgorithm());
            return new KeyPair(keys.generatePublic(new X509EncodedKeySpec(file.known().getLast())),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(file.known().getFirst())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(what + " in " + path + " cannot be read: " + e.getMessage()
                    + ".\nMaybe restore the file from a backup.", e);
        }
    }
}
