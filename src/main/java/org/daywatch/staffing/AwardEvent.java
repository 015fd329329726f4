package org.daywatch.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * Every fact about awards, opportunities and the fairness sheet. A new field is optional, a new meaning is a new
 * record.
 */
public sealed interface AwardEvent extends StaffingEvent.OfAwards {

    /** Posts of one scope are awarded by this method, from a day on. */
    record AwardMethodSet(UUID tenant, UUID id, Instant at, String scope, String method, LocalDate from,
            @Nullable LocalDate to, String source) implements OfAwardMethod {}

    record AwardMethodWithdrawn(UUID tenant, UUID id, Instant at, String scope, String method,
            String reason) implements OfAwardMethod {}

    /** The officer's own act: they want a post that is awarded later. The id is the post's. */
    record SignedUp(UUID tenant, UUID id, Instant at, UUID signUp, UUID officerId) implements OfPost {}

    record SignUpWithdrawn(UUID tenant, UUID id, Instant at, UUID officerId) implements OfPost {}

    /**
     * A post was awarded, or nobody could have it.
     *
     * @param digest of the award's record: whoever changes the record would have to change the audit chain too
     * @param others who signed up and did not get it
     */
    record PostAwarded(UUID tenant, UUID id, Instant at, UUID postId, UUID schoolId, Window window, String method,
            @Nullable UUID officerId, @Nullable UUID shiftId,
            List<UUID> others, String digest) implements AwardEvent {
        @Override
        public String subject() {
            return "award " + id;
        }
    }

    /** An officer said that an open post is not for them, and perhaps thought again. The id is the post's. */
    record OfferDeclined(UUID tenant, UUID id, Instant at, UUID officerId) implements OfPost {}

    record OfferReconsidered(UUID tenant, UUID id, Instant at, UUID officerId) implements OfPost {}

    /** Everybody may read that month's fairness sheet. */
    record FairnessMonthPublished(UUID tenant, UUID id, Instant at, LocalDate month,
            String reason) implements OfFairnessMonth {}

    record FairnessMonthWithdrawn(UUID tenant, UUID id, Instant at, LocalDate month,
            String reason) implements OfFairnessMonth {}

    /** What officers of one scope are paid, in US cents an hour, from a day on. */
    record PayRateSet(UUID tenant, UUID id, Instant at, String scope, int centsPerHour, LocalDate from,
            @Nullable LocalDate to, String source) implements OfPayRate {}

    record PayRateWithdrawn(UUID tenant, UUID id, Instant at, String scope, int centsPerHour,
            String reason) implements OfPayRate {}

    sealed interface OfPayRate extends AwardEvent {
        @Override
        default String subject() {
            return "pay rate " + id();
        }
    }

    sealed interface OfAwardMethod extends AwardEvent {
        @Override
        default String subject() {
            return "award method " + id();
        }
    }

    sealed interface OfFairnessMonth extends AwardEvent {
        @Override
        default String subject() {
            return "fairness month " + id();
        }
    }

    sealed interface OfPost extends AwardEvent {
        @Override
        default String subject() {
            return "post " + id();
        }
    }
}
