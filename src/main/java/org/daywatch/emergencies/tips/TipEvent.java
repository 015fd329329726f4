package org.daywatch.emergencies.tips;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/**
 * Facts of what people outside say about danger at a school. The tenant is the agency that runs the school's program.
 */
public sealed interface TipEvent extends DomainEvent {

    UUID schoolId();

    String by();

    @Override
    default String subject() {
        return "tips " + id();
    }

    /**
     * The first tip about a school while none waited. @param id of the group that further ones join; @param by who
     * wrote it down
     */
    record TipsCameIn(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId,
            String by) implements TipEvent {}

    /** @param decision NOTHING, PASSED_ON or ALERT; @param tips how many there were by then */
    record TipsDecided(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, String decision,
            int tips, String by) implements TipEvent {}
}
