package org.daywatch.emergencies.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address outside that hears of incidents.
 *
 * @param schoolId only of incidents there; null: of every school of the organisation
 * @param oldUntil until then the key before the present one signs beside it; null: there is none
 */
public record Webhook(UUID tenantId, UUID id, @Nullable UUID schoolId, String name, String address, String madeBy, Instant madeAt, @Nullable Instant oldUntil,
        @Nullable Instant stoppedAt) {

    /** What a message is about. */
    public enum Event {
        CREATED, UPDATED, ENDED;

        /** As receivers read it. */
        public String word() {
            return "incident." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What became of a message: DEAD waits for somebody who sends it again; SUPPRESSED: its address was stopped, or the demonstration tells nobody. */
    public enum Delivery { WAITING, SENT, DEAD, SUPPRESSED }
}
