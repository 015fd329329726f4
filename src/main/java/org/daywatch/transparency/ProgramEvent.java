package org.daywatch.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/**
 * What happens to a program's clocks and papers. A new field is optional, a new meaning is a new record. The tenant is
 * the agency that runs the school's program.
 */
public sealed interface ProgramEvent extends DomainEvent {

    UUID schoolId();

    String kind();

    @Override
    default String subject() {
        return "program clock " + id();
    }

    record ProgramClockStarted(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, Instant dueAt,
            String ruleVersion, String by) implements ProgramEvent {}

    /** Whoever must act was reminded. */
    record ProgramClockWarned(UUID tenant, UUID id, Instant at, UUID schoolId, String kind,
            Instant dueAt) implements ProgramEvent {}

    /** Its time is over and nobody answered: those above were told. */
    record ProgramClockEscalated(UUID tenant, UUID id, Instant at, UUID schoolId, String kind,
            Instant dueAt) implements ProgramEvent {}

    record ProgramClockAnswered(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, Instant doneAt,
            boolean late, String by) implements ProgramEvent {}

    /** A second person says that it was done when the first one said so. */
    record ProgramClockConfirmed(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, Instant doneAt,
            String by) implements ProgramEvent {}

    /** The answer was a mistake: it runs again. */
    record ProgramClockReopened(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, String reason,
            String by) implements ProgramEvent {}

    /** It should never have run. */
    record ProgramClockWithdrawn(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, String reason,
            String by) implements ProgramEvent {}

    /** @param kind what a program counts it as. @param day on which it was signed, filed or sent */
    record PaperFiled(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, LocalDate day,
            String by) implements ProgramEvent {
        @Override
        public String subject() {
            return "filed paper " + id;
        }
    }

    /** It was recorded wrongly and counts no more. */
    record PaperWithdrawn(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, String reason,
            String by) implements ProgramEvent {
        @Override
        public String subject() {
            return "filed paper " + id;
        }
    }
}
