package org.daywatch.platform.live;

import static org.daywatch_db.platform.Tables.LIVE_EVENT;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The doorbell: call it inside the transaction that changes something people may be looking at. It carries no content;
 * a screen that hears "board" fetches the board with its own rights. Screens subscribe with
 * {@code hx-trigger="sse:board"}.
 */
@Component
public class Live {

    private final DSLContext db;
    private final Clock clock;
    private final OnBehalf onBehalf;
    private final LiveHub hub;

    Live(DSLContext db, Clock clock, OnBehalf onBehalf, LiveHub hub) {
        this.db = db;
        this.clock = clock;
        this.onBehalf = onBehalf;
        this.hub = hub;
    }

    private record Ring(UUID organization, String topic, String person) {}

    /** The number of the organization's last ring that can be seen now. */
    public long last(UUID organization) {
        return hub.last(organization);
    }

    /** Rings every open screen of the organization that is bound. */
    public void ring(String topic) {
        ring(topic, Tenancy.tenant());
    }

    /** Rings another organization of the program: a district, when its agency changed something the district sees. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ring(String topic, UUID organization) {
        rings().add(new Ring(organization, topic, ""));
    }

    /** Rings the screens of one person only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ringPerson(String topic, UUID organization, UUID person) {
        rings().add(new Ring(organization, topic, person.toString()));
    }

    /** Screens that listen to this node. */
    public int listening() {
        return hub.open();
    }

    /** Whether this node keeps no more of them and others ask again every so often, as it did lately. */
    public boolean full() {
        return hub.full();
    }

    /** The rings of this transaction; the same ring twice is one. */
    private Set<Ring> rings() {
        @SuppressWarnings("unchecked") var known = (Set<Ring>) TransactionSynchronizationManager.getResource(this);
        if (known != null) return known;
        var rings = new LinkedHashSet<Ring>();
        TransactionSynchronizationManager.bindResource(this, rings);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                write(rings);
            }

            @Override
            public void afterCommit() {
                rings.stream().map(Ring::organization).distinct().forEach(hub::wake);
            }

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(Live.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Live.this, rings);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Live.this);
            }
        });
        return rings;
    }

    /**
     * Written last, just before the commit, under a lock per organization held until it: so numbers become visible in
     * their order, and a screen that has heard 7 will never find a late 6 behind it.
     */
    private void write(Set<Ring> rings) {
        var byOrganization = rings.stream().collect(Collectors.groupingBy(Ring::organization));
        byOrganization.keySet().stream().sorted(Comparator.comparing(UUID::toString))
                .forEach(organization -> onBehalf.run(organization, () -> {
                    db.execute("select pg_advisory_xact_lock(hashtextextended(?, 7))", organization.toString());
                    for (var ring : byOrganization.get(organization)) {
                        db.insertInto(LIVE_EVENT).set(LIVE_EVENT.TENANT_ID, organization)
                                .set(LIVE_EVENT.TOPIC, ring.topic())
                                .set(LIVE_EVENT.PAYLOAD, ring.person()).set(LIVE_EVENT.AT, clock.instant()).execute();
                    }
                }));
    }
}
