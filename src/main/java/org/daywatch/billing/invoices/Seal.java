package org.daywatch.billing.invoices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over head and lines of an invoice. Every value is written as its length in bytes, a colon, the value and a
 * comma, so that no two invoices are written alike; none is written as {@code -}. The order of the values is the format
 * and never changes.
 */
public final class Seal {

    private final MessageDigest digest;

    private Seal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** @param lines in their order; of a credit note none */
    public static byte[] of(Invoice i, List<InvoiceLine> lines) {
        var seal = new Seal();
        seal.add("daywatch.invoice", 1, i.agency(), i.id(), i.district(), i.districtName(), i.number(), i.kind(),
                i.run(), i.credits(), i.month(), i.reason(), i.shifts(), i.minutes(), i.cents(),
                i.issuedAt(), i.issuedBy(), i.issuedName(), lines.size());
        for (var l : lines) {
            seal.add(l.line(), l.shift(), l.school(), l.schoolName(), l.officer(), l.person(), l.day(), l.role(),
                    l.payable(), l.least(), l.billed(), l.centsPerHour(), l.cents(), l.rateCard());
        }
        return seal.digest.digest();
    }

    private void add(@Nullable Object... values) {
        for (var value : values) {
            if (value == null) {
                digest.update("-,".getBytes(StandardCharsets.US_ASCII));
                continue;
            }
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
            digest.update((byte) ',');
        }
    }
}
