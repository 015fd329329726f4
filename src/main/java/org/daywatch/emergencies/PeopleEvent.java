package org.daywatch.emergencies;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;

/**
 * What happened around people in an emergency. The tenant is the district: names are its own, and facts name nobody.
 */
public sealed interface PeopleEvent extends DomainEvent {

    record RollCallBegun(UUID tenant, UUID id, Instant at, UUID schoolId, UUID alertId, AlertStatus status,
            int expected) implements PeopleEvent {
        @Override
        public String subject() {
            return "roll call " + id;
        }
    }

    /** @param source PHONE, PAPER or POST */
    record RoomReported(UUID tenant, UUID id, Instant at, UUID callId, String source,
            int people) implements PeopleEvent {
        @Override
        public String subject() {
            return "roll call " + callId;
        }
    }

    /** Nobody is unknown or missing any more. */
    record EverybodyAccountedFor(UUID tenant, UUID id, Instant at, UUID schoolId, UUID alertId, AlertStatus status,
            long seconds) implements PeopleEvent {
        @Override
        public String subject() {
            return "roll call " + id;
        }
    }

    record StudentsGathered(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status,
            int students) implements PeopleEvent {
        @Override
        public String subject() {
            return "reunification " + id;
        }
    }

    /** One step of a card; {@code stop} says why it does not go on, else it is empty. */
    record PickupWent(UUID tenant, UUID id, Instant at, UUID reunificationId, String step, String state,
            String stop) implements PeopleEvent {
        @Override
        public String subject() {
            return "pickup " + id;
        }
    }

    /** @param person who has it from now on */
    record ReunionDutyGiven(UUID tenant, UUID id, Instant at, String duty, UUID person,
            String by) implements PeopleEvent {
        @Override
        public String subject() {
            return "reunification " + id;
        }
    }

    /**
     * Somebody was made the lead without the word of the one who led.
     *
     * @param from who led. @param to who leads now too
     */
    record ReunionLeadTaken(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status, String from, String to,
            String why, String by) implements PeopleEvent {
        @Override
        public String subject() {
            return "reunification " + id;
        }
    }

    /** @param person who may from now on let a stopped card go on alone, in emergencies yet to begin */
    record ReleaseApproverNamed(UUID tenant, UUID id, Instant at, UUID schoolId, UUID person) implements PeopleEvent {
        @Override
        public String subject() {
            return "release approver " + id;
        }
    }

    record ReleaseApproverEnded(UUID tenant, UUID id, Instant at, UUID schoolId) implements PeopleEvent {
        @Override
        public String subject() {
            return "release approver " + id;
        }
    }

    record ReunionDutyLeft(UUID tenant, UUID id, Instant at, String duty, UUID person,
            String by) implements PeopleEvent {
        @Override
        public String subject() {
            return "reunification " + id;
        }
    }

    record ReunificationClosed(UUID tenant, UUID id, Instant at, UUID schoolId, AlertStatus status,
            int released) implements PeopleEvent {
        @Override
        public String subject() {
            return "reunification " + id;
        }
    }
}
