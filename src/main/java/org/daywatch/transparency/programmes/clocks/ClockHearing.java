package org.daywatch.transparency.programmes.clocks;

import java.util.Set;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.PlanningEvent.AgreementDrafted;
import org.daywatch.planning.PlanningEvent.AgreementSigned;
import org.daywatch.transparency.programmes.clocks.ClockCommand.Answer;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Agreements start and answer their clocks by themselves. Their last day in time is the agreement's own. */
@Component
class ClockHearing {

    private final ClockCommands commands;
    private final Campuses campuses;

    ClockHearing(ClockCommands commands, Campuses campuses) {
        this.commands = commands;
        this.campuses = campuses;
    }

    @ApplicationModuleListener
    void on(AgreementDrafted fact) {
        campuses.find(fact.schoolId()).ifPresent(school -> {
            var started = fact.start().atStartOfDay(school.zone()).toInstant();
            commands.start(fact.tenant(), school, new ClockCommands.Event(kind(fact.kind()), fact.officerId(), "", fact.subject(), started, ClockDue.endOf(fact.due(), school.zone())), fact.by());
        });
    }

    @ApplicationModuleListener
    void on(AgreementSigned fact) {
        if (!fact.complete()) return;
        commands.answerOfSource(kind(fact.kind()), fact.subject(), new Answer(fact.at(), fact.party(), Set.of(), fact.by()));
    }

    private static ClockKind kind(String agreement) {
        return agreement.equals("MOU") ? ClockKind.MEMORANDUM : ClockKind.SERVICE_AGREEMENT;
    }
}
