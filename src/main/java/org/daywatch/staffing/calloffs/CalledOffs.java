package org.daywatch.staffing.calloffs;

import static org.daywatch_db.staffing.Tables.CALL_OFF;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.events.Facts;
import org.daywatch.staffing.StaffingEvent.ShiftReinstated;
import org.daywatch.staffing.calloffs.CallOffEvent.CallOffWithdrawn;
import org.daywatch.staffing.calloffs.CallOffEvent.OfficerCalledOff;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch_db.staffing.tables.records.CallOffRecord;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who called off what, as stored: they are not asked for it again until they take it back. */
@Repository
@Transactional
public class CalledOffs {

    private final DSLContext db;
    private final Facts facts;
    private final Clock clock;

    CalledOffs(DSLContext db, Facts facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /** Before the shift falls away: the search that follows in the same transaction no longer asks them. */
    void record(Shift shift, boolean sick) {
        var now = clock.instant();
        var day = db.select(POST.DAY).from(POST).where(POST.ID.eq(shift.postId())).fetchSingle(POST.DAY);
        db.insertInto(CALL_OFF).set(CALL_OFF.AGENCY_ID, shift.agencyId()).set(CALL_OFF.SHIFT_ID, shift.id())
                .set(CALL_OFF.OFFICER_ID, shift.officerId())
                .set(CALL_OFF.POST_ID, shift.postId()).set(CALL_OFF.DAY, day).set(CALL_OFF.SICK, sick)
                .set(CALL_OFF.CALLED_OFF_AT, now)
                .onConflict(CALL_OFF.AGENCY_ID, CALL_OFF.SHIFT_ID).doUpdate().set(CALL_OFF.SICK, sick)
                .set(CALL_OFF.CALLED_OFF_AT, now).setNull(CALL_OFF.WITHDRAWN_AT).execute();
        facts.tell(
                new OfficerCalledOff(shift.agencyId(), shift.id(), now, shift.officerId(), shift.postId(), day, sick));
    }

    /** They may be asked again. @return false when there was nothing to take back */
    boolean withdraw(UUID shift) {
        var now = clock.instant();
        var withdrawn = db.update(CALL_OFF).set(CALL_OFF.WITHDRAWN_AT, now).where(CALL_OFF.SHIFT_ID.eq(shift))
                .and(CALL_OFF.WITHDRAWN_AT.isNull())
                .returning().fetchOptional();
        withdrawn.ifPresent(
                r -> facts.tell(new CallOffWithdrawn(r.getAgencyId(), shift, now, r.getOfficerId(), r.getPostId())));
        return withdrawn.isPresent();
    }

    /** Who is coming after all has not called off. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ShiftReinstated fact) {
        withdraw(fact.id());
    }

    @Transactional(readOnly = true)
    public Optional<CalledOff> find(UUID shift) {
        return db.selectFrom(CALL_OFF).where(CALL_OFF.SHIFT_ID.eq(shift)).and(CALL_OFF.WITHDRAWN_AT.isNull())
                .fetchOptional(CalledOffs::calledOff);
    }

    /** By officer, what they have not taken back. */
    @Transactional(readOnly = true)
    public Map<UUID, List<CalledOff>> standing(Collection<UUID> officers) {
        return db.selectFrom(CALL_OFF).where(CALL_OFF.OFFICER_ID.in(officers)).and(CALL_OFF.WITHDRAWN_AT.isNull())
                .fetchGroups(CALL_OFF.OFFICER_ID, CalledOffs::calledOff);
    }

    private static CalledOff calledOff(CallOffRecord r) {
        return new CalledOff(r.getShiftId(), r.getPostId(), r.getDay(), r.getSick());
    }
}
