package org.daywatch.emergencies.webhooks;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.jspecify.annotations.Nullable;

/**
 * An address outside that hears of incidents.
 *
 * @param schoolId only of incidents there; null: of every school of the organization
 * @param format in which form it hears. @param dispatch it is a 911 center: what it takes, 911 has been told. @param
 * statuses of what: the real, drills, silent tests
 * @param oldUntil until then the key before the present one signs beside it; null: there is none
 */
public record Webhook(UUID tenantId, UUID id, @Nullable UUID schoolId, String name, String address, Format format,
        boolean dispatch, Set<AlertStatus> statuses, String madeBy, Instant madeAt, @Nullable Instant oldUntil,
        @Nullable Instant stoppedAt) {

    public Webhook {
        statuses = Set.copyOf(statuses);
    }

    /** EVENT: our own words, of every incident. CAP and EIDO: the standards' messages, of alerts only. */
    public enum Format {
        EVENT("application/json"), CAP("application/cap+xml; charset=utf-8"), EIDO("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** As receivers read it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What a message is about. */
    public enum Event {
        CREATED, UPDATED, ENDED;

        /** As receivers read it. */
        public String word() {
            return "incident." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What became of a message: DEAD waits for somebody who sends it again; SUPPRESSED: its address was stopped, or the
     * demonstration tells nobody.
     */
    public enum Delivery {
        WAITING, SENT, DEAD, SUPPRESSED
    }
}
