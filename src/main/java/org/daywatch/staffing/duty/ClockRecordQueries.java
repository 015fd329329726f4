package org.daywatch.staffing.duty;

import static org.daywatch_db.staffing.Tables.ABSENCE;
import static org.daywatch_db.staffing.Tables.CAPACITY_CHANGE;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class ClockRecordQueries implements ClockRecords {

    private final DSLContext db;
    private final ShiftStore shifts;

    ClockRecordQueries(DSLContext db, ShiftStore shifts) {
        this.db = db;
        this.shifts = shifts;
    }

    @Override
    public Optional<ClockRecord> find(UUID shift) {
        return shifts.find(shift).map(this::record);
    }

    @Override
    public List<ClockRecord> at(UUID school, Window during) {
        return clocked(SHIFT.SCHOOL_ID.eq(school), during);
    }

    @Override
    public List<ClockRecord> of(UUID person, Window during) {
        return clocked(SHIFT.PERSON_ID.eq(person), during);
    }

    @Override
    public Set<String> kindsOfPost(UUID officer, UUID school, LocalDate day) {
        return db.selectDistinct(POST.ROLE).from(SHIFT).join(POST).on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID))
                .and(POST.ID.eq(SHIFT.POST_ID)).where(SHIFT.OFFICER_ID.eq(officer))
                .and(SHIFT.SCHOOL_ID.eq(school)).and(POST.DAY.eq(day)).and(SHIFT.STATE.in("ON_POST", "ENDED"))
                .fetchSet(POST.ROLE);
    }

    private List<ClockRecord> clocked(Condition whose, Window during) {
        return db.select(SHIFT.ID).from(SHIFT).where(whose).and(SHIFT.STATE.in("ON_POST", "ENDED"))
                .and(SHIFT.CHECKED_IN_AT.lt(during.end()))
                .and(SHIFT.CHECKED_OUT_AT.isNull().or(SHIFT.CHECKED_OUT_AT.gt(during.start())))
                .orderBy(SHIFT.CHECKED_IN_AT, SHIFT.ID)
                .fetch(SHIFT.ID).stream().flatMap(id -> find(id).stream()).toList();
    }

    private ClockRecord record(Shift shift) {
        var worked = shift.worked();
        var from = shift.punch().map(punch -> punch.at()).orElse(null);
        return new ClockRecord(shift.id(), shift.districtId(), shift.schoolId(), shift.officerId(), shift.personId(),
                shift.officerName(), from,
                worked.map(Window::end).orElse(shift.state() instanceof Shift.State.Ended ? from : null),
                away(shift.id()), peaceOfficer(shift.id()));
    }

    private List<Stretch> away(UUID shift) {
        return db.selectFrom(ABSENCE).where(ABSENCE.SHIFT_ID.eq(shift)).orderBy(ABSENCE.LEFT_AT)
                .fetch(r -> new Stretch(r.getLeftAt(), r.getBackAt(), r.getReason()));
    }

    private List<Stretch> peaceOfficer(UUID shift) {
        var found = new ArrayList<Stretch>();
        @Nullable Instant since = null;
        var changes = db.selectFrom(CAPACITY_CHANGE).where(CAPACITY_CHANGE.SHIFT_ID.eq(shift))
                .orderBy(CAPACITY_CHANGE.AT, CAPACITY_CHANGE.ID).fetch();
        for (var change : changes) {
            boolean police = change.getCapacity().equals(Capacity.PEACE_OFFICER.name());
            if (police && since == null) since = change.getAt();
            else if (!police && since != null) {
                found.add(new Stretch(since, change.getAt(), ""));
                since = null;
            }
        }
        if (since != null) found.add(new Stretch(since, null, ""));
        return found;
    }
}
