package org.daywatch.planning.agreements;

import org.daywatch.directory.Campuses;
import org.daywatch.staffing.SchoolOfficers;
import org.daywatch.staffing.StaffingEvent.ShiftStarted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** When an officer first works at a school, the clock of their agreement begins and its draft is there. */
@Component
class AgreementHearing {

    private final AgreementDrafts drafts;
    private final Campuses campuses;
    private final SchoolOfficers officers;

    AgreementHearing(AgreementDrafts drafts, Campuses campuses, SchoolOfficers officers) {
        this.drafts = drafts;
        this.campuses = campuses;
        this.officers = officers;
    }

    @ApplicationModuleListener
    void on(ShiftStarted fact) {
        campuses.find(fact.schoolId()).ifPresent(school -> {
            var day = fact.at().atZone(school.zone()).toLocalDate();
            officers.since(school.id(), day).stream().filter(o -> o.officer().equals(fact.officerId())).findFirst()
                    .ifPresent(officer -> drafts.startedWork(school, officer.officer(), officer.name(), day));
        });
    }
}
