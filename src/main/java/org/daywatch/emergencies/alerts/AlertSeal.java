package org.daywatch.emergencies.alerts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.daywatch.platform.cipher.KeyPairFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The house's Ed25519 key for alerts, in a file only its owner may read, made at first use. Nodes of one installation
 * share the file.
 */
@Component
public class AlertSeal {

    private final KeyPair pair;

    AlertSeal(@Value("${daywatch.alerts.seal-file:}") String file,
            @Value("${daywatch.database.directory}") Path database) {
        this.pair = pair(file.isBlank() ? database.resolve("lane").resolve("seal") : Path.of(file));
    }

    /** @return Base64 */
    String sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what is signed in another form than a line of text: a CAP message. */
    public java.security.PrivateKey signingKey() {
        return pair.getPrivate();
    }

    /** The public key as browsers import it: SubjectPublicKeyInfo in Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static KeyPair pair(Path file) {
        try {
            return KeyPairFile.of(file, "The key that seals alerts", KeyPairGenerator.getInstance("Ed25519"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
