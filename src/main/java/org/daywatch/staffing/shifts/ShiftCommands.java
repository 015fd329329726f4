package org.daywatch.staffing.shifts;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingEvent.PostCancelled;
import org.daywatch.staffing.StaffingEvent.ShiftCancelled;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.shifts.Shift.State;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per command: load, decide, save, give the seat and the hours back or take them, tell. */
@Component
@Transactional
public class ShiftCommands {

    private final ShiftStore shifts;
    private final Seats seats;
    private final Reservations reservations;
    private final Facts facts;
    private final Clock clock;

    ShiftCommands(ShiftStore shifts, Seats seats, Reservations reservations, Facts facts, Clock clock) {
        this.shifts = shifts;
        this.seats = seats;
        this.reservations = reservations;
        this.facts = facts;
        this.clock = clock;
    }

    public Shift handle(UUID id, ShiftCommand command) {
        // The seat first, always: acceptance and trade lock in the same order, so no two can wait for each other.
        var seat = seats.lock(shifts.get(id).postId());
        var before = shifts.lock(id);
        var decided = before.decide(command, clock.instant()).orThrow();
        var after = decided.state();
        if (!before.state().holdsPost() && after.state().holdsPost()) takeBack(after, seat);
        shifts.save(after);
        if (before.state().holdsPost() && !after.state().holdsPost()) {
            releaseTime(after);
            if (clock.instant().isBefore(seat.window().end())) seats.reopen(after.postId());
        }
        if (command instanceof ShiftCommand.RecordWorked(var worked, _, _)) reservations.moved(after, worked);
        if (after.state() instanceof State.Ended)
            after.worked().ifPresent(worked -> reservations.worked(after, worked));
        if (before.state() instanceof State.Ended && after.state() instanceof State.OnPost) reservations.planned(after);
        facts.tell(decided.facts());
        return after;
    }

    /** The school no longer needs the post: the shift falls with it, in the same transaction. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PostCancelled cancelled) {
        shifts.holderOf(cancelled.id()).filter(s -> s.state() instanceof State.Scheduled)
                .ifPresent(s -> handle(s.id(), new ShiftCommand.Cancel(cancelled.reason())));
    }

    /**
     * The officer's hours belong to the agency: when a district ended the shift, they are given back after its commit.
     */
    @ApplicationModuleListener
    void on(ShiftCancelled cancelled) {
        shifts.find(cancelled.id()).filter(s -> !s.state().holdsPost()).ifPresent(this::releaseTime);
    }

    private void releaseTime(Shift shift) {
        if (Tenancy.tenant().equals(shift.agencyId())) reservations.release(shift);
    }

    private void takeBack(Shift shift, Seats.Seat seat) {
        if (shifts.holderOf(shift.postId()).isPresent()) throw new Refused(StaffingRefusal.ALREADY_TAKEN);
        if (seat.state().equals("CANCELLED") && !(shift.state() instanceof State.Ended))
            throw new Refused(StaffingRefusal.POST_CANCELLED);
        if (seat.heldForSomebodyElse(shift.officerId(), clock.instant()))
            throw new Refused(StaffingRefusal.HELD_FOR_ANOTHER);
        if (!seat.window().equals(shift.window()) && !(shift.state() instanceof State.Ended))
            throw new Refused(StaffingRefusal.HOURS_MOVED_SINCE);
        reservations.reserve(shift);
        if (seat.canBeTaken()) seats.fill(shift.postId());
    }
}
