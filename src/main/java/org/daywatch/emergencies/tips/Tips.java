package org.daywatch.emergencies.tips;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tips about one school until somebody has decided about them. */
public record Tips(UUID agencyId, UUID id, UUID districtId, UUID schoolId, Instant openedAt,
        @Nullable Decided decided) {

    /** How it came in. */
    public enum How { PHONE, IN_PERSON, MESSAGE, ONLINE, OTHER }

    public enum Decision {
        /** Nothing to it. */
        NOTHING,
        /** Police, 911 or another agency has it. */
        PASSED_ON,
        /** Somebody pressed; here it is only written down. */
        ALERT
    }

    /** @param reason empty for those who may not read it */
    public record Decided(Decision decision, String reason, Instant at, String by) {}

    /**
     * Words, room and findings are empty for those who may not read them.
     *
     * @param findings each CODE or CODE|what it is about, see
     * {@link org.daywatch.emergencies.incidents.claims.ClaimCheck}
     */
    public record Tip(UUID id, How how, String room, String words, List<String> findings, Instant at, String by) {}

    /** A line of the list. @param decision empty while nobody has decided */
    public record Row(UUID id, String school, ZoneId zone, Instant openedAt, Instant lastAt, int tips, String decision,
            String by) {}
}
