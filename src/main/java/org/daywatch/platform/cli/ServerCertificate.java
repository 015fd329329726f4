package org.daywatch.platform.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;

/**
 * Certificate and key as PEM files; looked at before anything starts, so that a wrong file is said at once and by name.
 */
record ServerCertificate(Path chain, Path key) {

    /** @throws InvalidInput when a file cannot be read or is not what it should be */
    ServerCertificate {
        String text = read("--certificate", chain);
        if (!text.contains("-----BEGIN CERTIFICATE-----")) {
            throw new InvalidInput("--certificate", chain.toString(),
                    "This file holds no certificate in PEM form; it begins with -----BEGIN CERTIFICATE-----.");
        }
        try (var in = Files.newInputStream(chain)) {
            CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (CertificateException | IOException e) {
            throw new InvalidInput("--certificate", chain.toString(),
                    "The certificate is damaged (" + e.getMessage() + "); fetch it anew.");
        }
        String secret = read("--key", key);
        if (secret.contains("-----BEGIN ENCRYPTED")) {
            throw new InvalidInput("--key", key.toString(),
                    "The key is locked with a password; store it unlocked, readable to Daywatch's user only.");
        }
        if (!secret.contains("PRIVATE KEY-----")) {
            throw new InvalidInput("--key", key.toString(),
                    "This file holds no private key in PEM form; it begins with -----BEGIN PRIVATE KEY-----.");
        }
    }

    /** As the web server takes them; an address, because a bare relative path would be looked for inside the jar. */
    List<String> arguments() {
        return List.of("--server.ssl.certificate=" + chain.toUri(),
                "--server.ssl.certificate-private-key=" + key.toUri());
    }

    private static String read(String option, Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new InvalidInput(option, file.toString(),
                    "This file cannot be read; check its name and who may read it.");
        }
    }
}
