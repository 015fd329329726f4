package org.daywatch.emergencies.reach.push;

import static org.daywatch_db.emergencies.Tables.PUSH_SUBSCRIPTION;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions of the organization that is bound, or of one of its districts. */
@Repository
@Transactional
public class PushStore {

    private static final int MOST = 10; // browsers of one person

    private final DSLContext db;
    private final OnBehalf onBehalf;

    PushStore(DSLContext db, OnBehalf onBehalf) {
        this.db = db;
        this.onBehalf = onBehalf;
    }

    @Transactional(readOnly = true)
    public List<Subscription> of(UUID person) {
        return db.selectFrom(PUSH_SUBSCRIPTION).where(PUSH_SUBSCRIPTION.TENANT_ID.eq(Tenancy.tenant()))
                .and(PUSH_SUBSCRIPTION.PERSON_ID.eq(person))
                .orderBy(PUSH_SUBSCRIPTION.SINCE.desc()).limit(MOST)
                .fetch(r -> new Subscription(r.getId(), r.getPersonId(), URI.create(r.getEndpoint()), r.getBrowserKey(),
                        r.getSecret(),
                        r.getLabel(), r.getSince()));
    }

    List<Subscription> of(UUID organization, UUID person) {
        var found = new java.util.ArrayList<Subscription>();
        onBehalf.run(organization, () -> found.addAll(of(person)));
        return found;
    }

    void save(Subscription s) {
        db.insertInto(PUSH_SUBSCRIPTION).set(PUSH_SUBSCRIPTION.TENANT_ID, Tenancy.tenant())
                .set(PUSH_SUBSCRIPTION.ID, s.id()).set(PUSH_SUBSCRIPTION.PERSON_ID, s.person())
                .set(PUSH_SUBSCRIPTION.ENDPOINT, s.endpoint().toString())
                .set(PUSH_SUBSCRIPTION.BROWSER_KEY, s.browserKey()).set(PUSH_SUBSCRIPTION.SECRET, s.secret())
                .set(PUSH_SUBSCRIPTION.LABEL, s.label()).set(PUSH_SUBSCRIPTION.SINCE, s.since())
                .onConflict(PUSH_SUBSCRIPTION.TENANT_ID, PUSH_SUBSCRIPTION.PERSON_ID, PUSH_SUBSCRIPTION.ENDPOINT)
                .doUpdate()
                .set(PUSH_SUBSCRIPTION.BROWSER_KEY, s.browserKey()).set(PUSH_SUBSCRIPTION.SECRET, s.secret()).execute();
    }

    /** @return false where this person has no such subscription */
    boolean revoke(UUID person, UUID id) {
        return db.deleteFrom(PUSH_SUBSCRIPTION).where(PUSH_SUBSCRIPTION.TENANT_ID.eq(Tenancy.tenant()))
                .and(PUSH_SUBSCRIPTION.PERSON_ID.eq(person)).and(PUSH_SUBSCRIPTION.ID.eq(id)).execute() == 1;
    }
}
