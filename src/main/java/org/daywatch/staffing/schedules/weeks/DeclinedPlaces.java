package org.daywatch.staffing.schedules.weeks;

import org.daywatch.staffing.StaffingEvent.HeldPostDeclined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An officer's no stands in the schedules that proposed them: none proposes them there again. */
@Component
class DeclinedPlaces {

    private final ScheduleStore rosters;

    DeclinedPlaces(ScheduleStore rosters) {
        this.rosters = rosters;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HeldPostDeclined fact) {
        rosters.declined(fact.id(), fact.officerId(), fact.at());
    }
}
