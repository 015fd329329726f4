package org.daywatch.platform.notifications;

import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One message to one person by one way, whatever they chose for everyday news and whatever the hour: for danger to
 * life. Who sends so follows what became of it and tries another way themselves.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DirectDeliveries {

    private final DSLContext db;
    private final Clock clock;
    private final OnBehalf onBehalf;
    private final Notifications notifications;

    DirectDeliveries(DSLContext db, Clock clock, OnBehalf onBehalf, Notifications notifications) {
        this.db = db;
        this.clock = clock;
        this.onBehalf = onBehalf;
        this.notifications = notifications;
    }

    /** @param state of the delivery @param error what the gateway said last; empty where nothing went wrong */
    public record State(String state, String error) {}

    /** @return the delivery; empty where they have no such address, or the way is not configured */
    public Optional<UUID> send(Notice notice, UUID organization, UUID person, Channel channel) {
        var sent = new UUID[1];
        onBehalf.run(organization,
                () -> sent[0] = notifications.direct(notice, organization, person, channel).orElse(null));
        return Optional.ofNullable(sent[0]);
    }

    public Map<UUID, State> states(UUID organization, Collection<UUID> deliveries) {
        var states = new HashMap<UUID, State>();
        onBehalf.run(organization,
                () -> db.select(DELIVERY.ID, DELIVERY.STATE, DELIVERY.LAST_ERROR).from(DELIVERY)
                        .where(DELIVERY.TENANT_ID.eq(Tenancy.tenant()))
                        .and(DELIVERY.ID.in(deliveries))
                        .forEach(r -> states.put(r.get(DELIVERY.ID), new State(r.get(DELIVERY.STATE),
                                r.get(DELIVERY.LAST_ERROR) == null ? "" : r.get(DELIVERY.LAST_ERROR)))));
        return states;
    }

    /** They are no news any more: what has not left yet is marked so and never sent. */
    public void expire(UUID organization, Collection<UUID> deliveries) {
        if (deliveries.isEmpty()) return;
        onBehalf.run(organization, () -> {
            db.update(OUTBOUND_MESSAGE).set(OUTBOUND_MESSAGE.EXPIRES_AT, clock.instant())
                    .where(OUTBOUND_MESSAGE.TENANT_ID.eq(organization))
                    .and(OUTBOUND_MESSAGE.ID.in(select(DELIVERY.MESSAGE_ID).from(DELIVERY)
                            .where(DELIVERY.TENANT_ID.eq(organization)).and(DELIVERY.ID.in(deliveries))))
                    .execute();
            db.update(DELIVERY).set(DELIVERY.STATE, "EXPIRED").where(DELIVERY.TENANT_ID.eq(organization))
                    .and(DELIVERY.ID.in(deliveries))
                    .and(DELIVERY.STATE.in(List.of("WAITING", "HELD"))).execute();
        });
    }
}
