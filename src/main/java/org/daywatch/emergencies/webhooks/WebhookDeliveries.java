package org.daywatch.emergencies.webhooks;

import static org.daywatch_db.emergencies.Tables.WEBHOOK;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.webhooks.Webhook.Delivery;
import org.daywatch.emergencies.webhooks.Webhook.Format;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.emergencies.tables.WebhookDelivery;
import org.daywatch_db.emergencies.tables.records.WebhookDeliveryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages on their way out, of the organization that is bound. A claim runs out, so that a killed node leaves nothing
 * lying.
 */
@Repository
@Transactional
class WebhookDeliveries {

    private static final Duration GRACE = Duration.ofSeconds(20); // for what a node does beside waiting for the answer

    private final DSLContext db;
    private final Clock clock;
    private final Dispatch dispatch;

    WebhookDeliveries(DSLContext db, @Qualifier("due") Clock clock, Dispatch dispatch) {
        this.dispatch = dispatch;
        this.db = db;
        this.clock = clock;
    }

    /** A message to be sent now, with its try counted. */
    record Due(UUID id, UUID webhook, String address, Format format, UUID incident, int version, String event,
            String status, int attempts, String body) {}

    /** The addresses that have something due. */
    @Transactional(readOnly = true)
    List<UUID> waiting() {
        var d = WEBHOOK_DELIVERY;
        return db.selectDistinct(d.WEBHOOK_ID).from(d).where(d.TENANT_ID.eq(Tenancy.tenant()))
                .and(d.DELIVERY.eq(Delivery.WAITING.name())).and(d.DUE_AT.le(clock.instant())).fetch(d.WEBHOOK_ID);
    }

    /**
     * Takes the next message for an address. Of one incident a later one waits until the one before it has arrived or
     * was given up.
     *
     * @param words writes the body of one that was never tried
     */
    Optional<Due> claim(UUID webhook, Duration patience, BiFunction<WebhookDeliveryRecord, Format, String> words) {
        var d = WEBHOOK_DELIVERY;
        var earlier = WEBHOOK_DELIVERY.as("earlier");
        var now = clock.instant();
        return db.selectFrom(d).where(d.TENANT_ID.eq(Tenancy.tenant())).and(d.WEBHOOK_ID.eq(webhook))
                .and(d.DELIVERY.eq(Delivery.WAITING.name())).and(d.DUE_AT.le(now))
                .and(DSL.exists(DSL.selectOne().from(WEBHOOK).where(WEBHOOK.TENANT_ID.eq(d.TENANT_ID))
                        .and(WEBHOOK.ID.eq(d.WEBHOOK_ID)).and(WEBHOOK.STOPPED_AT.isNull())))
                .and(DSL.notExists(DSL.selectOne().from(earlier).where(before(earlier, d))))
                .orderBy(d.DUE_AT, d.AT, d.VERSION).limit(1).forUpdate().skipLocked().fetchOptional().map(row -> {
                    var to = db.select(WEBHOOK.ADDRESS, WEBHOOK.FORMAT).from(WEBHOOK).where(WEBHOOK.ID.eq(webhook))
                            .fetchSingle();
                    var format = Format.valueOf(to.get(WEBHOOK.FORMAT));
                    String body = row.getBody() == null ? words.apply(row, format) : row.getBody();
                    db.update(d).set(d.BODY, body).set(d.ATTEMPTS, d.ATTEMPTS.plus(1))
                            .set(d.DUE_AT, now.plus(patience).plus(GRACE)).where(d.ID.eq(row.getId())).execute();
                    return new Due(row.getId(), webhook, to.get(WEBHOOK.ADDRESS), format, row.getIncidentId(),
                            row.getVersion(), row.getEvent(), row.getStatus(), row.getAttempts() + 1, body);
                });
    }

    private static Condition before(WebhookDelivery earlier, WebhookDelivery d) {
        return earlier.TENANT_ID.eq(d.TENANT_ID).and(earlier.WEBHOOK_ID.eq(d.WEBHOOK_ID))
                .and(earlier.INCIDENT_ID.eq(d.INCIDENT_ID)).and(earlier.VERSION.lt(d.VERSION))
                .and(earlier.DELIVERY.eq(Delivery.WAITING.name()));
    }

    void finish(UUID id, Delivery how, @Nullable String error) {
        var d = WEBHOOK_DELIVERY;
        db.update(d).set(d.DELIVERY, how.name()).set(d.SENT_AT, how == Delivery.SENT ? clock.instant() : null)
                .set(d.LAST_ERROR, error).where(d.ID.eq(id))
                .and(d.DELIVERY.eq(Delivery.WAITING.name())).execute();
        if (how == Delivery.SENT) dispatch.taken(id);
    }

    void later(UUID id, Instant due, String error) {
        var d = WEBHOOK_DELIVERY;
        db.update(d).set(d.DUE_AT, due).set(d.LAST_ERROR, error).where(d.ID.eq(id))
                .and(d.DELIVERY.eq(Delivery.WAITING.name())).execute();
    }

    /** The receiver wants to be left alone, with everything. */
    void rest(UUID webhook, Instant until) {
        var d = WEBHOOK_DELIVERY;
        db.update(d).set(d.DUE_AT, until).where(d.TENANT_ID.eq(Tenancy.tenant())).and(d.WEBHOOK_ID.eq(webhook))
                .and(d.DELIVERY.eq(Delivery.WAITING.name())).and(d.DUE_AT.lt(until)).execute();
    }

    /**
     * Somebody's decision: try a dead message from the start. @return false when it is not one, or its address has been
     * stopped
     */
    boolean again(UUID id) {
        var d = WEBHOOK_DELIVERY;
        return db.update(d).set(d.DELIVERY, Delivery.WAITING.name()).set(d.ATTEMPTS, 0).set(d.DUE_AT, clock.instant())
                .where(d.ID.eq(id)).and(d.DELIVERY.eq(Delivery.DEAD.name()))
                .and(d.WEBHOOK_ID.in(DSL.select(WEBHOOK.ID).from(WEBHOOK).where(WEBHOOK.STOPPED_AT.isNull())))
                .execute() == 1;
    }

    @Transactional(readOnly = true)
    int dead() {
        return db.fetchCount(WEBHOOK_DELIVERY, WEBHOOK_DELIVERY.TENANT_ID.eq(Tenancy.tenant())
                .and(WEBHOOK_DELIVERY.DELIVERY.eq(Delivery.DEAD.name())));
    }
}
