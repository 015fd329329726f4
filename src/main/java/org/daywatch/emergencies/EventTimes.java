package org.daywatch.emergencies;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From when to when a school was busy with an alert or an incident, for rooms that count what people did there. */
public interface EventTimes {

    /** @param to null while it goes on */
    record EventTime(UUID id, UUID districtId, UUID schoolId, AlertStatus status, Instant from, @Nullable Instant to) {}

    Optional<EventTime> alert(UUID alert);

    /** An incident that no alert began; one of an alert is empty, its alert says it. Over when it stands down. */
    Optional<EventTime> incidentWithoutAlert(UUID incident);
}
