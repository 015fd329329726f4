package org.daywatch.staffing.offers;

import static org.daywatch_db.staffing.Tables.SHIFT;
import static org.daywatch_db.staffing.Tables.TRADE;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.offers.Trades.Proposal;
import org.daywatch_db.staffing.tables.records.TradeRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Proposed trades as stored. */
@Repository
@Transactional
public class TradeStore {

    private final DSLContext db;
    private final Clock clock;

    TradeStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Proposal> openFor(UUID shiftId) {
        return db.selectFrom(TRADE).where(TRADE.SHIFT_ID.eq(shiftId)).and(TRADE.STATE.eq("PROPOSED"))
                .fetchOptional(TradeStore::proposal);
    }

    /** Those that can still be answered with yes: the shift stands and is not over. */
    @Transactional(readOnly = true)
    public List<Proposal> proposedTo(UUID officerId) {
        return db.select(TRADE.asterisk()).from(TRADE).join(SHIFT).on(SHIFT.AGENCY_ID.eq(TRADE.AGENCY_ID))
                .and(SHIFT.ID.eq(TRADE.SHIFT_ID))
                .where(TRADE.TO_OFFICER.eq(officerId)).and(TRADE.STATE.eq("PROPOSED")).and(SHIFT.STATE.eq("SCHEDULED"))
                .and(SHIFT.ENDS_AT.gt(clock.instant()))
                .orderBy(TRADE.PROPOSED_AT).fetchInto(TRADE).map(TradeStore::proposal);
    }

    /** Whoever comes second finds the trade decided. */
    void decide(UUID tradeId, String outcome) {
        int hit = db.update(TRADE).set(TRADE.STATE, outcome).set(TRADE.DECIDED_AT, clock.instant())
                .where(TRADE.ID.eq(tradeId)).and(TRADE.STATE.eq("PROPOSED")).execute();
        if (hit == 0) throw new Refused(StaffingRefusal.TRADE_OVER);
    }

    Optional<Proposal> find(UUID id) {
        return db.selectFrom(TRADE).where(TRADE.ID.eq(id)).fetchOptional(TradeStore::proposal);
    }

    private static Proposal proposal(TradeRecord r) {
        return new Proposal(r.getId(), r.getShiftId(), r.getFromOfficer(), r.getToOfficer());
    }

    /** @return false where another trade of this shift is open */
    boolean insert(UUID agency, Proposal p) {
        return db.insertInto(TRADE).set(TRADE.AGENCY_ID, agency).set(TRADE.ID, p.id()).set(TRADE.SHIFT_ID, p.shiftId())
                .set(TRADE.FROM_OFFICER, p.fromOfficer()).set(TRADE.TO_OFFICER, p.toOfficer())
                .set(TRADE.STATE, "PROPOSED")
                .set(TRADE.PROPOSED_AT, clock.instant()).onConflictDoNothing().execute() > 0;
    }
}
