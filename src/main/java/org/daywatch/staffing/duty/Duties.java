package org.daywatch.staffing.duty;

import static org.daywatch_db.staffing.Tables.ABSENCE;
import static org.daywatch_db.staffing.Tables.CAPACITY_CHANGE;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.directory.CheckInPlaces;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.StaffingEvent.CapacityChanged;
import org.daywatch.staffing.StaffingEvent.OfficerBackOnCampus;
import org.daywatch.staffing.StaffingEvent.OfficerLeftCampus;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.punches.PhoneReading;
import org.daywatch.staffing.punches.PunchQueries;
import org.daywatch.staffing.shifts.Punch.Place;
import org.daywatch.staffing.shifts.Punch.Position;
import org.daywatch.staffing.shifts.PunctualityRules;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftCommand.DeskCode;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.daywatch.staffing.sitepacks.SitePackStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an officer does on the day of their own shift. Somebody else's shift is not there for them. */
@Component
@Transactional
public class Duties {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final ShiftStore shifts;
    private final ShiftCommands commands;
    private final PunctualityRules rules;
    private final CheckInPlaces places;
    private final SitePackStore packs;
    private final PunchQueries punches;
    private final DSLContext db;
    private final Facts facts;
    private final Clock clock;

    Duties(ShiftStore shifts, ShiftCommands commands, PunctualityRules rules, CheckInPlaces places, SitePackStore packs,
            PunchQueries punches, DSLContext db, Facts facts, Clock clock) {
        this.shifts = shifts;
        this.commands = commands;
        this.rules = rules;
        this.places = places;
        this.packs = packs;
        this.punches = punches;
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    public Shift checkIn(UUID person, UUID shiftId, @Nullable PhoneReading reading, String deskCode) {
        var shift = own(person, shiftId);
        if (shifts.onPost(person).stream().anyMatch(other -> !other.id().equals(shiftId)))
            throw new Refused(StaffingRefusal.ALREADY_ON_POST);
        var code = deskCode.isBlank()
                ? null
                : places.isDeskCode(shift.schoolId(), deskCode) ? DeskCode.RIGHT : DeskCode.WRONG;
        var begun = commands.handle(shiftId, new ShiftCommand.CheckIn(measured(shift, reading), code,
                punches.doubts(person, shiftId, shift.schoolId(), reading, code == DeskCode.RIGHT, clock.instant()),
                packs.isRead(shift.schoolId(), shift.officerId()), rules.of(shift.schoolId(), shift.window().start())));
        record(begun, Capacity.SCHOOL_AGENT, "checked in");
        return begun;
    }

    public Shift checkOut(UUID person, UUID shiftId, String note) {
        var shift = own(person, shiftId);
        db.update(ABSENCE).set(ABSENCE.BACK_AT, clock.instant()).where(ABSENCE.SHIFT_ID.eq(shift.id()))
                .and(ABSENCE.BACK_AT.isNull()).execute();
        if (note.length() > 2000) throw new InvalidInput("note", note.substring(0, 40) + "…", "duty.wrong.note");
        return commands.handle(shiftId, new ShiftCommand.CheckOut(note));
    }

    public void leaveCampus(UUID person, UUID shiftId, String reason) {
        var shift = onPost(person, shiftId);
        var why = reason(reason);
        int hit = db.insertInto(ABSENCE).set(ABSENCE.AGENCY_ID, shift.agencyId()).set(ABSENCE.ID, Ids.next())
                .set(ABSENCE.DISTRICT_ID, shift.districtId())
                .set(ABSENCE.SCHOOL_ID, shift.schoolId()).set(ABSENCE.SHIFT_ID, shift.id())
                .set(ABSENCE.LEFT_AT, clock.instant())
                .set(ABSENCE.REASON, why).onConflictDoNothing().execute();
        if (hit == 0) throw new Refused(StaffingRefusal.ALREADY_OFF_CAMPUS);
        facts.tell(new OfficerLeftCampus(shift.agencyId(), shift.id(), clock.instant(), shift.schoolId(), why));
    }

    public void backOnCampus(UUID person, UUID shiftId) {
        var shift = onPost(person, shiftId);
        int hit = db.update(ABSENCE).set(ABSENCE.BACK_AT, clock.instant()).where(ABSENCE.SHIFT_ID.eq(shift.id()))
                .and(ABSENCE.BACK_AT.isNull()).execute();
        if (hit == 0) throw new Refused(StaffingRefusal.NOT_OFF_CAMPUS);
        facts.tell(new OfficerBackOnCampus(shift.agencyId(), shift.id(), clock.instant(), shift.schoolId()));
    }

    /** School agent or peace officer: from here on, and why. The caller puts it into the session. */
    public void changeCapacity(UUID person, UUID shiftId, Capacity capacity, String reason) {
        var shift = onPost(person, shiftId);
        if (capacity == Capacity.NONE) throw new InvalidInput("capacity", capacity.name(), "duty.wrong.capacity");
        if (capacityOf(shiftId) == capacity) throw new Refused(StaffingRefusal.SAME_CAPACITY);
        record(shift, capacity, reason(reason));
    }

    /** The capacity in which the officer on this shift acts now. */
    @Transactional(readOnly = true)
    public Capacity capacityOf(UUID shiftId) {
        return db.select(CAPACITY_CHANGE.CAPACITY).from(CAPACITY_CHANGE).where(CAPACITY_CHANGE.SHIFT_ID.eq(shiftId))
                .orderBy(CAPACITY_CHANGE.AT.desc(), CAPACITY_CHANGE.ID.desc()).limit(1)
                .fetchOptional(CAPACITY_CHANGE.CAPACITY)
                .map(Capacity::valueOf).orElse(Capacity.NONE);
    }

    public Shift command(Actor actor, UUID shiftId, ShiftCommand command) {
        own(actor.person(), shiftId);
        return commands.handle(shiftId, command);
    }

    private void record(Shift shift, Capacity capacity, String reason) {
        Instant now = clock.instant();
        db.insertInto(CAPACITY_CHANGE).set(CAPACITY_CHANGE.AGENCY_ID, shift.agencyId())
                .set(CAPACITY_CHANGE.ID, Ids.next())
                .set(CAPACITY_CHANGE.DISTRICT_ID, shift.districtId()).set(CAPACITY_CHANGE.SCHOOL_ID, shift.schoolId())
                .set(CAPACITY_CHANGE.SHIFT_ID, shift.id()).set(CAPACITY_CHANGE.OFFICER_ID, shift.officerId())
                .set(CAPACITY_CHANGE.CAPACITY, capacity.name()).set(CAPACITY_CHANGE.AT, now)
                .set(CAPACITY_CHANGE.REASON, reason).execute();
        facts.tell(new CapacityChanged(shift.agencyId(), shift.id(), now, shift.officerId(), shift.schoolId(),
                capacity.name(), reason));
    }

    private @Nullable Position measured(Shift shift, @Nullable PhoneReading reading) {
        if (reading == null) return null;
        var place = places.find(shift.schoolId()).orElseThrow(() -> new NotFound("school " + shift.schoolId()));
        int accuracy = (int) Math.round(reading.accuracyMeters());
        var where = !place.known()
                ? Place.SCHOOL_UNKNOWN
                : place.contains(reading.latitude(), reading.longitude(), accuracy)
                        ? Place.ON_CAMPUS
                        : Place.OFF_CAMPUS;
        return new Position(reading.latitude(), reading.longitude(), accuracy, where,
                place.metersFrom(reading.latitude(), reading.longitude()));
    }

    private Shift own(UUID person, UUID shiftId) {
        return shifts.find(shiftId).filter(s -> s.personId().equals(person))
                .orElseThrow(() -> new NotFound("shift " + shiftId));
    }

    private Shift onPost(UUID person, UUID shiftId) {
        var shift = own(person, shiftId);
        if (!(shift.state() instanceof State.OnPost)) throw new Refused(StaffingRefusal.SHIFT_NOT_BEGUN);
        return shift;
    }

    private static String reason(String reason) {
        int said = reason.strip().length();
        if (said < SHORTEST_REASON || said > LONGEST_REASON)
            throw new InvalidInput("reason", reason.substring(0, Math.min(reason.length(), 40)), "duty.wrong.reason");
        return reason.strip();
    }
}
