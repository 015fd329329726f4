package org.daywatch.billing.invoices;

import static org.daywatch_db.billing.Tables.INVOICE;
import static org.daywatch_db.billing.Tables.INVOICE_LINE;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch_db.billing.tables.records.InvoiceLineRecord;
import org.daywatch_db.billing.tables.records.InvoiceRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices as people look at them. A district that is bound sees its own. */
@Component
@Transactional(readOnly = true)
public class InvoiceQueries {

    private final DSLContext db;

    InvoiceQueries(DSLContext db) {
        this.db = db;
    }

    public Optional<Invoice> find(UUID id) {
        return db.selectFrom(INVOICE).where(INVOICE.ID.eq(id)).fetchOptional(InvoiceQueries::invoice);
    }

    public Invoice get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("invoice " + id));
    }

    /** The credit note that takes an invoice back, if one does. */
    public Optional<Invoice> creditOf(UUID invoice) {
        return db.selectFrom(INVOICE).where(INVOICE.CREDITS.eq(invoice)).fetchOptional(InvoiceQueries::invoice);
    }

    /** By invoice: the number of the credit note that takes it back. */
    public Map<UUID, Integer> credited(Collection<UUID> invoices) {
        return db.select(INVOICE.CREDITS, INVOICE.NUMBER).from(INVOICE)
                .where(INVOICE.CREDITS.eq(DSL.any(invoices.toArray(UUID[]::new))))
                .fetchMap(INVOICE.CREDITS, INVOICE.NUMBER);
    }

    /** By invoice: its number. */
    public Map<UUID, Integer> numbers(Collection<UUID> invoices) {
        return db.select(INVOICE.ID, INVOICE.NUMBER).from(INVOICE)
                .where(INVOICE.ID.eq(DSL.any(invoices.toArray(UUID[]::new)))).fetchMap(INVOICE.ID, INVOICE.NUMBER);
    }

    /** The months there are invoices of, the latest first. */
    public List<YearMonth> months() {
        return db.selectDistinct(INVOICE.MONTH).from(INVOICE).orderBy(INVOICE.MONTH.desc())
                .fetch(r -> YearMonth.from(r.value1()));
    }

    public int count(Condition which) {
        return db.fetchCount(INVOICE, which);
    }

    public List<Invoice> list(Condition which, List<? extends SortField<?>> order, int offset, int limit) {
        return db.selectFrom(INVOICE).where(which).orderBy(order).limit(limit).offset(offset)
                .fetch(InvoiceQueries::invoice);
    }

    public List<InvoiceLine> lines(UUID invoice) {
        return db.selectFrom(INVOICE_LINE).where(INVOICE_LINE.INVOICE_ID.eq(invoice)).orderBy(INVOICE_LINE.LINE)
                .fetch(InvoiceQueries::line);
    }

    static Invoice invoice(InvoiceRecord r) {
        return new Invoice(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getDistrictName(), r.getNumber(),
                Invoice.Kind.valueOf(r.getKind()), r.getRunId(), r.getCredits(), YearMonth.from(r.getMonth()),
                r.getReason(), r.getShifts(), r.getMinutes(), r.getCents(), r.getIssuedAt(), r.getIssuedBy(),
                r.getIssuedName(), HexFormat.of().formatHex(r.getSeal()));
    }

    static InvoiceLine line(InvoiceLineRecord r) {
        return new InvoiceLine(r.getLine(), r.getShiftId(), r.getSchoolId(), r.getSchoolName(), r.getOfficerName(),
                r.getPersonId(), r.getDay(), r.getRole(), r.getPayableMinutes(), r.getLeastMinutes(),
                r.getBilledMinutes(), r.getCentsPerHour(), r.getCents(), r.getRateCardId());
    }
}
