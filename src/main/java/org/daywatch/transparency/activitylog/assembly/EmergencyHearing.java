package org.daywatch.transparency.activitylog.assembly;

import org.daywatch.emergencies.EmergencyEvent.AlertEnded;
import org.daywatch.emergencies.EmergencyEvent.FalseAlarmFound;
import org.daywatch.emergencies.IncidentEvent.IncidentClosed;
import org.daywatch.emergencies.IncidentEvent.IncidentStoodDown;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What is over becomes the minutes of the officers who stood there. An alert never waits for it. */
@Component
class EmergencyHearing {

    private final Assembler assembler;

    EmergencyHearing(Assembler assembler) {
        this.assembler = assembler;
    }

    @ApplicationModuleListener
    void on(AlertEnded fact) {
        assembler.alert(fact.id());
    }

    @ApplicationModuleListener
    void on(FalseAlarmFound fact) {
        assembler.alert(fact.id());
    }

    /** Its time ends here; what is written afterward is no work at the school. */
    @ApplicationModuleListener
    void on(IncidentStoodDown fact) {
        assembler.incident(fact.id());
    }

    /** Closed without having stood down. */
    @ApplicationModuleListener
    void on(IncidentClosed fact) {
        assembler.incidentClosed(fact.id());
    }
}
