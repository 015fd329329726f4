package org.daywatch.emergencies.dispatch;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.DISPATCH_TAKEN;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.emergencies.Tables.WEBHOOK;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.web.Page;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Owns the state of 911: keeps what a 911 center took, and says how it stands wherever people stand in an emergency.
 */
@Component
@Transactional
public class Dispatch {

    /** The kind of a line in an incident's timeline: somebody called 911. */
    public static final String CALLED = "Called911";

    private static final List<String> SHOWN = List.of("alerts", "incidents", "accountability", "reach",
            "reunification");

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
                    if (fresh > 0) ring(whose.agency(), whose.district());
                }));
    }

    /** Every page on which people stand in an emergency shows the state of 911 anew. */
    public void ring(UUID agency, UUID district) {
        for (var topic : SHOWN) {
            live.ring(topic, agency);
            live.ring(topic, district);
        }
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
     * What a page says about 911 and this event, in its reader's language. Whoever was forced reads what was called and
     * taken until then, and their own call: what the others told since would give them away.
     *
     * @param id of an alert, or of an incident that needed none
     */
    @Transactional(readOnly = true)
    public Line911 line(Page page, UUID id) {
        return alerts.find(id).map(alert -> line(page, alert))
                .orElseGet(() -> db.selectFrom(INCIDENT).where(INCIDENT.ID.eq(id)).fetchOptional()
                        .map(i -> said(page, id, i.getSchoolId(), "",
                                State911.of(new State911.Facts(AlertStatus.valueOf(i.getStatus()),
                                        i.getState().equals("CLOSED"), "", "", i.getOpenedAt(), calls(id),
                                        taken(id, AlertStatus.valueOf(i.getStatus()))))))
                        .orElseGet(() -> nothing(page)));
    }

    /**
     * For a page about several: the real before drills, and those of which somebody must still call before the others.
     */
    @Transactional(readOnly = true)
    public Line911 line(Page page, Collection<UUID> ids) {
        var all = ids.stream().map(id -> line(page, id)).toList();
        var real = all.stream().filter(line -> !line.notNeeded()).toList();
        var most = real.isEmpty()
                ? all
                : real.stream().anyMatch(Line911::asks)
                        ? real.stream().filter(Line911::asks).toList()
                        : real;
        if (most.isEmpty()) return nothing(page);
        String fact = String.join(" ", new LinkedHashSet<>(most.stream().map(Line911::fact).toList()));
        var first = most.getFirst();
        return new Line911(first.state(), first.event(), fact, first.advice(), first.later(), first.records());
    }

    /** For a page on which somebody is about to raise something at a school: of what goes on there in earnest. */
    @Transactional(readOnly = true)
    public Line911 before(Page page, UUID school, AlertStatus status) {
        if (status != AlertStatus.ACTUAL)
            return said(page, null, school, "", new State911(State911.Kind.NOT_NEEDED, "", Instant.EPOCH, ""));
        var reader = page.actor();
        return line(page, alerts.underWay().stream().map(a -> reader == null ? a : a.seenBy(reader.person()))
                .filter(a -> a.schoolId().equals(school) && a.status() == status && !a.state().over()).map(Alert::id)
                .toList());
    }

    /** Where nothing goes on. */
    public Line911 nothing(Page page) {
        return new Line911(null, null, page.t("alert.911.nothing"), page.t("alert.911.advice"), "", false);
    }

    /** Whether the timeline has their call since the school was told what it is told now. */
    @Transactional(readOnly = true)
    public boolean hasCallOf(UUID event, UUID person) {
        var since = alerts.find(event).map(this::told).orElse(Instant.EPOCH);
        return calls(event).stream().anyMatch(call -> person.equals(call.person()) && !call.at().isBefore(since));
    }

    private Line911 line(Page page, Alert alert) {
        var reader = page.actor() == null ? null : page.actor().person();
        var forced = reader == null ? null : alert.forced().get(reader);
        var seen = reader == null ? alert : alert.seenBy(reader);
        var taken = taken(alert.id(), alert.status()).stream()
                .filter(t -> forced == null || !t.takenAt().isAfter(forced.at())).toList();
        var calls = calls(alert.id()).stream().filter(call -> reader != null && reader.equals(call.person())
                || !alert.under(call.person(), call.written())
                        && (forced == null || !call.written().isAfter(forced.at())))
                .toList();
        // What they were made to tell the school would have reached the center too: their screen says no less than it would.
        var last = forced == null || taken.isEmpty() ? null : taken.getLast();
        boolean nobodyCalled = forced != null || calls.isEmpty();
        return said(page, alert.id(), alert.schoolId(), seen.action().name(),
                State911.of(new State911.Facts(alert.status(), seen.state().over(),
                        last == null ? alert.action().name() : last.action(),
                        last == null ? alert.detail() : last.detail(), nobodyCalled ? Instant.EPOCH : told(alert),
                        calls, taken)));
    }

    /** Since when the school is told what it is told now. */
    private Instant told(Alert alert) {
        var c = ALERT_CHANGE;
        var told = alert.raisedAt();
        String before = "";
        for (var change : db.select(c.AT, c.ACTION, c.DETAIL).from(c).where(c.ALERT_ID.eq(alert.id()))
                .orderBy(c.VERSION).fetch()) {
            String now = change.get(c.ACTION) + "/" + change.get(c.DETAIL);
            if (!now.equals(before)) told = change.get(c.AT);
            before = now;
        }
        return told;
    }

    /** A line that somebody has corrected counts no more. */
    private List<Call> calls(UUID incident) {
        var e = INCIDENT_ENTRY;
        var correction = INCIDENT_ENTRY.as("correction");
        return db.select(e.BY_PERSON, e.BY_NAME, e.AT, e.WRITTEN_AT).from(e)
                .where(e.INCIDENT_ID.eq(incident)).and(e.KIND.eq(CALLED))
                .andNotExists(db.selectOne().from(correction).where(correction.INCIDENT_ID.eq(e.INCIDENT_ID))
                        .and(correction.CORRECTS.eq(e.SEQ)))
                .orderBy(e.AT)
                .fetch(r -> new Call(r.get(e.BY_PERSON), r.get(e.BY_NAME), r.get(e.AT), r.get(e.WRITTEN_AT)));
    }

    private List<Taken> taken(UUID incident, AlertStatus status) {
        if (status != AlertStatus.ACTUAL) return List.of();
        var t = DISPATCH_TAKEN;
        return db.selectFrom(t).where(t.INCIDENT_ID.eq(incident)).orderBy(t.SAID_AT, t.TAKEN_AT)
                .fetch(r -> new Taken(r.getReceiver(), r.getAction(), r.getDetail(), r.getSaidAt(), r.getTakenAt()));
    }

    private Line911 said(Page page, @Nullable UUID event, UUID school, String action, State911 state) {
        String at = campuses.find(school).map(s -> page.when().time(state.at(), s.zone())).orElse("");
        var reader = page.actor();
        boolean records = event != null && state.asks() && reader != null && reader.may(Permission.ALERT_READ);
        String more = page.t("alert.911.more");
        return switch (state.kind()) {
            case NOBODY -> new Line911(state, event, page.t("alert.screen.notTold"), "",
                    page.t("alert.screen.notTold"), records);
            case CALLED -> new Line911(state, event, page.t("alert.911.called", state.who(), at), more,
                    page.t("alert.911.calledBefore", state.who(), at), false);
            case CALLED_BEFORE -> new Line911(state, event, page.t("alert.911.calledBefore", state.who(), at),
                    page.t("alert.911.change"), page.t("alert.911.calledBefore", state.who(), at), records);
            case RECEIVED -> new Line911(state, event, page.t("alert.dispatch.taken", state.who(), at), more,
                    page.t("alert.dispatch.earlier", state.who(), at, name(page, action)), false);
            case RECEIVED_BEFORE -> {
                String earlier = page.t("alert.dispatch.earlier", state.who(), at, name(page, state.action()));
                yield new Line911(state, event, earlier, page.t("alert.911.now"), earlier, records);
            }
            case NOT_NEEDED -> new Line911(state, event, page.t("alert.911.notNeeded"), "", "", false);
            case OVER -> new Line911(state, event, page.t("alert.911.over"), page.t("alert.911.danger"), "", false);
        };
    }

    private static String name(Page page, String action) {
        return action.isEmpty() ? page.t("alert.dispatch.incident") : page.t("protocol." + action + ".name");
    }
}
