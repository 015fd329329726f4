package org.daywatch.emergencies.incidents;

import java.util.UUID;
import org.daywatch.emergencies.EmergencyEvent.AlertRaised;
import org.daywatch.emergencies.EmergencyEvent.OfAlert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What becomes of an alert comes into the timeline by its facts, after they are true: an alert never waits for its
 * incident.
 */
@Component
class IncidentHearing {

    private final AlertStore alerts;
    private final IncidentCommands commands;

    IncidentHearing(AlertStore alerts, IncidentCommands commands) {
        this.alerts = alerts;
        this.commands = commands;
    }

    @ApplicationModuleListener
    void on(AlertRaised fact) {
        hear(fact.id());
    }

    @ApplicationModuleListener
    void on(OfAlert fact) {
        hear(fact.id());
    }

    private void hear(UUID alert) {
        alerts.find(alert).ifPresent(commands::hear);
    }
}
