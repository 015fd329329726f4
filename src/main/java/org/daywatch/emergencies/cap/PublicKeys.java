package org.daywatch.emergencies.cap;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keys with which senders sign their messages, as they hand them over. */
public final class PublicKeys {

    private static final Pattern PEM = Pattern.compile("-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----([^-]+)-----END");

    private PublicKeys() {}

    /**
     * @param text of a file or a form: SubjectPublicKeyInfo of an Ed25519, EC or RSA key, or an X.509 certificate of
     * one, PEM or Base64. @return empty where it is none
     */
    public static Optional<PublicKey> read(String text) {
        var block = PEM.matcher(text); // of a chain the first, which is the sender's own
        try {
            return of(Base64.getDecoder().decode((block.find() ? block.group(1) : text).replaceAll("\\s", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** @param file PEM, Base64 or the bytes themselves (DER) */
    public static Optional<PublicKey> read(byte[] file) {
        var bytes = of(file);
        return bytes.isPresent() ? bytes : read(new String(file, StandardCharsets.ISO_8859_1));
    }

    /**
     * @param encoded SubjectPublicKeyInfo or a certificate; its dates are not looked at, since whoever handed it over
     * vouches for it
     */
    public static Optional<PublicKey> of(byte[] encoded) {
        try {
            return Optional.of(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(encoded)).getPublicKey());
        } catch (CertificateException e) {
            return bare(encoded);
        }
    }

    private static Optional<PublicKey> bare(byte[] encoded) {
        for (var algorithm : new String[] {"Ed25519", "EC", "RSA"}) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (GeneralSecurityException e) {
                continue; // the next kind of key
            }
        }
        return Optional.empty();
    }
}
