package org.daywatch.emergencies.responders;

import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.staffing.sitepacks.RealEmergencies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From the alerts that are not over. */
@Component
@Transactional(readOnly = true)
class EmergenciesNow implements RealEmergencies {

    private final AlertStore alerts;

    EmergenciesNow(AlertStore alerts) {
        this.alerts = alerts;
    }

    @Override
    public boolean at(UUID school) {
        return alerts.underWay().stream()
                .anyMatch(alert -> alert.status() == AlertStatus.ACTUAL && alert.schoolId().equals(school));
    }
}
