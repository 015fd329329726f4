package org.daywatch.emergencies.cap;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Keys with which senders sign their messages, as they hand them over. */
public final class PublicKeys {

    private PublicKeys() {}

    /** @param text SubjectPublicKeyInfo of an Ed25519 or RSA key, PEM or Base64. @return empty where it is none */
    public static Optional<PublicKey> read(String text) {
        try {
            return of(Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** @param encoded SubjectPublicKeyInfo */
    public static Optional<PublicKey> of(byte[] encoded) {
        for (var algorithm : new String[] {"Ed25519", "RSA"}) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (GeneralSecurityException e) {
                continue; // the next kind of key
            }
        }
        return Optional.empty();
    }
}
