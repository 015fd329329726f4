package org.daywatch.relationships.threats.requests;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.relationships.threats.requests.RecordsRequest.State;

/** What happened to a request. The tenant is the district. No fact says who asked or about whom. */
public sealed interface RecordsRequestEvent extends DomainEvent {

    UUID schoolId();

    String by();

    @Override
    default String subject() {
        return "records request " + id();
    }

    record RecordsRequestEntered(UUID tenant, UUID id, Instant at, UUID schoolId, State state,
            String by) implements RecordsRequestEvent {}

    /** @param what was done, as the command's name */
    record RecordsRequestWritten(UUID tenant, UUID id, Instant at, UUID schoolId, String what, State state,
            String by) implements RecordsRequestEvent {}
}
