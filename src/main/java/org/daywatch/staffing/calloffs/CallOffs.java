package org.daywatch.staffing.calloffs;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.duty.Duties;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Giving a shift back under the rules of the officer's department, said to them before they act. */
@Component
@Transactional
public class CallOffs {

    private final ShiftStore shifts;
    private final ShiftCommands commands;
    private final CalledOffs called;
    private final CalledOffStore storedCalled;
    private final Duties duties;
    private final ProgramRules rules;
    private final Campuses campuses;
    private final Texts texts;
    private final Clock clock;

    CallOffs(ShiftStore shifts, ShiftCommands commands, CalledOffs called, CalledOffStore storedCalled, Duties duties,
            ProgramRules rules, Campuses campuses, Texts texts, Clock clock) {
        this.shifts = shifts;
        this.commands = commands;
        this.called = called;
        this.storedCalled = storedCalled;
        this.duties = duties;
        this.rules = rules;
        this.campuses = campuses;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CallOff of(Shift shift) {
        var campus = campuses.find(shift.schoolId()).orElseThrow(() -> new NotFound("school " + shift.schoolId()));
        var day = shift.window().start().atZone(campus.zone()).toLocalDate();
        String[] scopes = {"DEPARTMENT:" + shift.departmentId(), RuleBook.state(campus.state())};
        var book = rules.book();
        var cutoff = book.get("CALL_OFF_CUTOFF", day, scopes);
        return new CallOff(shift.window().start().minus(cutoff.hours()),
                CallOff.Late.values()[book.get("CALL_OFF_LATE", day, scopes).number()],
                cutoff.version());
    }

    /** The officer's own act, with their reason. After the cut-off it is refused with what they can do instead. */
    public void giveBack(Actor actor, UUID shiftId, String reason, boolean sick) {
        var shift = shifts.find(shiftId).filter(s -> s.personId().equals(actor.person()))
                .orElseThrow(() -> new NotFound("shift " + shiftId));
        var terms = of(shift);
        if (shift.state() instanceof Shift.State.Scheduled && !terms.byTheOfficer(clock.instant())) {
            var zone = campuses.find(shift.schoolId()).orElseThrow().zone();
            throw new Refused(StaffingRefusal.CALL_OFF_TOO_LATE,
                    Map.of("until", When.in(actor.language()).moment(terms.freeUntil(), zone),
                            "ways", texts.of(actor.language(), "replacement.late." + terms.late())));
        }
        if (shift.state() instanceof Shift.State.Scheduled) called.record(shift, sick);
        duties.command(actor, shiftId, new ShiftCommand.GiveBack(reason));
    }

    /** A coordinator records what the officer called in. */
    public void recorded(UUID shiftId, String reason, boolean sick) {
        var shift = shifts.get(shiftId);
        if (shift.state() instanceof Shift.State.Scheduled) called.record(shift, sick);
        commands.handle(shiftId, new ShiftCommand.Cancel(reason));
    }

    /** Fit again: the officer's own word, or what a coordinator heard from them. */
    public void withdraw(UUID shiftId) {
        if (!called.withdraw(shiftId)) throw new NotFound("call-off of shift " + shiftId);
    }

    @Transactional(readOnly = true)
    public Optional<CalledOff> standing(UUID shiftId) {
        return storedCalled.find(shiftId);
    }
}
