package org.daywatch.emergencies.devices;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.database.Apart;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps keys and hooks in the lane's memory: once a second where an agency has any, so that a revoked one is dead
 * within two; all agencies every half minute, so that another node's first one is found. While the database is away
 * what is known stays.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "daywatch.lane.enabled", matchIfMissing = true)
public class DeviceRefresh implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeviceRefresh.class);
    private static final int ROUNDS_BETWEEN_ALL = 30;

    private final List<Remembered> remembered;
    private final Tenants tenants;
    private final Set<UUID> agencies = ConcurrentHashMap.newKeySet();
    private int round;
    private @Nullable ScheduledExecutorService rounds;

    DeviceRefresh(List<Remembered> remembered, Tenants tenants) {
        this.remembered = remembered;
        this.tenants = tenants;
    }

    /** The agency has a key or hook now; the next round, a second away at most, reads it. */
    public void has(UUID agency) {
        agencies.add(agency);
    }

    private void round() {
        try {
            if (round++ % ROUNDS_BETWEEN_ALL == 0) tenants.agencies().forEach(agency -> refresh(agency.id()));
            else agencies.forEach(this::refresh);
        } catch (RuntimeException e) {
            log.debug("the lane keeps the keys it knows: {}", e.toString());
        }
    }

    /** One agency's failure keeps no other waiting; where there is no connection the round is over. */
    private void refresh(UUID agency) {
        try {
            boolean any = false;
            for (var one : remembered)
                any |= Apart.call(() -> Tenancy.as(Scope.system(agency), () -> one.refresh(agency)));
            if (any) agencies.add(agency);
        } catch (TransactionException away) {
            throw away;
        } catch (RuntimeException e) {
            log.error("keys and hooks of agency {} could not be read", agency, e);
        }
    }

    @Override
    public void start() {
        round();
        rounds = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("lane-devices").daemon().factory());
        rounds.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (rounds != null) rounds.shutdownNow();
        rounds = null;
    }

    @Override
    public boolean isRunning() { return rounds != null; }

    /** Before the lane opens its door. */
    @Override
    public int getPhase() { return Integer.MAX_VALUE - 1600; }
}
