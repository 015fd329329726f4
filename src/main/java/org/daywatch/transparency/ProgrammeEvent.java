package org.daywatch.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/** What happens to a programme's clocks and papers. A new field is optional, a new meaning is a new record. The tenant is the agency that runs the school's programme. */
public sealed interface ProgrammeEvent extends DomainEvent {

    UUID schoolId();

    String kind();

    @Override
    default String subject() {
        return "programme clock " + id();
    }

    record ProgrammeClockStarted(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, Instant dueAt, String ruleVersion, String by) implements ProgrammeEvent {}

    /** Whoever must act was reminded. */
    record ProgrammeClockWarned(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, Instant dueAt) implements ProgrammeEvent {}

    /** Its time is over and nobody answered: those above were told. */
    record ProgrammeClockEscalated(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, Instant dueAt) implements ProgrammeEvent {}

    record ProgrammeClockAnswered(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, Instant doneAt, boolean late, String by) implements ProgrammeEvent {}

    /** A second person says that it was done when the first one said so. */
    record ProgrammeClockConfirmed(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, Instant doneAt, String by) implements ProgrammeEvent {}

    /** The answer was a mistake: it runs again. */
    record ProgrammeClockReopened(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, String reason, String by) implements ProgrammeEvent {}

    /** It should never have run. */
    record ProgrammeClockWithdrawn(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, String reason, String by) implements ProgrammeEvent {}

    /** @param kind what a programme counts it as. @param day on which it was signed, filed or sent */
    record PaperFiled(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, LocalDate day, String by) implements ProgrammeEvent {
        @Override
        public String subject() {
            return "filed paper " + id;
        }
    }

    /** It was recorded wrongly and counts no more. */
    record PaperWithdrawn(UUID tenant, UUID id, Instant at, UUID schoolId, String kind, String reason, String by) implements ProgrammeEvent {
        @Override
        public String subject() {
            return "filed paper " + id;
        }
    }
}
