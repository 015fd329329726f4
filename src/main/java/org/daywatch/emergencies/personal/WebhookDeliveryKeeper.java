package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.time.Instant;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was told to addresses outside; one that still waits is kept. */
@Component
class WebhookDeliveryKeeper implements RecordKeeper {

    private final DSLContext db;
    private final OnlyRetention retention;

    WebhookDeliveryKeeper(DSLContext db, OnlyRetention retention) {
        this.db = db;
        this.retention = retention;
    }

    @Override
    public String kind() {
        return "WEBHOOK_DELIVERY";
    }

    @Override
    public int forget(Instant before) {
        return retention
                .deletes(() -> db.deleteFrom(WEBHOOK_DELIVERY).where(WEBHOOK_DELIVERY.TENANT_ID.eq(Tenancy.tenant()))
                        .and(WEBHOOK_DELIVERY.AT.lt(before)).and(WEBHOOK_DELIVERY.DELIVERY.ne("WAITING")).execute());
    }
}
