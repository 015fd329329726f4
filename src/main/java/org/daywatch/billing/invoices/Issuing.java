package org.daywatch.billing.invoices;

import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.daywatch.billing.BillingEvent.InvoiceCredited;
import org.daywatch.billing.BillingEvent.InvoiceIssued;
import org.daywatch.billing.BillingRefusal;
import org.daywatch.billing.rates.RateCardBook;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.staffing.WorkedShifts;
import org.daywatch.staffing.WorkedShifts.Worked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a number and writes what belongs to it, in one transaction: an invoice is there as a whole, with its audit
 * line, or not at all.
 */
@Component
@Transactional
public class Issuing {

    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 300;

    private final InvoiceStore store;
    private final InvoiceQueries invoices;
    private final WorkedShifts shifts;
    private final Forms forms;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    Issuing(InvoiceStore store, InvoiceQueries invoices, WorkedShifts shifts, Forms forms, Facts facts, Live live,
            Clock clock) {
        this.store = store;
        this.invoices = invoices;
        this.shifts = shifts;
        this.forms = forms;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** Who issues, by name as it stands on the paper. @param person null for the system */
    public record Issuer(@Nullable UUID person, String name) {}

    /** A month's payable shifts that stand on no invoice, by day, school and officer. @param district null for all */
    public List<Worked> free(YearMonth month, @Nullable UUID district) {
        var worked = shifts.of(month.atDay(1), month.atEndOfMonth(), district);
        var billed = store.billed(worked.stream().map(Worked::shift).toList());
        return worked.stream().filter(w -> !billed.contains(w.shift())).toList();
    }

    /** Inside the run's transaction. @param draft of one district, ready */
    @Transactional(propagation = Propagation.MANDATORY)
    public Invoice issue(UUID run, YearMonth month, UUID district, String districtName, Draft draft, Issuer issuer) {
        var plain = new Invoice(Tenancy.tenant(), Ids.next(), district, districtName, store.nextNumber(),
                Invoice.Kind.INVOICE, run, null, month, "", draft.shifts(), draft.minutes(), draft.cents(),
                clock.instant().truncatedTo(ChronoUnit.MICROS), issuer.person(), issuer.name(), "");
        var invoice = plain.sealed(Seal.of(plain, draft.lines()));
        store.insert(invoice, draft.lines());
        facts.tell(new InvoiceIssued(invoice.agency(), invoice.id(), invoice.issuedAt(), district, invoice.number(),
                month.atDay(1), run, invoice.shifts(), invoice.minutes(), invoice.cents(), invoice.seal()));
        live.ring("invoices");
        return invoice;
    }

    public Draft draft(YearMonth month, UUID district, RateCardBook book) {
        return Draft.of(free(month, district), book);
    }

    /**
     * Takes a whole invoice back; its shifts are free for the next run.
     *
     * @return the credit note; for the second click of a form the one the first made
     * @throws Refused where it was taken back before, or is a credit note itself
     */
    public Invoice credit(UUID id, String reason, UUID form, Issuer issuer) {
        int length = reason.strip().length();
        if (length < LEAST_WORDS || length > MOST_WORDS)
            throw new InvalidInput("reason", reason, "billing.wrong.reason");
        var taken = invoices.get(id);
        if (!forms.first(form)) return invoices.creditOf(id).orElse(taken);
        if (taken.credit()) throw new Refused(BillingRefusal.CREDIT_NOTE_STAYS);
        int number = store.nextNumber(); // the series is the lock: of two who take back one invoice the second sees the first
        if (invoices.creditOf(id).isPresent()) throw new Refused(BillingRefusal.INVOICE_CREDITED);
        var plain = new Invoice(taken.agency(), Ids.next(), taken.district(), taken.districtName(), number,
                Invoice.Kind.CREDIT, null, id, taken.month(), reason.strip(), -taken.shifts(), -taken.minutes(),
                -taken.cents(), clock.instant().truncatedTo(ChronoUnit.MICROS), issuer.person(), issuer.name(), "");
        var note = plain.sealed(Seal.of(plain, List.of()));
        store.insert(note, List.of());
        store.free(id);
        facts.tell(new InvoiceCredited(note.agency(), note.id(), note.issuedAt(), note.district(), number, id,
                taken.number(), note.cents(), note.reason(), note.seal()));
        live.ring("invoices");
        return note;
    }
}
