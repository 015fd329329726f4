package org.daywatch.emergencies.reach.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.daywatch.platform.cipher.KeyPairFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who we are for push services (VAPID, RFC 8292), in a file only its owner may read, made at first use. Nodes of one
 * installation share it: with another key every browser must be asked anew.
 */
@Component
class PushKey {

    private static final Duration VALID = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;

    PushKey(@Value("${daywatch.push.key-file:}") String file, @Value("${daywatch.database.directory}") Path database) {
        this.pair = pair(file.isBlank() ? database.resolve("lane").resolve("push-key") : Path.of(file));
    }

    /** As browsers want it when they subscribe: the uncompressed point in base64url. */
    String publicKey() {
        return BASE64.encodeToString(PushCipher.point((ECPublicKey) pair.getPublic()));
    }

    /** The header Authorization for a push service. @param contact address of this site, where its operators find us */
    String authorization(URI endpoint, String contact, Instant now) {
        String audience = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        String head = part("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        String body = part("{\"aud\":\"" + audience + "\",\"exp\":" + now.plus(VALID).getEpochSecond() + ",\"sub\":\""
                + contact + "\"}");
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + head + "." + body + "." + BASE64.encodeToString(signature.sign()) + ", k="
                    + publicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair pair(Path file) {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(PushCipher.P256);
            return KeyPairFile.of(file, "The key for push messages", maker);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
