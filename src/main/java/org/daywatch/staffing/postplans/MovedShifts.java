package org.daywatch.staffing.postplans;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.PostEndedEarly;
import org.daywatch.staffing.StaffingEvent.PostMoved;
import org.daywatch.staffing.shifts.Reservations;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.daywatch.staffing.shifts.ShiftStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a moved post does to the officer who had taken it. They agreed to certain hours by their own act and to no
 * others: a shorter window inside them is still their shift; any other window ends it, and the place is kept for them
 * so that they may take the new hours, again by their own act, before anybody else.
 */
@Component
class MovedShifts {

    private static final Duration KEPT = Duration.ofHours(72);

    private final ShiftStore shifts;
    private final ShiftCommands commands;
    private final Reservations reservations;
    private final PlanStore posts;
    private final Clock clock;
    private final Texts texts;

    MovedShifts(ShiftStore shifts, ShiftCommands commands, Reservations reservations, PlanStore posts, Clock clock,
            Texts texts) {
        this.texts = texts;
        this.shifts = shifts;
        this.commands = commands;
        this.reservations = reservations;
        this.posts = posts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PostMoved moved) {
        scheduled(moved).ifPresent(shift -> {
            if (shift.window().contains(moved.after())) shorten(shift, moved.after());
            else askAgain(shift, moved);
        });
    }

    /** An officer who stands there is paid until now; one who is still on the way need not come. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PostEndedEarly ended) {
        shifts.holderOf(ended.id()).ifPresent(shift -> {
            if (shift.state() instanceof Shift.State.Scheduled)
                commands.handle(shift.id(), new ShiftCommand.Cancel(ended.reason()));
            else
                if (shift.state() instanceof Shift.State.OnPost) shorten(shift, ended.after());
        });
    }

    private Optional<Shift> scheduled(PostMoved moved) {
        return shifts.holderOf(moved.id()).filter(s -> s.state() instanceof Shift.State.Scheduled);
    }

    private void shorten(Shift shift, Window window) {
        posts.shorten(shift.id(), window);
        // A district cannot see the officer's hours; they stay reserved as they were, longer than needed, until the officer checks out.
        if (!Tenancy.tenant().equals(shift.agencyId())) return;
        reservations.release(shift);
        reservations.reserve(shifts.get(shift.id()));
    }

    private void askAgain(Shift shift, PostMoved moved) {
        commands.handle(shift.id(), new ShiftCommand.Cancel(texts.of("en", "shifts.reason.moved")));
        posts.keepFor(moved.id(), shift.officerId(), earlier(clock.instant().plus(KEPT), moved.after().start()),
                texts.of("en", "shifts.reason.before"));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
