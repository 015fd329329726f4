package org.daywatch.emergencies.alerts;

import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.ROOM_RELEASE;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.*;
import org.daywatch.emergencies.EmergencyEvent;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert.State;
import org.daywatch.emergencies.alerts.Alert.Word;
import org.daywatch.emergencies.alerts.AlertCommand.By;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch_db.emergencies.tables.records.AlertRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Alerts as rows. */
@Repository
@Transactional
public class AlertStore {

    private final DSLContext db;
    private final DuressStore duress;

    AlertStore(DSLContext db, DuressStore duress) {
        this.db = db;
        this.duress = duress;
    }

    @Transactional(readOnly = true)
    public Optional<Alert> find(UUID id) {
        return db.selectFrom(ALERT).where(ALERT.ID.eq(id)).fetchOptional().map(this::alert);
    }

    /**
     * By its own id, or by that of any press that belongs to it: two nodes may have told two presses two names before
     * they agreed.
     */
    @Transactional(readOnly = true)
    public Optional<Alert> named(UUID id) {
        return find(id).or(() -> alertOfPress(id).flatMap(this::find));
    }

    /** Whether it is a call for help that nobody but this person made. */
    @Transactional(readOnly = true)
    boolean onlyCaller(Alert alert, UUID person) {
        return alert.action().help() && db.select(PRESS.PERSON_ID).from(PRESS).where(PRESS.ALERT_ID.eq(alert.id()))
                .fetch(PRESS.PERSON_ID).stream().allMatch(person::equals);
    }

    Alert lock(UUID id) {
        return db.selectFrom(ALERT).where(ALERT.ID.eq(id)).forNoKeyUpdate().fetchOptional().map(this::alert)
                .orElseThrow(() -> new NotFound("alert " + id));
    }

    /** Presses of one school come one after the other, on whichever node: the second finds what the first has made. */
    void takeTurn(UUID school) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 41))", school.toString());
    }

    @Transactional(readOnly = true)
    public Optional<UUID> alertOfPress(UUID press) {
        return db.select(PRESS.ALERT_ID).from(PRESS).where(PRESS.ID.eq(press)).fetchOptional(PRESS.ALERT_ID);
    }

    /** Of these presses those that are stored, with their alerts. */
    @Transactional(readOnly = true)
    Map<UUID, Alert> ofPresses(Collection<UUID> presses) {
        var alertOf = db.select(PRESS.ID, PRESS.ALERT_ID).from(PRESS).where(PRESS.ID.in(presses)).fetchMap(PRESS.ID,
                PRESS.ALERT_ID);
        var alerts = list(ALERT.ID.in(Set.copyOf(alertOf.values())), alertOf.size()).stream()
                .collect(Collectors.toMap(Alert::id, a -> a));
        return alertOf.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, of -> alerts.get(of.getValue())));
    }

    /**
     * Of the school's last alerts of this status the one such a press belongs to.
     *
     * @param said to which it was put when it was accepted, as far as that is known: one that is over takes it only
     * then. A clock that was set back makes a new press look like one from before the end
     */
    static Optional<Alert> taking(Collection<Alert> lately, LaneEntry.Press press, Optional<UUID> said) {
        return lately.stream()
                .filter(a -> a.takes(press.status(), press.action(), press.place(), press.acceptedAt())
                        && (!a.state().over() || said.isEmpty() || said.get().equals(a.id())))
                .min(Comparator.comparing((Alert a) -> a.state().over())
                        .thenComparing(Alert::raisedAt, Comparator.reverseOrder())
                        .thenComparing(a -> a.id().toString()));
    }

    /** The school's last alerts of this status, over or not. */
    @Transactional(readOnly = true)
    List<Alert> lately(UUID school, AlertStatus status) {
        return list(ALERT.SCHOOL_ID.eq(school).and(ALERT.STATUS.eq(status.name())), 20);
    }

    /** Not over, of the organization that is bound. */
    @Transactional(readOnly = true)
    public List<Alert> underWay() {
        return list(ALERT.STATE.notIn("ENDED", "CANCELLED"), 10_000);
    }

    /** Not over, or over only since then, of the organization that is bound. */
    @Transactional(readOnly = true)
    public List<Alert> since(Instant then) {
        return list(ALERT.STATE.notIn("ENDED", "CANCELLED").or(ALERT.SINCE.ge(then)), 10_000);
    }

    private List<Alert> list(Condition which, int limit) {
        var rows = db.selectFrom(ALERT).where(which).orderBy(ALERT.RAISED_AT.desc(), ALERT.ID).limit(limit).fetch();
        var forced = duress.of(rows); // asked once for all of them: a press waits for this
        return rows.map(r -> alert(r, forced.getOrDefault(r.getId(), Map.of())));
    }

    void insert(LaneEntry.Press p, UUID alert) {
        db.insertInto(PRESS).set(PRESS.AGENCY_ID, p.agency()).set(PRESS.ID, p.id()).set(PRESS.DISTRICT_ID, p.district())
                .set(PRESS.SCHOOL_ID, p.school())
                .set(PRESS.ALERT_ID, alert).set(PRESS.STATUS, p.status().name()).set(PRESS.ACTION, p.action().name())
                .set(PRESS.DETAIL, p.detail())
                .set(PRESS.ROOM_ID, p.room()).set(PRESS.PLACE, p.place()).set(PRESS.NOTE, p.note())
                .set(PRESS.SOURCE, p.source().name())
                .set(PRESS.PERSON_ID, p.person()).set(PRESS.PRESSER, p.presser()).set(PRESS.DEVICE_AT, p.deviceAt())
                .set(PRESS.ACCEPTED_AT, p.acceptedAt()).execute();
    }

    void insert(Alert a) {
        db.insertInto(ALERT).set(ALERT.AGENCY_ID, a.agencyId()).set(ALERT.ID, a.id())
                .set(ALERT.DISTRICT_ID, a.districtId()).set(ALERT.SCHOOL_ID, a.schoolId())
                .set(ALERT.STATUS, a.status().name()).set(ALERT.ACTION, a.action().name()).set(ALERT.DETAIL, a.detail())
                .set(ALERT.PLACE, a.place())
                .set(ALERT.PRESSER, a.presser()).set(ALERT.RAISED_AT, a.raisedAt()).set(ALERT.STATE, a.state().code())
                .set(ALERT.SINCE, a.state().since())
                .set(ALERT.VERSION, a.version()).set(ALERT.TOLD, a.told()).execute();
        change(a, a.raisedAt(), "AlertRaised", a.presser(), null, "", null);
    }

    /**
     * The next version, with the fact that made it. The status has no part in it: the database would refuse. @throws
     * Stale when another version was saved meanwhile
     */
    void save(Alert a, EmergencyEvent.OfAlert fact, @Nullable UUID person) {
        var word = a.state().word();
        var instead = word != null && word.what() instanceof Word.Instead i ? i : null;
        String endedBy = a.state() instanceof State.Ended(_, var by)
                ? by
                : a.state() instanceof State.Cancelled(_, var by) ? by : null;
        int hit = db.update(ALERT).set(ALERT.ACTION, a.action().name()).set(ALERT.DETAIL, a.detail())
                .set(ALERT.STATE, a.state().code())
                .set(ALERT.SINCE, a.state().since()).set(ALERT.WORD_BY, word == null ? null : word.by().person())
                .set(ALERT.WORD_NAME, word == null ? null : word.by().name())
                .set(ALERT.WORD_LEADS, word == null ? null : word.by().leads())
                .set(ALERT.WORD_AT, word == null ? null : word.at())
                .set(ALERT.WORD_HOW,
                        word == null ? null : word.what() instanceof Word.Over(var how) ? how.name() : "INSTEAD")
                .set(ALERT.WORD_ACTION, instead == null ? null : instead.action().name())
                .set(ALERT.WORD_DETAIL, instead == null ? null : instead.detail())
                .set(ALERT.WORD_WHY, instead == null ? null : instead.why()).set(ALERT.ENDED_BY, endedBy)
                .set(ALERT.VERSION, a.version()).set(ALERT.TOLD, a.told())
                .where(ALERT.ID.eq(a.id())).and(ALERT.VERSION.eq(a.version() - 1)).execute();
        if (hit == 0) throw new Stale("alert " + a.id());
        change(a, fact.at(), fact.getClass().getSimpleName(), fact.by(), person, fact.why(),
                fact instanceof AlertChangeProposed first ? first.action() : null);
        if (fact instanceof RoomReleased released) release(a, released, person);
        if (fact instanceof DuressSignaled signaled) duress.keep(a, signaled);
    }

    private void change(Alert a, Instant at, String kind, String by, @Nullable UUID person, String why,
            @Nullable ProtocolAction proposes) {
        db.insertInto(ALERT_CHANGE).set(ALERT_CHANGE.AGENCY_ID, a.agencyId()).set(ALERT_CHANGE.ALERT_ID, a.id())
                .set(ALERT_CHANGE.VERSION, a.version())
                .set(ALERT_CHANGE.DISTRICT_ID, a.districtId()).set(ALERT_CHANGE.AT, at).set(ALERT_CHANGE.KIND, kind)
                .set(ALERT_CHANGE.ACTION, a.action().name())
                .set(ALERT_CHANGE.DETAIL, a.detail()).set(ALERT_CHANGE.STATE, a.state().code())
                .set(ALERT_CHANGE.BY_NAME, by).set(ALERT_CHANGE.BY_PERSON, person)
                .set(ALERT_CHANGE.WHY, why).set(ALERT_CHANGE.PROPOSES, proposes == null ? null : proposes.name())
                .execute();
    }

    private void release(Alert a, RoomReleased fact, @Nullable UUID person) {
        var at = fact.at().isBefore(a.state().since()) ? a.state().since() : fact.at(); // by a clock that was set back
        db.insertInto(ROOM_RELEASE).set(ROOM_RELEASE.AGENCY_ID, a.agencyId()).set(ROOM_RELEASE.ALERT_ID, a.id())
                .set(ROOM_RELEASE.ROOM_ID, fact.room())
                .set(ROOM_RELEASE.DISTRICT_ID, a.districtId()).set(ROOM_RELEASE.AT, at)
                .set(ROOM_RELEASE.BY_NAME, fact.by()).set(ROOM_RELEASE.BY_PERSON, person)
                .onConflictDoNothing().execute();
    }

    private Alert alert(AlertRecord r) {
        return alert(r, duress.of(List.of(r)).getOrDefault(r.getId(), Map.of()));
    }

    private Alert alert(AlertRecord r, Map<UUID, Forced> forced) {
        return new Alert(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getSchoolId(),
                AlertStatus.valueOf(r.getStatus()), ProtocolAction.valueOf(r.getAction()),
                r.getDetail(), r.getPlace(), r.getPresser(), r.getRaisedAt(), state(r), forced, r.getVersion(),
                r.getTold());
    }

    private State state(AlertRecord r) {
        var word = r.getWordBy() == null
                ? null
                : new Word(new By(r.getWordBy(), r.getWordName(), r.getWordLeads()), r.getWordAt(), what(r));
        return switch (r.getState()) {
            case "ACTIVE" -> new State.Active(r.getSince(), word);
            case "RELEASING" -> new State.Releasing(r.getSince(), released(r), word);
            case "EVACUATED" -> new State.Evacuated(r.getSince(), word);
            case "REUNIFYING" -> new State.Reunifying(r.getSince(), word);
            case "ENDED" -> new State.Ended(r.getSince(), r.getEndedBy());
            case "CANCELLED" -> new State.Cancelled(r.getSince(), r.getEndedBy());
            default -> throw new IllegalStateException("alert " + r.getId() + " has the unknown state " + r.getState());
        };
    }

    private static Word.What what(AlertRecord r) {
        if (r.getWordHow().equals("INSTEAD"))
            return new Word.Instead(ProtocolAction.valueOf(r.getWordAction()), r.getWordDetail(), r.getWordWhy());
        return new Word.Over(AlertEnding.valueOf(r.getWordHow()));
    }

    private HashSet<UUID> released(AlertRecord r) {
        return new HashSet<>(db.select(ROOM_RELEASE.ROOM_ID).from(ROOM_RELEASE)
                .where(ROOM_RELEASE.ALERT_ID.eq(r.getId())).and(ROOM_RELEASE.AT.ge(r.getSince()))
                .fetch(ROOM_RELEASE.ROOM_ID));
    }
}
