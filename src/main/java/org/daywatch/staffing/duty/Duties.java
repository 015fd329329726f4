package org.daywatch.staffing.duty;

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
    private final DutyStore store;
    private final Facts facts;
    private final Clock clock;

    Duties(DutyStore store, ShiftStore shifts, ShiftCommands commands, PunctualityRules rules, CheckInPlaces places,
            SitePackStore packs, PunchQueries punches, Facts facts, Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.commands = commands;
        this.rules = rules;
        this.places = places;
        this.packs = packs;
        this.punches = punches;
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
        store.back(shift.id(), clock.instant());
        if (note.length() > 2000) throw new InvalidInput("note", note.substring(0, 40) + "…", "duty.wrong.note");
        return commands.handle(shiftId, new ShiftCommand.CheckOut(note));
    }

    public void leaveCampus(UUID person, UUID shiftId, String reason) {
        var shift = onPost(person, shiftId);
        var why = reason(reason);
        if (!store.leaves(shift, why, clock.instant())) throw new Refused(StaffingRefusal.ALREADY_OFF_CAMPUS);
        facts.tell(new OfficerLeftCampus(shift.agencyId(), shift.id(), clock.instant(), shift.schoolId(), why));
    }

    public void backOnCampus(UUID person, UUID shiftId) {
        var shift = onPost(person, shiftId);
        if (!store.back(shift.id(), clock.instant())) throw new Refused(StaffingRefusal.NOT_OFF_CAMPUS);
        facts.tell(new OfficerBackOnCampus(shift.agencyId(), shift.id(), clock.instant(), shift.schoolId()));
    }

    /** School agent or peace officer: from here on, and why. The caller puts it into the session. */
    public void changeCapacity(UUID person, UUID shiftId, Capacity capacity, String reason) {
        var shift = onPost(person, shiftId);
        if (capacity == Capacity.NONE) throw new InvalidInput("capacity", capacity.name(), "duty.wrong.capacity");
        if (store.capacityOf(shiftId) == capacity) throw new Refused(StaffingRefusal.SAME_CAPACITY);
        record(shift, capacity, reason(reason));
    }

    public Shift command(Actor actor, UUID shiftId, ShiftCommand command) {
        own(actor.person(), shiftId);
        return commands.handle(shiftId, command);
    }

    private void record(Shift shift, Capacity capacity, String reason) {
        Instant now = clock.instant();
        store.insert(shift, capacity, now, reason);
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
