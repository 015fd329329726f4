package org.daywatch.emergencies.lane.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What shows a node that a message on the bus comes from another node of this installation: {@code KEY.MAC},
 * HMAC-SHA256 by a key of {@link LaneKeys} over where it goes, who sends it and what it says. Whoever can only publish
 * on the bus raises and ends nothing.
 */
@Component
public class BusSeal {

    /** Keeps what is sealed for the bus apart from what is sealed for screens. */
    private static final String PURPOSE = "daywatch-bus-1\n";

    /** What is told is told now: heard once more later it is somebody else's. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final LaneKeys keys;
    private final Clock clock;

    public BusSeal(LaneKeys keys, @Qualifier("expiry") Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The moment a message is sealed, as it goes along and stands under its seal. */
    public String now() {
        return Long.toString(clock.millis());
    }

    /** @param at as it came; anything at all */
    public boolean isFresh(String at) {
        return at.matches("[0-9]{1,18}") && Math.abs(clock.millis() - Long.parseLong(at)) <= FRESH.toMillis();
    }

    public String of(String subject, String node, byte[] message) {
        var key = keys.current();
        return key.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, subject, node, message));
    }

    /** @param seal as it came; anything at all. @return false also for a key that counts no more */
    public boolean isOurs(String seal, String subject, String node, byte[] message) {
        int dot = seal.indexOf('.');
        if (dot < 0) return false;
        try {
            byte[] said = Base64.getUrlDecoder().decode(seal.substring(dot + 1));
            return keys.find(seal.substring(0, dot))
                    .filter(key -> MessageDigest.isEqual(mac(key, subject, node, message), said)).isPresent();
        } catch (IllegalArgumentException noSeal) {
            return false;
        }
    }

    private static byte[] mac(LaneKeys.Key key, String subject, String node, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            mac.update((PURPOSE + subject + "\n" + node + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
