package org.daywatch.emergencies;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/** Every fact of this room. A new field is optional, a new meaning is a new record. The tenant is the agency that runs the school's programme. */
public sealed interface EmergencyEvent extends DomainEvent {

    /** @param id the alert, whose id is that of its first press */
    record AlertRaised(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, AlertStatus status, ProtocolAction action) implements EmergencyEvent {

        @Override
        public String subject() {
            return "alert " + id;
        }
    }
}
