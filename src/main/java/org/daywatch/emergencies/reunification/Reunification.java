package org.daywatch.emergencies.reunification;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.jspecify.annotations.Nullable;

/**
 * Students given back to their guardians.
 *
 * @param site where: "Stadium, north gate"
 * @param why in the words of whoever began it without an evacuation; else empty
 * @param closedAt null while it goes on
 */
public record Reunification(UUID districtId, UUID id, UUID schoolId, @Nullable UUID alertId, AlertStatus status,
        String site, String why, Instant begunAt,
        @Nullable Instant closedAt) {

    /**
     * Exactly one for each student at any time; the last four are ends. BACK: in class again, in the care of the
     * school.
     */
    public enum StudentPlace {
        ASSEMBLY, MISSING, MEDICAL, ABSENT, RELEASED, DROVE, BACK;

        public boolean done() {
            return this == ABSENT || this == RELEASED || this == DROVE || this == BACK;
        }
    }

    /** What a member of staff does there; one person may have several. */
    public enum Duty {
        LEAD, GREETER, CHECKER, RUNNER, REUNIFIER, ACCOUNTANT, ASSEMBLY, VICTIM_ADVOCATE
    }

    public record StudentThere(UUID id, UUID studentId, String name, StudentPlace place, Instant since) {}

    public record OnDuty(UUID id, UUID person, String name, Duty duty, Instant since) {}

    /** Who does it, as the steps keep it. */
    public record By(UUID person, String name) {}
}
