package org.daywatch.staffing.offers;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.TradeAccepted;
import org.daywatch.staffing.StaffingEvent.TradeEnded;
import org.daywatch.staffing.StaffingEvent.TradeProposed;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.shifts.Seats;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One officer offers their shift to another, who accepts by their own act. Until then the shift stays where it is. */
@Component
@Transactional
public class Trades {

    private final TradeStore store;
    private final ShiftStore shifts;
    private final ShiftCommands commands;
    private final Acceptances acceptances;
    private final OfficerAccounts officers;
    private final Seats seats;
    private final Facts facts;
    private final Clock clock;

    Trades(TradeStore store, ShiftStore shifts, ShiftCommands commands, Acceptances acceptances,
            OfficerAccounts officers, Seats seats, Facts facts, Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.commands = commands;
        this.acceptances = acceptances;
        this.officers = officers;
        this.seats = seats;
        this.facts = facts;
        this.clock = clock;
    }

    public record Proposal(UUID id, UUID shiftId, UUID fromOfficer, UUID toOfficer) {}

    public UUID propose(UUID person, UUID shiftId, UUID toOfficer) {
        var shift = own(person, shiftId);
        if (!(shift.state() instanceof State.Scheduled)) throw new Refused(StaffingRefusal.SHIFT_NOT_SCHEDULED);
        var to = officers.get(toOfficer);
        if (to.personId().equals(person)) throw new NotFound("officer " + toOfficer);
        UUID id = Ids.next();
        if (!store.insert(shift.agencyId(), new Proposal(id, shiftId, shift.officerId(), toOfficer)))
            throw new Refused(StaffingRefusal.TRADE_OPEN);
        facts.tell(new TradeProposed(shift.agencyId(), id, clock.instant(), shiftId, shift.officerId(), toOfficer));
        return id;
    }

    /** Both halves in one transaction: the one gives back, the other takes, judged as for any other post. */
    public UUID accept(UUID person, UUID tradeId) {
        var officer = officers.ofPerson(person);
        var trade = store.find(tradeId).filter(t -> t.toOfficer().equals(officer.id()))
                .orElseThrow(() -> new NotFound("trade " + tradeId));
        var old = shifts.get(trade.shiftId());
        var seat = seats.lock(old.postId());
        store.decide(tradeId, "ACCEPTED");
        officers.lock(officer.id());
        commands.handle(old.id(), new ShiftCommand.GiveBack("traded to " + officer.name()));
        var now = clock.instant();
        var fresh = acceptances.seated(seat, officer,
                new Shift.Acceptance(now, null, null, acceptances.evidence(officer, seat, now)));
        facts.tell(new TradeAccepted(old.agencyId(), tradeId, now, old.id(), fresh.id()));
        return fresh.id();
    }

    public void decline(UUID person, UUID tradeId) {
        var officer = officers.ofPerson(person);
        var trade = store.find(tradeId).filter(t -> t.toOfficer().equals(officer.id()))
                .orElseThrow(() -> new NotFound("trade " + tradeId));
        end(trade, "DECLINED");
    }

    public void withdraw(UUID person, UUID tradeId) {
        var officer = officers.ofPerson(person);
        var trade = store.find(tradeId).filter(t -> t.fromOfficer().equals(officer.id()))
                .orElseThrow(() -> new NotFound("trade " + tradeId));
        end(trade, "WITHDRAWN");
    }

    private void end(Proposal trade, String outcome) {
        store.decide(trade.id(), outcome);
        facts.tell(new TradeEnded(Tenancy.tenant(), trade.id(), clock.instant(), trade.shiftId(), outcome));
    }

    private Shift own(UUID person, UUID shiftId) {
        return shifts.find(shiftId).filter(s -> s.personId().equals(person))
                .orElseThrow(() -> new NotFound("shift " + shiftId));
    }
}
