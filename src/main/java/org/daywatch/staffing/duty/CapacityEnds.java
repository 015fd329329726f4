package org.daywatch.staffing.duty;

import java.util.UUID;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.staffing.StaffingEvent.ShiftCancelled;
import org.daywatch.staffing.StaffingEvent.ShiftEnded;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.staffing.shifts.ShiftStore;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * A shift that ends by the clock or by the desk ends the officer's capacity too, in every session they left open. What
 * counts is where they stand when this is heard: they may have checked in to their next post meanwhile.
 */
@Component
class CapacityEnds {

    private final OfficerStore officers;
    private final ShiftStore shifts;
    private final DutyStore duties;
    private final Sessions sessions;

    CapacityEnds(OfficerStore officers, ShiftStore shifts, DutyStore duties, Sessions sessions) {
        this.officers = officers;
        this.shifts = shifts;
        this.duties = duties;
        this.sessions = sessions;
    }

    @ApplicationModuleListener
    void on(ShiftEnded ended) {
        end(ended.tenant(), ended.officerId());
    }

    @ApplicationModuleListener
    void on(ShiftCancelled cancelled) {
        end(cancelled.tenant(), cancelled.officerId());
    }

    private void end(UUID agency, UUID officer) {
        officers.find(officer).ifPresent(o -> sessions.setCapacity(o.personId(), agency,
                shifts.onPost(o.personId()).stream().findFirst().map(s -> duties.capacityOf(s.id()))
                        .orElse(Capacity.NONE)));
    }
}
