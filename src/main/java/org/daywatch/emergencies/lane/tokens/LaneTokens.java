package org.daywatch.emergencies.lane.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a signed-in person's screens show to the lane: {@code v1.KEY.CLAIMS.MAC}, HMAC-SHA256 over the first three parts
 * by a key of {@link LaneKeys}. Made by the web side, checked by the lane with nothing but the key.
 */
@Component
public class LaneTokens {

    private static final String VERSION = "v1";
    /** More schools than that make a token too long for an address: such a person gets a wide one. */
    public static final int MOST_SCHOOLS = 40;

    private final LaneKeys keys;
    private final LaneSettings settings;
    private final Organizations organizations;
    private final Clock clock;
    private final JsonMapper json;

    public LaneTokens(LaneKeys keys, LaneSettings settings, Organizations organizations,
            @Qualifier("expiry") Clock clock, JsonMapper json) {
        this.keys = keys;
        this.settings = settings;
        this.organizations = organizations;
        this.clock = clock;
        this.json = json;
    }

    /**
     * For somebody whose role names the schools: those bound to one school get that one, others all of their
     * organization. An officer's schools hang on their posts: hand them to {@link #of(Actor, Map)}.
     */
    public String of(Actor actor) {
        if (actor.role().organizationKind().equals("DISTRICT")) {
            UUID agency = organizations.find(actor.tenant()).map(Organizations.Organization::parent).orElse(null);
            if (agency == null) throw new IllegalStateException("district " + actor.tenant() + " belongs to no agency");
            var schools = actor.school() == null ? Map.<UUID, UUID>of() : Map.of(actor.school(), actor.tenant());
            return seal(sender(actor, agency, actor.tenant(), actor.school() == null, schools));
        }
        boolean wide = actor.role().organizationKind().equals("AGENCY") && !actor.role().name().equals("OFFICER");
        return seal(sender(actor, actor.tenant(), null, wide, Map.of()));
    }

    /** For an officer of the agency and these schools only, each with its district. */
    public String of(Actor actor, Map<UUID, UUID> schools) {
        return seal(sender(actor, actor.tenant(), null, false, schools));
    }

    private LaneSender sender(Actor actor, UUID agency, @org.jspecify.annotations.Nullable UUID district, boolean wide,
            Map<UUID, UUID> schools) {
        boolean reads = may(actor, "ALERT_READ");
        return new LaneSender(agency, district, wide, schools, actor.person(), actor.name(), may(actor, "ALERT_PRESS"),
                reads, reads,
                clock.instant().plus(settings.tokenLife()), actor.session(), may(actor, "REACH_READ") ? true : null)
                .starting(may(actor, "DRILLS_RUN"));
    }

    private static boolean may(Actor actor, String permission) {
        return actor.permissions().stream().anyMatch(held -> held.name().equals(permission));
    }

    public String seal(LaneSender sender) {
        var key = keys.current();
        String signed = VERSION + "." + key.id() + "." + encoded(json.writeValueAsBytes(sender));
        return signed + "." + encoded(mac(key, signed));
    }

    /** Empty where it is forged, altered, expired or signed by a key that counts no more. */
    public Optional<LaneSender> open(String token) {
        int last = token.lastIndexOf('.');
        String[] part = token.split("\\.", -1);
        if (part.length != 4 || !part[0].equals(VERSION)) return Optional.empty();
        var key = keys.find(part[1]);
        if (key.isEmpty()) return Optional.empty();
        try {
            if (!MessageDigest.isEqual(mac(key.get(), token.substring(0, last)),
                    Base64.getUrlDecoder().decode(part[3])))
                return Optional.empty();
            var sender = json.readValue(Base64.getUrlDecoder().decode(part[2]), LaneSender.class);
            return sender.expires().isAfter(clock.instant()) ? Optional.of(sender) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether this house made it, however old it is. */
    public boolean isOurs(String token) {
        int last = token.lastIndexOf('.');
        String[] part = token.split("\\.", -1);
        if (part.length != 4 || !part[0].equals(VERSION)) return false;
        try {
            return keys.find(part[1]).filter(key -> MessageDigest.isEqual(mac(key, token.substring(0, last)),
                    Base64.getUrlDecoder().decode(part[3]))).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] mac(LaneKeys.Key key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
