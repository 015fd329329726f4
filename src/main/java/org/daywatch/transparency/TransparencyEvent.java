package org.daywatch.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/**
 * Every fact of this room. A new field is optional, a new meaning is a new record. The tenant is the agency that runs
 * the school's program.
 */
public interface TransparencyEvent extends DomainEvent {

    /** Of the log of one officer at one school in one week. */
    sealed interface OfLog extends TransparencyEvent {

        UUID schoolId();

        @Override
        default String subject() {
            return "weekly log " + id();
        }
    }

    /** The officer signed. @param week its Monday. @param minutes on campus */
    record WeekSigned(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, UUID officerId, LocalDate week,
            int minutes, String by) implements OfLog {}

    /** The school's administrator signed too. */
    record WeekLocked(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, UUID officerId, LocalDate week,
            int minutes, String by) implements OfLog {}

    record WeekSentBack(UUID tenant, UUID id, Instant at, UUID schoolId, UUID officerId, LocalDate week, String reason,
            String by) implements OfLog {}

    /**
     * What was signed has changed: both sign anew. @param reason in the words of whoever changed it, or a word of
     * WeekChange
     */
    record WeekReopened(UUID tenant, UUID id, Instant at, UUID schoolId, UUID officerId, LocalDate week, String reason,
            String by) implements OfLog {}

    /** Of one line of a log. */
    sealed interface OfLine extends TransparencyEvent {

        UUID schoolId();

        @Override
        default String subject() {
            return "activity " + id();
        }
    }

    /** An officer wrote down what no other room knows. @param kind a word of ActivityKind */
    record ActivityRecorded(UUID tenant, UUID id, Instant at, UUID schoolId, UUID officerId, LocalDate day, String kind,
            int minutes) implements OfLine {}

    /** They were asked to do what an officer must not be used for. */
    record ImproperRequestRecorded(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, UUID officerId,
            LocalDate day, String kind) implements OfLine {}

    record ActivityWithdrawn(UUID tenant, UUID id, Instant at, UUID schoolId, UUID officerId, String kind,
            String reason) implements OfLine {}
}
