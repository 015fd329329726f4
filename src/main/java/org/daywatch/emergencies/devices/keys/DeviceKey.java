package org.daywatch.emergencies.devices.keys;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * What lets one device press and acknowledge for its owner. It counts while they hold the place in which they
 * registered it, whatever the state of their account: somebody who was locked out of their account must still be able
 * to call for help.
 *
 * @param district null for somebody of the agency itself
 * @param publicKey Ed25519, 32 bytes
 */
public record DeviceKey(UUID agency, UUID id, @Nullable UUID district, UUID person, Role role, String label,
        byte[] publicKey, Instant madeAt, Instant expiresAt,
        @Nullable Instant revokedAt) {

    /** The organization in which its owner holds their place. */
    UUID organization() {
        return district == null ? agency : district;
    }

    public boolean counts(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
