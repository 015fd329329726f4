package org.daywatch.billing.invoices;

import static org.daywatch_db.billing.Tables.BILLED_SHIFT;
import static org.daywatch_db.billing.Tables.INVOICE;
import static org.daywatch_db.billing.Tables.INVOICE_LINE;
import static org.daywatch_db.billing.Tables.INVOICE_SERIES;

import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes invoices; reads are {@link InvoiceQueries}. Inside the transaction that issues one, never alone. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceStore {

    private static final int AT_ONCE = 500;

    private final DSLContext db;

    InvoiceStore(DSLContext db) {
        this.db = db;
    }

    /**
     * The agency's next number. Whoever comes second waits until the first has committed, or gets the same one where
     * the first did not.
     */
    int nextNumber() {
        var s = INVOICE_SERIES;
        db.insertInto(s).set(s.AGENCY_ID, Tenancy.tenant()).set(s.LAST_NUMBER, 0).onConflictDoNothing().execute();
        int number = db.select(s.LAST_NUMBER).from(s).where(s.AGENCY_ID.eq(Tenancy.tenant())).forUpdate()
                .fetchSingle(s.LAST_NUMBER) + 1;
        db.update(s).set(s.LAST_NUMBER, number).where(s.AGENCY_ID.eq(Tenancy.tenant())).execute();
        return number;
    }

    /** Of these shifts, those that stand on an invoice. */
    Set<UUID> billed(Collection<UUID> shifts) {
        return new HashSet<>(db.select(BILLED_SHIFT.SHIFT_ID).from(BILLED_SHIFT)
                .where(BILLED_SHIFT.SHIFT_ID.eq(DSL.any(shifts.toArray(UUID[]::new)))).fetch(BILLED_SHIFT.SHIFT_ID));
    }

    void insert(Invoice i, List<InvoiceLine> lines) {
        var t = INVOICE;
        db.insertInto(t).set(t.AGENCY_ID, i.agency()).set(t.ID, i.id()).set(t.DISTRICT_ID, i.district())
                .set(t.DISTRICT_NAME, i.districtName()).set(t.NUMBER, i.number()).set(t.KIND, i.kind().name())
                .set(t.RUN_ID, i.run()).set(t.CREDITS, i.credits()).set(t.MONTH, i.month().atDay(1))
                .set(t.REASON, i.reason()).set(t.SHIFTS, i.shifts()).set(t.MINUTES, i.minutes()).set(t.CENTS, i.cents())
                .set(t.ISSUED_AT, i.issuedAt()).set(t.ISSUED_BY, i.issuedBy()).set(t.ISSUED_NAME, i.issuedName())
                .set(t.SEAL, HexFormat.of().parseHex(i.seal())).execute();
        for (int from = 0; from < lines.size(); from += AT_ONCE)
            insertLines(i, lines.subList(from, Math.min(from + AT_ONCE, lines.size())));
    }

    private void insertLines(Invoice i, List<InvoiceLine> lines) {
        var t = INVOICE_LINE;
        db.insertInto(t, t.AGENCY_ID, t.INVOICE_ID, t.LINE, t.DISTRICT_ID, t.SHIFT_ID, t.SCHOOL_ID, t.SCHOOL_NAME,
                t.OFFICER_NAME, t.PERSON_ID, t.DAY, t.ROLE, t.PAYABLE_MINUTES, t.LEAST_MINUTES,
                t.BILLED_MINUTES, t.CENTS_PER_HOUR, t.CENTS, t.RATE_CARD_ID)
                .valuesOfRows(lines.stream()
                        .map(l -> DSL.row(i.agency(), i.id(), l.line(), i.district(), l.shift(), l.school(),
                                l.schoolName(), l.officer(), l.person(), l.day(), l.role(), l.payable(),
                                l.least(), l.billed(), l.centsPerHour(), l.cents(), l.rateCard()))
                        .toList())
                .execute();
        var b = BILLED_SHIFT;
        db.insertInto(b, b.AGENCY_ID, b.SHIFT_ID, b.INVOICE_ID)
                .valuesOfRows(lines.stream().map(l -> DSL.row(i.agency(), l.shift(), i.id())).toList()).execute();
    }

    /** A credit note stands for it: its shifts may come onto the next invoice. */
    void free(UUID invoice) {
        db.deleteFrom(BILLED_SHIFT).where(BILLED_SHIFT.INVOICE_ID.eq(invoice)).execute();
    }
}
