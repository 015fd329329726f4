package org.daywatch.platform.persistence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a stored job at the node that works on it. A thread of its own renews the lease once a third of it is over,
 * whatever the job does meanwhile: reading a state's week, compiling it or waiting for a lock says nothing for minutes.
 * It ends with the process, so a node that died is still noticed after its lease.
 */
public final class LeaseKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final long LOOK_MILLIS = 200; // at the clock, which tells when to renew

    private final Scope scope = Tenancy.current().orElseThrow();
    private final Clock clock;
    private final Duration lease;
    private final Predicate<Instant> renew;
    private final Thread thread;
    private boolean closed;

    /**
     * Begins at once, for the tenant that is bound.
     *
     * @param from when the lease that is held was counted from: what taking it, or the way here, cost is already over
     * @param renew told until when, in a transaction of its own; false where the job is no longer this node's, which
     * ends the keeping
     */
    public LeaseKeeper(Clock clock, Instant from, Duration lease, Predicate<Instant> renew) {
        this.clock = clock;
        this.lease = lease;
        this.renew = renew;
        thread = Thread.ofPlatform().daemon().name("lease")
                .start(() -> Tenancy.run(scope, () -> keep(from)));
    }

    private void keep(Instant from) {
        var renewed = from;
        while (waited()) {
            var now = clock.instant();
            if (now.isBefore(renewed.plus(lease.dividedBy(3)))) continue;
            try {
                if (!renew.test(now.plus(lease))) return;
                renewed = now;
            } catch (RuntimeException failure) { // there is time for another try
                log.warn("a lease could not be renewed", failure);
            }
        }
    }

    /** @return false once closed */
    private synchronized boolean waited() {
        try {
            if (!closed) wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
            return false;
        }
        return !closed;
    }

    /** Returns when nothing is renewed any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
