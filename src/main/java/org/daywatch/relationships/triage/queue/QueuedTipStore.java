package org.daywatch.relationships.triage.queue;

import static org.daywatch_db.relationships.Tables.QUEUED_TIP;
import static org.jooq.impl.DSL.min;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.relationships.triage.QueuedTip;
import org.daywatch.relationships.triage.QueuedTip.Act;
import org.daywatch.relationships.triage.QueuedTip.Ending;
import org.daywatch.relationships.triage.QueuedTip.State;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch_db.relationships.tables.records.QueuedTipRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The queue as stored: where a tip stands in a row, reasons and its end sealed. The district is bound. */
@Repository
@Transactional
public class QueuedTipStore {

    /** A page of the queue. */
    public static final int MOST = 300;

    private final DSLContext db;
    private final CaseKeys keys;
    private final JsonMapper json;

    QueuedTipStore(DSLContext db, CaseKeys keys, JsonMapper json) {
        this.db = db;
        this.keys = keys;
        this.json = json;
    }

    /** What is sealed of a row. */
    record TipFile(List<TipNote> notes, @Nullable Ending ending, String why) {}

    void insert(QueuedTip tip, boolean lifted) {
        db.executeInsert(row(new StandingTip(tip, lifted, null, null, List.of())));
    }

    @Transactional(readOnly = true)
    public Optional<StandingTip> find(UUID id) {
        return db.selectFrom(QUEUED_TIP).where(QUEUED_TIP.ID.eq(id)).fetchOptional().flatMap(this::read);
    }

    /** Nobody else writes to it until the transaction is over. */
    public StandingTip lock(UUID id) {
        return db.selectFrom(QUEUED_TIP).where(QUEUED_TIP.ID.eq(id)).forNoKeyUpdate().fetchOptional()
                .flatMap(this::read).orElseThrow(() -> new NotFound("tip " + id));
    }

    /**
     * Those that are closed, or all others: about a life first, then with a danger word, then by day.
     *
     * @param school null: of all schools; but for those that stand in the line of a pile
     * @param only of these; null: of all
     */
    @Transactional(readOnly = true)
    public List<StandingTip> list(boolean closed, @Nullable UUID school, @Nullable Collection<UUID> only) {
        Condition which = closed ? QUEUED_TIP.STATE.eq("CLOSED") : QUEUED_TIP.STATE.ne("CLOSED");
        if (school == null && only == null) which = which.andNot(TipPiles.folded());
        if (only != null) which = which.and(QUEUED_TIP.ID.in(only));
        if (school != null) which = which.and(QUEUED_TIP.SCHOOL_ID.eq(school));
        return db.selectFrom(QUEUED_TIP).where(which)
                .orderBy(QUEUED_TIP.TIP_CLASS, QUEUED_TIP.IS_LIFTED.desc(),
                        closed ? QUEUED_TIP.DAY.desc() : QUEUED_TIP.DAY, QUEUED_TIP.ID)
                .limit(MOST).fetch().map(this::read).stream().flatMap(Optional::stream).toList();
    }

    /** About a life, and opened by nobody. */
    @Transactional(readOnly = true)
    public List<UUID> calling() {
        return db.select(QUEUED_TIP.ID).from(QUEUED_TIP)
                .where(QUEUED_TIP.HANDED_ON.isNotNull().and(QUEUED_TIP.SEEN_AT.isNull())).fetch(QUEUED_TIP.ID);
    }

    /** When one about a life that nobody has opened was handed on. */
    @Transactional(readOnly = true)
    public Optional<Instant> callingSince(UUID district, UUID id) {
        return db.select(QUEUED_TIP.HANDED_ON).from(QUEUED_TIP)
                .where(QUEUED_TIP.DISTRICT_ID.eq(district).and(QUEUED_TIP.ID.eq(id)).and(QUEUED_TIP.SEEN_AT.isNull())
                        .and(QUEUED_TIP.HANDED_ON.isNotNull()))
                .fetchOptional(QUEUED_TIP.HANDED_ON);
    }

    /** How a tip first ended: at which school, when, and with what. */
    public record FirstEnding(UUID school, Instant at, Set<TipOutcome> outcomes) {}

    /** Of all that first ended from then on. What was reopened since ended all the same. */
    @Transactional(readOnly = true)
    public List<FirstEnding> firstEndings(Instant from) {
        // A tip that its writer reopened carries the beginning of a day, in whatever zone.
        var acted = QUEUED_TIP.STATE_AT.ge(from.minus(Duration.ofDays(2)));
        return db.selectFrom(QUEUED_TIP).where(QUEUED_TIP.BODY.isNotNull()).and(acted).fetch().stream()
                .flatMap(r -> read(r).stream())
                .flatMap(standing -> standing.notes().stream().filter(note -> note.kind() == TipNote.Kind.CLOSED)
                        .findFirst().filter(note -> !note.at().isBefore(from))
                        .map(note -> new FirstEnding(standing.tip().school(), note.at(), note.outcomes())).stream())
                .toList();
    }

    /** @param seenAt null where nobody has opened it */
    public record Reading(Instant handedOn, @Nullable Instant seenAt) {}

    /** Of those about a life that were handed on in this time. */
    @Transactional(readOnly = true)
    public List<Reading> readings(Instant from, Instant until) {
        return db.select(QUEUED_TIP.HANDED_ON, QUEUED_TIP.SEEN_AT).from(QUEUED_TIP)
                .where(QUEUED_TIP.HANDED_ON.ge(from).and(QUEUED_TIP.HANDED_ON.lt(until)))
                .fetch(r -> new Reading(r.get(QUEUED_TIP.HANDED_ON), r.get(QUEUED_TIP.SEEN_AT)));
    }

    /** On which the oldest of them came. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> firstDay() {
        return db.select(min(QUEUED_TIP.DAY)).from(QUEUED_TIP).fetchOptional(0, LocalDate.class);
    }

    /** The first opening counts; of a tip that is not about a life no moment is kept. */
    void seen(UUID id, Instant now) {
        db.update(QUEUED_TIP).set(QUEUED_TIP.SEEN_AT, now).where(QUEUED_TIP.ID.eq(id))
                .and(QUEUED_TIP.HANDED_ON.isNotNull()).and(QUEUED_TIP.SEEN_AT.isNull()).execute();
    }

    /** @throws Stale when another version was saved meanwhile */
    void save(StandingTip standing) {
        var tip = standing.tip();
        var row = row(standing);
        row.changed(QUEUED_TIP.DISTRICT_ID, false);
        row.changed(QUEUED_TIP.ID, false);
        if (db.update(QUEUED_TIP).set(row).where(QUEUED_TIP.DISTRICT_ID.eq(tip.district()))
                .and(QUEUED_TIP.ID.eq(tip.id())).and(QUEUED_TIP.VERSION.eq(tip.version() - 1)).execute() == 0)
            throw new Stale("tip " + tip.id());
    }

    private QueuedTipRecord row(StandingTip standing) {
        var tip = standing.tip();
        var act = act(tip.state());
        var file = file(standing);
        var r = new QueuedTipRecord();
        r.setDistrictId(tip.district());
        r.setId(tip.id());
        r.setSchoolId(tip.school());
        r.setDay(tip.day());
        r.setSaidLife(tip.saidLife());
        r.setTipClass(tip.tipClass().name());
        r.setHandedOn(tip.handedOn());
        r.setSeenAt(standing.seenAt());
        r.setIsLifted(standing.lifted());
        r.setCategory(tip.category() == null ? null : tip.category().name());
        r.setRouted(tip.routed().stream().map(Enum::name).sorted().toArray(String[]::new));
        r.setSameId(tip.same());
        r.setAnalystId(standing.analyst());
        r.setState(tip.state().code());
        r.setStateBy(act == null ? null : act.person());
        r.setStateName(act == null ? null : act.name());
        r.setStateAt(act == null ? null : act.at());
        r.setBody(file.notes().isEmpty() && file.ending() == null
                ? null
                : keys.seal(tip.district(), tip.id(), json.writeValueAsBytes(file), place(tip.id())));
        r.setVersion(tip.version());
        return r;
    }

    private static TipFile file(StandingTip standing) {
        return switch (standing.tip().state()) {
            case State.Closed(var ending) -> new TipFile(standing.notes(), ending, "");
            case State.Reopened(var ending, var why, _) -> new TipFile(standing.notes(), ending, why);
            default -> new TipFile(standing.notes(), null, "");
        };
    }

    private static @Nullable Act act(State state) {
        return switch (state) {
            case State.Received() -> null;
            case State.Triaged(var by) -> by;
            case State.Routed(var by) -> by;
            case State.Acknowledged(var by) -> by;
            case State.Working(var by) -> by;
            case State.Closed(var ending) -> ending.by();
            case State.Reopened(_, _, var by) -> by;
        };
    }

    /** Empty where its key is gone: then there is nothing to read. */
    private Optional<StandingTip> read(QueuedTipRecord r) {
        if (r.getBody() == null) return Optional.of(read(r, new TipFile(List.of(), null, "")));
        return keys.open(r.getDistrictId(), r.getId(), r.getBody(), place(r.getId()))
                .map(bytes -> read(r, json.readValue(bytes, TipFile.class)));
    }

    private static StandingTip read(QueuedTipRecord r, TipFile file) {
        var routed = EnumSet.noneOf(TipReceiver.class);
        Arrays.stream(r.getRouted()).map(TipReceiver::valueOf).forEach(routed::add);
        var tip = new QueuedTip(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getDay(), r.getSaidLife(),
                TipClass.valueOf(r.getTipClass()), r.getHandedOn(),
                r.getCategory() == null ? null : TipCategory.valueOf(r.getCategory()), Set.copyOf(routed),
                r.getSameId(), state(r, file), r.getVersion());
        return new StandingTip(tip, r.getIsLifted(), r.getSeenAt(), r.getAnalystId(), file.notes());
    }

    private static State state(QueuedTipRecord r, TipFile file) {
        if (r.getState().equals("RECEIVED")) return new State.Received();
        var act = new Act(r.getStateBy(), r.getStateName(), r.getStateAt());
        return switch (r.getState()) {
            case "TRIAGED" -> new State.Triaged(act);
            case "ROUTED" -> new State.Routed(act);
            case "ACKNOWLEDGED" -> new State.Acknowledged(act);
            case "WORKING" -> new State.Working(act);
            case "CLOSED" -> new State.Closed(ending(file));
            case "REOPENED" -> new State.Reopened(ending(file), file.why(), act);
            default -> throw new IllegalStateException("a tip stands in " + r.getState());
        };
    }

    private static Ending ending(TipFile file) {
        if (file.ending() == null) throw new IllegalStateException("a tip that ended has no end");
        return file.ending();
    }

    static List<TipNote> more(List<TipNote> notes, TipNote note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return List.copyOf(all);
    }

    private static String place(UUID tip) {
        return "queued tip " + tip;
    }
}
