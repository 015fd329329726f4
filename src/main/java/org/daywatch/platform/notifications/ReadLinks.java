package org.daywatch.platform.notifications;

import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.platform.Tables.READ_LINK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links in letters by which their readers say that they have read them. Only hashes are stored; the organization is
 * bound.
 */
@Component
@Transactional
public class ReadLinks {

    /** For what is news for a while only, and for everything else. */
    private static final Duration OF_NEWS = Duration.ofDays(1);
    private static final Duration OF_OTHERS = Duration.ofDays(7);

    private final DSLContext db;
    private final Clock clock;

    public ReadLinks(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param readAt null while nobody has said so */
    public record Reading(UUID delivery, String subject, Instant expiresAt, @Nullable Instant readAt) {}

    /**
     * One more for this letter. @param until when its news is none any more; null where it stays true. @return where it
     * leads on this site
     */
    public String next(UUID delivery, @Nullable Instant until) {
        var token = LinkToken.next(Tenancy.tenant());
        db.insertInto(READ_LINK).set(READ_LINK.TENANT_ID, Tenancy.tenant()).set(READ_LINK.TOKEN_HASH, token.hash())
                .set(READ_LINK.DELIVERY_ID, delivery)
                .set(READ_LINK.EXPIRES_AT, clock.instant().plus(until == null ? OF_OTHERS : OF_NEWS)).execute();
        return "/m/" + token.text();
    }

    @Transactional(readOnly = true)
    public Optional<Reading> find(LinkToken token) {
        return db.select(READ_LINK.DELIVERY_ID, OUTBOUND_MESSAGE.SUBJECT, READ_LINK.EXPIRES_AT, DELIVERY.READ_AT)
                .from(READ_LINK)
                .join(DELIVERY).on(DELIVERY.TENANT_ID.eq(READ_LINK.TENANT_ID))
                .and(DELIVERY.ID.eq(READ_LINK.DELIVERY_ID))
                .join(OUTBOUND_MESSAGE).on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(READ_LINK.TENANT_ID.eq(Tenancy.tenant())).and(READ_LINK.TOKEN_HASH.eq(token.hash()))
                .fetchOptional(r -> new Reading(r.get(READ_LINK.DELIVERY_ID), r.get(OUTBOUND_MESSAGE.SUBJECT),
                        r.get(READ_LINK.EXPIRES_AT), r.get(DELIVERY.READ_AT)));
    }

    /**
     * Its reader pressed. Whatever a gateway said of the letter, before or afterward: it has arrived and was read, and
     * is not sent again.
     */
    public void read(LinkToken token, Reading reading) {
        var now = clock.instant();
        db.update(READ_LINK).set(READ_LINK.PRESSED_AT, now).where(READ_LINK.TENANT_ID.eq(Tenancy.tenant()))
                .and(READ_LINK.TOKEN_HASH.eq(token.hash())).and(READ_LINK.PRESSED_AT.isNull()).execute();
        db.update(DELIVERY).set(DELIVERY.STATE, "READ").set(DELIVERY.READ_AT, now).setNull(DELIVERY.LAST_ERROR)
                .where(DELIVERY.TENANT_ID.eq(Tenancy.tenant()))
                .and(DELIVERY.ID.eq(reading.delivery())).and(DELIVERY.READ_AT.isNull()).execute();
    }
}
