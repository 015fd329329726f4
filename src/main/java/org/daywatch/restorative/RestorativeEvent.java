package org.daywatch.restorative;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Facts of restorative work. No fact names a student, or says what somebody did. */
public sealed interface RestorativeEvent extends DomainEvent {

    UUID schoolId();

    String by();

    @Override
    default String subject() {
        return "gate answer " + id();
    }

    /** Somebody asked on which path something belongs. The tenant is the district. */
    record GateAnswered(UUID tenant, UUID id, Instant at, UUID schoolId, String path, String by)
            implements
                RestorativeEvent {}

    /** A principal chose another path, with a reason that stands sealed. The tenant is the district. */
    record GateOverruled(UUID tenant, UUID id, Instant at, UUID schoolId, String from, String to, String by)
            implements
                RestorativeEvent {}

    /**
     * Somebody wanted an officer to discipline a student. The tenant is the agency, whose log keeps it.
     *
     * @param officerId the account that was asked; null where nobody said which officer
     */
    record DisciplineAskedOfOfficer(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, LocalDate day,
            @Nullable UUID officerId, String by) implements RestorativeEvent {}

    /** Somebody referred a quarrel or harm to a conference. The tenant is the district, here and below. */
    record ConferenceReferred(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements OfConference {}

    /** @param what was written, as the command's name; of whom, no fact says */
    record ConferenceWritten(UUID tenant, UUID id, Instant at, UUID schoolId, String what,
            String by) implements OfConference {}

    record ConferenceMoved(UUID tenant, UUID id, Instant at, UUID schoolId, String stage,
            String by) implements OfConference {}

    sealed interface OfConference extends RestorativeEvent {
        @Override
        default String subject() {
            return "conference " + id();
        }
    }

    /** The record of a restraint was written, corrected or spoken about. @param what as the command's name */
    record RestraintWritten(UUID tenant, UUID id, Instant at, UUID schoolId, String what,
            String by) implements RestorativeEvent {
        @Override
        public String subject() {
            return "restraint " + id();
        }
    }

    /** A school said of a school year that every restraint of it is written down. @param id of the school */
    record RestraintYearDeclared(UUID tenant, UUID id, Instant at, UUID schoolId, LocalDate begins,
            String by) implements RestorativeEvent {
        @Override
        public String subject() {
            return "restraints of school " + id();
        }
    }

    /** Help was offered to a student before exclusion, answered, began or ended. @param what as the command's name */
    record DiversionWritten(UUID tenant, UUID id, Instant at, UUID schoolId, String what,
            String by) implements RestorativeEvent {
        @Override
        public String subject() {
            return "diversion " + id();
        }
    }
}
