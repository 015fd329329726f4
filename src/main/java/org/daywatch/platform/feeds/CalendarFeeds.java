package org.daywatch.platform.feeds;

import static org.daywatch_db.platform.Tables.CALENDAR_FEED;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Secrets;
import org.daywatch.platform.tenancy.Scope;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One secret address per person and organization. Only its hash is stored: whoever lost it makes a new one. */
@Component
@Transactional("signinTransactions")
public class CalendarFeeds {

    private final DSLContext db;
    private final Clock clock;
    private final Sessions sessions;

    CalendarFeeds(@Qualifier("signin") DSLContext db, Clock clock, Sessions sessions) {
        this.db = db;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @return the secret part of the address, shown once; an earlier one stops working */
    public String renew(UUID tenant, UUID person) {
        revoke(tenant, person);
        String token = Secrets.random();
        db.insertInto(CALENDAR_FEED).set(CALENDAR_FEED.TOKEN_HASH, Secrets.hash(token))
                .set(CALENDAR_FEED.TENANT_ID, tenant)
                .set(CALENDAR_FEED.PERSON_ID, person).set(CALENDAR_FEED.CREATED_AT, clock.instant()).execute();
        return token;
    }

    public void revoke(UUID tenant, UUID person) {
        db.update(CALENDAR_FEED).set(CALENDAR_FEED.REVOKED_AT, clock.instant())
                .where(CALENDAR_FEED.TENANT_ID.eq(tenant))
                .and(CALENDAR_FEED.PERSON_ID.eq(person)).and(CALENDAR_FEED.REVOKED_AT.isNull()).execute();
    }

    /** Since when an address is in use, if one is. */
    @Transactional(value = "signinTransactions", readOnly = true)
    public Optional<Instant> since(UUID tenant, UUID person) {
        return db.select(CALENDAR_FEED.CREATED_AT).from(CALENDAR_FEED).where(CALENDAR_FEED.TENANT_ID.eq(tenant))
                .and(CALENDAR_FEED.PERSON_ID.eq(person))
                .and(CALENDAR_FEED.REVOKED_AT.isNull()).orderBy(CALENDAR_FEED.CREATED_AT.desc()).limit(1)
                .fetchOptional(CALENDAR_FEED.CREATED_AT);
    }

    /** Whose calendar it is; empty for an unknown or revoked address, and for whoever has no place there any more. */
    @Transactional(value = "signinTransactions", readOnly = true)
    public Optional<Scope> find(String token, Role role) {
        return db.selectFrom(CALENDAR_FEED).where(CALENDAR_FEED.TOKEN_HASH.eq(Secrets.hash(token)))
                .and(CALENDAR_FEED.REVOKED_AT.isNull())
                .fetchOptional(r -> new Scope(r.getTenantId(), r.getPersonId()))
                .filter(scope -> sessions.places(scope.person()).stream()
                        .anyMatch(place -> place.org().equals(scope.tenant()) && place.role() == role));
    }
}
