package org.daywatch.mentoring.matches;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/** What happened to a match. The tenant is the district. No fact says about whom, or why. */
public sealed interface MatchEvent extends DomainEvent {

    UUID schoolId();

    String by();

    @Override
    default String subject() {
        return "match " + id();
    }

    record MatchReferred(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements MatchEvent {}

    /** @param what was written, as the command's name */
    record MatchWritten(UUID tenant, UUID id, Instant at, UUID schoolId, String what,
            String by) implements MatchEvent {}

    record MatchMoved(UUID tenant, UUID id, Instant at, UUID schoolId, MatchStage stage,
            String by) implements MatchEvent {}

    record MentorSessionLogged(UUID tenant, UUID id, Instant at, UUID schoolId, int minutes,
            String by) implements MatchEvent {}
}
