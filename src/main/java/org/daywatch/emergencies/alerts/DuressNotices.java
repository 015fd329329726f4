package org.daywatch.emergencies.alerts;

import java.time.Duration;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.DuressSignaled;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody was forced to say that it is over: those who lead at the school and in the district and the agency learn it
 * at once, they themselves do not.
 */
@Component
public class DuressNotices {

    private static final Duration NEWS = Duration.ofHours(8);

    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;

    DuressNotices(Notifications notifications, Campuses campuses, Texts texts) {
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Alert alert, DuressSignaled fact) {
        String school = campuses.find(alert.schoolId()).map(Campus::name).orElse("");
        var notice = Notice.of("ALERT_DURESS", "/alerts/" + alert.id(), language -> new Notice.Words(
                texts.of(language, "alerts.duress.subject", texts.of(language, "alerts.status." + alert.status()),
                        school),
                texts.of(language,
                        alert.status() == AlertStatus.ACTUAL ? "alerts.duress.body" : "alerts.duress.body.drill",
                        fact.by(), school)))
                .asUrgent().until(fact.at().plus(NEWS));
        var forced = alert.forced().keySet(); // nor does anybody else whose screen is being watched
        for (var role : List.of(Role.PRINCIPAL, Role.FRONT_OFFICE))
            notifications.tellOthers(notice, new Audience.Holders(alert.districtId(), role, alert.schoolId()), forced);
        notifications.tellOthers(notice, Audience.holders(alert.districtId(), Role.SAFETY_DIRECTOR), forced);
        notifications.tellOthers(notice, Audience.holders(alert.agencyId(), Role.COORDINATOR), forced);
    }
}
