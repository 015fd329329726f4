package org.daywatch.emergencies.dispatch;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.DISPATCH_TAKEN;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.WEBHOOK;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.web.Page;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a 911 center took, and says it where people stand in an emergency. */
@Component
@Transactional
public class Dispatch {

    private final DSLContext db;
    private final AlertStore alerts;
    private final Campuses campuses;
    private final Live live;
    private final Clock clock;

    Dispatch(DSLContext db, AlertStore alerts, Campuses campuses, Live live, Clock clock) {
        this.db = db;
        this.alerts = alerts;
        this.campuses = campuses;
        this.live = live;
        this.clock = clock;
    }

    /**
     * A receiver answered 2xx. Nothing comes of it unless it is marked as a 911 center, the matter is real, and it was
     * told what is going on and not that it is over.
     */
    public void taken(UUID delivery) {
        var d = WEBHOOK_DELIVERY;
        db.select(d.ID, d.INCIDENT_ID, d.SCHOOL_ID, WEBHOOK.NAME, d.ACTION, d.DETAIL, d.AT).from(d).join(WEBHOOK)
                .on(WEBHOOK.TENANT_ID.eq(d.TENANT_ID)).and(WEBHOOK.ID.eq(d.WEBHOOK_ID))
                .where(d.ID.eq(delivery)).and(WEBHOOK.DISPATCH).and(d.STATUS.eq(AlertStatus.ACTUAL.name()))
                .and(d.EVENT.ne("ENDED")).fetchOptional()
                .ifPresent(r -> owners(r.get(d.INCIDENT_ID)).ifPresent(whose -> {
                    int fresh = db.insertInto(DISPATCH_TAKEN).set(DISPATCH_TAKEN.AGENCY_ID, whose.agency())
                            .set(DISPATCH_TAKEN.ID, r.get(d.ID)).set(DISPATCH_TAKEN.DISTRICT_ID,
                                    whose.district())
                            .set(DISPATCH_TAKEN.SCHOOL_ID, r.get(d.SCHOOL_ID))
                            .set(DISPATCH_TAKEN.INCIDENT_ID, r.get(d.INCIDENT_ID))
                            .set(DISPATCH_TAKEN.RECEIVER, r.get(WEBHOOK.NAME))
                            .set(DISPATCH_TAKEN.ACTION, r.get(d.ACTION)).set(DISPATCH_TAKEN.DETAIL, r.get(d.DETAIL))
                            .set(DISPATCH_TAKEN.SAID_AT, r.get(d.AT))
                            .set(DISPATCH_TAKEN.TAKEN_AT, clock.instant())
                            .onConflict(DISPATCH_TAKEN.AGENCY_ID, DISPATCH_TAKEN.ID).doNothing().execute();
                    for (String topic : fresh == 0
                            ? List.<String>of()
                            : List.of("alerts", "incidents", "accountability", "reach", "reunification")) {
                        live.ring(topic, whose.agency());
                        live.ring(topic, whose.district());
                    }
                }));
    }

    /** Whose school it is about: its agency and its district. */
    private record Owners(UUID agency, UUID district) {}

    private Optional<Owners> owners(UUID incident) {
        return db.select(ALERT.AGENCY_ID, ALERT.DISTRICT_ID).from(ALERT).where(ALERT.ID.eq(incident))
                .fetchOptional(r -> new Owners(r.get(ALERT.AGENCY_ID), r.get(ALERT.DISTRICT_ID)))
                .or(() -> db.select(INCIDENT.AGENCY_ID, INCIDENT.DISTRICT_ID).from(INCIDENT)
                        .where(INCIDENT.ID.eq(incident))
                        .fetchOptional(r -> new Owners(r.get(INCIDENT.AGENCY_ID), r.get(INCIDENT.DISTRICT_ID))));
    }

    /**
     * What a page says about 911 and this incident, in its reader's language; empty while a center has taken nothing of
     * it. Whoever was forced reads what was taken until then: what the others told since would give them away.
     *
     * @param id of an alert, or of an incident that needed none
     */
    @Transactional(readOnly = true)
    public String says(Page page, UUID id) {
        return alerts.find(id).map(alert -> says(page, alert))
                .orElseGet(() -> db.selectFrom(INCIDENT).where(INCIDENT.ID.eq(id)).fetchOptional()
                        .map(i -> said(page, i.getSchoolId(), Told911.of(AlertStatus.valueOf(i.getStatus()), "", "",
                                taken(id, AlertStatus.valueOf(i.getStatus())))))
                        .orElse(""));
    }

    /** For a page about several: only where something can be said of each of them. */
    @Transactional(readOnly = true)
    public String says(Page page, Collection<UUID> ids) {
        var all = ids.stream().map(id -> says(page, id)).distinct().toList();
        return all.contains("") ? "" : String.join(" ", all);
    }

    private String says(Page page, Alert alert) {
        var forced = page.actor() == null ? null : alert.forced().get(page.actor().person());
        var taken = taken(alert.id(), alert.status()).stream()
                .filter(t -> forced == null || !t.takenAt().isAfter(forced.at())).toList();
        // What they were made to tell the school would have reached the center too: their screen says no less than it would.
        var last = forced == null || taken.isEmpty() ? null : taken.getLast();
        return said(page, alert.schoolId(),
                Told911.of(alert.status(), last == null ? alert.action().name() : last.action(),
                        last == null ? alert.detail() : last.detail(), taken));
    }

    private List<Taken> taken(UUID incident, AlertStatus status) {
        if (status != AlertStatus.ACTUAL) return List.of();
        var t = DISPATCH_TAKEN;
        return db.selectFrom(t).where(t.INCIDENT_ID.eq(incident)).orderBy(t.SAID_AT, t.TAKEN_AT)
                .fetch(r -> new Taken(r.getReceiver(), r.getAction(), r.getDetail(), r.getSaidAt(), r.getTakenAt()));
    }

    private String said(Page page, UUID school, Told911 told) {
        if (told.kind() == Told911.Kind.NOT) return "";
        String at = campuses.find(school).map(s -> page.when().time(told.at(), s.zone())).orElse("");
        return told.kind() == Told911.Kind.TAKEN
                ? page.t("alert.dispatch.taken", told.receiver(), at)
                : page.t("alert.dispatch.earlier", told.receiver(), at,
                        told.action().isEmpty()
                                ? page.t("alert.dispatch.incident")
                                : page.t("protocol." + told.action() + ".name"));
    }
}
