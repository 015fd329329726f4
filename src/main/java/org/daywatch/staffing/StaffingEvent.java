package org.daywatch.staffing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/** Every fact this room tells. A new field is optional, a new meaning is a new record. */
public sealed interface StaffingEvent extends DomainEvent {

    record RequestDrafted(UUID tenant, UUID id, Instant at, String number, UUID schoolId) implements OfRequest {}

    record RequestChanged(UUID tenant, UUID id, Instant at, String number) implements OfRequest {}

    record RequestSubmitted(UUID tenant, UUID id, Instant at, String number, UUID schoolId) implements OfRequest {}

    record RequestAccepted(UUID tenant, UUID id, Instant at, String number,
            UUID primaryDepartmentId) implements OfRequest {}

    record RequestDeclined(UUID tenant, UUID id, Instant at, String number, String reason) implements OfRequest {}

    record RequestWithdrawn(UUID tenant, UUID id, Instant at, String number, String reason) implements OfRequest {}

    /** Posts of one request, or of many at once, were made from the calendar and stand as drafts or open. */
    record PostsGenerated(UUID tenant, UUID id, Instant at, LocalDate from, LocalDate to, int posts,
            int requests) implements StaffingEvent {
        @Override
        public String subject() {
            return "generation " + id;
        }
    }

    /** A change of calendar or bells has changed posts; those already filled are told one by one besides. */
    record PostsReplanned(UUID tenant, UUID id, Instant at, String reason, int added, int moved,
            int removed) implements StaffingEvent {
        @Override
        public String subject() {
            return "replanning " + id;
        }
    }

    /** Term coverage for many schools was agreed at once. */
    record TermCoverageAgreed(UUID tenant, UUID id, Instant at, int requests, String firstNumber,
            String lastNumber) implements StaffingEvent {
        @Override
        public String subject() {
            return "detail requests " + firstNumber + " to " + lastNumber;
        }
    }

    /** Posts can now be taken by officers of departments up to {@code rank}; 1 is the primary department. */
    record PostsPosted(UUID tenant, UUID id, Instant at, int posts, int rank, LocalDate from,
            LocalDate to) implements StaffingEvent {
        @Override
        public String subject() {
            return "posting " + id;
        }
    }

    /**
     * Nobody of those asked took them in time: by rule they are now offered up to {@code rank}. {@code post}: which,
     * where it is one.
     */
    record PostsWidened(UUID tenant, UUID id, Instant at, int posts, int rank, LocalDate from, LocalDate to,
            @Nullable UUID post) implements StaffingEvent {
        @Override
        public String subject() {
            return post == null ? "widening " + id : "post " + post;
        }
    }

    /**
     * The window of a post moved. {@code filled}: an officer has accepted the old window and must be asked about the
     * new one.
     */
    record PostMoved(UUID tenant, UUID id, Instant at, UUID schoolId, Window before, Window after,
            boolean filled) implements OfPost {}

    record PostHeld(UUID tenant, UUID id, Instant at, UUID officerId, Instant until, String reason) implements OfPost {}

    record PostReleased(UUID tenant, UUID id, Instant at) implements OfPost {}
    record HeldPostDeclined(UUID tenant, UUID id, Instant at, UUID officerId) implements OfPost {} // released by their own no

    /** {@code filled}: an officer had accepted it, and their shift falls away with it. */
    record PostCancelled(UUID tenant, UUID id, Instant at, UUID schoolId, LocalDate day, String reason,
            boolean filled) implements OfPost {}

    /** A post that had begun is not needed any longer: it was required until the end of {@code after}. */
    record PostEndedEarly(UUID tenant, UUID id, Instant at, UUID schoolId, Window before, Window after,
            String reason) implements OfPost {}

    /** A coordinator asked for a roster. @param ranks departments asked, in their order */
    record RosterAsked(UUID tenant, UUID id, Instant at, LocalDate from, LocalDate to, int ranks) implements OfRoster {
        @Override
        public UUID roster() {
            return id;
        }
    }

    /**
     * Officers were told what a roster proposes. @param asked places kept until their officers accept; @param taken by
     * standing consent
     */
    record RosterPublished(UUID tenant, UUID id, Instant at, UUID roster, LocalDate from, LocalDate to, int asked,
            int taken, java.util.List<UUID> officers) implements OfRoster {}

    /** The officer's own word for posts at one school until a day. */
    record StandingConsentGiven(UUID tenant, UUID id, Instant at, UUID officerId, UUID schoolId, LocalDate from,
            LocalDate to) implements StaffingEvent {
        @Override
        public String subject() {
            return "standing consent " + id;
        }
    }

    record StandingConsentRevoked(UUID tenant, UUID id, Instant at, UUID officerId,
            UUID schoolId) implements StaffingEvent {
        @Override
        public String subject() {
            return "standing consent " + id;
        }
    }

    /** Minutes a school stood without its officer, and they are over. {@code gap} is the record that explains them. */
    record CoverageGapClosed(UUID tenant, UUID id, Instant at, UUID gap, UUID schoolId, Window window,
            String reason) implements OfPost {}

    /** A corrected punch showed that somebody was there after all; what had been said about the gap is kept here. */
    record CoverageGapMended(UUID tenant, UUID id, Instant at, UUID gap, UUID schoolId, Window window, String reason,
            String explanation)
            implements
                OfPost {}

    /**
     * Accepted by the officer's own act, or by phone and recorded by a coordinator ({@code byPhone}, {@code calledAt}).
     */
    record ShiftAccepted(UUID tenant, UUID id, Instant at, UUID postId, UUID officerId, UUID schoolId, Window window,
            boolean byPhone,
            @Nullable UUID consent, @Nullable Instant calledAt) implements OfShift {}

    record PhoneAcceptanceConfirmed(UUID tenant, UUID id, Instant at, UUID officerId) implements OfShift {}

    /**
     * @param late minutes after the start of the post; 0 when in time
     * @param proven false while a position is all there is: the front desk confirms it
     */
    record ShiftStarted(UUID tenant, UUID id, Instant at, UUID postId, UUID officerId, UUID schoolId, long late,
            String proof, boolean proven,
            String doubts) implements OfShift {}

    record PresenceConfirmed(UUID tenant, UUID id, Instant at, UUID schoolId) implements OfShift {}

    record CheckInReversed(UUID tenant, UUID id, Instant at, UUID schoolId, String reason) implements OfShift {}

    /** @param early minutes before the end of the post; 0 when they stayed to the end */
    record ShiftEnded(UUID tenant, UUID id, Instant at, UUID postId, UUID officerId, UUID schoolId, Instant from,
            long early) implements OfShift {}

    record CheckOutReversed(UUID tenant, UUID id, Instant at, UUID schoolId, String reason) implements OfShift {}

    /** Worked, but recorded or corrected afterward by a coordinator, with their reason. */
    record ShiftCorrected(UUID tenant, UUID id, Instant at, UUID postId, UUID officerId, UUID schoolId, Window worked,
            String reason) implements OfShift {}

    record OfficerMissedShift(UUID tenant, UUID id, Instant at, UUID postId, UUID officerId, UUID schoolId,
            Window window) implements OfShift {}

    record ShiftGivenBack(UUID tenant, UUID id, Instant at, UUID postId, UUID officerId, UUID schoolId, Window window,
            String reason)
            implements
                OfShift {}

    record ShiftCancelled(UUID tenant, UUID id, Instant at, UUID postId, UUID officerId, UUID schoolId, Window window,
            String reason)
            implements
                OfShift {}

    /** A missed, cancelled or given-back shift stands again: why. */
    record ShiftReinstated(UUID tenant, UUID id, Instant at, UUID postId, UUID officerId, UUID schoolId,
            String reason) implements OfShift {}

    record OfficerLeftCampus(UUID tenant, UUID id, Instant at, UUID schoolId, String reason) implements OfShift {}

    record OfficerBackOnCampus(UUID tenant, UUID id, Instant at, UUID schoolId) implements OfShift {}

    record CapacityChanged(UUID tenant, UUID id, Instant at, UUID officerId, UUID schoolId, String capacity,
            String reason) implements OfShift {}

    record TradeProposed(UUID tenant, UUID id, Instant at, UUID shiftId, UUID fromOfficer,
            UUID toOfficer) implements OfTrade {}

    /**
     * The other officer accepted by their own act: the old shift is given back and the new one stands, in one
     * transaction.
     */
    record TradeAccepted(UUID tenant, UUID id, Instant at, UUID oldShift, UUID newShift) implements OfTrade {}

    record TradeEnded(UUID tenant, UUID id, Instant at, UUID shiftId, String outcome) implements OfTrade {}

    /** Somebody said why a school stood uncovered, who was told and who relieved. */
    record GapExplained(UUID tenant, UUID id, Instant at, UUID postId, Instant from, Instant to, String reason,
            String explanation) implements StaffingEvent {
        @Override
        public String subject() {
            return "coverage gap " + id;
        }
    }

    record SitePackChanged(UUID tenant, UUID id, Instant at, int version) implements OfSitePack {}

    record SitePackRead(UUID tenant, UUID id, Instant at, UUID officerId, int version) implements OfSitePack {}

    sealed interface OfShift extends StaffingEvent {
        @Override
        default String subject() {
            return "shift " + id();
        }
    }

    sealed interface OfTrade extends StaffingEvent {
        @Override
        default String subject() {
            return "trade " + id();
        }
    }

    /** The id is the school's. */
    sealed interface OfSitePack extends StaffingEvent {
        @Override
        default String subject() {
            return "site pack of school " + id();
        }
    }

    record OfficerAdded(UUID tenant, UUID id, Instant at, UUID departmentId, String badge) implements OfOfficer {}

    /** {@code what} of their file changed: details, availability and wishes. What it says now is read there. */
    record OfficerChanged(UUID tenant, UUID id, Instant at, String what) implements OfOfficer {}

    record CredentialRecorded(UUID tenant, UUID id, Instant at, String kind, LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            String state) implements OfOfficer {}

    /** Hours other than those of shifts here: duty, court, leave, other jobs. */
    record HoursRecorded(UUID tenant, UUID id, Instant at, UUID officerId, String kind, Window window,
            String source) implements StaffingEvent {
        @Override
        public String subject() {
            return "hour entry " + id;
        }
    }

    /** Hours of many officers from one file; each entry stands in the import that brought it. */
    record HoursTaken(UUID tenant, UUID id, Instant at, int entries, int officers,
            String source) implements StaffingEvent {
        @Override
        public String subject() {
            return "hours " + id;
        }
    }

    record HoursRemoved(UUID tenant, UUID id, Instant at, UUID officerId, String kind,
            Window window) implements StaffingEvent {
        @Override
        public String subject() {
            return "hour entry " + id;
        }
    }

    /** A school does not want an officer. */
    record SchoolBlockPlaced(UUID tenant, UUID id, Instant at, UUID officerId, UUID schoolId,
            String reason) implements OfBlock {}

    record SchoolBlockAppealed(UUID tenant, UUID id, Instant at, UUID officerId, String appeal) implements OfBlock {}

    /** {@code lifted}: they may be sent there again. */
    record SchoolBlockDecided(UUID tenant, UUID id, Instant at, UUID officerId, boolean lifted) implements OfBlock {}

    /** Their department permits them to work here, from now until a day. The id is the officer's. */
    record WorkPermissionGiven(UUID tenant, UUID id, Instant at, UUID departmentId, LocalDate until,
            String by) implements OfOfficer {}

    /** @param shifts how many shifts they had accepted and not begun: they stand until a coordinator decides */
    record WorkPermissionEnded(UUID tenant, UUID id, Instant at, UUID departmentId, String state, String cause,
            String reason, String by, int shifts) implements OfOfficer {}

    /** The department is asked for its word. {@code reached} of {@code cap} is what the officer would come to. */
    record CapApprovalAsked(UUID tenant, UUID id, Instant at, UUID officerId, UUID departmentId, String place,
            Window window, String policy,
            Duration reached, Duration cap) implements OfApproval {}

    record CapApprovalGiven(UUID tenant, UUID id, Instant at, UUID officerId, UUID departmentId, String place,
            Window window, String policy,
            Duration reached, Duration cap, Instant until, String by, String reason) implements OfApproval {}

    record CapApprovalDeclined(UUID tenant, UUID id, Instant at, UUID officerId, UUID departmentId, String place,
            Window window, String by, String reason)
            implements
                OfApproval {}

    record CapApprovalWithdrawn(UUID tenant, UUID id, Instant at, UUID officerId,
            UUID departmentId) implements OfApproval {}

    record CapApprovalRevoked(UUID tenant, UUID id, Instant at, UUID officerId, UUID departmentId, String place,
            Window window, String by, String reason)
            implements
                OfApproval {}

    sealed interface OfApproval extends StaffingEvent {
        @Override
        default String subject() {
            return "approval " + id();
        }
    }

    sealed interface OfOfficer extends StaffingEvent {
        @Override
        default String subject() {
            return "officer " + id();
        }
    }

    sealed interface OfBlock extends StaffingEvent {
        @Override
        default String subject() {
            return "school block " + id();
        }
    }

    sealed interface OfRequest extends StaffingEvent {
        @Override
        default String subject() {
            return "detail request " + id();
        }
    }

    sealed interface OfRoster extends StaffingEvent permits RosterAsked, RosterPublished {
        UUID roster();

        @Override
        default String subject() {
            return "roster " + roster();
        }
    }

    sealed interface OfPost extends StaffingEvent {
        @Override
        default String subject() {
            return "post " + id();
        }
    }
    non-sealed interface OfAwards extends StaffingEvent {}
    non-sealed interface OfDutyStatus extends StaffingEvent {}
    non-sealed interface OfTerms extends StaffingEvent {}
}
