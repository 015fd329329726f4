package org.daywatch.relationships.triage;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/** What happened to a tip in the queue. The tenant is the district; no fact says what the tip says or who wrote it. */
public sealed interface TriageEvent extends DomainEvent {

    UUID schoolId();

    String by();

    @Override
    default String subject() {
        return "nameless tip " + id();
    }

    /** Of one that is not about a life nothing is told: its moment would stand in the audit. */
    record LifeTipArrived(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements TriageEvent {}

    record TipTriaged(UUID tenant, UUID id, Instant at, UUID schoolId, TipClass tipClass,
            String by) implements TriageEvent {}

    record TipRouted(UUID tenant, UUID id, Instant at, UUID schoolId, TipReceiver to,
            String by) implements TriageEvent {}

    record TipAcknowledged(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements TriageEvent {}

    record TipWorkedOn(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements TriageEvent {}

    record TipClosed(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements TriageEvent {}

    record TipReopened(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements TriageEvent {}

    record TipLinked(UUID tenant, UUID id, Instant at, UUID schoolId, UUID same, String by) implements TriageEvent {}
}
