package org.daywatch.mentoring.mentors;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/** What happened to a mentor. The tenant is the agency; the id is the officer's. */
public sealed interface MentorEvent extends DomainEvent {

    @Override
    default String subject() {
        return "officer " + id();
    }

    /** A paper is missing: they are matched with nobody and meet nobody. @param person their account */
    record MentorEnded(UUID tenant, UUID id, Instant at, UUID districtId, UUID person) implements MentorEvent {}
}
