package org.daywatch.platform.live;

import static org.daywatch_db.platform.Tables.ACCOUNT;
import static org.daywatch_db.platform.Tables.LIVE_EVENT;
import static org.daywatch_db.platform.Tables.SESSION;
import static org.jooq.impl.DSL.max;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the hub reads: rings of an organization after a number, and which sessions still live. */
@Component
class LiveEvents {

    static final int MOST = 500;

    private final DSLContext db;
    private final DSLContext signin;
    private final Clock clock;
    private final TransactionTemplate reading;

    LiveEvents(DSLContext db, @Qualifier("signin") DSLContext signin, @Qualifier("expiry") Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.signin = signin;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param person empty for everybody in the organization */
    record Ring(long id, String topic, String person) {

        boolean concerns(UUID reader) {
            return person.isEmpty() || person.equals(reader.toString());
        }
    }

    long last(UUID tenant) {
        return bound(tenant, () -> Optional
                .ofNullable(db.select(max(LIVE_EVENT.ID)).from(LIVE_EVENT).fetchOneInto(Long.class)).orElse(0L));
    }

    /** At most {@link #MOST}, oldest first. */
    List<Ring> after(UUID tenant, long id) {
        return bound(tenant, () -> db.select(LIVE_EVENT.ID, LIVE_EVENT.TOPIC, LIVE_EVENT.PAYLOAD).from(LIVE_EVENT)
                .where(LIVE_EVENT.ID.gt(id))
                .orderBy(LIVE_EVENT.ID).limit(MOST)
                .fetch(r -> new Ring(r.get(LIVE_EVENT.ID), r.get(LIVE_EVENT.TOPIC), r.get(LIVE_EVENT.PAYLOAD))));
    }

    private <R> R bound(UUID tenant, java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(tenant), () -> reading.execute(t -> work.get()));
    }

    /** Of these sessions, those not revoked, not expired and not of a leaver, with the organization each acts for. */
    Map<UUID, UUID> alive(Collection<UUID> sessions) {
        return signin.select(SESSION.ID, SESSION.ORG_ID).from(SESSION).join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(SESSION.PERSON_ID))
                .where(SESSION.ID.eq(org.jooq.impl.DSL.any(sessions.toArray(UUID[]::new))))
                .and(SESSION.REVOKED_AT.isNull())
                .and(SESSION.EXPIRES_AT.gt(clock.instant())).and(ACCOUNT.STATE.eq("ACTIVE"))
                .and(SESSION.ORG_ID.isNotNull())
                .fetchMap(SESSION.ID, SESSION.ORG_ID);
    }
}
