package org.daywatch.planning.assistance;

import org.daywatch.directory.DirectoryEvent.RosterChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * A student who has left stands in nobody's go-kit: their plan ends with the roster that no longer names them, and not
 * only at night.
 */
@Component
class RosterHearing {

    private final IndividualPlans plans;

    RosterHearing(IndividualPlans plans) {
        this.plans = plans;
    }

    @ApplicationModuleListener
    void on(RosterChanged fact) {
        plans.follow();
    }
}
