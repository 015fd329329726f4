package org.daywatch.emergencies.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The house's Ed25519 key for alerts, in a file only its owner may read, made at first use. Nodes of one installation share the file. */
@Component
public class AlertSeal {

    private final KeyPair pair;

    AlertSeal(@Value("${daywatch.alerts.seal-file:}") String file, @Value("${daywatch.database.directory}") Path database) {
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
            if (!Files.exists(file)) make(file);
            var lines = Files.readAllLines(file);
            var keys = KeyFactory.getInstance("Ed25519");
            return new KeyPair(keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))));
        } catch (IOException e) {
            throw new UncheckedIOException("The key that seals alerts could not be kept in " + file + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("The key that seals alerts in " + file + " cannot be read: " + e.getMessage() + ".\nMaybe restore the file from a backup.", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = Files.createTempFile(folder, "seal", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, List.of(Base64.getEncoder().encodeToString(made.getPrivate().getEncoded()), Base64.getEncoder().encodeToString(made.getPublic().getEncoded())));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
