package org.daywatch.emergencies.responders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that shows one alert to responders without an account.
 *
 * @param forWhom in the maker's words: "Mesquite dispatch"
 * @param contact phone number or e-mail address; empty where it is shown as a QR code
 * @param expiresAt at most a day after it was made
 * @param openings how often it was opened, refusals left out
 */
public record ResponderLink(UUID agencyId, UUID id, UUID districtId, UUID schoolId, UUID alertId, String forWhom,
        String contact, String madeBy, Instant madeAt, Instant expiresAt,
        @Nullable Instant revokedAt, int openings) {

    /** What its holder gets. */
    public enum Standing { OPEN, EXPIRED, REVOKED }

    /** What was asked for by it. */
    public enum Opening { PAGE, CAP, EIDO, PLAN, REFUSED }

    public Standing standing(Instant now) {
        if (revokedAt != null) return Standing.REVOKED;
        return now.isBefore(expiresAt) ? Standing.OPEN : Standing.EXPIRED;
    }
}
