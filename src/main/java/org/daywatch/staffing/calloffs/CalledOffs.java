package org.daywatch.staffing.calloffs;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.platform.events.Facts;
import org.daywatch.staffing.StaffingEvent.ShiftReinstated;
import org.daywatch.staffing.calloffs.CallOffEvent.OfficerCalledOff;
import org.daywatch.staffing.shifts.Shift;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who called off what: they are not asked for it again until they take it back. */
@Component
@Transactional
public class CalledOffs {

    private final CalledOffStore store;
    private final Facts facts;
    private final Clock clock;

    CalledOffs(CalledOffStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** Before the shift falls away: the search that follows in the same transaction no longer asks them. */
    void record(Shift shift, boolean sick) {
        var now = clock.instant();
        var day = store.put(shift, sick, now);
        facts.tell(
                new OfficerCalledOff(shift.agencyId(), shift.id(), now, shift.officerId(), shift.postId(), day, sick));
    }

    /** They may be asked again. @return false when there was nothing to take back */
    boolean withdraw(UUID shift) {
        var now = clock.instant();
        var withdrawn = store.takeBack(shift, now);
        withdrawn.ifPresent(facts::tell);
        return withdrawn.isPresent();
    }

    /** Who is coming after all has not called off. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ShiftReinstated fact) {
        withdraw(fact.id());
    }
}
