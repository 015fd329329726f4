package org.daywatch.emergencies.incidents;

import java.time.Clock;
import java.util.UUID;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.dispatch.Dispatch;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.platform.errors.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody says that they called 911: a line of the timeline, and no screen asks for a call any more. */
@Component
@Transactional
public class Calls911 {

    private final AlertStore alerts;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final Dispatch dispatch;
    private final Clock clock;

    Calls911(AlertStore alerts, IncidentStore incidents, IncidentCommands commands, Dispatch dispatch, Clock clock) {
        this.alerts = alerts;
        this.incidents = incidents;
        this.commands = commands;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /**
     * Whoever taps twice has called once, until the school is told something else.
     *
     * @param id of an alert, whose incident may not be there yet, or of an incident
     */
    public void called(UUID id, By by) {
        alerts.find(id).ifPresent(commands::hear);
        var incident = incidents.lock(id);
        if (incident.closed()) throw new Refused(IncidentRefusal.INCIDENT_CLOSED);
        if (dispatch.hasCallOf(id, by.person())) return;
        commands.write(incident, Line.of(clock.instant(), Dispatch.CALLED, "", "", by));
        dispatch.ring(incident.agencyId(), incident.districtId());
    }

    /** What was written stays; a new line says what is right. A call that is corrected was none. */
    public void correct(UUID id, int seq, String words, By by) {
        commands.correct(id, seq, words, by);
        var incident = incidents.lock(id);
        dispatch.ring(incident.agencyId(), incident.districtId());
    }
}
