package org.daywatch.prevention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every fact of this room. A new field is optional, a new meaning is a new record. The tenant is the agency that runs
 * the school's program.
 */
public sealed interface PreventionEvent extends DomainEvent {

    UUID schoolId();

    String by();

    sealed interface OfRound extends PreventionEvent {
        @Override
        default String subject() {
            return "round " + id();
        }
    }

    sealed interface OfFinding extends PreventionEvent {
        @Override
        default String subject() {
            return "finding " + id();
        }
    }

    sealed interface OfAssessment extends PreventionEvent {
        @Override
        default String subject() {
            return "assessment " + id();
        }
    }

    /**
     * A round was walked and is over.
     *
     * @param officerId who walked it, by their officer id; null where somebody of the school did
     * @param sweep of all outer doors
     * @param week with the other sweeps of its week nothing was left out, so that the week has its door sweep; null:
     * told before anybody took them together
     * @param checked of {@code checkpoints} that were due on it
     * @param breaches that were not as they must be
     */
    record RoundWalked(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, @Nullable UUID officerId,
            boolean sweep, LocalDate day, Instant from, int minutes,
            int checked, int checkpoints, int breaches, @Nullable Boolean week, String by) implements OfRound {}

    /** @param why empty where nobody finished it for hours */
    record RoundAbandoned(UUID tenant, UUID id, Instant at, UUID schoolId, String why, String by) implements OfRound {}

    record FindingOpened(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, String what, String place,
            int severity, int likelihood, String by) implements OfFinding {}

    record FindingRated(UUID tenant, UUID id, Instant at, UUID schoolId, int severity, int likelihood,
            String by) implements OfFinding {}

    /** @param measure what protects until it is mended; empty: nothing does any more */
    record InterimMeasureSet(UUID tenant, UUID id, Instant at, UUID schoolId, String measure,
            String by) implements OfFinding {}

    /** Somebody came by and found it as it was. */
    record FindingSeenAgain(UUID tenant, UUID id, Instant at, UUID schoolId, String what,
            String by) implements OfFinding {}

    record FindingPhotoAdded(UUID tenant, UUID id, Instant at, UUID schoolId, UUID photo,
            String by) implements OfFinding {}

    record FindingAssigned(UUID tenant, UUID id, Instant at, UUID schoolId, String owner, LocalDate due,
            String by) implements OfFinding {}

    record FindingFixed(UUID tenant, UUID id, Instant at, UUID schoolId, String how, String by) implements OfFinding {}

    record FindingVerified(UUID tenant, UUID id, Instant at, UUID schoolId, String how,
            String by) implements OfFinding {}

    /** It was said to be fixed and is not, or it is broken again. */
    record FindingReopened(UUID tenant, UUID id, Instant at, UUID schoolId, String why,
            String by) implements OfFinding {}

    record FindingClosed(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements OfFinding {}

    /** A named person answers for leaving it as it is, until it is looked at again. */
    record RiskAccepted(UUID tenant, UUID id, Instant at, UUID schoolId, String why, LocalDate reviewBy,
            String by) implements OfFinding {}

    /**
     * A site assessment is complete and stands.
     *
     * @param officerId who assessed, by their officer id; null where none did
     * @param counts it was made by whom the state accepts, so that it counts as the safety assessment that is due every
     * so many years
     */
    record AssessmentCompleted(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId,
            @Nullable UUID officerId, String instrument, LocalDate day, int minutes, boolean counts,
            String by) implements OfAssessment {}

    record AssessmentBegun(UUID tenant, UUID id, Instant at, UUID schoolId, String instrument,
            String by) implements OfAssessment {}

    /** The campus was walked. */
    record AssessmentSubmitted(UUID tenant, UUID id, Instant at, UUID schoolId, String instrument, LocalDate day,
            String by) implements OfAssessment {}

    record AssessmentReturned(UUID tenant, UUID id, Instant at, UUID schoolId, String why,
            String by) implements OfAssessment {}

    record AssessmentWithdrawn(UUID tenant, UUID id, Instant at, UUID schoolId, String why,
            String by) implements OfAssessment {}

    sealed interface OfMeasure extends PreventionEvent {
        @Override
        default String subject() {
            return "measure " + id();
        }
    }

    record MeasureProposed(UUID tenant, UUID id, Instant at, UUID schoolId, String what,
            String by) implements OfMeasure {}

    record MeasureApproved(UUID tenant, UUID id, Instant at, UUID schoolId, String words,
            String by) implements OfMeasure {}

    record MeasureRejected(UUID tenant, UUID id, Instant at, UUID schoolId, String why,
            String by) implements OfMeasure {}

    record MeasureDone(UUID tenant, UUID id, Instant at, UUID schoolId, String how, String by) implements OfMeasure {}

    /** @param schoolId the district: an instrument is of all its schools */
    record InstrumentLoaded(UUID tenant, UUID id, Instant at, UUID schoolId, String instrument,
            String by) implements PreventionEvent {
        @Override
        public String subject() {
            return "instrument " + instrument;
        }
    }
}
