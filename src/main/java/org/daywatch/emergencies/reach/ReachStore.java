package org.daywatch.emergencies.reach;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.RECEIPT;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
        return db.selectFrom(REACH).where(REACH.ALERT_ID.eq(alert)).orderBy(REACH.NAME, REACH.PERSON_ID)
                .fetch(ReachStore::reach);
    }

    void receive(List<LaneEntry.Ack> acks) {
        receive(acks, Way.STREAM);
    }

    /** The same receipt again changes nothing. */
    public void receive(LaneEntry.Ack ack, Way way) {
        receive(List.of(ack), way);
    }

    /** All together: hundreds come at once, when the database has been away. */
    private void receive(List<LaneEntry.Ack> said, Way way) {
        var stored = db.select(RECEIPT.ID).from(RECEIPT)
                .where(RECEIPT.ID.in(said.stream().map(LaneEntry.Ack::id).toList())).fetchSet(RECEIPT.ID);
        var others = named(said.stream().filter(ack -> !stored.contains(ack.id())).toList());
        var acks = fresh(others.stream()
                .sorted(Comparator.comparing(LaneEntry.Ack::alert).thenComparing(LaneEntry.Ack::person)).toList(), way);
        insert(acks.stream().map(ack -> Reach.fresh(ack.agency(), ack.alert(), ack.district(), ack.school(),
                ack.person(), ack.name(), "", false, 0, ack.acceptedAt())).toList());
        var before = lock(acks.stream().map(ack -> new Who(ack.alert(), ack.person())).toList());
        var after = new LinkedHashMap<>(before);
        acks.forEach(ack -> after.computeIfPresent(new Who(ack.alert(), ack.person()),
                (who, reach) -> reach.decide(new ReachCommand.Receive(ack.version(), ack.kind(), way), ack.acceptedAt())
                        .orThrow().state()));
        save(before, after);
        acks.stream().filter(ReachStore::tellsTheCaller).forEach(ack -> {
            ring(ack.agency(), ack.district());
            live.ring("alerts", ack.agency());
            live.ring("alerts", ack.district());
        });
    }

    /** On the way, or not after all: the screen of whoever called for help says so, and those of the others. */
    private static boolean tellsTheCaller(LaneEntry.Ack ack) {
        return ack.kind() == LaneEntry.Kind.GOING || ack.kind() == LaneEntry.Kind.ACKNOWLEDGED;
    }

    /** @return those that nobody else has stored meanwhile, in the same order */
    private List<LaneEntry.Ack> fresh(List<LaneEntry.Ack> acks, Way way) {
        if (acks.isEmpty()) return acks;
        var r = RECEIPT;
        var inserted = db
                .insertInto(r, r.AGENCY_ID, r.ID, r.DISTRICT_ID, r.SCHOOL_ID, r.ALERT_ID, r.PERSON_ID, r.VERSION,
                        r.KIND, r.WAY, r.NOTE, r.AT)
                .valuesOfRows(acks.stream()
                        .map(a -> row(a.agency(), a.id(), a.district(), a.school(), a.alert(), a.person(), a.version(),
                                a.kind().name(), way.name(), a.note(), a.acceptedAt()))
                        .toList())
                .onConflict(r.AGENCY_ID, r.ID).doNothing().returning(r.ID).fetchSet(r.ID);
        return acks.stream().filter(ack -> inserted.remove(ack.id())).toList();
    }

    /**
     * Who pressed knows what the school is told, as long as it is what they pressed: nobody has to show them, and a
     * press is a person's act. The press of a test tells nobody anything.
     *
     * @return receipts by the ids of the presses, so that each counts once
     */
    @Transactional(readOnly = true)
    List<LaneEntry.Ack> seenByPressing(List<LaneEntry.Press> presses) {
        var byPeople = presses.stream().filter(press -> press.person() != null && press.status() != AlertStatus.TEST)
                .toList();
        if (byPeople.isEmpty()) return List.of();
        var told = db.select(PRESS.ID, ALERT.ID, ALERT.TOLD).from(PRESS).join(ALERT).on(ALERT.ID.eq(PRESS.ALERT_ID))
                .where(PRESS.ID.in(byPeople.stream().map(LaneEntry.Press::id).toList()))
                .and(ALERT.ACTION.eq(PRESS.ACTION)).and(ALERT.DETAIL.eq(PRESS.DETAIL)).fetchMap(PRESS.ID);
        return byPeople.stream().filter(press -> told.containsKey(press.id()))
                .map(press -> new LaneEntry.Ack(press.id(), press.agency(), press.district(), press.school(),
                        told.get(press.id()).get(ALERT.ID), told.get(press.id()).get(ALERT.TOLD), LaneEntry.Kind.SEEN,
                        press.person(), press.presser(), "", press.acceptedAt()))
                .toList();
    }

    /**
     * Two nodes may have told one event under two names before they agreed; the press that gave the other one knows
     * which it is.
     */
    private List<LaneEntry.Ack> named(List<LaneEntry.Ack> acks) {
        var names = db.select(PRESS.ID, PRESS.ALERT_ID).from(PRESS)
                .where(PRESS.ID.in(acks.stream().map(LaneEntry.Ack::alert).distinct().toList()))
                .fetchMap(PRESS.ID, PRESS.ALERT_ID);
        return acks.stream()
                .map(ack -> new LaneEntry.Ack(ack.id(), ack.agency(), ack.district(), ack.school(),
                        names.getOrDefault(ack.alert(), ack.alert()), ack.version(), ack.kind(),
                        ack.person(), ack.name(), ack.note(), ack.acceptedAt()))
                .toList();
    }

    /**
     * Who belongs to the school now is expected; who came late is added; and where people are told something else,
     * those who do not know it yet are not reached.
     *
     * @param people by person
     */
    List<Reach> expect(Alert alert, Map<UUID, SchoolPeople.Placed> people, Instant now) {
        int told = alert.told();
        var known = of(alert.id()).stream().collect(Collectors.toMap(Reach::person, r -> r));
        // At first everybody is told by the press itself; who comes on post later, from then on.
        var since = known.values().stream().noneMatch(Reach::expected) ? alert.raisedAt() : now;
        insert(people.values().stream().filter(p -> !known.containsKey(p.person()))
                .sorted(Comparator.comparing(SchoolPeople.Placed::person))
                .map(p -> Reach.fresh(alert.agencyId(), alert.id(), alert.districtId(), alert.schoolId(), p.person(),
                        p.name(), p.role(), true, told, since))
                .toList());
        var before = lock(
                known.values().stream().filter(k -> k.told() < told || people.containsKey(k.person()) && !k.expected())
                        .map(k -> new Who(k.alertId(), k.person())).toList());
        var after = new LinkedHashMap<>(before);
        after.replaceAll((who, reach) -> {
            var next = reach.decide(new ReachCommand.Tell(told), now).orThrow().state();
            var placed = people.get(who.person());
            return placed == null || known.get(who.person()).expected()
                    ? next
                    : next.as(placed.name(), placed.role(), true);
        });
        save(before, after);
        return of(alert.id());
    }

    /** In the order of the persons, as they are locked. Who is there already stays as they are. */
    private void insert(List<Reach> all) {
        if (all.isEmpty()) return;
        var r = REACH;
        db.insertInto(r, r.AGENCY_ID, r.ALERT_ID, r.PERSON_ID, r.DISTRICT_ID, r.SCHOOL_ID, r.NAME, r.ROLE, r.EXPECTED,
                r.TOLD, r.HEARD, r.STATE, r.SINCE)
                .valuesOfRows(all.stream()
                        .map(one -> row(one.agencyId(), one.alertId(), one.person(), one.districtId(), one.schoolId(),
                                one.name(), one.role(), one.expected(), one.told(),
                                one.heard(), one.state().code(), one.state().since()))
                        .toList())
                .onConflict(r.AGENCY_ID, r.ALERT_ID, r.PERSON_ID).doNothing().returning(r.AGENCY_ID, r.DISTRICT_ID)
                .fetch().forEach(row -> ring(row.getAgencyId(), row.getDistrictId()));
    }

    private record Who(UUID alert, UUID person) {}

    private Map<Who, Reach> lock(List<Who> who) {
        if (who.isEmpty()) return Map.of();
        return db.selectFrom(REACH)
                .where(row(REACH.ALERT_ID, REACH.PERSON_ID)
                        .in(who.stream().distinct().map(one -> row(one.alert(), one.person())).toList()))
                .orderBy(REACH.ALERT_ID, REACH.PERSON_ID).forNoKeyUpdate().fetch(ReachStore::reach).stream()
                .collect(Collectors.toMap(reach -> new Who(reach.alertId(), reach.person()), reach -> reach,
                        (one, same) -> one, LinkedHashMap::new));
    }

    private void save(Map<Who, Reach> before, Map<Who, Reach> after) {
        var changed = after.entrySet().stream().filter(one -> !one.getValue().equals(before.get(one.getKey())))
                .map(Map.Entry::getValue).toList();
        db.batch(changed.stream()
                .map(one -> db.update(REACH).set(REACH.NAME, one.name()).set(REACH.ROLE, one.role())
                        .set(REACH.EXPECTED, one.expected()).set(REACH.TOLD, one.told())
                        .set(REACH.HEARD, one.heard()).set(REACH.STATE, one.state().code())
                        .set(REACH.SINCE, one.state().since())
                        .set(REACH.WAY, one.state().way() == null ? null : one.state().way().name())
                        .where(REACH.ALERT_ID.eq(one.alertId())).and(REACH.PERSON_ID.eq(one.person())))
                .toList()).execute();
        changed.forEach(one -> ring(one.agencyId(), one.districtId()));
    }

    private void ring(UUID agency, UUID district) {
        live.ring("reach", agency);
        live.ring("reach", district);
    }

    static Reach reach(ReachRecord r) {
        return new Reach(r.getAgencyId(), r.getAlertId(), r.getPersonId(), r.getDistrictId(), r.getSchoolId(),
                r.getName(), r.getRole(), r.getExpected(), r.getTold(), r.getHeard(),
                Reach.State.of(r.getState(), r.getSince(), r.getWay() == null ? null : Way.valueOf(r.getWay())));
    }

    /** Figures of several alerts, for lists. */
    @Transactional(readOnly = true)
    public Map<UUID, Tally> tallies(Collection<UUID> alerts) {
        return db.selectFrom(REACH).where(REACH.ALERT_ID.in(alerts)).fetch(ReachStore::reach).stream()
                .collect(Collectors.groupingBy(Reach::alertId,
                        Collectors.collectingAndThen(Collectors.toList(), Tally::of)));
    }
}
