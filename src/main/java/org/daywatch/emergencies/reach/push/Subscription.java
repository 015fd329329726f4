package org.daywatch.emergencies.reach.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;

/**
 * A browser that may be woken.
 *
 * @param browserKey its public key, an uncompressed point of P-256
 * @param secret 16 bytes it shares with us
 */
public record Subscription(UUID id, UUID person, URI endpoint, byte[] browserKey, byte[] secret, String label,
        Instant since) {

    private static final int SECRET = 16;
    private static final int LONGEST = 1000;

    /**
     * @param services host names of push services, those that begin with a dot with everything below @throws
     * InvalidInput naming the field that no browser would send so
     */
    static Subscription read(UUID id, UUID person, String endpoint, String key, String secret, String label,
            Instant now, List<String> services) {
        var where = address(endpoint, services);
        byte[] point = bytes("p256dh", key);
        byte[] shared = bytes("auth", secret);
        try {
            PushCipher.key(point);
        } catch (GeneralSecurityException e) {
            throw new InvalidInput("p256dh", key,
                    "This is no public key of a browser: send what its subscription holds.");
        }
        if (shared.length != SECRET)
            throw new InvalidInput("auth", "", "This is no secret of a browser: send what its subscription holds.");
        return new Subscription(id, person, where, point, shared,
                label.strip().length() > 80 ? label.strip().substring(0, 80) : label.strip(), now);
    }

    /** Only to push services: the person who subscribes must not make this house call any address they like. */
    private static URI address(String endpoint, List<String> services) {
        try {
            var where = new URI(endpoint);
            String host = where.getHost();
            boolean known = host != null
                    && services.stream().anyMatch(s -> s.startsWith(".") ? host.endsWith(s) : host.equals(s));
            boolean usual = "https".equals(where.getScheme()) && where.getPort() == -1 && where.getUserInfo() == null;
            if (known && usual && endpoint.length() <= LONGEST) return where;
        } catch (URISyntaxException e) {
            // answered below
        }
        throw new InvalidInput("endpoint", endpoint,
                "This is no address of a push service this house knows (daywatch.push.services).");
    }

    private static byte[] bytes(String field, String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, text, "This is no base64url: send what the browser's subscription holds.");
        }
    }
}
