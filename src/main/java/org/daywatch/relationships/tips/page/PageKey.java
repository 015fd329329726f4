package org.daywatch.relationships.tips.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.daywatch.platform.cipher.KeyPairFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The installation's Ed25519 key for the door's page, in a file only its owner may read, made when the door first
 * opens.
 */
@Component
public class PageKey {

    private final Path file;
    private @Nullable KeyPair pair;

    PageKey(@Value("${daywatch.tips.page-key-file:}") String file,
            @Value("${daywatch.database.directory}") Path database) {
        this.file = file.isBlank() ? database.resolve("tip-page").resolve("key") : Path.of(file);
    }

    private synchronized KeyPair pair() {
        try {
            if (pair == null)
                pair = KeyPairFile.of(file, "The key that signs the tip door's page",
                        KeyPairGenerator.getInstance("Ed25519"));
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base64, as the list names it and as people compare it. */
    public String shown() {
        return Base64.getEncoder().encodeToString(pair().getPublic().getEncoded());
    }

    public byte[] sign(byte[] list) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair().getPrivate());
            signature.update(list);
            return (Base64.getEncoder().encodeToString(signature.sign()) + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param shown the key as {@link #shown} @param signature as it was served */
    public static boolean signed(String shown, byte[] list, byte[] signature) {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(shown)));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(list);
            return check.verify(Base64.getDecoder().decode(TipPage.text(signature).strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
