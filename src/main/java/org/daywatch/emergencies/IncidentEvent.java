package org.daywatch.emergencies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.planning.ImprovementIdea;
import org.daywatch.platform.events.DomainEvent;

/** Facts of incidents and of what was learned from them. The tenant is the agency that runs the school's program. */
public sealed interface IncidentEvent extends DomainEvent {

    /** How command passed from one to the other. */
    enum Handover {
        /** The receiver said so themselves. */
        ACCEPTED,
        /** They have no account here; who had command wrote it down for them. */
        BY_WORD,
        /** Taken without a word of the one who had it, with a reason. */
        WITHOUT
    }

    UUID schoolId();

    AlertStatus status();

    String by();

    @Override
    default String subject() {
        return "incident " + id();
    }

    /** @param title what it is about where no alert says so */
    record IncidentOpened(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, AlertStatus status,
            String title, String by) implements IncidentEvent {}

    /** The first to take command. */
    record CommandTaken(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status,
            String by) implements IncidentEvent {}

    record CommandOffered(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, String to,
            String briefed, String by) implements IncidentEvent {}

    record CommandOfferWithdrawn(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, String to,
            String by) implements IncidentEvent {}

    /** @param briefed what the new commander was told; without a hand-over why it was taken */
    record CommandTransferred(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, String from,
            String to, String briefed, Handover how, String by)
            implements
                IncidentEvent {}

    record IncidentStoodDown(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, String why,
            String by) implements IncidentEvent {}

    record IncidentResumed(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, String why,
            String by) implements IncidentEvent {}

    record IncidentClosed(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, String summary,
            String by) implements IncidentEvent {}

    record IncidentReopened(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, String why,
            String by) implements IncidentEvent {}

    /** Somebody wrote a line of the timeline. @param kind of the line; @param seq its number */
    record TimelineWritten(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int seq, String kind,
            String by) implements IncidentEvent {}

    /**
     * A student was taken into custody or restrained; what the law makes due began to run. @param kind CUSTODY or
     * RESTRAINT
     */
    record StatutoryClocksStarted(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, UUID event,
            String kind, String by) implements IncidentEvent {}

    /** @param outcome DONE or HELD_BACK; @param late after it was due */
    record StatutoryClockAnswered(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, UUID event,
            String code, String outcome, boolean late, String by)
            implements
                IncidentEvent {}

    /** An answer was a mistake: what is due is open again. @param why in the words of whoever took it back */
    record StatutoryAnswerTakenBack(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, UUID event,
            String code, String why, String by) implements IncidentEvent {}

    record PhotoAdded(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, UUID photo,
            String by) implements IncidentEvent {}

    /** What is to be done better: whoever plans takes it from here. @param owner who does it, by name or office */
    record ImprovementProposed(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, UUID improvement,
            String capability, String issue, String action, String owner,
            LocalDate due, String by) implements IncidentEvent, ImprovementIdea {}
}
