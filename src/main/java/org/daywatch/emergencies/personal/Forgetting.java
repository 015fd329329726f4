package org.daywatch.emergencies.personal;

import static org.daywatch_db.emergencies.Tables.*;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Deletes with everything that hangs on it. */
@Component
class Forgetting {

    private final DSLContext db;
    private final OnlyRetention retention;

    Forgetting(DSLContext db, OnlyRetention retention) {
        this.db = db;
        this.retention = retention;
    }

    /** Those that are over, once no incident tells of them any more. */
    int alerts(Instant before) {
        var old = DSL.select(ALERT.ID).from(ALERT).where(ALERT.AGENCY_ID.eq(Tenancy.tenant()))
                .and(ALERT.STATE.in("ENDED", "CANCELLED")).and(ALERT.SINCE.lt(before))
                .and(DSL.notExists(DSL.selectOne().from(INCIDENT).where(INCIDENT.AGENCY_ID.eq(ALERT.AGENCY_ID))
                        .and(INCIDENT.ALERT_ID.eq(ALERT.ID))));
        return retention.deletes(() -> {
            of(RESPONDER_OPENING, RESPONDER_OPENING.LINK_ID,
                    DSL.select(RESPONDER_LINK.ID).from(RESPONDER_LINK).where(RESPONDER_LINK.ALERT_ID.in(old)));
            of(RESPONDER_LINK, RESPONDER_LINK.ALERT_ID, old);
            of(REACH_ATTEMPT, REACH_ATTEMPT.ALERT_ID, old);
            of(RECEIPT, RECEIPT.ALERT_ID, old);
            of(REACH, REACH.ALERT_ID, old);
            of(DURESS, DURESS.ALERT_ID, old);
            of(ROOM_RELEASE, ROOM_RELEASE.ALERT_ID, old);
            of(DISPATCH_TAKEN, DISPATCH_TAKEN.INCIDENT_ID, old);
            of(ALERT_CHANGE, ALERT_CHANGE.ALERT_ID, old);
            of(PRESS, PRESS.ALERT_ID, old);
            return of(ALERT, ALERT.ID, old);
        });
    }

    int incidents(Instant before) {
        var old = DSL.select(INCIDENT.ID).from(INCIDENT).where(INCIDENT.AGENCY_ID.eq(Tenancy.tenant()))
                .and(INCIDENT.STATE.eq("CLOSED")).and(INCIDENT.SINCE.lt(before));
        return retention.deletes(() -> {
            of(IMPROVEMENT, IMPROVEMENT.INCIDENT_ID, old);
            of(CAPABILITY_RATING, CAPABILITY_RATING.INCIDENT_ID, old);
            of(AFTER_ACTION, AFTER_ACTION.INCIDENT_ID, old);
            var events = DSL.select(STUDENT_EVENT.ID).from(STUDENT_EVENT).where(STUDENT_EVENT.INCIDENT_ID.in(old));
            of(STATUTORY_ANSWER, STATUTORY_ANSWER.EVENT_ID, events);
            of(STATUTORY_NOTICE, STATUTORY_NOTICE.EVENT_ID, events);
            of(STATUTORY_CLOCK, STATUTORY_CLOCK.EVENT_ID, events);
            of(STUDENT_EVENT, STUDENT_EVENT.INCIDENT_ID, old);
            of(COMMAND_POST, COMMAND_POST.INCIDENT_ID, old);
            of(DISPATCH_TAKEN, DISPATCH_TAKEN.INCIDENT_ID, old);
            of(CALLER_CLAIM, CALLER_CLAIM.INCIDENT_ID, old);
            of(INCIDENT_PHOTO, INCIDENT_PHOTO.INCIDENT_ID, old);
            of(INCIDENT_TASK, INCIDENT_TASK.INCIDENT_ID, old);
            of(INCIDENT_RESOURCE, INCIDENT_RESOURCE.INCIDENT_ID, old);
            of(INCIDENT_ROLE, INCIDENT_ROLE.INCIDENT_ID, old);
            of(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID, old);
            return of(INCIDENT, INCIDENT.ID, old);
        });
    }

    int reach(Instant before) {
        var old = DSL.select(ALERT.ID).from(ALERT).where(ALERT.AGENCY_ID.eq(Tenancy.tenant()))
                .and(ALERT.STATE.in("ENDED", "CANCELLED")).and(ALERT.SINCE.lt(before));
        return retention.deletes(() -> {
            of(REACH_ATTEMPT, REACH_ATTEMPT.ALERT_ID, old);
            int receipts = of(RECEIPT, RECEIPT.ALERT_ID, old);
            return receipts + of(REACH, REACH.ALERT_ID, old);
        });
    }

    int deviceKeys(Instant before) {
        var ended = DSL.least(DEVICE_KEY.EXPIRES_AT, DSL.coalesce(DEVICE_KEY.REVOKED_AT, DEVICE_KEY.EXPIRES_AT));
        return retention.deletes(() -> db.deleteFrom(DEVICE_KEY).where(DEVICE_KEY.AGENCY_ID.eq(Tenancy.tenant()))
                .and(ended.lt(before)).execute());
    }

    /** Those that were closed, with what their buttons meant and what came in by them. */
    int pressHooks(Instant before) {
        var old = DSL.select(PRESS_HOOK.ID).from(PRESS_HOOK).where(PRESS_HOOK.AGENCY_ID.eq(Tenancy.tenant()))
                .and(PRESS_HOOK.REVOKED_AT.lt(before));
        return retention.deletes(() -> {
            of(HOOK_MESSAGE, HOOK_MESSAGE.HOOK_ID, old);
            of(HOOK_BUTTON, HOOK_BUTTON.HOOK_ID, old);
            return of(PRESS_HOOK, PRESS_HOOK.ID, old);
        });
    }

    /** Tips about which somebody has decided, with all that was said. */
    int tips(Instant before) {
        var old = DSL.select(TIP_GROUP.ID).from(TIP_GROUP).where(TIP_GROUP.AGENCY_ID.eq(Tenancy.tenant()))
                .and(TIP_GROUP.DECIDED_AT.lt(before));
        return retention.deletes(() -> {
            of(TIP, TIP.GROUP_ID, old);
            return of(TIP_GROUP, TIP_GROUP.ID, old);
        });
    }

    private int of(Table<?> table, TableField<?, UUID> column, Select<Record1<UUID>> old) {
        return db.deleteFrom(table).where(column.in(old)).execute();
    }
}
