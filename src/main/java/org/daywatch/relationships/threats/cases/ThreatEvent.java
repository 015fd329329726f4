package org.daywatch.relationships.threats.cases;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/** What happened to a case. The tenant is the district. No fact says about whom or what a case is. */
public sealed interface ThreatEvent extends DomainEvent {

    UUID schoolId();

    String by();

    @Override
    default String subject() {
        return "threat case " + id();
    }

    record ThreatCaseOpened(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements ThreatEvent {}

    /** @param what was written, as the command's name */
    record ThreatCaseWritten(UUID tenant, UUID id, Instant at, UUID schoolId, String what,
            String by) implements ThreatEvent {}

    record ThreatCaseMoved(UUID tenant, UUID id, Instant at, UUID schoolId, Stage stage,
            String by) implements ThreatEvent {}

    /** To whom and why stands in the record of disclosures. */
    record ThreatCaseDisclosed(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements ThreatEvent {}

    record ThreatDisclosureEnded(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements ThreatEvent {}

    /** By whom and why stands with the case. */
    record ThreatGlassBroken(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements ThreatEvent {}

    record ThreatCaseFaded(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements ThreatEvent {}
}
