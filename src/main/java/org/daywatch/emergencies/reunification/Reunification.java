package org.daywatch.emergencies.reunification;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.jspecify.annotations.Nullable;

/** Pupils given back to their guardians. @param site where: "Stadium, north gate". @param closedAt null while it goes on */
public record Reunification(UUID districtId, UUID id, UUID schoolId, @Nullable UUID alertId, AlertStatus status, String site, Instant begunAt, @Nullable Instant closedAt) {

    /** Exactly one for each pupil at any time; the last three are ends. */
    public enum PupilPlace {
        ASSEMBLY, MISSING, MEDICAL, ABSENT, RELEASED, DROVE;

        public boolean done() {
            return this == ABSENT || this == RELEASED || this == DROVE;
        }
    }

    /** What a member of staff does there. */
    public enum Duty { LEAD, GREETER, CHECKER, REUNIFIER, ACCOUNTANT, ASSEMBLY, VICTIM_ADVOCATE }

    public record PupilThere(UUID id, UUID pupilId, String name, PupilPlace place, Instant since) {}

    public record OnDuty(UUID id, UUID person, String name, Duty duty, Instant since) {}
}
