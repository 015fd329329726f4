package org.daywatch.staffing.whatif;

import static org.daywatch_db.staffing.Tables.WHAT_IF;
import static org.daywatch_db.staffing.Tables.WHAT_IF_ROW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.whatif.Affected.Outcome;
import org.daywatch.staffing.whatif.WhatIf.OfficerSum;
import org.daywatch.staffing.whatif.WhatIf.SchoolSum;
import org.daywatch.staffing.whatif.WhatIf.State;
import org.daywatch.staffing.whatif.WhatIf.Sum;
import org.daywatch.staffing.whatif.WhatIf.Which;
import org.daywatch_db.staffing.tables.records.WhatIfRecord;
import org.daywatch_db.staffing.tables.records.WhatIfRowRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Questions of what would be, how far their answers are, and every post these touch. */
@Repository
@Transactional
class WhatIfStore {

    static final Duration LEASE = Duration.ofSeconds(120);

    private final DSLContext db;
    private final Clock clock;

    WhatIfStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    UUID add(LocalDate from, LocalDate to, WhatIfProposal proposal, String said, @Nullable UUID by) {
        var id = Ids.next();
        db.insertInto(WHAT_IF).set(WHAT_IF.AGENCY_ID, Tenancy.tenant()).set(WHAT_IF.ID, id).set(WHAT_IF.FROM_DAY, from)
                .set(WHAT_IF.TO_DAY, to)
                .set(WHAT_IF.KIND, proposal.kind()).set(WHAT_IF.PROPOSAL, JSONB.jsonb(proposal.stored()))
                .set(WHAT_IF.SAID, said).set(WHAT_IF.STATE, State.QUEUED.name())
                .set(WHAT_IF.ASKED_BY, by).set(WHAT_IF.ASKED_AT, clock.instant()).execute();
        return id;
    }

    @Transactional(readOnly = true)
    WhatIf get(UUID id) {
        return db.selectFrom(WHAT_IF).where(WHAT_IF.ID.eq(id)).fetchOptional(WhatIfStore::whatIf)
                .orElseThrow(() -> new NotFound("what-if " + id));
    }

    @Transactional(readOnly = true)
    List<WhatIf> list(Paging asked) {
        org.jooq.Field<?> first = switch (asked.sort()) {
            case "said" -> DSL.lower(WHAT_IF.SAID);
            case "from" -> WHAT_IF.FROM_DAY;
            default -> WHAT_IF.ASKED_AT;
        };
        return db.selectFrom(WHAT_IF).where(which(asked))
                .orderBy(asked.descending() ? first.desc() : first.asc(), WHAT_IF.ASKED_AT.desc(), WHAT_IF.ID.desc())
                .offset(asked.offset()).limit(asked.size()).fetch(WhatIfStore::whatIf);
    }

    @Transactional(readOnly = true)
    int count(Paging asked) {
        return db.fetchCount(WHAT_IF, which(asked));
    }

    private static Condition which(Paging asked) {
        var state = asked.filter("state");
        var which = asked.filter("q").isEmpty()
                ? DSL.noCondition()
                : WHAT_IF.SAID.containsIgnoreCase(asked.filter("q"));
        return state.isEmpty() ? which : which.and(WHAT_IF.STATE.eq(state));
    }

    void total(UUID id, String node, int total) {
        beat(id, node);
        db.update(WHAT_IF).set(WHAT_IF.TOTAL, total).where(WHAT_IF.ID.eq(id)).execute();
    }

    void more(UUID id, String node, int total) {
        beat(id, node);
        db.update(WHAT_IF).set(WHAT_IF.TOTAL, WHAT_IF.TOTAL.plus(total)).where(WHAT_IF.ID.eq(id)).execute();
    }

    void replayed(UUID id, String node, int officers, int shifts, long minutes, Collection<Affected> rows) {
        beat(id, node);
        write(id, rows);
        db.update(WHAT_IF).set(WHAT_IF.DONE, WHAT_IF.DONE.plus(officers))
                .set(WHAT_IF.SHIFTS, WHAT_IF.SHIFTS.plus(shifts))
                .set(WHAT_IF.MINUTES, WHAT_IF.MINUTES.plus(minutes)).where(WHAT_IF.ID.eq(id)).execute();
    }

    void weekDone(UUID id, String node, Collection<Affected> rows) {
        beat(id, node);
        write(id, rows);
        db.update(WHAT_IF).set(WHAT_IF.DONE, WHAT_IF.DONE.plus(1)).where(WHAT_IF.ID.eq(id)).execute();
    }

    void end(UUID id, String node, State state, @Nullable String problem) {
        db.update(WHAT_IF).set(WHAT_IF.STATE, state.name()).set(WHAT_IF.PROBLEM, problem)
                .set(WHAT_IF.ENDED_AT, clock.instant()).setNull(WHAT_IF.TAKEN_BY)
                .setNull(WHAT_IF.LEASE_UNTIL).where(mine(id, node)).execute();
    }

    /**
     * Takes one that waits, or whose node has not been heard of for the lease, from its beginning; nobody else gets the
     * same one.
     */
    Optional<WhatIf> take(String node, Instant now) {
        var taken = db.update(WHAT_IF).set(WHAT_IF.STATE, State.RUNNING.name()).set(WHAT_IF.TAKEN_BY, node)
                .set(WHAT_IF.LEASE_UNTIL, now.plus(LEASE))
                .set(WHAT_IF.TOTAL, 0).set(WHAT_IF.DONE, 0).set(WHAT_IF.SHIFTS, 0).set(WHAT_IF.MINUTES, 0L)
                .where(WHAT_IF.ID.in(db.select(WHAT_IF.ID).from(WHAT_IF)
                        .where(WHAT_IF.STATE.eq(State.QUEUED.name())
                                .or(WHAT_IF.STATE.eq(State.RUNNING.name()).and(WHAT_IF.LEASE_UNTIL.lt(now))))
                        .orderBy(WHAT_IF.ASKED_AT).limit(1).forUpdate().skipLocked()))
                .returning().fetchOptional(WhatIfStore::whatIf);
        taken.ifPresent(one -> db.deleteFrom(WHAT_IF_ROW).where(WHAT_IF_ROW.WHAT_IF_ID.eq(one.id())).execute());
        return taken;
    }

    /** Keeps the lease. @throws TakenOver where another node works on it by now */
    private void beat(UUID id, String node) {
        if (!renew(id, node, clock.instant().plus(LEASE))) throw new TakenOver();
    }

    boolean renew(UUID id, String node, Instant until) {
        return db.update(WHAT_IF).set(WHAT_IF.LEASE_UNTIL, until).where(mine(id, node)).execute() == 1;
    }

    private static Condition mine(UUID id, String node) {
        return WHAT_IF.ID.eq(id).and(WHAT_IF.TAKEN_BY.eq(node)).and(WHAT_IF.STATE.eq(State.RUNNING.name()));
    }

    /** Another node has it: what this one found is not written. */
    static final class TakenOver extends RuntimeException {
        TakenOver() {
            super("taken over by another node");
        }
    }

    private void write(UUID id, Collection<Affected> rows) {
        if (rows.isEmpty()) return;
        int n = db.fetchCount(WHAT_IF_ROW, WHAT_IF_ROW.WHAT_IF_ID.eq(id));
        var records = new java.util.ArrayList<WhatIfRowRecord>(rows.size());
        for (var row : rows) records.add(record(id, n++, row));
        db.batchInsert(records).execute();
    }

    private WhatIfRowRecord record(UUID id, int n, Affected a) {
        var r = db.newRecord(WHAT_IF_ROW);
        r.setAgencyId(Tenancy.tenant());
        r.setWhatIfId(id);
        r.setN(n);
        r.setOutcome(a.outcome().name());
        r.setSchoolId(a.school());
        r.setSchoolName(a.schoolName());
        r.setZone(a.zone().getId());
        r.setDay(a.day());
        r.setStartsAt(a.window().start());
        r.setEndsAt(a.window().end());
        r.setBeforeMinutes(a.beforeMinutes());
        r.setAfterMinutes(a.afterMinutes());
        r.setOfficerId(a.officer());
        r.setOfficerName(a.officerName());
        r.setOtherId(a.other());
        r.setOtherName(a.otherName());
        r.setPolicy(a.policy());
        r.setShape(a.shape());
        r.setReached(a.reached());
        r.setAllowed(a.allowed());
        return r;
    }

    @Transactional(readOnly = true)
    WhatIf.Sums sums(UUID id) {
        Map<Outcome, Sum> by = new EnumMap<>(Outcome.class);
        var r = WHAT_IF_ROW;
        var sumAfterMinutes = DSL.sum(r.AFTER_MINUTES);
        var sumBeforeMinutes = DSL.sum(r.BEFORE_MINUTES);
        var officers = DSL.count();
        db.select(r.OUTCOME, officers, sumBeforeMinutes, sumAfterMinutes).from(r).where(r.WHAT_IF_ID.eq(id))
                .groupBy(r.OUTCOME)
                .forEach(x -> by.put(Outcome.valueOf(x.get(r.OUTCOME)), new Sum(x.get(officers),
                        x.get(sumBeforeMinutes).longValue(), x.get(sumAfterMinutes).longValue())));
        return new WhatIf.Sums(by);
    }

    /** Those who give up most first. */
    @Transactional(readOnly = true)
    List<OfficerSum> officers(UUID id, int most) {
        return db
                .resultQuery(
                        """
                select officer, max(name), sum(gives)::int, sum(gives_minutes)::bigint, sum(takes)::int, sum(takes_minutes)::bigint, sum(changed)::bigint from (
                    select officer_id officer, officer_name name, case when outcome = 'CHANGED' then 0 else 1 end gives, case when outcome = 'CHANGED' then 0 else before_minutes end gives_minutes,
                           0 takes, 0 takes_minutes, case when outcome = 'CHANGED' then after_minutes - before_minutes else 0 end changed
                    from staffing.what_if_row where what_if_id = {0} and officer_id is not null
                    union all
                    select other_id, other_name, 0, 0, 1, after_minutes, 0 from staffing.what_if_row where what_if_id = {0} and other_id is not null) touched
                group by officer order by sum(gives_minutes) desc, sum(takes_minutes) desc, max(name), officer limit {1}""",
                        DSL.val(id), DSL.val(most))
                .fetch(x -> new OfficerSum(x.get(0, UUID.class), x.get(1, String.class), x.get(2, int.class),
                        x.get(3, long.class), x.get(4, int.class),
                        x.get(5, long.class), x.get(6, long.class)));
    }

    @Transactional(readOnly = true)
    List<SchoolSum> schools(UUID id, int most) {
        var r = WHAT_IF_ROW;
        var lost = DSL.count().filterWhere(r.OUTCOME.in("LOST", "UNFILLED"));
        var moved = DSL.count().filterWhere(r.OUTCOME.eq("MOVED"));
        var officers = DSL.count();
        var lastSchoolName = DSL.max(r.SCHOOL_NAME);
        return db.select(r.SCHOOL_ID, lastSchoolName, officers, lost, moved).from(r).where(r.WHAT_IF_ID.eq(id))
                .groupBy(r.SCHOOL_ID).orderBy(lost.desc(), DSL.count().desc(), DSL.max(r.SCHOOL_NAME), r.SCHOOL_ID)
                .limit(most)
                .fetch(x -> new SchoolSum(x.get(r.SCHOOL_ID), x.get(lastSchoolName), x.get(officers), x.get(lost),
                        x.get(moved)));
    }

    @Transactional(readOnly = true)
    long count(UUID id, Which which) {
        return db.fetchCount(WHAT_IF_ROW, fits(id, which));
    }

    @Transactional(readOnly = true)
    List<Affected> rows(UUID id, Which which, Paging asked) {
        var r = WHAT_IF_ROW;
        org.jooq.Field<?> first = switch (asked.sort()) {
            case "outcome" -> r.OUTCOME;
            case "officer" -> r.OFFICER_NAME;
            default -> r.DAY;
        };
        return db.selectFrom(r).where(fits(id, which))
                .orderBy(asked.descending() ? first.desc() : first.asc(), r.DAY, r.STARTS_AT, r.SCHOOL_NAME, r.N)
                .limit(asked.size()).offset(asked.offset()).fetch(WhatIfStore::affected);
    }

    private static Condition fits(UUID id, Which which) {
        var r = WHAT_IF_ROW;
        var fits = r.WHAT_IF_ID.eq(id);
        if (!which.outcome().isBlank()) fits = fits.and(r.OUTCOME.eq(which.outcome()));
        if (which.officer() != null)
            fits = fits.and(r.OFFICER_ID.eq(which.officer()).or(r.OTHER_ID.eq(which.officer())));
        if (which.school() != null) fits = fits.and(r.SCHOOL_ID.eq(which.school()));
        if (!which.words().isBlank()) {
            fits = fits.and(
                    r.SCHOOL_NAME.containsIgnoreCase(which.words()).or(r.OFFICER_NAME.containsIgnoreCase(which.words()))
                            .or(r.OTHER_NAME.containsIgnoreCase(which.words())));
        }
        return fits;
    }

    private static WhatIf whatIf(WhatIfRecord r) {
        return new WhatIf(r.getId(), r.getFromDay(), r.getToDay(),
                WhatIfProposal.read(r.getKind(), r.getProposal().data()), r.getSaid(), State.valueOf(r.getState()),
                r.getAskedAt(), r.getTotal(), r.getDone(), r.getShifts(), r.getMinutes());
    }

    private static Affected affected(WhatIfRowRecord r) {
        return new Affected(Outcome.valueOf(r.getOutcome()), r.getSchoolId(), r.getSchoolName(), ZoneId.of(r.getZone()),
                r.getDay(), new Window(r.getStartsAt(), r.getEndsAt()),
                r.getBeforeMinutes(), r.getAfterMinutes(), r.getOfficerId(), r.getOfficerName(), r.getOtherId(),
                r.getOtherName(), r.getPolicy(), r.getShape(),
                r.getReached(), r.getAllowed());
    }
}
