package org.daywatch.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.platform.time.Window;

/** Every fact this room tells. A new field is optional, a new meaning is a new record. */
public sealed interface StaffingEvent extends DomainEvent {

    record RequestDrafted(UUID tenant, UUID id, Instant at, String number, UUID schoolId) implements OfRequest {}

    record RequestChanged(UUID tenant, UUID id, Instant at, String number) implements OfRequest {}

    record RequestSubmitted(UUID tenant, UUID id, Instant at, String number, UUID schoolId) implements OfRequest {}

    record RequestAccepted(UUID tenant, UUID id, Instant at, String number, UUID primaryDepartmentId) implements OfRequest {}

    record RequestDeclined(UUID tenant, UUID id, Instant at, String number, String reason) implements OfRequest {}

    record RequestWithdrawn(UUID tenant, UUID id, Instant at, String number, String reason) implements OfRequest {}

    /** Posts of one request, or of many at once, were made from the calendar and stand as drafts or open. */
    record PostsGenerated(UUID tenant, UUID id, Instant at, LocalDate from, LocalDate to, int posts, int requests) implements StaffingEvent {
        @Override
        public String subject() {
            return "generation " + id;
        }
    }

    /** Posts can now be taken by officers of departments up to {@code rank}; 1 is the primary department. */
    record PostsPosted(UUID tenant, UUID id, Instant at, int posts, int rank, LocalDate from, LocalDate to) implements StaffingEvent {
        @Override
        public String subject() {
            return "posting " + id;
        }
    }

    /** The window of a post moved. {@code filled}: an officer has accepted the old window and must be asked about the new one. */
    record PostMoved(UUID tenant, UUID id, Instant at, UUID schoolId, Window before, Window after, boolean filled) implements OfPost {}

    record PostHeld(UUID tenant, UUID id, Instant at, UUID officerId, Instant until, String reason) implements OfPost {}

    record PostReleased(UUID tenant, UUID id, Instant at) implements OfPost {}

    /** {@code filled}: an officer had accepted it, and his shift falls away with it. */
    record PostCancelled(UUID tenant, UUID id, Instant at, UUID schoolId, LocalDate day, String reason, boolean filled) implements OfPost {}

    sealed interface OfRequest extends StaffingEvent {
        @Override
        default String subject() {
            return "detail request " + id();
        }
    }

    sealed interface OfPost extends StaffingEvent {
        @Override
        default String subject() {
            return "post " + id();
        }
    }
}
