package org.daywatch.staffing.replacement;

import java.time.Clock;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.staffing.ReplacementEvent.ReplacementBegan;
import org.daywatch.staffing.ReplacementEvent.ReplacementDeclined;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.StaffingEvent.*;
import org.daywatch.staffing.replacement.Replacement.Cause;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftStore;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A search begins and ends with what happens to shifts, in the same transaction; the first wave follows its commit at
 * once.
 */
@Component
class ReplacementListener {

    private final ReplacementCommands commands;
    private final ReplacementRounds rounds;
    private final ShiftStore shifts;
    private final OnBehalf onBehalf;
    private final Clock clock;

    ReplacementListener(ReplacementCommands commands, ReplacementRounds rounds, ShiftStore shifts, OnBehalf onBehalf,
            Clock clock) {
        this.commands = commands;
        this.rounds = rounds;
        this.shifts = shifts;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    /** At the end of the transaction, when a colleague to whom the shift was handed over already stands there. */
    @Order(0) // before the screens are rung, so that they hear of the search too
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void called(StaffingEvent fact) {
        switch (fact) {
            case ShiftGivenBack f -> begin(f, f.id(), Cause.GIVEN_BACK);
            case ShiftCancelled f -> begin(f, f.id(), Cause.CANCELLED);
            case OfficerMissedShift f -> begin(f, f.id(), Cause.NO_CHECK_IN);
            default -> {}
        }
    }

    private void begin(StaffingEvent fact, java.util.UUID shiftId, Cause cause) {
        onBehalf.run(fact.tenant(), () -> shifts.find(shiftId).ifPresent(shift -> begin(shift, cause)));
    }

    private void begin(Shift shift, Cause cause) {
        var now = clock.instant();
        if (shifts.holderOf(shift.postId()).isEmpty() && now.isBefore(shift.window().end())
                && commands.isOpen(shift.postId()))
            commands.begin(shift, cause, now);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void settled(StaffingEvent fact) {
        switch (fact) {
            case ShiftAccepted f -> onBehalf.run(f.tenant(), () -> commands.filled(f.postId(), f.officerId()));
            case ShiftStarted f ->
                onBehalf.run(f.tenant(), () -> commands.notNeeded(f.postId(), "the officer has come"));
            case ShiftReinstated f ->
                onBehalf.run(f.tenant(), () -> commands.notNeeded(f.postId(), "the shift stands again"));
            case ShiftCorrected f ->
                onBehalf.run(f.tenant(), () -> commands.notNeeded(f.postId(), "the officer was there"));
            case PostCancelled f ->
                onBehalf.run(f.tenant(), () -> commands.notNeeded(f.id(), "the post is not needed any more"));
            default -> {}
        }
    }

    /** What is due now is sent now; should this node die first, the timer of any other does it. */
    @ApplicationModuleListener
    void on(ReplacementBegan fact) {
        rounds.send(fact.id());
    }

    @ApplicationModuleListener
    void on(ReplacementDeclined fact) {
        rounds.send(fact.id());
    }
}
