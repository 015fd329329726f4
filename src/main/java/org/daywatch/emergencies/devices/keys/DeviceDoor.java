package org.daywatch.emergencies.devices.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.daywatch.emergencies.lane.LaneDoor;
import org.daywatch.emergencies.lane.LaneRequest;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;

/**
 * A device proves itself by the headers Daywatch-Device (its id), Daywatch-Time (seconds since 1970) and Daywatch-Signature (base64): Ed25519 over
 * five lines, {@code daywatch-device-1}, method, path, time, body. A repeated request has the same press id in its body and counts once.
 */
@Component
class DeviceDoor implements LaneDoor {

    static final String DEVICE = "daywatch-device";
    static final String TIME = "daywatch-time";
    static final String SIGNATURE = "daywatch-signature";

    private final KnownKeys keys;
    private final Clock clock;

    DeviceDoor(KnownKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public boolean claimed(LaneRequest request) {
        return request.header(DEVICE).isPresent();
    }

    @Override
    public Optional<LaneSender> open(LaneRequest request) {
        String time = request.header(TIME).orElse("");
        return request.header(DEVICE).flatMap(Ids::find).flatMap(keys::find).filter(known -> clock.instant().isBefore(known.sender().expires()))
                .filter(known -> isNear(time, known.clock())).filter(known -> isSigned(known, request, time)).map(KnownKeys.Known::sender);
    }

    private boolean isNear(String time, Duration tolerance) {
        if (!time.matches("[0-9]{1,11}")) return false;
        return Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant()).abs().compareTo(tolerance) <= 0;
    }

    private static boolean isSigned(KnownKeys.Known known, LaneRequest request, String time) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(known.key());
            signature.update(("daywatch-device-1\n" + request.method() + "\n" + request.path() + "\n" + time + "\n").getBytes(StandardCharsets.UTF_8));
            signature.update(request.body());
            return signature.verify(Base64.getDecoder().decode(request.header(SIGNATURE).orElse("")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
