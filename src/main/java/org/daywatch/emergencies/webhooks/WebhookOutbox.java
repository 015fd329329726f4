package org.daywatch.emergencies.webhooks;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.WEBHOOK;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.EmergencyEvent;
import org.daywatch.emergencies.EmergencyEvent.*;
import org.daywatch.emergencies.IncidentEvent;
import org.daywatch.emergencies.IncidentEvent.*;
import org.daywatch.emergencies.webhooks.Webhook.Event;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.emergencies.tables.records.AlertRecord;
import org.daywatch_db.emergencies.tables.records.IncidentRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores, in the transaction of a fact, one message for each address that hears of it: of the agency and of the
 * district. What is said stands in the row; nothing is asked of anybody here, so that an alert never waits for who
 * hears of it.
 */
@Component
class WebhookOutbox {

    private final DSLContext db;
    private final OnBehalf onBehalf;
    private final WebhookRounds rounds;
    private final Clock clock;

    WebhookOutbox(DSLContext db, OnBehalf onBehalf, WebhookRounds rounds, @Qualifier("expiry") Clock clock) {
        this.db = db;
        this.onBehalf = onBehalf;
        this.rounds = rounds;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(EmergencyEvent fact) {
        event(fact).ifPresent(event -> store(fact, event));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(IncidentEvent fact) {
        event(fact).ifPresent(event -> store(fact, event));
    }

    /** A room released, one of two words and force said to the house tell the outside nothing it may or need know. */
    static Optional<Event> event(EmergencyEvent fact) {
        return Optional.ofNullable(switch (fact) {
            case AlertRaised _ -> Event.CREATED;
            case AlertChanged _,BuildingEmptied _,ReunificationBegun _ -> Event.UPDATED;
            case AlertEnded _,FalseAlarmFound _ -> Event.ENDED;
            case AlertPressedAgain _,RoomReleased _,AlertEndProposed _,AlertChangeProposed _,DuressSignaled _ -> null;
        });
    }

    /** Of an incident with an alert the alert says when it begins and ends; who commands is said of all. */
    private Optional<Event> event(IncidentEvent fact) {
        return Optional.ofNullable(switch (fact) {
            case IncidentOpened opened -> opened.title().isEmpty() ? null : Event.CREATED;
            case CommandTaken _,CommandTransferred _ -> Event.UPDATED;
            case IncidentReopened _ -> alone(fact.id()) ? Event.UPDATED : null;
            case IncidentClosed _ -> alone(fact.id()) ? Event.ENDED : null;
            default -> null;
        });
    }

    private boolean alone(UUID incident) {
        return !db.fetchExists(ALERT, ALERT.ID.eq(incident));
    }

    private void store(DomainEvent fact, Event event) {
        var alert = db.selectFrom(ALERT).where(ALERT.ID.eq(fact.id())).fetchOne();
        var incident = db.selectFrom(INCIDENT).where(INCIDENT.ID.eq(fact.id())).fetchOne();
        if (alert == null && incident == null) return;
        UUID agency = alert == null ? incident.getAgencyId() : alert.getAgencyId();
        UUID district = alert == null ? incident.getDistrictId() : alert.getDistrictId();
        // The alert and what is written about it are changed by two transactions; their messages have one order.
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 47))", fact.id().toString());
        for (UUID organization : new UUID[] {agency, district})
            onBehalf.run(organization, () -> store(fact, event, alert, incident));
    }

    private void store(DomainEvent fact, Event event, @Nullable AlertRecord alert, @Nullable IncidentRecord incident) {
        UUID school = alert == null ? incident.getSchoolId() : alert.getSchoolId();
        String status = alert == null ? incident.getStatus() : alert.getStatus();
        // CAP and EIDO say what a school is told; who commands, and what needed no alert, they do not.
        var forms = fact instanceof EmergencyEvent ? DSL.noCondition() : WEBHOOK.FORMAT.eq(Webhook.Format.EVENT.name());
        var listening = db.select(WEBHOOK.ID).from(WEBHOOK).where(WEBHOOK.TENANT_ID.eq(Tenancy.tenant()))
                .and(WEBHOOK.STOPPED_AT.isNull()).and(forms)
                .and(DSL.val(status).eq(DSL.any(WEBHOOK.STATUSES)))
                .and(WEBHOOK.SCHOOL_ID.isNull().or(WEBHOOK.SCHOOL_ID.eq(school))).fetch(WEBHOOK.ID);
        if (listening.isEmpty()) return;
        String commander = incident == null || incident.getHeldName() == null ? "" : incident.getHeldName();
        var d = WEBHOOK_DELIVERY;
        for (var webhook : listening) {
            int version = db.select(DSL.coalesce(DSL.max(d.VERSION), DSL.inline(0))).from(d)
                    .where(d.WEBHOOK_ID.eq(webhook)).and(d.INCIDENT_ID.eq(fact.id())).fetchSingle().value1() + 1;
            db.insertInto(d).set(d.TENANT_ID, Tenancy.tenant()).set(d.ID, Ids.next()).set(d.WEBHOOK_ID, webhook)
                    .set(d.INCIDENT_ID, fact.id()).set(d.VERSION, version)
                    .set(d.EVENT, event.name()).set(d.FACT, fact.getClass().getSimpleName()).set(d.AT, fact.at())
                    .set(d.SCHOOL_ID, school)
                    .set(d.STATUS, status).set(d.ACTION, alert == null ? "" : alert.getAction())
                    .set(d.DETAIL, alert == null ? "" : alert.getDetail())
                    .set(d.STATE, alert == null ? incident.getState() : alert.getState())
                    .set(d.PLACE, alert == null ? "" : alert.getPlace()).set(d.COMMANDER, commander)
                    .set(d.BEGUN_AT, alert == null ? incident.getOpenedAt() : alert.getRaisedAt())
                    .set(d.DUE_AT, clock.instant()).execute();
        }
        wake(Tenancy.tenant());
    }

    private void wake(UUID organization) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rounds.wake(organization);
            }
        });
    }
}
