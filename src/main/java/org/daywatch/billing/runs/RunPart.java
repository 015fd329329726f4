package org.daywatch.billing.runs;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.billing.BillingEvent.InvoiceRunFinished;
import org.daywatch.billing.invoices.Issuing;
import org.daywatch.billing.rates.RateCards;
import org.daywatch.billing.runs.InvoiceRun.State;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One step of a run, in a transaction of its own: killed anywhere within, it has not happened; killed after it, it is
 * not done again.
 */
@Component
@Transactional
class RunPart {

    private final InvoiceRunStore runs;
    private final Issuing issuing;
    private final RateCards rates;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    RunPart(InvoiceRunStore runs, Issuing issuing, RateCards rates, Facts facts, Live live, Clock clock) {
        this.runs = runs;
        this.issuing = issuing;
        this.rates = rates;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** @return false where somebody else has done it, or is at it */
    boolean carryOut(InvoiceRun run, UUID district) {
        var part = runs.take(run.id(), district);
        if (part.isEmpty()) return false;
        var draft = issuing.draft(run.month(), district, rates.book());
        if (draft.ready()) {
            var invoice = issuing.issue(run.id(), run.month(), district, part.get().districtName(), draft,
                    run.issuer());
            runs.became(run.id(), district, State.ISSUED, invoice.id(), 0, clock.instant());
        } else {
            runs.became(run.id(), district, draft.withoutRate().isEmpty() ? State.NOTHING : State.WAITING, null,
                    draft.withoutRate().size(), clock.instant());
            live.ring("invoices");
        }
        return true;
    }

    void finish(UUID id) {
        if (!runs.finish(id, clock.instant())) return;
        var run = runs.get(id);
        facts.tell(new InvoiceRunFinished(Tenancy.tenant(), id, clock.instant(), run.month().atDay(1),
                (int) run.count(State.ISSUED), (int) run.count(State.WAITING)));
        live.ring("invoices");
    }
}
