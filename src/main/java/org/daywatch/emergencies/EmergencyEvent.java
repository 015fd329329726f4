package org.daywatch.emergencies;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every fact of this room. A new field is optional, a new meaning is a new record. The tenant is the agency that runs
 * the school's program.
 */
public sealed interface EmergencyEvent extends DomainEvent {

    /**
     * @param id the alert, whose id is that of its first press; @param place where it was pressed, in words: a room or
     * a side of the grounds
     */
    record AlertRaised(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, AlertStatus status,
            ProtocolAction action, @Nullable String place) implements EmergencyEvent {

        @Override
        public String subject() {
            return "alert " + id;
        }
    }

    /** Something became of an alert: its next version, with who and why. */
    sealed interface OfAlert extends EmergencyEvent {

        /** 2 and up; 1 is the alert as it was raised. */
        int version();

        AlertStatus status();

        /** Whose act. */
        String by();

        default String why() {
            return "";
        }

        @Override
        default String subject() {
            return "alert " + id();
        }
    }

    /** The school is told something else now. */
    record AlertChanged(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version,
            ProtocolAction action, String detail, String by, String why)
            implements
                OfAlert {}

    /** Somebody pressed while two were about to end it: the first of them must say so again. */
    record AlertPressedAgain(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version,
            String by) implements OfAlert {}

    record RoomReleased(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version, UUID room,
            String by) implements OfAlert {}

    /** The first of two people has said that it is over. */
    record AlertEndProposed(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version,
            AlertEnding how, String by, String why) implements OfAlert {}

    /** The first of two people wants a school in a lockdown told something less. */
    record AlertChangeProposed(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version,
            ProtocolAction action, String detail, String by, String why)
            implements
                OfAlert {}

    /**
     * Somebody did something about the alert because they were forced to. It counts for nothing, and their own screen
     * does not show this fact.
     *
     * @param how where they said that it is over
     */
    record DuressSignaled(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version,
            @Nullable AlertEnding how, UUID person, String by)
            implements
                OfAlert {}

    record BuildingEmptied(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version,
            String by) implements OfAlert {}

    record ReunificationBegun(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version,
            String by) implements OfAlert {}

    record AlertEnded(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version, String by,
            String why) implements OfAlert {}

    record FalseAlarmFound(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, int version, String by,
            String why) implements OfAlert {}
}
