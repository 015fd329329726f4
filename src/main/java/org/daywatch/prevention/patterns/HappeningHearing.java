package org.daywatch.prevention.patterns;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.AlertRaised;
import org.daywatch.emergencies.EmergencyEvent.FalseAlarmFound;
import org.daywatch.emergencies.IncidentEvent.IncidentOpened;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.prevention.patterns.Happening.Kind;
import org.daywatch.prevention.patterns.Happening.Source;
import org.daywatch.prevention.zones.Zone;
import org.daywatch.prevention.zones.Zones;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Alerts and incidents that were meant, counted by time and place. An incident has the id of its alert, so nothing
 * counts twice.
 */
@Component
class HappeningHearing {

    private final Happenings happenings;
    private final Campuses campuses;
    private final Zones zones;

    HappeningHearing(Happenings happenings, Campuses campuses, Zones zones) {
        this.happenings = happenings;
        this.campuses = campuses;
        this.zones = zones;
    }

    @ApplicationModuleListener
    void on(AlertRaised alert) {
        if (alert.status() == AlertStatus.ACTUAL)
            kind(alert.action()).ifPresent(kind -> campuses.find(alert.schoolId())
                    .ifPresent(school -> take(alert.tenant(), alert.id(), school, alert.at(), kind, Source.ALERT,
                            alert.place() == null ? "" : alert.place())));
    }

    @ApplicationModuleListener
    void on(FalseAlarmFound found) {
        happenings.drop(found.id());
    }

    /** Those with an alert were counted with it, or were help for one child; what has words of its own has no alert. */
    @ApplicationModuleListener
    void on(IncidentOpened incident) {
        if (incident.status() == AlertStatus.ACTUAL && !incident.title().isEmpty())
            campuses.find(incident.schoolId())
                    .ifPresent(school -> take(incident.tenant(), incident.id(), school, incident.at(), Kind.OTHER,
                            Source.INCIDENT, ""));
    }

    private void take(UUID agency, UUID id, Campus school, Instant at, Kind kind, Source source, String place) {
        ZonedDateTime when = at.atZone(school.zone());
        String words = place.length() <= 200 ? place : place.substring(0, 200);
        happenings.insert(new Happening(agency, id, school.districtId(), school.id(), when.toLocalDate(),
                when.getHour(), kind, source, words,
                zones.named(school.id(), words).map(Zone::id).orElse(null)));
    }

    /** Empty where the call is about one child: a nurse, or help with behavior. */
    private static Optional<Kind> kind(ProtocolAction action) {
        return switch (action) {
            case HELP_MEDICAL, HELP_BEHAVIOR -> Optional.empty();
            case HELP_FIGHT -> Optional.of(Kind.FIGHT);
            case HOLD, SECURE, LOCKDOWN, EVACUATE, SHELTER -> Optional.of(Kind.PROTECTION);
        };
    }
}
