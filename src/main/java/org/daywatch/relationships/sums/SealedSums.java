package org.daywatch.relationships.sums;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sums of a district as bytes: sealed by a key of their own, filled up to one length, so that no digit more shows. */
@Component
public class SealedSums {

    private static final int FILLED_TO = 16 * 1024;

    private final CaseKeys keys;
    private final JsonMapper json;

    SealedSums(CaseKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** @param place which sums they are; it names the key too */
    public byte[] seal(UUID district, String place, Object sums) {
        byte[] plain = json.writeValueAsBytes(sums);
        byte[] filled = Arrays.copyOf(plain, (plain.length / FILLED_TO + 1) * FILLED_TO);
        Arrays.fill(filled, plain.length, filled.length, (byte) ' ');
        return keys.seal(district, key(place), filled, place);
    }

    /** Where the key is gone nothing of them is known any more. */
    public <S> Optional<S> open(UUID district, String place, byte @Nullable [] body, Class<S> sums) {
        return body == null
                ? Optional.empty()
                : keys.open(district, key(place), body, place).map(bytes -> json.readValue(bytes, sums));
    }

    private static UUID key(String place) {
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }
}
