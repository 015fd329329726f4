package org.daywatch.transparency.programs.clocks;

import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.PlanningEvent.AgreementDrafted;
import org.daywatch.planning.PlanningEvent.AgreementSigned;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.staffing.StaffingEvent.ShiftAccepted;
import org.daywatch.transparency.programs.clocks.ClockCommand.Answer;
import org.daywatch.transparency.programs.clocks.ClockCommands.Event;
import org.daywatch.transparency.programs.totals.Demands;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Agreements start and answer their clocks by themselves, and so does an officer's first shift at a school where a
 * notice of assignment is asked for.
 */
@Component
class ClockHearing {

    private final ClockCommands commands;
    private final Campuses campuses;
    private final Demands demands;
    private final OfficerFiles officers;

    ClockHearing(ClockCommands commands, Campuses campuses, Demands demands, OfficerFiles officers) {
        this.commands = commands;
        this.campuses = campuses;
        this.demands = demands;
        this.officers = officers;
    }

    /** Its last day in time is the agreement's own. */
    @ApplicationModuleListener
    void on(AgreementDrafted fact) {
        campuses.find(fact.schoolId()).ifPresent(school -> {
            var started = fact.start().atStartOfDay(school.zone()).toInstant();
            commands.start(fact.tenant(), school, new Event(kind(fact.kind()), fact.officerId(), "", fact.subject(),
                    started, ClockDue.endOf(fact.due(), school.zone())), fact.by());
        });
    }

    @ApplicationModuleListener
    void on(AgreementSigned fact) {
        if (!fact.complete()) return;
        commands.answerOfSource(kind(fact.kind()), fact.subject(), Answer.seen(fact.at(), fact.party(), fact.by()));
    }

    /** Told before the first shift; later ones at the same school start nothing. */
    @ApplicationModuleListener
    void on(ShiftAccepted fact) {
        if (!fact.window().start().isAfter(fact.at())) return;
        campuses.find(fact.schoolId()).filter(school -> noticeAsked(school, fact))
                .ifPresent(school -> commands.start(fact.tenant(), school,
                        new Event(ClockKind.NOTICE_OF_ASSIGNMENT, fact.officerId(),
                                officers.names(List.of(fact.officerId())).getOrDefault(fact.officerId(), ""),
                                "assignment " + fact.officerId() + " " + school.id(), fact.at(), fact.window().start()),
                        ""));
    }

    private boolean noticeAsked(Campus school, ShiftAccepted fact) {
        return demands.of(List.of(school.id()), fact.window().start().atZone(school.zone()).toLocalDate())
                .getOrDefault(school.id(), List.of()).stream()
                .anyMatch(r -> r.subject().equals(ClockKind.NOTICE_OF_ASSIGNMENT.subject()));
    }

    private static ClockKind kind(String agreement) {
        return agreement.equals("MOU") ? ClockKind.MEMORANDUM : ClockKind.SERVICE_AGREEMENT;
    }
}
