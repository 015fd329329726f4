package org.daywatch.restorative.restraints;

import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.IncidentEvent.StatutoryClocksStarted;
import org.daywatch.platform.tenancy.OnBehalf;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A restraint that was reported in an incident waits at its district to be written down. */
@Component
class RestraintHearing {

    private final RestraintCommands commands;
    private final Campuses campuses;
    private final OnBehalf onBehalf;

    RestraintHearing(RestraintCommands commands, Campuses campuses, OnBehalf onBehalf) {
        this.commands = commands;
        this.campuses = campuses;
        this.onBehalf = onBehalf;
    }

    /** Not one of an exercise: nobody was held. */
    @ApplicationModuleListener
    void on(StatutoryClocksStarted fact) {
        if (fact.status() != AlertStatus.ACTUAL || !fact.kind().equals("RESTRAINT")) return;
        campuses.find(fact.schoolId()).ifPresent(school -> onBehalf.run(school.districtId(), () -> commands.report(
                Restraint.reported(school.districtId(), fact.event(), school.id(), fact.id(),
                        fact.at().atZone(school.zone()).toLocalDate()),
                school)));
    }
}
