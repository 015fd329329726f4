package org.daywatch.emergencies.accountability;

import org.daywatch.emergencies.EmergencyEvent.AlertChanged;
import org.daywatch.emergencies.EmergencyEvent.AlertRaised;
import org.daywatch.platform.tenancy.OnBehalf;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * An alert for the whole school begins a roll call, in a transaction of its own: counting people never holds up an
 * alert.
 */
@Component
class RollBeginnings {

    private final AlertsAtSchool alerts;
    private final RollCalls calls;
    private final OnBehalf onBehalf;

    RollBeginnings(AlertsAtSchool alerts, RollCalls calls, OnBehalf onBehalf) {
        this.alerts = alerts;
        this.calls = calls;
        this.onBehalf = onBehalf;
    }

    @ApplicationModuleListener
    void on(AlertRaised fact) {
        if (fact.action().help()) return;
        onBehalf.run(fact.districtId(), () -> alerts.find(fact.id()).ifPresent(calls::begin));
    }

    @ApplicationModuleListener
    void on(AlertChanged fact) {
        alerts.find(fact.id())
                .ifPresent(alert -> onBehalf.run(alert.districtId(), () -> calls.toldAnew(alert.id())));
    }
}
