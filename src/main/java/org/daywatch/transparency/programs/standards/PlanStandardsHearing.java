package org.daywatch.transparency.programs.standards;

import org.daywatch.planning.PlanningEvent.PlanApproved;
import org.daywatch.planning.PlanningEvent.PlanReviewed;
import org.daywatch.planning.PlanningEvent.PlanStandardChecked;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps what the planning room tells of the standards of the plan in force. */
@Component
class PlanStandardsHearing {

    private final PlanStandardsStore store;

    PlanStandardsHearing(PlanStandardsStore store) {
        this.store = store;
    }

    @ApplicationModuleListener
    void on(PlanApproved f) {
        store.hear(f, f.version());
    }

    @ApplicationModuleListener
    void on(PlanReviewed f) {
        store.hear(f, f.version());
    }

    @ApplicationModuleListener
    void on(PlanStandardChecked f) {
        store.hear(f, f.version());
    }
}
