package org.daywatch.billing.invoices;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note as it was issued; it never changes.
 *
 * @param number in one series for both
 * @param run the run an invoice came from; null on a credit note
 * @param credits the invoice a credit note takes back as a whole; null on an invoice
 * @param reason of a credit note; empty on an invoice
 * @param shifts below zero on a credit note, as minutes and cents
 * @param minutes billed
 * @param cents US cents
 * @param issuedAt to the microsecond, as the database keeps it
 * @param seal SHA-256 of all this and the lines ({@link Seal}), in hexadecimal
 */
public record Invoice(UUID agency, UUID id, UUID district, String districtName, int number, Kind kind,
        @Nullable UUID run, @Nullable UUID credits, YearMonth month, String reason,
        int shifts, long minutes, long cents, Instant issuedAt, @Nullable UUID issuedBy, String issuedName,
        String seal) {

    /** What it is. */
    public enum Kind { INVOICE, CREDIT }

    public boolean credit() {
        return kind == Kind.CREDIT;
    }

    /** The number as people write it: 000123. */
    public String name() {
        return name(number);
    }

    public static String name(int number) {
        return String.format("%06d", number);
    }

    /** Hours and minutes, 7:05; below zero on a credit note. */
    public static String hours(long minutes) {
        return String.format("%s%d:%02d", minutes < 0 ? "−" : "", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
    }

    Invoice sealed(byte[] hash) {
        return new Invoice(agency, id, district, districtName, number, kind, run, credits, month, reason, shifts,
                minutes, cents, issuedAt, issuedBy, issuedName, HexFormat.of().formatHex(hash));
    }
}
