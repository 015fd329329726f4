package org.daywatch.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every fact of this room. A new field is optional, a new meaning is a new record. The tenant is the agency that runs
 * the school's program.
 */
public sealed interface PlanningEvent extends DomainEvent {

    UUID schoolId();

    String by();

    sealed interface OfDrill extends PlanningEvent {
        @Override
        default String subject() {
            return "drill " + id();
        }
    }

    sealed interface OfImprovement extends PlanningEvent {
        @Override
        default String subject() {
            return "improvement " + id();
        }
    }

    sealed interface OfMeeting extends PlanningEvent {
        @Override
        default String subject() {
            return "safety team meeting " + id();
        }
    }

    sealed interface OfAgreement extends PlanningEvent {
        @Override
        default String subject() {
            return "agreement " + id();
        }
    }

    sealed interface OfPlan extends PlanningEvent {
        @Override
        default String subject() {
            return "operations plan " + id();
        }
    }

    record DrillScheduled(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, String drill, LocalDate day,
            boolean announced, String by) implements OfDrill {}

    /**
     * A drill begins now: who raises alerts raises this one, as an exercise.
     *
     * @param action a word of ProtocolAction
     * @param person who begins it
     * @param people whom it reaches, by the school's drill plan: TEACHER, FRONT_OFFICE, OFFICER; null is everybody
     * @param ways by which ways: SCREEN, PUSH, SMS, EMAIL; null is every way
     */
    record DrillStarted(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, String drill, String action,
            String detail, UUID person, String by,
            @Nullable List<String> people, @Nullable List<String> ways) implements OfDrill {}

    /**
     * A drill was held and is over.
     *
     * @param drill what it counts as, such as DRILL:LOCKDOWN
     * @param minutes from its begin to its end
     * @param officers who were there, by their officer ids
     */
    record DrillConcluded(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, String drill, LocalDate day,
            Instant from, int minutes, List<UUID> officers, String by)
            implements
                OfDrill {}

    record DrillCalledOff(UUID tenant, UUID id, Instant at, UUID schoolId, String drill, String reason,
            String by) implements OfDrill {}

    /** Its day passed and nobody held it. */
    record DrillMissed(UUID tenant, UUID id, Instant at, UUID schoolId, String drill, LocalDate day,
            String by) implements OfDrill {}

    /** @param to STAFF or FAMILIES. @param drill what the drill counts as */
    record DrillNoticeSent(UUID tenant, UUID id, Instant at, UUID schoolId, String to, String by,
            @Nullable String drill) implements OfDrill {}

    record DrillReviewed(UUID tenant, UUID id, Instant at, UUID schoolId, String rating, int improvements,
            String by) implements OfDrill {}

    record ImprovementAgreed(UUID tenant, UUID id, Instant at, UUID schoolId, String issue, String owner, LocalDate due,
            String by) implements OfImprovement {}

    record ImprovementDone(UUID tenant, UUID id, Instant at, UUID schoolId, String what,
            String by) implements OfImprovement {}

    record ImprovementVerified(UUID tenant, UUID id, Instant at, UUID schoolId, String how,
            String by) implements OfImprovement {}

    /** It was said to be done and is not. */
    record ImprovementReturned(UUID tenant, UUID id, Instant at, UUID schoolId, String why,
            String by) implements OfImprovement {}

    /** Given up with a reason by whoever answers for the safety of the district. */
    record ImprovementDropped(UUID tenant, UUID id, Instant at, UUID schoolId, String why,
            String by) implements OfImprovement {}

    record MeetingCalled(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, LocalDate day,
            String by) implements OfMeeting {}

    /**
     * @param quorum every role that must be there was
     * @param duties of the team's four, those that were dealt with
     * @param officers who were there, by their officer ids
     */
    record MeetingHeld(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, LocalDate day,
            @Nullable Instant from, int minutes, boolean quorum, List<String> duties,
            List<UUID> officers, String by) implements OfMeeting {}

    record MeetingCalledOff(UUID tenant, UUID id, Instant at, UUID schoolId, String reason,
            String by) implements OfMeeting {}

    /** A meeting that was called is to be on another day, or at another hour of the same. */
    record MeetingMoved(UUID tenant, UUID id, Instant at, UUID schoolId, LocalDate from, LocalDate to,
            String by) implements OfMeeting {}

    record MinutesApproved(UUID tenant, UUID id, Instant at, UUID schoolId, String by) implements OfMeeting {}

    /**
     * @param kind SERVICE or MOU. @param due the last day in time. @param officerId null where it speaks of no single
     * officer
     */
    record AgreementDrafted(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, String kind,
            @Nullable UUID officerId, LocalDate start, LocalDate due, String by)
            implements
                OfAgreement {}

    /**
     * One party signed. @param complete nobody's signature is missing any more. @param from first and {@code to} last
     * day it is for; older facts do not tell
     */
    record AgreementSigned(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, String kind,
            @Nullable UUID officerId, LocalDate day, String party, boolean complete,
            @Nullable LocalDate from, @Nullable LocalDate to, String by) implements OfAgreement {}

    /** Its text is another now. @param voided signatures that stood below the old one and count no more */
    record AgreementRevised(UUID tenant, UUID id, Instant at, UUID schoolId, int text, int voided,
            String by) implements OfAgreement {}

    /**
     * It lies before both parties. @param why what was said about what the check found; empty where it found nothing
     */
    record AgreementOffered(UUID tenant, UUID id, Instant at, UUID schoolId, int text, String why,
            String by) implements OfAgreement {}

    /** Its term is over, or another agreement took its place ({@code renewedBy}). */
    record AgreementExpired(UUID tenant, UUID id, Instant at, UUID schoolId, @Nullable UUID renewedBy,
            String by) implements OfAgreement {}

    record AgreementEnded(UUID tenant, UUID id, Instant at, UUID schoolId, String reason,
            String by) implements OfAgreement {}

    /** It says which standards of the state the plan in force was found to meet. */
    sealed interface OfStandards extends OfPlan {

        UUID districtId();

        /** Codes of the standards the state asks for; null where an older fact does not tell. */
        @Nullable
        List<String> asked();

        /** Those of them that were found met; what nobody has checked is not among them. Null as {@link #asked}. */
        @Nullable
        List<String> met();
    }

    record PlanApproved(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, int version, LocalDate day,
            LocalDate reviewBy, @Nullable List<String> asked,
            @Nullable List<String> met, String by) implements OfStandards {}

    record PlanReviewed(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, int version, LocalDate day,
            LocalDate reviewBy, @Nullable List<String> asked,
            @Nullable List<String> met, String by) implements OfStandards {}

    /** A standard of the plan in force was checked. @param answer MET, NOT_MET or UNKNOWN */
    record PlanStandardChecked(UUID tenant, UUID id, Instant at, UUID districtId, UUID schoolId, int version,
            String standard, String answer, List<String> asked, List<String> met, String by)
            implements
                OfStandards {}

    /** A sealed plan was looked at; its owner is told. */
    record PlanOpened(UUID tenant, UUID id, Instant at, UUID schoolId, int version, String purpose,
            String by) implements OfPlan {}

    record PlanBegun(UUID tenant, UUID id, Instant at, UUID schoolId, int version, String by) implements OfPlan {}

    /** @param part key of what was changed; never what it says */
    record PlanWritten(UUID tenant, UUID id, Instant at, UUID schoolId, int version, String part,
            String by) implements OfPlan {}

    record PlanSubmitted(UUID tenant, UUID id, Instant at, UUID schoolId, int version, String by) implements OfPlan {}

    record PlanSentBack(UUID tenant, UUID id, Instant at, UUID schoolId, int version, String reason,
            String by) implements OfPlan {}

    /** @param next the edition that holds instead */
    record PlanSuperseded(UUID tenant, UUID id, Instant at, UUID schoolId, int version, int next) implements OfPlan {
        @Override
        public String by() {
            return "";
        }
    }
}
