package org.daywatch.staffing.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.staffing.StaffingEvent;
import org.jspecify.annotations.Nullable;

/** Every fact about the terms agreed with departments. A new field is optional, a new meaning is a new record. */
public sealed interface TermsEvent extends StaffingEvent.OfTerms {

    UUID departmentId();

    @Override
    default String subject() {
        return "department " + departmentId();
    }

    /** A department joined the agency's program; nobody of it is asked before it has agreed terms. */
    record DepartmentAdded(UUID tenant, UUID id, Instant at, UUID departmentId, String name,
            String ori) implements TermsEvent {}

    /** @param sentTo where the link went; empty where the signed paper came with the terms */
    record TermsProposed(UUID tenant, UUID id, Instant at, UUID departmentId, LocalDate from, @Nullable LocalDate to,
            String sentTo) implements TermsEvent {}

    /**
     * @param how LINK or PAPER. @param by name and title as the person gave them. @param digest SHA-256 of the text
     * that was confirmed, and of the paper where there is one
     */
    record TermsConfirmed(UUID tenant, UUID id, Instant at, UUID departmentId, String how, String by,
            String digest) implements TermsEvent {}

    record TermsObjected(UUID tenant, UUID id, Instant at, UUID departmentId, String by,
            String objection) implements TermsEvent {}

    record TermsProposalWithdrawn(UUID tenant, UUID id, Instant at, UUID departmentId) implements TermsEvent {}
}
