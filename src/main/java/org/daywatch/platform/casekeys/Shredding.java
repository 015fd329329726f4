package org.daywatch.platform.casekeys;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Destroys the key of a case, and knows when that is final. */
@Component
public class Shredding {

    private static final Logger log = LoggerFactory.getLogger(Shredding.class);

    private final CaseKeys keys;
    private final KeyCopies copies;
    private final ShreddedCaseStore store;
    private final Tenants tenants;

    Shredding(CaseKeys keys, KeyCopies copies, ShreddedCaseStore store, Tenants tenants) {
        this.keys = keys;
        this.copies = copies;
        this.store = store;
        this.tenants = tenants;
    }

    /**
     * The key goes when the transaction has committed; where the process is killed between, at the next start.
     *
     * @return from which day on no copy of the key is left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LocalDate shred(UUID tenant, UUID caseId) {
        var today = copies.today();
        store.insert(tenant, caseId, today, copies.finalOn(today));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.destroy(tenant, caseId);
            }
        });
        return store.finalOn(tenant, caseId).orElseThrow();
    }

    /** Empty where it was not shredded. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> finalOn(UUID tenant, UUID caseId) {
        return store.finalOn(tenant, caseId);
    }

    /** What a copy of the keys brought back, or a killed process left, goes again. @return how many keys were marked */
    int again() {
        int done = 0;
        for (var tenant : tenants.list()) {
            for (var caseId : Tenancy.as(Scope.system(tenant.id()), () -> store.list(tenant.id()))) {
                if (keys.folder().find(tenant.id(), caseId.toString()).isEmpty()) continue;
                keys.destroy(tenant.id(), caseId);
                done++;
            }
        }
        return done;
    }

    @Component
    @ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
    static class Timers {

        private final Shredding shredding;
        private final KeyCopies copies;

        Timers(Shredding shredding, KeyCopies copies) {
            this.shredding = shredding;
            this.copies = copies;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            int done = shredding.again();
            if (done > 0) log.warn("{} keys of shredded cases were there again, and were destroyed", done);
        }

        /** More often than once a day, so that a night in which the machine stood still leaves no copy longer. */
        @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
        void copies() {
            copies.everyDay();
        }
    }
}
