package org.daywatch.transparency.programs.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that shows a reviewer one school, or all schools of one district, until it ends.
 *
 * @param schoolId null: all schools of the district
 * @param forWhom in the maker's words: "State school safety office"
 * @param expiresAt at most ninety days after it was made
 * @param openings how often it was opened, refusals left out
 */
public record ReviewLink(UUID agencyId, UUID id, UUID districtId, @Nullable UUID schoolId, String forWhom,
        String madeBy, Instant madeAt, Instant expiresAt,
        @Nullable Instant revokedAt, int openings) {

    /** What its holder gets. */
    public enum Standing { OPEN, EXPIRED, REVOKED }

    /** What was asked for by it. */
    public enum Opening { LIST, SCHOOL, FILE, REFUSED }

    public Standing standing(Instant now) {
        if (revokedAt != null) return Standing.REVOKED;
        return now.isBefore(expiresAt) ? Standing.OPEN : Standing.EXPIRED;
    }

    /** Whether a school of its district is among those it shows. */
    public boolean shows(UUID district, UUID school) {
        return district.equals(districtId) && (schoolId == null || schoolId.equals(school));
    }
}
