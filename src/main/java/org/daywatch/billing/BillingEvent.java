package org.daywatch.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Every fact of this room. A new field is optional, a new meaning is a new record. Cents are US cents. */
public sealed interface BillingEvent extends DomainEvent {

    sealed interface OfRateCard extends BillingEvent {
        @Override
        default String subject() {
            return "rate card " + id();
        }
    }

    sealed interface OfInvoice extends BillingEvent {
        @Override
        default String subject() {
            return "invoice " + id();
        }
    }

    sealed interface OfRun extends BillingEvent {
        @Override
        default String subject() {
            return "invoice run " + id();
        }
    }

    /**
     * @param districtId null: for every district without one of its own; @param leastMinutes a shift is billed as so
     * many at least
     */
    record RateCardSet(UUID tenant, UUID id, Instant at, @Nullable UUID districtId, String role, int centsPerHour,
            int leastMinutes, LocalDate from, @Nullable LocalDate to, String source) implements OfRateCard {}

    record RateCardWithdrawn(UUID tenant, UUID id, Instant at, @Nullable UUID districtId, String role, int centsPerHour,
            String reason) implements OfRateCard {}

    /** @param month its first day; @param districts that have shifts to bill */
    record InvoiceRunStarted(UUID tenant, UUID id, Instant at, LocalDate month, int districts) implements OfRun {}

    /** @param waiting districts whose invoice waits for a rate */
    record InvoiceRunFinished(UUID tenant, UUID id, Instant at, LocalDate month, int issued,
            int waiting) implements OfRun {}

    /** @param minutes billed; @param seal SHA-256 of head and lines, in hexadecimal */
    record InvoiceIssued(UUID tenant, UUID id, Instant at, UUID districtId, int number, LocalDate month, UUID run,
            int shifts, long minutes, long cents, String seal) implements OfInvoice {}

    /** A credit note was issued. @param credits the invoice it takes back; @param cents below zero */
    record InvoiceCredited(UUID tenant, UUID id, Instant at, UUID districtId, int number, UUID credits,
            int creditedNumber, long cents, String reason, String seal) implements OfInvoice {}
}
