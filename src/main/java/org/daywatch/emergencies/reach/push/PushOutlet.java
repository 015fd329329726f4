package org.daywatch.emergencies.reach.push;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.emergencies.reach.escalation.Attempt;
import org.daywatch.emergencies.reach.escalation.AttemptStore;
import org.daywatch.emergencies.reach.escalation.Outlet;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** To all browsers of a person at once, after the commit. Its receipt is that a browser fetches the words. */
@Component
class PushOutlet implements Outlet {

    private static final Logger log = LoggerFactory.getLogger(PushOutlet.class);

    private final PushStore subscriptions;
    private final PushSender sender;
    private final AttemptStore attempts;
    private final TransactionTemplate transaction;
    /** By the host name of the push service. */
    private final Function<String, Executor> lanes;
    private final BooleanSupplier silent;

    @Autowired
    PushOutlet(PushStore subscriptions, PushSender sender, AttemptStore attempts,
            PlatformTransactionManager transactions, PushLanes lanes,
            @Value("${daywatch.demo:false}") boolean demo, RestoredCopy copy) {
        this(subscriptions, sender, attempts, transactions, lanes::of, () -> demo || copy.isOne());
    }

    PushOutlet(PushStore subscriptions, PushSender sender, AttemptStore attempts,
            PlatformTransactionManager transactions, Function<String, Executor> lanes,
            BooleanSupplier silent) {
        this.lanes = lanes;
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactions);
        // After a commit the old transaction still hangs on its thread: what is written then needs one of its own.
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.silent = silent;
    }

    @Override
    public Way way() {
        return Way.PUSH;
    }

    /** In the demonstration and in a restored copy nothing leaves the house. */
    @Override
    public Optional<UUID> offer(Offer offer) {
        var browsers = subscriptions.of(offer.organization(), offer.person());
        if (silent.getAsBoolean() || browsers.isEmpty()) return Optional.empty();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                var told = new Told(offer, browsers.size());
                for (var browser : browsers) lanes.apply(browser.endpoint().getHost()).execute(() -> told.by(browser));
            }
        });
        return Optional.of(offer.attempt());
    }

    /**
     * One person's browsers, each at its own service: it is sent as soon as one of them has taken it, and lost when
     * none has.
     */
    private final class Told {

        private final Offer offer;
        private int open;
        private boolean taken;
        private String said = "";

        private Told(Offer offer, int browsers) {
            this.offer = offer;
            this.open = browsers;
        }

        private void by(Subscription browser) {
            try {
                var answer = sender.send(browser, offer.attempt(), offer.alert(), offer.notice().expiresAt());
                if (answer.answer() == PushSender.Answer.GONE)
                    bound(offer.organization(), () -> subscriptions.revoke(offer.person(), browser.id()));
                heard(answer.answer() == PushSender.Answer.TAKEN, answer.said());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.error("push message {} could not be sent", offer.attempt(), e);
                heard(false, String.valueOf(e.getMessage()));
            }
        }

        private synchronized void heard(boolean byThis, String why) {
            open--;
            if (!why.isEmpty()) said = why;
            if (byThis && !taken) write(Attempt.Fate.SENT, "");
            else if (open == 0 && !taken) write(Attempt.Fate.LOST, said);
            taken |= byThis;
        }

        private void write(Attempt.Fate fate, String why) {
            bound(offer.agency(), () -> attempts.write(offer.attempt(), fate, why));
        }
    }

    private void bound(UUID organization, Runnable work) {
        Tenancy.run(Scope.system(organization), () -> transaction.executeWithoutResult(t -> work.run()));
    }

    @Override
    public Map<UUID, News> news(UUID organization, Collection<UUID> deliveries) {
        return Map.of();
    }

    /** The service drops it when its time to live is over; a browser that asks for its words afterward gets none. */
    @Override
    public void expire(UUID organization, Collection<UUID> deliveries) {
        log.debug("{} push messages are no news any more", deliveries.size());
    }
}
