package org.daywatch.billing.runs;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.billing.BillingEvent.InvoiceRunStarted;
import org.daywatch.billing.BillingRefusal;
import org.daywatch.billing.invoices.Issuing;
import org.daywatch.billing.invoices.Issuing.Issuer;
import org.daywatch.billing.runs.InvoiceRun.Part;
import org.daywatch.billing.runs.InvoiceRun.State;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.staffing.WorkedShifts.Worked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts runs and takes them on. What was begun is in the database; whoever comes next goes on with the districts that
 * are still to come.
 */
@Component
public class InvoiceRuns {

    private static final Logger log = LoggerFactory.getLogger(InvoiceRuns.class);

    private final InvoiceRunStore store;
    private final RunPart step;
    private final Issuing issuing;
    private final Organizations organizations;
    private final Forms forms;
    private final Facts facts;
    private final Clock clock;
    private final HomeTime home;
    private final TransactionTemplate transaction;

    InvoiceRuns(InvoiceRunStore store, RunPart step, Issuing issuing, Organizations organizations, Forms forms,
            Facts facts, Clock clock, HomeTime home,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.step = step;
        this.issuing = issuing;
        this.organizations = organizations;
        this.forms = forms;
        this.facts = facts;
        this.clock = clock;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins a run over the shifts of a month that stand on no invoice, also of one that is not over: what is worked
     * later comes onto the next. Nothing is issued yet: {@link #goOn} does that.
     *
     * @return the run; for the second click of a form the one the first began
     * @throws Refused while a run is under way, and where no shift is left
     */
    public UUID begin(YearMonth month, UUID form, Issuer issuer) {
        return transaction.execute(t -> {
            if (!forms.first(form))
                return latest(month).map(InvoiceRun::id)
                        .orElseThrow(() -> new Refused(BillingRefusal.NOTHING_TO_INVOICE));
            var names = organizations.listOwn("DISTRICT").stream()
                    .collect(Collectors.toMap(Organizations.Organization::id, Organizations.Organization::name));
            var parts = issuing.free(month, null).stream().map(Worked::district).distinct()
                    .map(d -> new Part(d, names.getOrDefault(d, d.toString()), State.PENDING, null, 0))
                    .sorted(Comparator.comparing(Part::districtName).thenComparing(Part::district)).toList();
            if (parts.isEmpty()) throw new Refused(BillingRefusal.NOTHING_TO_INVOICE);
            var run = new InvoiceRun(Ids.next(), month, clock.instant(), issuer, null, parts);
            if (!store.insert(run)) throw new Refused(BillingRefusal.INVOICE_RUN_UNDER_WAY);
            facts.tell(
                    new InvoiceRunStarted(Tenancy.tenant(), run.id(), run.startedAt(), month.atDay(1), parts.size()));
            return run.id();
        });
    }

    /**
     * Takes the bound agency's run to its end, if one is under way. One district that cannot be invoiced keeps no other
     * from it: it stays to come, and the next call tries again.
     *
     * @return how many districts were done
     */
    public int goOn() {
        var found = underWay();
        if (found.isEmpty()) return 0;
        var run = found.get();
        int done = 0;
        for (var part : run.parts()) {
            if (part.state() != State.PENDING) continue;
            try {
                if (step.carryOut(run, part.district())) done++;
            } catch (RuntimeException failure) {
                log.error("run {} could not invoice district {}", run.id(), part.district(), failure);
            }
        }
        step.finish(run.id());
        return done;
    }

    public Optional<InvoiceRun> underWay() {
        return store.underWay();
    }

    /** The one that was begun last for a month. */
    public Optional<InvoiceRun> latest(YearMonth month) {
        return store.latest(month);
    }

    public InvoiceRun get(UUID id) {
        return store.get(id);
    }

    /** By the agency's clock. */
    public boolean over(YearMonth month) {
        return month.isBefore(thisMonth());
    }

    public YearMonth thisMonth() {
        return YearMonth.from(home.today());
    }
}
