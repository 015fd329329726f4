package org.daywatch.emergencies.devices.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.devices.attempts.RefusedAttempt.Reason;
import org.daywatch.emergencies.lane.LaneDoor;
import org.daywatch.emergencies.lane.LaneRequest;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.SteadyTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A device proves itself by the headers Daywatch-Device (its id), Daywatch-Time (seconds since 1970) and
 * Daywatch-Signature (base64): Ed25519 over five lines, {@code daywatch-device-1}, method, path, time, body. A repeated
 * request has the same press id in its body and counts once.
 */
@Component
public class DeviceDoor implements LaneDoor {

    static final String DEVICE = "daywatch-device";
    static final String TIME = "daywatch-time";
    static final String SIGNATURE = "daywatch-signature";

    private final KnownKeys keys;
    private final SteadyTime time;
    private final Clock clock;

    DeviceDoor(KnownKeys keys, SteadyTime time) {
        this.keys = keys;
        this.time = time;
        this.clock = time.expiry();
    }

    @Override
    public boolean claimed(LaneRequest request) {
        return request.header(DEVICE).isPresent();
    }

    @Override
    public Optional<LaneSender> open(LaneRequest request) {
        String time = request.header(TIME).orElse("");
        return request.header(DEVICE).flatMap(Ids::find).flatMap(keys::find)
                .filter(known -> clock.instant().isBefore(known.sender().expires()))
                .filter(known -> isNear(time, known.clock())).filter(known -> isSigned(known, request, time))
                .map(KnownKeys.Known::sender);
    }

    /** @param agency null for a device that was never registered, as are district and label */
    public record Claim(UUID id, @Nullable UUID agency, @Nullable UUID district, String label, Reason reason) {}

    /**
     * Which device a refused request claims to come from, and what was wrong; empty where it names none. In memory
     * only.
     */
    public Optional<Claim> refused(LaneRequest request) {
        var id = request.header(DEVICE).flatMap(Ids::find);
        if (id.isEmpty()) return Optional.empty();
        var known = keys.find(id.get());
        if (known.isEmpty())
            return Optional.of(keys.ended(id.get()).orElse(new Claim(id.get(), null, null, "", Reason.UNKNOWN_DEVICE)));
        var sender = known.get().sender();
        String time = request.header(TIME).orElse("");
        var reason = !clock.instant().isBefore(sender.expires())
                ? Reason.EXPIRED
                : !isSigned(known.get(), request, time)
                        ? Reason.NOT_SIGNED
                        : !isNear(time, known.get().clock()) ? Reason.CLOCK : Reason.OTHER_SCHOOL;
        return Optional.of(new Claim(id.get(), sender.agency(), sender.district(), known.get().label(), reason));
    }

    private boolean isNear(String said, Duration tolerance) {
        return said.matches("[0-9]{1,11}") && time.isNear(Instant.ofEpochSecond(Long.parseLong(said)), tolerance);
    }

    private static boolean isSigned(KnownKeys.Known known, LaneRequest request, String time) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(known.key());
            signature.update(("daywatch-device-1\n" + request.method() + "\n" + request.path() + "\n" + time + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            signature.update(request.body());
            return signature.verify(Base64.getDecoder().decode(request.header(SIGNATURE).orElse("")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
