package org.daywatch.staffing.calloffs;

import static org.daywatch_db.staffing.Tables.CALL_OFF;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.staffing.calloffs.CallOffEvent.CallOffWithdrawn;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch_db.staffing.tables.records.CallOffRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who called off what, as stored. */
@Repository
@Transactional
public class CalledOffStore {

    private final DSLContext db;

    CalledOffStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<CalledOff> find(UUID shift) {
        return db.selectFrom(CALL_OFF).where(CALL_OFF.SHIFT_ID.eq(shift)).and(CALL_OFF.WITHDRAWN_AT.isNull())
                .fetchOptional(CalledOffStore::calledOff);
    }

    /** By officer, what they have not taken back. */
    @Transactional(readOnly = true)
    public Map<UUID, List<CalledOff>> standing(Collection<UUID> officers) {
        return db.selectFrom(CALL_OFF).where(CALL_OFF.OFFICER_ID.in(officers)).and(CALL_OFF.WITHDRAWN_AT.isNull())
                .fetchGroups(CALL_OFF.OFFICER_ID, CalledOffStore::calledOff);
    }

    private static CalledOff calledOff(CallOffRecord r) {
        return new CalledOff(r.getShiftId(), r.getPostId(), r.getDay(), r.getSick());
    }

    /** @return the day of the post */
    LocalDate put(Shift shift, boolean sick, Instant now) {
        var day = db.select(POST.DAY).from(POST).where(POST.ID.eq(shift.postId())).fetchSingle(POST.DAY);
        db.insertInto(CALL_OFF).set(CALL_OFF.AGENCY_ID, shift.agencyId()).set(CALL_OFF.SHIFT_ID, shift.id())
                .set(CALL_OFF.OFFICER_ID, shift.officerId())
                .set(CALL_OFF.POST_ID, shift.postId()).set(CALL_OFF.DAY, day).set(CALL_OFF.SICK, sick)
                .set(CALL_OFF.CALLED_OFF_AT, now)
                .onConflict(CALL_OFF.AGENCY_ID, CALL_OFF.SHIFT_ID).doUpdate().set(CALL_OFF.SICK, sick)
                .set(CALL_OFF.CALLED_OFF_AT, now).setNull(CALL_OFF.WITHDRAWN_AT).execute();
        return day;
    }

    /** @return what is true then; empty where nothing stood */
    Optional<CallOffWithdrawn> takeBack(UUID shift, Instant now) {
        return db.update(CALL_OFF).set(CALL_OFF.WITHDRAWN_AT, now).where(CALL_OFF.SHIFT_ID.eq(shift))
                .and(CALL_OFF.WITHDRAWN_AT.isNull())
                .returning()
                .fetchOptional(r -> new CallOffWithdrawn(r.getAgencyId(), shift, now, r.getOfficerId(), r.getPostId()));
    }
}
