package org.daywatch.staffing.calloffs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.staffing.StaffingEvent;

/** Every fact about call-offs; the id is the shift's. A new field is optional, a new meaning is a new record. */
public sealed interface CallOffEvent extends StaffingEvent.OfDutyStatus {

    @Override
    default String subject() {
        return "shift " + id();
    }

    /** An officer called off a post. {@code sick}: they take no other post that day either. */
    record OfficerCalledOff(UUID tenant, UUID id, Instant at, UUID officerId, UUID postId, LocalDate day,
            boolean sick) implements CallOffEvent {}

    /** They may be asked again: fit again, or coming after all. */
    record CallOffWithdrawn(UUID tenant, UUID id, Instant at, UUID officerId, UUID postId) implements CallOffEvent {}
}
