package org.daywatch.emergencies.reach;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.RECEIPT;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.live.Live;
import org.daywatch_db.emergencies.tables.records.ReachRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reach as rows. Persons are locked in one order, so that two batches cannot wait for each other. */
@Repository
@Transactional
public class ReachStore {

    private final DSLContext db;
    private final Live live;

    ReachStore(DSLContext db, Live live) {
        this.db = db;
        this.live = live;
    }

    @Transactional(readOnly = true)
    public List<Reach> of(UUID alert) {
        return db.selectFrom(REACH).where(REACH.ALERT_ID.eq(alert)).orderBy(REACH.NAME, REACH.PERSON_ID).fetch(ReachStore::reach);
    }

    /** What is stored already, as a thousand may be after a restart, is asked for once. */
    void receive(List<LaneEntry.Ack> acks) {
        var stored = db.select(RECEIPT.ID).from(RECEIPT).where(RECEIPT.ID.in(acks.stream().map(LaneEntry.Ack::id).toList())).fetchSet(RECEIPT.ID);
        acks.stream().filter(ack -> !stored.contains(ack.id())).sorted(Comparator.comparing(LaneEntry.Ack::alert).thenComparing(LaneEntry.Ack::person)).forEach(ack -> receive(ack, Way.STREAM));
    }

    /** The same receipt again changes nothing. */
    public void receive(LaneEntry.Ack said, Way way) {
        var ack = named(said);
        int fresh = db.insertInto(RECEIPT).set(RECEIPT.AGENCY_ID, ack.agency()).set(RECEIPT.ID, ack.id()).set(RECEIPT.DISTRICT_ID, ack.district())
                .set(RECEIPT.SCHOOL_ID, ack.school()).set(RECEIPT.ALERT_ID, ack.alert()).set(RECEIPT.PERSON_ID, ack.person()).set(RECEIPT.VERSION, ack.version())
                .set(RECEIPT.KIND, ack.kind().name()).set(RECEIPT.WAY, way.name()).set(RECEIPT.NOTE, ack.note()).set(RECEIPT.AT, ack.acceptedAt())
                .onConflict(RECEIPT.AGENCY_ID, RECEIPT.ID).doNothing().execute();
        if (fresh == 0) return;
        insert(Reach.fresh(ack.agency(), ack.alert(), ack.district(), ack.school(), ack.person(), ack.name(), "", false, 0, ack.acceptedAt()));
        var before = lock(ack.alert(), ack.person());
        save(before, before.decide(new ReachCommand.Receive(ack.version(), ack.kind(), way), ack.acceptedAt()).orThrow().state());
    }

    /**
     * Who pressed knows what the school is told, as long as it is what he pressed: nobody has to show him, and a press is a person's act. The press of a test tells nobody anything.
     *
     * @return receipts by the ids of the presses, so that each counts once
     */
    @Transactional(readOnly = true)
    List<LaneEntry.Ack> seenByPressing(List<LaneEntry.Press> presses) {
        var byPeople = presses.stream().filter(press -> press.person() != null && press.status() != AlertStatus.TEST).toList();
        if (byPeople.isEmpty()) return List.of();
        var told = db.select(PRESS.ID, ALERT.ID, ALERT.TOLD).from(PRESS).join(ALERT).on(ALERT.ID.eq(PRESS.ALERT_ID)).where(PRESS.ID.in(byPeople.stream().map(LaneEntry.Press::id).toList()))
                .and(ALERT.ACTION.eq(PRESS.ACTION)).and(ALERT.DETAIL.eq(PRESS.DETAIL)).fetchMap(PRESS.ID);
        return byPeople.stream().filter(press -> told.containsKey(press.id())).map(press -> new LaneEntry.Ack(press.id(), press.agency(), press.district(), press.school(),
                told.get(press.id()).value2(), told.get(press.id()).value3(), LaneEntry.Kind.SEEN, press.person(), press.presser(), "", press.acceptedAt())).toList();
    }

    /** Two nodes may have told one event under two names before they agreed; the press that gave the other one knows which it is. */
    private LaneEntry.Ack named(LaneEntry.Ack ack) {
        var alert = db.select(PRESS.ALERT_ID).from(PRESS).where(PRESS.ID.eq(ack.alert())).fetchOptional(PRESS.ALERT_ID).orElse(ack.alert());
        return alert.equals(ack.alert()) ? ack : new LaneEntry.Ack(ack.id(), ack.agency(), ack.district(), ack.school(), alert, ack.version(), ack.kind(), ack.person(), ack.name(),
                ack.note(), ack.acceptedAt());
    }

    /**
     * Who belongs to the school now is expected; who came late is added; and where people are told something else, those who do not know it yet are not reached.
     *
     * @param people by person
     */
    List<Reach> expect(Alert alert, Map<UUID, SchoolPeople.Placed> people, Instant now) {
        int told = alert.told();
        var known = of(alert.id()).stream().collect(java.util.stream.Collectors.toMap(Reach::person, r -> r));
        // At first everybody is told by the press itself; who comes on post later, from then on.
        var since = known.values().stream().noneMatch(Reach::expected) ? alert.raisedAt() : now;
        people.values().stream().filter(p -> !known.containsKey(p.person())).sorted(Comparator.comparing(SchoolPeople.Placed::person)).forEach(p ->
                insert(Reach.fresh(alert.agencyId(), alert.id(), alert.districtId(), alert.schoolId(), p.person(), p.name(), p.role(), true, told, since)));
        known.values().stream().sorted(Comparator.comparing(Reach::person)).forEach(k -> {
            var placed = people.get(k.person());
            boolean same = placed == null || k.expected();
            if (same && k.told() >= told) return;
            var before = lock(alert.id(), k.person());
            var after = before.decide(new ReachCommand.Tell(told), now).orThrow().state();
            save(before, same ? after : after.as(placed.name(), placed.role(), true));
        });
        return of(alert.id());
    }

    private void insert(Reach r) {
        int fresh = db.insertInto(REACH).set(REACH.AGENCY_ID, r.agencyId()).set(REACH.ALERT_ID, r.alertId()).set(REACH.PERSON_ID, r.person()).set(REACH.DISTRICT_ID, r.districtId())
                .set(REACH.SCHOOL_ID, r.schoolId()).set(REACH.NAME, r.name()).set(REACH.ROLE, r.role()).set(REACH.EXPECTED, r.expected()).set(REACH.TOLD, r.told())
                .set(REACH.HEARD, r.heard()).set(REACH.STATE, r.state().code()).set(REACH.SINCE, r.state().since())
                .onConflict(REACH.AGENCY_ID, REACH.ALERT_ID, REACH.PERSON_ID).doNothing().execute();
        if (fresh > 0) ring(r);
    }

    Reach lock(UUID alert, UUID person) {
        return db.selectFrom(REACH).where(REACH.ALERT_ID.eq(alert)).and(REACH.PERSON_ID.eq(person)).forNoKeyUpdate().fetchSingle(ReachStore::reach);
    }

    private void save(Reach before, Reach after) {
        if (after.equals(before)) return;
        db.update(REACH).set(REACH.NAME, after.name()).set(REACH.ROLE, after.role()).set(REACH.EXPECTED, after.expected()).set(REACH.TOLD, after.told()).set(REACH.HEARD, after.heard())
                .set(REACH.STATE, after.state().code()).set(REACH.SINCE, after.state().since()).set(REACH.WAY, after.state().way() == null ? null : after.state().way().name())
                .where(REACH.ALERT_ID.eq(after.alertId())).and(REACH.PERSON_ID.eq(after.person())).execute();
        ring(after);
    }

    private void ring(Reach reach) {
        live.ring("reach", reach.agencyId());
        live.ring("reach", reach.districtId());
    }

    static Reach reach(ReachRecord r) {
        return new Reach(r.getAgencyId(), r.getAlertId(), r.getPersonId(), r.getDistrictId(), r.getSchoolId(), r.getName(), r.getRole(), r.getExpected(), r.getTold(), r.getHeard(),
                Reach.State.of(r.getState(), r.getSince(), r.getWay() == null ? null : Way.valueOf(r.getWay())));
    }

    /** Figures of several alerts, for lists. */
    @Transactional(readOnly = true)
    public Map<UUID, Tally> tallies(Collection<UUID> alerts) {
        return db.selectFrom(REACH).where(REACH.ALERT_ID.in(alerts)).fetch(ReachStore::reach).stream()
                .collect(java.util.stream.Collectors.groupingBy(Reach::alertId, java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), Tally::of)));
    }
}
