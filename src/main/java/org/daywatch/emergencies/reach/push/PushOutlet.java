package org.daywatch.emergencies.reach.push;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.daywatch.emergencies.reach.Way;
import org.daywatch.emergencies.reach.escalation.Attempt;
import org.daywatch.emergencies.reach.escalation.AttemptStore;
import org.daywatch.emergencies.reach.escalation.Outlet;
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
    private final Executor work;
    private final boolean demo;

    @Autowired
    PushOutlet(PushStore subscriptions, PushSender sender, AttemptStore attempts, PlatformTransactionManager transactions, @Value("${daywatch.demo:false}") boolean demo) {
        this(subscriptions, sender, attempts, transactions, Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("push-", 1).factory()), demo);
    }

    PushOutlet(PushStore subscriptions, PushSender sender, AttemptStore attempts, PlatformTransactionManager transactions, Executor work, boolean demo) {
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactions);
        // After a commit the old transaction still hangs on its thread: what is written then needs one of its own.
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.work = work;
        this.demo = demo;
    }

    @Override
    public Way way() {
        return Way.PUSH;
    }

    /** In the demonstration nothing leaves the house. */
    @Override
    public Optional<UUID> offer(Offer offer) {
        var browsers = subscriptions.of(offer.organization(), offer.person());
        if (demo || browsers.isEmpty()) return Optional.empty();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.execute(() -> send(offer, browsers));
            }
        });
        return Optional.of(offer.attempt());
    }

    private void send(Offer offer, List<Subscription> browsers) {
        boolean taken = false;
        String said = "";
        for (var browser : browsers) {
            try {
                var answer = sender.send(browser, offer.attempt(), offer.alert(), offer.notice().expiresAt());
                taken |= answer.answer() == PushSender.Answer.TAKEN;
                if (!answer.said().isEmpty()) said = answer.said();
                if (answer.answer() == PushSender.Answer.GONE) bound(offer.organization(), () -> subscriptions.revoke(offer.person(), browser.id()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("push message {} could not be sent", offer.attempt(), e);
                said = String.valueOf(e.getMessage());
            }
        }
        var fate = taken ? Attempt.Fate.SENT : Attempt.Fate.LOST;
        String why = taken ? "" : said;
        bound(offer.agency(), () -> attempts.write(offer.attempt(), fate, why));
    }

    private void bound(UUID organization, Runnable work) {
        Tenancy.run(Scope.system(organization), () -> transaction.executeWithoutResult(t -> work.run()));
    }

    @Override
    public Map<UUID, News> news(UUID organization, Collection<UUID> deliveries) {
        return Map.of();
    }

    /** The service drops it when its time to live is over; a browser that asks for its words afterwards gets none. */
    @Override
    public void expire(UUID organization, Collection<UUID> deliveries) {
        log.debug("{} push messages are no news any more", deliveries.size());
    }
}
